import { RoentgenError } from '@roentgen/kernels';

/** Bytes that are read at once at most: what a browser gives one buffer, and what a decoder here may fill. */
const LARGEST = 2 ** 31;

/** A number of bytes as people read it. */
export const gibibytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

/** Throws `memory`, with the number and the limit, for a file that cannot be read at once. */
export function checkSize(name: string, bytes: number): void {
  if (bytes <= LARGEST) return;
  throw new RoentgenError(
    'memory',
    `${name} has ${gibibytes(bytes)}; files of up to ${gibibytes(LARGEST)} are read`,
    {
      hint: 'crop or split it first',
    },
  );
}

/** Why the browser did not give a file's bytes. */
function refusal(cause: unknown): string {
  const { name, message } = Object(cause) as { readonly name?: string; readonly message?: string };
  if (name === 'NotFoundError') return 'it was moved, renamed or deleted after it was chosen';
  if (name === 'NotReadableError' || name === 'SecurityError' || name === 'NotAllowedError')
    return 'it was changed or deleted after it was chosen, or may not be read';
  return message ?? String(cause);
}

async function bytesOf(name: string, blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new RoentgenError('file', `${name} cannot be read: ${refusal(cause)}`, {
      hint: 'choose it again',
      cause,
    });
  }
}

/** All bytes of a file. Throws `file` where the browser does not give them, and `memory` where they are too many. */
export async function readFile(file: File): Promise<Uint8Array> {
  checkSize(file.name, file.size);
  return bytesOf(file.name, file);
}

/** A file's bytes from `from` to before `to`. Throws as `readFile` does. */
export function readPart(file: File, from: number, to: number): Promise<Uint8Array> {
  return bytesOf(file.name, file.slice(from, to));
}
