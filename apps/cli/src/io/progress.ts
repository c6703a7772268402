/** Tells what is being done, on stderr: a line that changes on a terminal; elsewhere a line for each stage, and every half minute of a long one. */
export interface Progress {
  /** `done` of `total` are counted in `unit`; a total that is not known is left out. */
  stage(text: string, done?: number, total?: number, unit?: 'bytes'): void;
  /** Takes the line away, so that other output finds an empty one. */
  clear(): void;
}

/** The part of stderr that progress needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Redraws at most this often, in milliseconds; an eye sees no more. */
const INTERVAL = 80;
const BAR = 24;
/** What goes to a file says this often, in milliseconds, how far a stage is. */
const STILL = 30_000;

export function progressOn(stream: ProgressStream, quiet: boolean, now = () => performance.now()): Progress {
  if (quiet) return { stage: () => {}, clear: () => {} };
  return stream.isTTY === true ? terminal(stream, now) : lines(stream, now);
}

function lines(stream: ProgressStream, now: () => number): Progress {
  let last = '';
  let written = now();
  const stage = (text: string, done?: number, total?: number, unit?: 'bytes') => {
    const time = now();
    const late = done !== undefined && time - written >= STILL;
    if (text === last && !late) return;
    stream.write(late ? `${text}  ${counted(done, total, unit)}\n` : `${text}\n`);
    last = text;
    written = time;
  };
  return { stage, clear: () => {} };
}

function terminal(stream: ProgressStream, now: () => number): Progress {
  let last = '';
  let drawn = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (last !== '') stream.write('\r\x1b[2K');
    last = '';
  };
  const stage = (text: string, done?: number, total?: number, unit?: 'bytes') => {
    const time = now();
    if (text === last && done !== total && time - drawn < INTERVAL) return;
    stream.write(`\r\x1b[2K${line(text, done, total, unit).slice(0, (stream.columns ?? 80) - 1)}`);
    last = text;
    drawn = time;
  };
  return { stage, clear };
}

function line(text: string, done?: number, total?: number, unit?: 'bytes'): string {
  if (done === undefined) return text;
  if (total === undefined || total === 0) return `${text}  ${counted(done, total, unit)}`;
  const filled = Math.round((Math.min(done, total) / total) * BAR);
  return `${text}  [${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}]  ${counted(done, total, unit)}`;
}

function counted(done: number, total: number | undefined, unit: 'bytes' | undefined): string {
  const show = (value: number) => (unit === 'bytes' ? `${(value / 1e6).toFixed(1)} MB` : String(value));
  return total === undefined || total === 0 ? show(done) : `${show(done)} of ${show(total)}`;
}
