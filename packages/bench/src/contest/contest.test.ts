import { expect, test, vi } from 'vitest';
import { type Contender, contest } from './contest.ts';

const cold = { load: 1, compile: null, firstRun: 1 };

function contender(peer: string, calls: string[], dispose = () => {}): Contender {
  const run = async () => {
    calls.push(peer);
  };
  return { peer, load: async () => ({ cold, run, dispose }) };
}

const effort = (signal = new AbortController().signal) => ({ rounds: 4, budget: 1e9, signal });

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

test('our own failure is an error, and whatever was loaded is let go of', async () => {
  const dispose = vi.fn();
  const failing: Contender = {
    peer: 'b',
    load: async () => ({ cold, run: () => Promise.reject(new Error('lost')), dispose }),
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
      return { cold: { load, compile: 1, firstRun: 1 }, run: async () => {}, dispose };
    },
  });
  const { timings } = await contest([counted('a', 2), counted('b', 6)], { ...effort(), starts: 2 });
  expect(calls).toEqual([
    ...['load a', 'load b'],
    ...['load a', 'dispose a', 'load b', 'dispose b'],
    ...['dispose a', 'dispose b'],
  ]);
  expect(timings.map(({ starts }) => starts.length)).toEqual([2, 2]);
  expect(timings[0].coldRatio).toBeNull();
  // (6 + 1 + 1) / (2 + 1 + 1), twice.
  expect(timings[1].coldRatio).toBe(2);
});
