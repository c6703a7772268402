import type { Answers, FromWorker, PlainError, Progress, Request, ToWorker } from '../protocol.ts';
import { type Lifeline, watchWorker } from './watch-worker.ts';

/** An error that the worker sent, or its end: then `code` is `worker`. */
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

/** What the page hears that answers no question. */
export interface Hears {
  /** The GPU went away. */
  lost(reason: string): void;
  /** What the user should know of work that goes on. */
  note(text: string): void;
  /** The worker ended, with what was under way: each of those questions is rejected with an error of its own after this. */
  crash(error: PlainError): void;
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** What a worker does that has a question. */
const doing: Readonly<Record<Request['type'], string>> = {
  probe: 'looked for a GPU',
  warm: 'got ready',
  recognise: 'looked at files',
  card: 'read a model card',
  'inspect-model': 'read a network',
  'check-model': 'tried a network',
  run: 'computed',
  'cells-channels': 'read channels',
  'cells-segment': 'separated cells',
  'cells-settings': 'separated the cells of all fields',
  export: 'saved',
  bench: 'timed',
};

/** The end of a worker as an error of those that waited for it. */
function ended(requests: readonly Request[], why: string, again: boolean): PlainError {
  const under = [...new Set(requests.map(({ type }) => doing[type]))].join(', ');
  const when = under === '' ? 'while nothing was under way' : `while it ${under}`;
  const next = again ? 'Your results are still here; run one again before you save or change it. ' : '';
  return {
    code: 'worker',
    message: `The worker that computes ended ${when}. ${next}The browser says: ${why || 'nothing'}`,
    hint: again ? 'run it again' : 'reload the page',
  };
}

/** Ends without an answer between them after which a worker is not started again: it would end of the same. */
const most = 3;

/** Questions on their way. */
function questions() {
  const waiting = new Map<number, Waiting>();
  return {
    add: (id: number, entry: Waiting) => waiting.set(id, entry),
    settle(data: Extract<FromWorker, { id: number }>) {
      const entry = waiting.get(data.id);
      if (data.type === 'progress') return entry?.onProgress?.(data.progress);
      waiting.delete(data.id);
      if (data.type === 'answer') entry?.resolve(data.answer as never);
      else entry?.reject(new WorkerError(data.error));
    },
    cancel(id: number) {
      const entry = waiting.get(id);
      if (entry === undefined) return;
      // What is said from now on is of no use to anyone, and would be taken for progress of what comes next.
      waiting.set(id, { ...entry, onProgress: undefined });
      if (!dropped.has(entry.request.type)) return;
      entry.reject(new WorkerError({ code: 'aborted', message: 'Stopped.' }));
      waiting.delete(id);
    },
    takeAll() {
      const all = [...waiting.values()];
      waiting.clear();
      return all;
    },
  };
}

/** Starts a worker and connects to it, and to another one with the next question after it has ended. */
export function connect(start: () => Worker, on: Hears): Link {
  const waiting = questions();
  let line: Lifeline<ToWorker> | undefined;
  let given: PlainError | undefined;
  let [next, ends, answered] = [1, 0, false];
  const heard = (data: FromWorker) => {
    if (data.type === 'lost') return on.lost(data.reason);
    if (data.type === 'note') return on.note(data.text);
    if (data.type !== 'progress') [ends, answered] = [0, true];
    waiting.settle(data);
  };
  const died = (why: string) => {
    const left = waiting.takeAll();
    line = undefined;
    ends += 1;
    const again = answered && ends <= most;
    const requests = left.map(({ request }) => request);
    if (!again) given = ended([], why, false);
    on.crash(ended(requests, why, again));
    for (const { request, reject } of left) reject(new WorkerError(ended([request], why, again)));
  };
  const post = (message: ToWorker) => {
    line ??= watchWorker<FromWorker, ToWorker>(start(), heard, died);
    line.post(message);
  };
  return {
    ask(request, onProgress) {
      const id = next++;
      const answer = new Promise<never>((resolve, reject) => {
        if (given === undefined) waiting.add(id, { request, resolve, reject, onProgress });
        else reject(new WorkerError(given));
      });
      // Whoever asks and does not wait is told of an end like everybody, by `crash`.
      answer.catch(() => {});
      if (given === undefined) post({ type: 'ask', id, request });
      const cancel = () => {
        line?.post({ type: 'cancel', id });
        waiting.cancel(id);
      };
      return { answer, cancel };
    },
  };
}
