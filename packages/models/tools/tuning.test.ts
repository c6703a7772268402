import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { recordedDevices } from '@roentgen/kernels';
import {
  type Graph,
  makePlan,
  type Ranking,
  type RankReport,
  shipped,
  staleRankings,
  summarise,
  takersOf,
} from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';
import { graphOf, networks, revised, withoutMoreShaders } from './tuning.ts';

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

/** The networks whose weights are in this repository, as sessions have them on a device. */
async function graphs(kind: string): Promise<readonly Graph[]> {
  const all = Object.entries(networks).map(async ([name, shapes]) => {
    const path = fileURLToPath(new URL(`../weights/${name}.onnx`, import.meta.url));
    const bytes = await readFile(path).catch(() => undefined);
    return bytes ? [await graphOf(bytes, shapes, recordedDevices[kind])] : [];
  });
  return (await Promise.all(all)).flat();
}

describe('what is shipped', () => {
  it('is for adapters that are recorded, and names the kernels that take each problem', async () => {
    for (const [kind, rankings] of shipped)
      expect(staleRankings(rankings, await graphs(kind), recordedDevices[kind])).toEqual([]);
  });

  it('would be told to be stale', async () => {
    const caps = recordedDevices.lavapipe;
    const graph = await graphOf(
      await readFile(fileURLToPath(new URL('../weights/sr-d-x2.onnx', import.meta.url))),
      networks['sr-d-x2'],
      caps,
    );
    const [key, names] = [...takersOf([graph], caps)].find(([, names]) => names.length > 2)!;
    const stale = (key: string, kernels: readonly string[]) =>
      staleRankings(new Map([[key, { kernels, refused: [] }]]), [graph], caps);
    expect(stale(key, names)).toEqual([]);
    expect(stale(key, [...names, 'conv/none'])).toEqual([expect.stringContaining('conv/none')]);
    expect(stale(key, names.slice(1))).toEqual([expect.stringContaining('are not the kernels')]);
    expect(stale(`${key}?`, names)).toEqual([expect.stringContaining('no network')]);
  });

  it('makes no network compile more shaders', async () => {
    const caps = recordedDevices.lavapipe;
    const path = fileURLToPath(new URL('../weights/sr-d-x2.onnx', import.meta.url));
    const graph = await graphOf(await readFile(path), networks['sr-d-x2'], caps);
    const shaders = (table: ReadonlyMap<string, Ranking>) =>
      summarise(makePlan(graph, caps, table)).pipelines;
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
});
