import { RoentgenError } from '@roentgen/kernels';
import { groupFields, type WatershedSettings } from '@roentgen/models';
import type { FieldRow } from '../../cells-protocol.ts';
import type { PlainError, Progress, Source } from '../../protocol.ts';
import { plainError } from '../errors.ts';
import { type OpenedFiles, pathAt, sameFiles } from '../same-files.ts';

/** The files of one field, in the order of their channels. */
export interface FieldFiles extends OpenedFiles {
  readonly name: string;
}

/** The fields of a source, by the names of its files; a sample is none. */
export function fieldsOf(source: Source): FieldFiles[] {
  if (source.kind === 'sample') return [];
  const { files, opening } = source;
  const paths = files.map((_, i) => pathAt(source, i));
  return groupFields(paths).map(({ name, members }) => ({
    name,
    files: members.map(({ index }) => files[index]),
    paths: members.map(({ index }) => paths[index]),
    ...(opening !== undefined && { opening }),
  }));
}

/** The same source with the files of one field only. */
export const sourceOf = ({ name: _, ...opened }: FieldFiles): Source => ({ kind: 'files', ...opened });

/** What became of a field: what is kept of it, or why it has none. */
export type Entry<T> = { readonly kept: T } | { readonly error: PlainError; readonly thrown: unknown };

/** Whether a field has a result. */
export const isKept = <T>(entry: Entry<T> | undefined): entry is { readonly kept: T } =>
  entry !== undefined && 'kept' in entry;

/** Fields with what became of them so far; a stop keeps what is there. */
export interface Batch<T> {
  /** What is done with the files. */
  readonly how: string;
  readonly fields: readonly FieldFiles[];
  readonly entries: (Entry<T> | undefined)[];
  /** What fields that are yet to run are told apart by; none is each one's own defaults. */
  settings?: WatershedSettings | undefined;
}

/** Whether a batch is of these fields, with the same done to them: it goes on where it stopped. */
export async function isBatchOf(
  { fields, how }: Pick<Batch<unknown>, 'fields' | 'how'>,
  others: readonly FieldFiles[],
  wanted: string,
): Promise<boolean> {
  if (how !== wanted || fields.length !== others.length) return false;
  for (const [i, field] of fields.entries()) if (!(await sameFiles(field, others[i]))) return false;
  return true;
}

/** Says of every report of a field which one of how many it is. */
export const progressOf =
  (report: (progress: Progress) => void, index: number, { fields }: Pick<Batch<unknown>, 'fields'>) =>
  (progress: Progress): void => {
    const of = `field ${index + 1} of ${fields.length}: ${fields[index].name}`;
    report({ ...progress, what: progress.what === undefined ? of : `${progress.what}, ${of}` });
  };

/** Every field has as many channels, of the same names, as the one that the user was asked about. */
export function expectChannels(field: string, names: readonly string[], wanted: readonly string[]): void {
  if (
    names.length === wanted.length &&
    names.every((name, i) => name.toLowerCase() === wanted[i].toLowerCase())
  )
    return;
  const list = (each: readonly string[]) => `${each.length} (${each.join(', ')})`;
  throw new RoentgenError('value', `${field}: its channels are ${list(names)}, not ${list(wanted)}`, {
    hint: 'open it by itself, and say what its channels show',
  });
}

/**
 * Runs the fields that have not been run, one after the other. One that fails becomes an entry with its error and does
 * not stop the others. A stop by the user ends the batch and keeps what is finished; it is thrown where nothing is, as is
 * the loss of the GPU at any time. `only` runs that field alone.
 */
export async function runBatch<T>(
  batch: Batch<T>,
  run: (index: number) => Promise<T>,
  signal: AbortSignal,
  only?: number,
): Promise<void> {
  for (const index of batch.fields.keys()) {
    if (batch.entries[index] !== undefined || (only !== undefined && only !== index)) continue;
    try {
      signal.throwIfAborted();
      batch.entries[index] = { kept: await run(index) };
    } catch (error) {
      const plain = plainError(error);
      if (plain.code === 'device') throw error;
      if (signal.aborted || plain.code === 'aborted') {
        if (batch.entries.some(isKept)) return;
        throw error;
      }
      batch.entries[index] = { error: plain, thrown: error };
    }
  }
}

/** The rows of a batch, by what is told of a field that was run. */
export const rowsOf = <T>(
  { fields, entries, settings }: Batch<T>,
  told: (kept: T) => Pick<FieldRow, 'count' | 'warnings' | 'settings'>,
): FieldRow[] =>
  fields.map(({ name, files }, i) => {
    const entry = entries[i];
    const none = { count: null, warnings: [], error: null, settings: settings ?? null };
    const base = { name, files: files.map((file) => file.name), ...none };
    if (entry === undefined) return base;
    return isKept(entry) ? { ...base, ...told(entry.kept) } : { ...base, error: entry.error, settings: null };
  });
