import { basename } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';

/** What to do about a file that breaks its own format, where nothing better is known. */
const DAMAGED = 'the file is damaged or was written wrongly: fetch or export it again';

/**
 * Does what concerns one input file. A RoentgenError from it that does not name the file names it from here on, and has a
 * next step; other errors pass through.
 */
export async function about<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof RoentgenError ? namedError(path, error) : error;
  }
}

function namedError(path: string, error: RoentgenError): RoentgenError {
  const { code, message, node } = error;
  const hint = error.hint ?? (code === 'format' ? DAMAGED : undefined);
  const named = code === 'aborted' || message.includes(basename(path));
  if (named && hint === error.hint) return error;
  return new RoentgenError(code, named ? message : `'${path}': ${message}`, {
    cause: error,
    ...(node === undefined ? {} : { node }),
    ...(hint === undefined ? {} : { hint }),
  });
}
