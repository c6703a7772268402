import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { recordedDevices } from '@roentgen/kernels';
import { makePlan, type Ranking, type RankReport, summarise, takersOf } from '@roentgen/runtime';
import { expect, it } from 'vitest';
import { revised, scatterOf, withoutMoreShaders } from './answers.ts';
import { graphOf, networks } from './tuning.ts';

/** Kernels in the order in which they came in, each after the first slower by `step`. */
const report = (
  key: string,
  expected: string,
  kernels: string[],
  refused: string[] = [],
  step = 2,
): RankReport => ({
  key,
  expected,
  kernels,
  refused,
  microseconds: Object.fromEntries(kernels.map((kernel, place) => [kernel, 100 * step ** place])),
  reasons: {},
});

it('ships what differs from the cost model, and no longer what agrees with it', () => {
  const before = new Map([
    ['a', { kernels: ['two', 'one'], refused: [] }],
    ['b', { kernels: ['two', 'one'], refused: [] }],
  ]);
  const after = revised(before, [
    report('a', 'one', ['one', 'two']),
    report('c', 'one', ['two', 'one']),
    report('d', 'one', ['one'], ['two']),
    report('e', 'one', ['one', 'two']),
    report('f', 'one', ['two', 'one'], [], 1.05),
  ]);
  expect([...after]).toEqual([
    ['b', { kernels: ['two', 'one'], refused: [] }],
    ['c', { kernels: ['two', 'one'], refused: [] }],
    ['d', { kernels: ['one'], refused: ['two'] }],
  ]);
});

it('ships what two rounds agree on', () => {
  const first = [report('a', 'one', ['two', 'one']), report('b', 'one', ['two', 'one', 'three'])];
  const second = [report('a', 'one', ['two', 'one']), report('b', 'one', ['three', 'one', 'two'])];
  expect([...revised(new Map(), first, second).keys()]).toEqual(['a']);
  expect([...revised(new Map(), first, [report('a', 'one', ['one', 'two'])]).keys()]).toEqual([]);
});

/** Two kernels of one problem by their times, the first expected. */
const pair = (one: number, two: number, key = 'a'): RankReport => ({
  key,
  expected: 'one',
  kernels: one <= two ? ['one', 'two'] : ['two', 'one'],
  refused: [],
  microseconds: { one, two },
  reasons: {},
});

it('ships what is ahead by more than the rounds differ', () => {
  const shipped = (...rounds: RankReport[]) => revised(new Map(), ...rounds.map((each) => [each])).size;
  expect(shipped(pair(110, 100), pair(111, 101))).toBe(1);
  // Ahead by 10 % each time, of a kernel that takes half as long again the second time.
  expect(shipped(pair(110, 100), pair(165, 150))).toBe(0);
  expect(shipped(pair(200, 100), pair(300, 150))).toBe(1);
  // Not measured in the second round.
  expect(shipped(pair(200, 100), pair(200, 100, 'b'))).toBe(0);
});

it('ships no refusal that only one round saw', () => {
  const refusal = report('d', 'one', ['one'], ['two']);
  expect(revised(new Map(), [refusal], [refusal]).get('d')).toEqual({ kernels: ['one'], refused: ['two'] });
  expect(revised(new Map(), [refusal], [report('d', 'one', ['one'], ['two', 'three'])]).size).toBe(0);
});

it('says how far rounds lie apart, of kernels that were timed in turns', () => {
  const rounds = (...times: [number, number][]) => times.map(([one, two]) => [pair(one, two)]);
  const [only] = [scatterOf(rounds([100, 120], [104, 150]))];
  expect(only.median).toBeCloseTo(1.25);
  expect(only.most).toBeCloseTo(1.25);
  // One that is far behind had a single timing.
  expect(scatterOf(rounds([100, 300], [200, 900]))).toEqual({ median: 1, most: 1 });
  const three = scatterOf([
    [pair(100, 100), pair(100, 100, 'b')],
    [pair(101, 102), pair(103, 140, 'b')],
  ]);
  expect(three.median).toBeCloseTo(1.03);
  expect(three.most).toBeCloseTo(1.4);
});

it('makes no network compile more shaders', async () => {
  const caps = recordedDevices.lavapipe;
  const path = fileURLToPath(new URL('../weights/sr-d-x2.onnx', import.meta.url));
  const graph = await graphOf(await readFile(path), networks['sr-d-x2'], caps);
  const shaders = (table: ReadonlyMap<string, Ranking>) => summarise(makePlan(graph, caps, table)).pipelines;
  const ranked = (table: readonly (readonly [string, readonly string[]])[]) =>
    new Map(table.map(([key, kernels]) => [key, { kernels, refused: [] }] as const));
  const singles = [...takersOf([graph], caps)].flatMap(([key, names]) =>
    names.map((name) => ranked([[key, [name, ...names.filter((other) => other !== name)]]])),
  );
  const more = singles.filter((table) => shaders(table) > shaders(new Map()));
  expect(more.length).toBeGreaterThan(0);
  for (const table of singles)
    expect(withoutMoreShaders(table, graph, caps)).toEqual(more.includes(table) ? new Map() : table);
});
