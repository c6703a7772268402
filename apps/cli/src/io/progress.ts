/** Tells what is being done, on stderr: a line that changes on a terminal, a line for each stage elsewhere. */
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

export function progressOn(stream: ProgressStream, quiet: boolean, now = () => performance.now()): Progress {
  if (quiet) return { stage: () => {}, clear: () => {} };
  return stream.isTTY === true ? terminal(stream, now) : lines(stream);
}

function lines(stream: ProgressStream): Progress {
  let last = '';
  const stage = (text: string) => {
    if (text !== last) stream.write(`${text}\n`);
    last = text;
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
  const show = (value: number) => (unit === 'bytes' ? `${(value / 1e6).toFixed(1)} MB` : String(value));
  if (total === undefined || total === 0) return `${text}  ${show(done)}`;
  const filled = Math.round((Math.min(done, total) / total) * BAR);
  return `${text}  [${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}]  ${show(done)} of ${show(total)}`;
}
