/**
 * The worker's entry: small, so that the page's first load is; the systems are fetched when first asked for. Decoding,
 * the networks and what follows them run here, so that the page never freezes.
 */

import { holdLock, type Live } from '../lifeline.ts';
import type { Answers, FromWorker, Progress, Request, ToWorker } from '../protocol.ts';
import { probe } from './adapter.ts';
import { plainError } from './errors.ts';

/** What a running question may do. */
export interface Job {
  readonly signal: AbortSignal;
  report(progress: Progress): void;
  /** Tells the user something that does not stop the work. */
  note(text: string): void;
}

type Engine = typeof import('./engine.ts');

function start(scope: DedicatedWorkerGlobalScope): void {
  const jobs = new Map<number, AbortController>();
  let engine: Promise<ReturnType<Engine['createEngine']>> | undefined;
  const send = (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer);
  const theEngine = () => {
    engine ??= import('./engine.ts').then(({ createEngine }) =>
      createEngine((reason) => send({ type: 'lost', reason })),
    );
    return engine;
  };
  const answer = async (request: Request, job: Job): Promise<Answers[Request['type']]> => {
    if (request.type === 'probe') return probe();
    if (request.type === 'bench') return (await import('./bench.ts')).benchmark(request, job);
    return (await theEngine()).answer(request, job);
  };

  const take = async (id: number, request: Request) => {
    const controller = new AbortController();
    jobs.set(id, controller);
    const report = (progress: Progress) => send({ type: 'progress', id, progress });
    const note = (text: string) => send({ type: 'note', text });
    try {
      send({
        type: 'answer',
        id,
        answer: await answer(request, { signal: controller.signal, report, note }),
      });
    } catch (error) {
      send({ type: 'failed', id, error: plainError(error) });
    } finally {
      jobs.delete(id);
    }
  };

  // The types know this event of documents only.
  const blocked = (event: Event) => (event as SecurityPolicyViolationEvent).blockedURI;
  scope.addEventListener('securitypolicyviolation', (event) =>
    send({ type: 'note', text: `Blocked by the page’s policy, in its worker: ${blocked(event)}.` }),
  );
  scope.onmessage = ({ data }: MessageEvent<ToWorker | Live>) => {
    if (data.type === 'live') holdLock(data.lock, (alive) => scope.postMessage(alive));
    else if (data.type === 'cancel') jobs.get(data.id)?.abort();
    else void take(data.id, data.request);
  };
}

start(self as unknown as DedicatedWorkerGlobalScope);
