import { families, type KernelDefinition, recordedDevices } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../graph/problem.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { makePlan } from '../plan/plan.ts';
import { readArchive, withRankings, writeArchive } from './archive.ts';
import { problemKey } from './key.ts';
import { merged, pick, type Ranking } from './rankings.ts';

const named = (...names: string[]) => names.map((name) => ({ name }) as KernelDefinition<unknown>);
const ranking = (kernels: string[], refused: string[] = []): Ranking => ({ kernels, refused });
const picked = (names: string[], known: Ranking | undefined) => pick(named(...names), known).name;

describe('pick', () => {
  it('takes what was found fastest', () => {
    expect(picked(['a', 'b', 'c'], ranking(['c', 'a', 'b']))).toBe('c');
    expect(picked(['a', 'b', 'c'], ranking(['b', 'a'], ['c']))).toBe('b');
  });

  it('goes by expected time where nothing is known, or a kernel has come or gone since', () => {
    expect(picked(['a', 'b'], undefined)).toBe('a');
    expect(picked(['a', 'b', 'new'], ranking(['b', 'a']))).toBe('a');
    expect(picked(['a', 'b'], ranking(['gone', 'b', 'a']))).toBe('a');
    expect(picked(['a', 'b'], ranking(['no such kernel']))).toBe('a');
  });

  it('never takes what computed something else while there is another', () => {
    expect(picked(['a', 'b'], ranking(['b'], ['a']))).toBe('b');
    expect(picked(['a', 'b', 'new'], ranking(['b'], ['a']))).toBe('b');
    expect(picked(['a', 'b'], ranking([], ['a', 'b']))).toBe('a');
  });
});

describe('makePlan', () => {
  const s = new Sketch();
  const graph = s.build(s.conv(s.input('x', [1, 8, 16, 16]), 8, 3));
  const caps = recordedDevices.lavapipe;
  const kernelOf = (kernels: readonly string[]) => {
    const table = new Map([[graphKey(), ranking([...kernels])]]);
    return makePlan(graph, caps, table).steps[0].kernel.name;
  };
  const graphKey = () => {
    const [node] = graph.nodes;
    return problemKey('conv', problemOf(graph, node));
  };
  const all = () =>
    families.conv.kernels
      .filter((kernel) => kernel.rejects(problemOf(graph, graph.nodes[0]) as never, caps) === null)
      .map(({ name }) => name);

  it('takes kernels from the table, and those of least expected time where it holds nonsense', () => {
    const expected = makePlan(graph, caps).steps[0].kernel.name;
    const other = all().find((name) => name !== expected)!;
    expect(kernelOf([other, ...all().filter((name) => name !== other)])).toBe(other);
    expect(kernelOf(['conv/none', ...all()])).toBe(expected);
    expect(kernelOf([])).toBe(expected);
  });
});

describe('archive', () => {
  const table = new Map([
    ['pool(x)', ranking(['pool/a', 'pool/b'])],
    ['conv("x")', ranking(['conv/b'], ['conv/a'])],
  ]);

  it('is read as it was written, whatever the order of what went in', () => {
    const archive = withRankings(new Map(), 'gpu | driver 1', table);
    expect(readArchive(writeArchive(archive))).toEqual(archive);
    expect(writeArchive(new Map([['gpu | driver 1', new Map([...table].reverse())]]))).toBe(
      writeArchive(archive),
    );
  });

  it('of nothing is what ships where nothing is faster than expected', () => {
    const nothing = '{\n  "format": "roentgen tuning",\n  "version": 1,\n  "adapters": {}\n}\n';
    expect(writeArchive(new Map([['lavapipe', new Map()]]))).toBe(nothing);
  });

  it('adds to an adapter and leaves the others; of two answers the later stands', () => {
    const first = withRankings(withRankings(new Map(), 'a', table), 'b', table);
    const next = withRankings(first, 'a', new Map([['pool(x)', ranking(['pool/b', 'pool/a'])]]));
    expect(next.get('b')).toEqual(table);
    expect(next.get('a')).toEqual(new Map([...table, ['pool(x)', ranking(['pool/b', 'pool/a'])]]));
    expect(merged(table, new Map([['x', ranking(['y'])]])).size).toBe(3);
  });

  const bad: readonly (readonly [string, string])[] = [
    ['', 'no JSON object'],
    ['{"format": "roentgen tuning", "adap', 'no JSON object'],
    ['[1, 2]', 'no JSON object'],
    ['{"name": "some-package", "version": 1}', 'some other file'],
    ['{"format": "roentgen tuning", "version": 2, "adapters": {}}', 'version 2, where 1 is known'],
    ['{"format": "roentgen tuning", "version": 1, "adapters": {"a": [1]}}', "adapter 'a' has no table"],
    [
      '{"format": "roentgen tuning", "version": 1, "adapters": {"a": {"k": [1]}}}',
      "'k' has no list of kernels",
    ],
    [
      '{"format": "roentgen tuning", "version": 1, "adapters": {"a": {"k": null}}}',
      "'k' has no list of kernels",
    ],
  ];
  it.each(bad)('%s is refused', (text, why) => {
    expect(() => readArchive(text)).toThrow(why);
    expect(() => readArchive(text)).toThrow(expect.objectContaining({ code: 'format' }));
  });

  it('takes names that mean something to objects for names', () => {
    const text = '{"format":"roentgen tuning","version":1,"adapters":{"__proto__":{"constructor":["a"]}}}';
    expect(readArchive(text).get('__proto__')?.get('constructor')).toEqual(ranking(['a']));
  });
});
