import { expect, it } from 'vitest';
import { reportJson } from './json.ts';
import type { BenchReport, BenchRow } from './report.ts';

const row: BenchRow = {
  name: 'conv/3x3',
  shape: [1, 32, 64, 64],
  dtype: 'float32',
  variant: 'conv/rows',
  peer: 'roentgen',
  ms: { median: 182.90185699999893, p10: 0.000123456789, p90: 1234567.89 },
  gflops: 23.11252588321192,
  gbs: null,
  ratio: null,
  memory: { activationBytes: 123456789, constantBytes: 0, peakBytes: 0 },
  samples: [],
};
const report: BenchReport = { adapter: 'a', date: 'b', commit: null, suite: 'kernels', rows: [row, row] };

it('is a line a row, of four digits, whole numbers kept', () => {
  const text = reportJson({ ...report, wrong: [] });
  const [open, , , , , rows, first, second, , wrong] = text.split('\n');
  expect([open, rows, wrong]).toEqual(['{', '  "rows": [', '  "wrong": []']);
  expect(first).toBe(`${second},`);
  const back = JSON.parse(text);
  expect(back).toEqual({
    ...report,
    wrong: [],
    rows: Array(2).fill({
      ...row,
      ms: { median: 182.9, p10: 0.0001235, p90: 1235000 },
      gflops: 23.11,
    }),
  });
});

it('keeps what is compared of the kernel that is chosen, and the figures of the others, of three digits', () => {
  const ms = { median: 2, p10: 1, p90: 3 };
  const measured = { ...row, ms, gpuMs: ms, wallMs: ms, intensity: 4, roofline: 0.5, samples: [1, 2, 3] };
  const rows = [true, false].map((chosen) => ({ ...measured, chosen }));
  const { gpuMs, wallMs, intensity, ...chosen } = rows[0];
  const { roofline, samples, ...other } = chosen;
  const back = JSON.parse(reportJson({ ...report, rows }));
  const digits = { gflops: 23.1 };
  expect(back.rows).toEqual([
    { ...chosen, ...digits },
    { ...other, ...digits, chosen: false, samples: [] },
  ]);
});
