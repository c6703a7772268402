import { afterEach, expect, it, vi } from 'vitest';
import type { FromWorker, PlainError } from '../protocol.ts';
import { connect, WorkerError } from './link.ts';

interface Posted {
  readonly type: string;
  readonly id?: number;
}

/** A worker that the test plays. */
function player() {
  const posted: Posted[] = [];
  const worker = {
    posted,
    terminated: false,
    onmessage: null as ((event: { data: FromWorker }) => void) | null,
    onerror: null as ((event: { message: string }) => void) | null,
    postMessage: (message: Posted) => void posted.push(message),
    terminate() {
      worker.terminated = true;
    },
  };
  return worker;
}

/** A line whose workers the test plays. */
function line() {
  const workers: ReturnType<typeof player>[] = [];
  const told: string[] = [];
  const crashes: PlainError[] = [];
  const start = () => {
    workers.push(player());
    return workers.at(-1) as unknown as Worker;
  };
  const link = connect(start, {
    lost: (reason) => told.push(`lost: ${reason}`),
    note: (text) => told.push(text),
    crash: (error) => crashes.push(error),
  });
  const says = (data: FromWorker) => workers.at(-1)!.onmessage!({ data });
  const throws = (message: string) => workers.at(-1)!.onerror!({ message });
  const ids = () => workers.at(-1)!.posted.flatMap(({ type, id }) => (type === 'ask' ? id! : []));
  /** Asks for a card and has it answered. */
  const answers = async () => {
    const asked = link.ask({ type: 'card', system: 'cells' });
    says({ type: 'answer', id: ids().at(-1)!, answer: null });
    await asked.answer;
  };
  return { link, workers, told, crashes, says, throws, ids, answers };
}

afterEach(() => void vi.unstubAllGlobals());

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it was answered'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(WorkerError);
      return (error as WorkerError).plain;
    },
  );

it('rejects every question that waits when the worker ends, and names what was under way', async () => {
  const { link, crashes, throws, answers } = line();
  await answers();
  const run = link.ask({ type: 'warm', device: true });
  const save = link.ask({ type: 'export', system: 'cells', format: 'csv' });
  throws('out of memory');
  expect(await errorOf(run.answer)).toEqual({
    code: 'worker',
    message:
      'The worker that computes ended while it got ready. Your results are still here; run one again before you save or change it. The browser says: out of memory',
    hint: 'run it again',
  });
  expect(await errorOf(save.answer)).toMatchObject({ code: 'worker', message: /ended while it saved\. / });
  expect(crashes).toMatchObject([{ code: 'worker', message: /ended while it got ready, saved\. / }]);
});

it('starts another worker with the next question, and hears the last one no more', async () => {
  vi.stubGlobal('isSecureContext', true);
  const { link, workers, crashes, told, says, throws, ids, answers } = line();
  await answers();
  throws('a fault');
  expect(workers[0].terminated).toBe(true);
  expect(crashes).toMatchObject([{ message: /ended while nothing was under way/ }]);
  expect(workers).toHaveLength(1);
  const asked = link.ask({ type: 'card', system: 'volume' });
  expect(workers).toHaveLength(2);
  expect(workers[1].posted.map(({ type }) => type)).toEqual(['live', 'ask']);
  workers[0].onmessage!({ data: { type: 'note', text: 'late' } });
  workers[0].onerror!({ message: 'late' });
  says({ type: 'answer', id: ids()[0], answer: null });
  expect(await asked.answer).toBeNull();
  expect(told).toEqual([]);
  expect(crashes).toHaveLength(1);
});

it('gives up a worker that never answered: it did not start', async () => {
  const { link, workers, crashes, throws } = line();
  const probe = link.ask({ type: 'probe' });
  throws('');
  expect(await errorOf(probe.answer)).toMatchObject({ code: 'worker', hint: 'reload the page' });
  expect(crashes).toMatchObject([
    { message: /ended while it looked for a GPU\. The browser says: nothing$/, hint: 'reload the page' },
  ]);
  expect(await errorOf(link.ask({ type: 'card', system: 'cells' }).answer)).toMatchObject({
    hint: 'reload the page',
  });
  expect(workers).toHaveLength(1);
});

it('gives up after four ends with no answer between them', async () => {
  const { link, workers, crashes, throws, answers } = line();
  await answers();
  for (let end = 0; end < 4; end++) {
    const asked = link.ask({ type: 'warm', device: true });
    throws('again');
    await errorOf(asked.answer);
  }
  expect(crashes.map(({ hint }) => hint)).toEqual([
    'run it again',
    'run it again',
    'run it again',
    'reload the page',
  ]);
  expect(workers).toHaveLength(4);
  await errorOf(link.ask({ type: 'warm', device: true }).answer);
  expect(workers).toHaveLength(4);
});

it('starts no worker to stop what went with the last', async () => {
  const { link, workers, throws, answers } = line();
  await answers();
  const asked = link.ask({ type: 'warm', device: true });
  throws('a fault');
  await errorOf(asked.answer);
  asked.cancel();
  expect(workers).toHaveLength(1);
});

it('asks for no lock on a page that came without encryption: there are none', async () => {
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal('crypto', {});
  const { workers, answers } = line();
  await answers();
  expect(workers[0].posted.map(({ type }) => type)).toEqual(['ask']);
});
