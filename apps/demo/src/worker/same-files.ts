import type { Source } from '../protocol.ts';
import { readPart } from './opening/read.ts';

/** Bytes that are compared at a time. */
const PIECE = 2 ** 22;

/** Files of the user's, as they are told apart. */
export type OpenedFiles = Pick<Extract<Source, { kind: 'files' }>, 'files' | 'paths' | 'opening'>;

/** Where a file lay in what was opened, else its name. */
export const pathAt = ({ files, paths }: OpenedFiles, i: number): string =>
  paths?.[i] ?? (files[i].webkitRelativePath || files[i].name);

/** Names for people, in one order with the files: with their folders where a name occurs twice. */
export function namesFor(opened: OpenedFiles): string[] {
  const names = opened.files.map(({ name }) => name);
  return names.map((name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : pathAt(opened, i)));
}

/** Whether two files hold the same, byte by byte. Throws `file` where one of them cannot be read any more. */
async function sameContent(a: File, b: File): Promise<boolean> {
  for (let from = 0; from < a.size; from += PIECE) {
    const [one, other] = await Promise.all([a, b].map((file) => readPart(file, from, from + PIECE)));
    if (one.some((byte, i) => byte !== other[i])) return false;
  }
  return true;
}

/**
 * Whether two openings are of the same files in the same order. Files are new objects in every message of the page: one
 * opening has one number, and is itself. Of two openings the paths, sizes and dates are compared and then what is in
 * the files, since wells of a plate often share all three, and a clock of whole seconds does not see a quick edit. A
 * file that cannot be read any more is none of those that were opened before.
 */
export async function sameFiles(a: OpenedFiles, b: OpenedFiles): Promise<boolean> {
  const told = (file: File, i: number) => {
    const other = b.files[i];
    return (
      pathAt(a, i) === pathAt(b, i) && file.size === other.size && file.lastModified === other.lastModified
    );
  };
  if (a.files.length !== b.files.length || !a.files.every(told)) return false;
  if (a.opening !== undefined && a.opening === b.opening) return true;
  try {
    for (const [i, file] of a.files.entries()) if (!(await sameContent(file, b.files[i]))) return false;
    return true;
  } catch {
    return false;
  }
}
