import { type CardOperatingPoint, writeCsv, zoneOf } from '@roentgen/models';
import type { BatchRow, PlainError } from '../../protocol.ts';
import { plainError } from '../errors.ts';

/** What scoring one file takes and gives, as far as a batch sees it. */
export interface Scored {
  /** Null where the checks refused the picture. */
  readonly score: number | null;
  readonly checks: BatchRow['checks'];
  readonly view: string | null;
}

/** A batch as it went: a row for each file, and whatever the first scored one, else the first refused one, gave besides. */
export interface Batch<T> {
  readonly rows: readonly BatchRow[];
  readonly first: { readonly index: number; readonly scored: T } | null;
}

interface Options {
  readonly point: CardOperatingPoint | null;
  readonly signal: AbortSignal;
  /** What the files are called in the rows; their own names, where it is left out. */
  readonly names?: readonly string[];
  readonly onFile: (done: number, name: string) => void;
}

const failed = (file: string, error: PlainError): BatchRow => ({
  file,
  score: null,
  zone: null,
  view: null,
  checks: [],
  error,
});

const refusalsOf = (checks: BatchRow['checks']) =>
  checks.filter(({ level }) => level === 'refuse').map(({ message }) => message);

/**
 * Scores files one after the other. One that cannot be read becomes a row with its error, one that the checks refuse a
 * row without a score; neither stops the others, as a stop by the user does. Throws the first error where no file could
 * be read.
 */
export async function scoreBatch<T extends Scored>(
  files: readonly File[],
  score: (file: File) => Promise<T>,
  { point, signal, names, onFile }: Options,
): Promise<Batch<T>> {
  const rows: BatchRow[] = [];
  let first: Batch<T>['first'] = null;
  let trouble: unknown;
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted();
    const name = names?.[index] ?? file.name;
    onFile(index, name);
    try {
      const scored = await score(file);
      if (first === null || (first.scored.score === null && scored.score !== null)) first = { index, scored };
      const { score: value, checks, view } = scored;
      const zone = point === null || value === null ? null : zoneOf(value, point);
      rows.push({ file: name, score: value, zone, view, checks, error: null });
    } catch (error) {
      signal.throwIfAborted();
      const plain = plainError(error);
      // Without its GPU no further file can be scored: that is no fault of a file.
      if (plain.code === 'device' || plain.code === 'aborted') throw error;
      trouble ??= error;
      rows.push(failed(name, plain));
    }
  }
  if (first === null) throw trouble;
  return { rows, first };
}

/** What stands beside every row, so that a row says by itself how to read it. */
export interface CsvContext {
  readonly model: string;
  readonly sha256: string;
  readonly point: CardOperatingPoint | null;
}

const columns = [
  'file',
  'status',
  'score',
  'zone',
  'view in header',
  'warnings',
  'why not scored',
  'threshold',
  'unsure from',
  'unsure to',
  'model',
  'model sha256',
  'notice',
] as const;

/** The batch as comma-separated values (RFC 4180), one row a file, in the order in which they were given. */
export function batchCsv(rows: readonly BatchRow[], { model, sha256, point }: CsvContext): string {
  const lines = rows.map(({ file, score, zone, view, checks, error }) => [
    file,
    error !== null ? 'not read' : score === null ? 'refused' : 'scored',
    score === null ? '' : score.toFixed(4),
    zone,
    view,
    checks
      .filter(({ level }) => level === 'warn')
      .map(({ message }) => message)
      .join('; '),
    error?.message ?? refusalsOf(checks).join('; '),
    point?.threshold ?? null,
    point?.unsure[0] ?? null,
    point?.unsure[1] ?? null,
    model,
    sha256,
    'research only',
  ]);
  return writeCsv([columns, ...lines]);
}
