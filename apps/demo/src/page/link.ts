import type { Answers, FromWorker, PlainError, Progress, Request, ToWorker } from '../protocol.ts';

/** An error that the worker sent. */
export class WorkerError extends Error {
  readonly plain: PlainError;

  constructor(plain: PlainError) {
    super(plain.message);
    this.name = 'WorkerError';
    this.plain = plain;
  }
}

/** Work that ends by itself and changes nothing: who cancels it does not wait for it. */
const dropped: ReadonlySet<Request['type']> = new Set(['export', 'card', 'inspect-model']);

/** A question on its way. */
export interface Asked<K extends Request['type']> {
  readonly answer: Promise<Answers[K]>;
  cancel(): void;
}

/** The page's end of the line to the worker. */
export interface Link {
  ask<K extends Request['type']>(
    request: Extract<Request, { type: K }>,
    onProgress?: (progress: Progress) => void,
  ): Asked<K>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * Connects to a worker. `lost` hears that the GPU went away, `crash` that the worker itself failed to start or run, `note` what the user
 * should know of work that goes on.
 */
export function connect(
  worker: Worker,
  on: { lost(reason: string): void; note(text: string): void; crash(message: string): void },
): Link {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  const post = (message: ToWorker) => worker.postMessage(message);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'lost') return on.lost(data.reason);
    if (data.type === 'note') return on.note(data.text);
    const entry = waiting.get(data.id);
    if (entry === undefined) return;
    if (data.type === 'progress') return entry.onProgress?.(data.progress);
    waiting.delete(data.id);
    if (data.type === 'answer') entry.resolve(data.answer as never);
    else entry.reject(new WorkerError(data.error));
  };
  worker.onerror = ({ message }) => on.crash(message || 'the worker did not start');
  return {
    ask(request, onProgress) {
      const id = next++;
      const answer = new Promise<never>((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress });
      });
      post({ type: 'ask', id, request });
      const cancel = () => {
        post({ type: 'cancel', id });
        const entry = waiting.get(id);
        if (entry === undefined) return;
        // What is said from now on is of no use to anyone, and would be taken for progress of what comes next.
        waiting.set(id, { ...entry, onProgress: undefined });
        if (!dropped.has(request.type)) return;
        entry.reject(new WorkerError({ code: 'aborted', message: 'Stopped.' }));
        waiting.delete(id);
      };
      return { answer, cancel };
    },
  };
}
