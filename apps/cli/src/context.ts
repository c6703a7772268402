import { Outputs } from './io/files.ts';
import { interruptible } from './io/interrupt.ts';
import { type Progress, progressOn } from './io/progress.ts';
import { emit } from './io/streams.ts';

export type AdapterName = 'auto' | 'hardware' | 'lavapipe' | 'swiftshader';

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean | string;
  readonly quiet?: boolean;
  readonly adapter?: AdapterName;
}

/** What a command finds around itself. */
export interface Context {
  readonly json: boolean;
  readonly adapter: AdapterName | undefined;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly outputs: Outputs;
  /** A message for people, on stderr. */
  note(line: string): void;
  /** The answer, on stdout: `value` under --json, `text` otherwise. */
  answer(value: unknown, text: string): Promise<void>;
}

/** A command: its exit code is 0 unless it says otherwise (an answer can be a failure, such as a failed test). */
export type Action = (context: Context) => Promise<number | undefined>;

/** Runs a command in its context. Whatever it leaves unfinished on the disk is gone when this returns or throws. */
export async function perform(options: CommonOptions, action: Action, signals: SignalSink): Promise<number> {
  const outputs = new Outputs();
  using interrupt = interruptible(() => outputs.discardNow());
  signals.signal = interrupt.signal;
  const progress = progressOn(process.stderr, options.quiet === true);
  try {
    const code = await action({
      json: options.json === true,
      adapter: options.adapter,
      signal: interrupt.signal,
      progress,
      outputs,
      note: (line) => {
        progress.clear();
        process.stderr.write(`${line}\n`);
      },
      answer: (value, text) => {
        progress.clear();
        return emit(process.stdout, options.json === true ? `${JSON.stringify(value, null, 2)}\n` : text);
      },
    });
    interrupt.signal.throwIfAborted();
    return code ?? 0;
  } finally {
    progress.clear();
    await outputs.discard();
  }
}

/** Where `perform` leaves the signal, so that the report of an error knows of a stop. */
export interface SignalSink {
  signal?: AbortSignal;
}
