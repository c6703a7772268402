import { describe, expect, test } from 'vitest';
import { floorOf, roofAt } from '../peaks/roofline.ts';
import type { BenchReport, BenchRow } from '../report/report.ts';
import { plot } from './plot.ts';
import { logScale } from './scale.ts';

const peaks = { f32: 100, f16: 150, copy: 10, gap: 20 };
const base = { shape: [1, 3], dtype: 'f32', ms: { median: 1, p10: 1, p90: 1 }, gbs: 1, samples: [1] };
const row = (rest: Partial<BenchRow>): BenchRow => ({
  ...base,
  name: 'conv/stem',
  variant: 'conv/rows',
  peer: 'roentgen',
  gflops: 10,
  intensity: 10,
  ratio: null,
  ...rest,
});
const report = (rows: readonly BenchRow[]): BenchReport => ({
  adapter: '<adapter> & co',
  date: '2026-01-01T00:00:00Z',
  commit: '0123456789abcdef',
  peaks,
  rows,
});

describe('the roof', () => {
  test('rises with bandwidth up to the ridge and is flat beyond', () => {
    expect([1, 10, 100].map((intensity) => roofAt(intensity, peaks))).toEqual([10, 100, 100]);
  });

  test('half precision has its own only for its own work', () => {
    expect(floorOf({ flops: 3e8, bytes: 0 }, peaks, 'float32')).toBe(3);
    expect(floorOf({ flops: 3e8, bytes: 0 }, peaks, 'float16')).toBe(2);
    expect(floorOf({ flops: 0, bytes: 3e7 }, peaks, 'float32')).toBe(3);
  });
});

test('a logarithmic axis covers whole decades', () => {
  const scale = logScale([0, 3, 40, Number.NaN], 0, 200);
  expect(scale.ticks).toEqual([1, 10, 100]);
  expect(scale.at(10)).toBe(100);
  expect(logScale([], 0, 1).ticks).toEqual([1, 10]);
  expect(logScale([10], 0, 1).ticks).toEqual([10, 100]);
});

/** Names of the elements in the order of their ends; throws where they do not nest. */
function elements(svg: string): string[] {
  const open: string[] = [];
  const closed: string[] = [];
  for (const [, slash, name, empty] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      closed.push(name);
    } else if (empty === '/') closed.push(name);
    else open.push(name);
  }
  if (open.length > 0) throw new Error(`${open} never end`);
  return closed;
}

test('a picture is XML, escapes what it is told, and has a mark a row and one a legend', () => {
  const svg = plot(report([row({ chosen: true }), row({ variant: 'conv/<x>', chosen: false, ratio: 2 })]));
  expect(svg).toContain('&lt;adapter&gt; &amp; co (2026-01-01, 01234567)');
  expect(svg).toContain('conv/&lt;x&gt;');
  expect(svg).toContain('prefers-color-scheme: dark');
  // Two rows and their family's legend under the roof; one ratio and its series' legend.
  expect(elements(svg).filter((name) => name === 'circle')).toHaveLength(5);
  for (const [, value] of svg.matchAll(/ (?:x|y|cx|cy|x1|x2|y1|y2)="([^"]*)"/g))
    expect(Number(value), value).toSatisfy(Number.isFinite);
});

test('a dot lies where its figures put it', () => {
  // The axes run over 1..100 FLOP/byte (the ridge is at 10) and 10..1000 GFLOP/s (the peak is 150): 10 is in the middle of x.
  const svg = plot(
    report([row({ intensity: 1, gflops: 10 }), row({ name: 'b/c', intensity: 100, gflops: 1000 })]),
  );
  const places = [
    ...svg.matchAll(/<circle class="s[01]" cx="([\d.]+)" cy="([\d.]+)" r="4.5"><title>[bc][^<]*GFLOP/g),
  ];
  expect(places.map(([, x]) => Number(x))).toEqual([70, 770]);
  const [low, high] = places.map(([, , y]) => Number(y));
  expect(high).toBeLessThan(low);
});

test('a report without peaks or figures is still a picture', () => {
  const svg = plot({ ...report([row({ gflops: 0, intensity: null })]), peaks: null, commit: null });
  expect(elements(svg)).not.toContain('circle');
});
