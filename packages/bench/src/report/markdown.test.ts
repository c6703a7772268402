import { expect, test } from 'vitest';
import { markdown } from './markdown.ts';
import type { BenchReport, BenchRow } from './report.ts';
import { figure, reportTables } from './tables.ts';

const ms = (median: number) => ({ median, p10: median, p90: median });
const base = { shape: [1, 3], dtype: 'f32', samples: [1] };
const warm: BenchRow = {
  ...base,
  name: 'net',
  variant: 'warm',
  peer: 'roentgen',
  ms: ms(2),
  gpuMs: ms(1.5),
  gflops: 12.345,
  gbs: 0.5,
  roofline: 0.25,
  ratio: null,
  memory: { activationBytes: 1, constantBytes: 1, peakBytes: 3 * 2 ** 20 },
};
const cold: BenchRow = {
  ...base,
  name: 'net',
  variant: 'cold',
  peer: 'roentgen',
  ms: ms(600),
  gflops: null,
  gbs: null,
  ratio: null,
  cold: { load: 100, compile: 200, firstRun: 300 },
};
const kernel: BenchRow = {
  ...base,
  name: 'conv/stem',
  variant: 'conv/rows',
  peer: 'roentgen',
  ms: ms(0.0123),
  gflops: 1,
  gbs: 1,
  ratio: null,
  chosen: true,
};
const report: BenchReport = {
  adapter: 'a | b',
  date: '2026-01-01T00:00:00Z',
  commit: 'abc',
  rows: [cold, warm, kernel],
  peaks: { f32: 100, f16: null, copy: 5, gap: 20 },
  wrong: [{ name: 'conv/stem', kernel: 'conv/bad', checked: 'reference', report: '1 of 3 differ\nmore' }],
};

test('figures have three significant digits', () => {
  expect([1234.5, 123.4, 12.34, 1.234, 0.01234, 0, null, undefined].map(figure)).toEqual(
    ['1235', '123', '12.3', '1.23', '0.0123', '0', '-', '-'], // rounded by hand
  );
});

test('a network has one line: its start and what is warm', () => {
  const [networks, kernels, wrong, ...rest] = reportTables(report);
  expect(rest).toEqual([]);
  const line = Object.fromEntries(networks.columns.map(({ title }, i) => [title, networks.rows[0][i]]));
  expect(networks.rows).toHaveLength(1);
  expect(line).toMatchObject({ network: 'net', shape: '1 x 3', 'start ms': '600', compile: '200' });
  expect(line).toMatchObject({
    'warm ms': '2.00',
    'GPU ms': '1.50',
    'of roof': '25.0 %',
    'peak MiB': '3.00',
  });
  expect(kernels.rows[0].slice(0, 6)).toEqual(['conv/stem', '1 x 3', 'f32', 'conv/rows', 'chosen', '0.0123']);
  expect(wrong.rows).toEqual([['conv/stem', 'conv/bad', 'reference', '1 of 3 differ']]);
});

test('Markdown has the adapter, the peaks and a table of even rows, with nothing that is taken for markup', () => {
  const text = markdown(report);
  expect(text).toContain('- adapter: a \\| b\n');
  expect(text).toContain('- peaks: f32 100 GFLOP/s, copy 5.00 GB/s, 20.0 us a dispatch\n');
  const bars = (row: string) => row.replaceAll('\\|', '').split('|').length;
  for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
    const lines = table.trim().split('\n');
    expect(new Set(lines.map(bars)).size, table).toBe(1);
  }
});
