import { zipSync } from 'fflate';

/** A ZIP archive that holds files as they are; for what is compressed in itself. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(files, { level: 0 });
}
