import { expect, test, vi } from 'vitest';
import { type Contender, contest } from './contest.ts';

const outputs = { y: { data: [1, 2], shape: [2] } };
const cold = { load: 1, compile: null, firstRun: 1 };

function contender(peer: string, calls: string[], dispose = () => {}): Contender {
  const run = async () => {
    calls.push(peer);
  };
  return { peer, load: async () => ({ cold, outputs, run, dispose }) };
}

const effort = (signal = new AbortController().signal) => ({
  rounds: 4,
  budget: 1e9,
  agreement: 1e-3,
  signal,
});

test('contenders take turns in an order that alternates, after one round that does not count', async () => {
  const calls: string[] = [];
  const { timings } = await contest([contender('a', calls), contender('b', calls)], effort());
  expect(calls.join('')).toBe('ababbaabba');
  expect(timings.map(({ samples }) => samples.length)).toEqual([4, 4]);
  expect(timings[0].ratio).toBeNull();
  expect(timings[1].ratio).toBeGreaterThan(0);
});

test('a peer that cannot load is left out, with its reason', async () => {
  const broken: Contender = { peer: 'b', load: () => Promise.reject(new Error('no such operator\nat x')) };
  const { timings, refusals } = await contest([contender('a', []), broken], effort());
  expect(timings.map(({ peer }) => peer)).toEqual(['a']);
  expect(refusals).toEqual([{ peer: 'b', reason: 'no such operator' }]);
});

test('a peer that computes another result is left out, and let go of', async () => {
  const dispose = vi.fn();
  const wrong = { y: { data: [1, 2.1], shape: [2] } };
  const other: Contender = { peer: 'b', load: async () => ({ cold, outputs: wrong, run: vi.fn(), dispose }) };
  const { timings, refusals } = await contest([contender('a', []), other], effort());
  expect(timings).toHaveLength(1);
  expect(refusals).toEqual([{ peer: 'b', reason: expect.stringMatching(/'y' is not ours/) }]);
  expect(dispose).toHaveBeenCalledOnce();
});

test('a peer that fails in the middle is left out, and the rounds go on', async () => {
  const dispose = vi.fn();
  const run = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValue(new Error('lost'));
  const failing: Contender = { peer: 'b', load: async () => ({ cold, outputs, run, dispose }) };
  const { timings, refusals } = await contest([contender('a', []), failing], effort());
  expect(timings.map(({ samples }) => samples.length)).toEqual([4]);
  expect(refusals).toEqual([{ peer: 'b', reason: 'lost' }]);
  expect(dispose).toHaveBeenCalledOnce();
});

test('rounds end with their budget, the first three with thrice of it', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const takes = async (milliseconds: number) => {
    let now = 0;
    clock.mockImplementation(() => now);
    const run = async () => {
      now += milliseconds;
    };
    const slow: Contender = { peer: 'a', load: async () => ({ cold, outputs, run, dispose: () => {} }) };
    const { timings } = await contest([slow], { ...effort(), rounds: 10, budget: 100 });
    return timings[0].samples.length;
  };
  expect([await takes(1), await takes(30), await takes(100), await takes(200), await takes(400)]).toEqual([
    10, 4, 3, 2, 1,
  ]);
  clock.mockRestore();
});

test('runs of seconds are not warmed up again', async () => {
  const calls: string[] = [];
  const slow = contender('a', calls);
  const load = async () => ({ ...(await slow.load()), cold: { ...cold, firstRun: 5000 } });
  await contest([{ peer: 'a', load }], effort());
  expect(calls).toHaveLength(4);
});

test('our own failure is an error, and whatever was loaded is let go of', async () => {
  const dispose = vi.fn();
  const failing: Contender = {
    peer: 'b',
    load: async () => ({ cold, outputs, run: () => Promise.reject(new Error('lost')), dispose }),
  };
  await expect(contest([failing], effort())).rejects.toThrow('lost');
  expect(dispose).toHaveBeenCalledOnce();
});

test('a stop ends it between two runs', async () => {
  const controller = new AbortController();
  const calls: string[] = [];
  const stopping = {
    ...effort(controller.signal),
    onRound: (round: number) => round === 1 && controller.abort(),
  };
  await expect(contest([contender('a', calls)], stopping as never)).rejects.toThrow();
  expect(calls).toHaveLength(2);
});

test('cold starts are repeated in turns, and only what is loaded first stays', async () => {
  const calls: string[] = [];
  const counted = (peer: string, load: number): Contender => ({
    peer,
    load: async () => {
      calls.push(`load ${peer}`);
      const dispose = () => void calls.push(`dispose ${peer}`);
      return { cold: { load, compile: 1, firstRun: 1 }, outputs, run: async () => {}, dispose };
    },
  });
  const settle = async () => void calls.push('settle');
  const starts = { ...effort(), starts: 2, settle };
  const { timings } = await contest([counted('a', 2), counted('b', 6)], starts);
  expect(calls).toEqual([
    ...['settle', 'load a', 'settle', 'load b'],
    ...['settle', 'load a', 'dispose a', 'settle', 'load b', 'dispose b'],
    ...['dispose a', 'dispose b'],
  ]);
  expect(timings.map(({ starts }) => starts.length)).toEqual([2, 2]);
  expect(timings[0].coldRatio).toBeNull();
  // (6 + 1 + 1) / (2 + 1 + 1), twice.
  expect(timings[1].coldRatio).toBe(2);
});
