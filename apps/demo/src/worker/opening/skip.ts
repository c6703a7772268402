import { RoentgenError } from '@roentgen/kernels';
import type { GivenFile, SkipGroup, Skipped } from '../../protocol.ts';

function groupOf(error: unknown): SkipGroup {
  if (!(error instanceof RoentgenError)) return 'unreadable';
  if (/not an image/.test(error.message)) return 'no-image';
  switch (error.code) {
    case 'format':
      return 'damaged';
    case 'memory':
      return 'large';
    case 'file':
      return 'unreadable';
    default:
      return 'unknown';
  }
}

/** A file that is left out, in the words of the error that it met. */
export function skippedBy({ file, path }: GivenFile, error: unknown): Skipped {
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.replace(`${file.name} cannot be read: `, '').replace(/^DICOM: /, '');
  return { path, bytes: file.size, group: groupOf(error), reason };
}
