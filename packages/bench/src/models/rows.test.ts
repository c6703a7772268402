import { expect, test } from 'vitest';
import type { Timing } from '../contest/contest.ts';
import { type Layer, profileOf } from './profile.ts';
import { modelRows } from './rows.ts';

const peaks = { f32: 100, f16: null, copy: 10, gap: 20 };
const layer = (index: number, flops: number, bytes: number, ms: number | null): Layer => ({
  index,
  kernel: 'conv/rows',
  op: 'Conv',
  node: 'n',
  result: 'y',
  dtype: 'float32',
  shape: [1],
  flops,
  bytes,
  ms,
});
// At 100 GFLOP/s and 10 GB/s: the first takes 2 ms (arithmetic), the second 1 ms (traffic), at the least.
const layers = [layer(0, 2e8, 1e6, 4), layer(1, 1e6, 1e7, 4)];
const memory = { activationBytes: 1, constantBytes: 2, peakBytes: 3 };
const model = { name: 'net', inputs: [{ name: 'x', dtype: 'float32' as const, shape: [1, 2] }] };
const start = (load: number, compile: number | null, firstRun: number) => ({ load, compile, firstRun });

const own: Timing = {
  peer: 'roentgen',
  starts: [start(1, 2, 3), start(10, 20, 30), start(2, 2, 4)],
  samples: [10, 12, 11],
  ratio: null,
  coldRatio: null,
  inspection: { layers, gpu: [8, 8, 9], memory },
};
const other: Timing = {
  peer: 'peer',
  starts: [start(5, null, 7)],
  samples: [22],
  ratio: 2,
  coldRatio: 1.5,
};

test('rows of a network: rates of the warm run by the host’s clock, the roof layer by layer', () => {
  const [cold, warm, theirCold, theirWarm] = modelRows(model, 'f32', [own, other], peaks);
  expect(cold).toMatchObject({ name: 'net', shape: [1, 2], variant: 'cold', samples: [6, 60, 8] });
  expect(cold.ms.median).toBe(8);
  expect(cold.cold).toEqual(start(2, 2, 4)); // the start that took the median time
  expect(warm.ms.median).toBe(11);
  expect(warm.gpuMs?.median).toBe(8);
  expect(warm.gflops).toBeCloseTo(201e6 / 11 / 1e6, 10);
  expect(warm.gbs).toBeCloseTo(11e6 / 11 / 1e6, 10);
  expect(warm.roofline).toBeCloseTo(3 / 11, 10);
  expect(warm.memory).toEqual(memory);
  expect(theirCold).toMatchObject({ peer: 'peer', ratio: 1.5, samples: [12] });
  expect(theirWarm).toMatchObject({ ratio: 2, gflops: null, gbs: null });
});

test('peers compute in the precision of the file, whatever is asked of us', () => {
  const half = { ...model, inputs: [{ ...model.inputs[0], dtype: 'float16' as const }] };
  const precisions = (of: typeof model | typeof half, dtype: string) =>
    modelRows(of, dtype, [own, other], peaks).map((row) => row.dtype);
  expect(precisions(model, 'f16')).toEqual(['f16', 'f16', 'f32', 'f32']);
  expect(precisions(half, 'f32')).toEqual(['f32', 'f32', 'f16', 'f16']);
});

test('a profile gives each layer its share, rate and distance from the roof', () => {
  const about = { name: 'net', shape: [1, 2], dtype: 'f32' };
  const profile = profileOf(about, { layers, gpu: [8], memory }, peaks);
  expect(profile.ms).toBe(8);
  expect(profile.layers[0]).toMatchObject({ share: 0.5, gflops: 50, roofline: 0.5 });
  expect(profile.layers[1]).toMatchObject({ share: 0.5, gbs: 2.5, roofline: 0.25 });
});

test('without timestamps, or where one was rounded to nothing, there is no rate', () => {
  const untimed = [layer(0, 1e6, 1e6, null)];
  const none = profileOf(
    { name: 'n', shape: [], dtype: 'f32' },
    { layers: untimed, gpu: null, memory },
    peaks,
  );
  expect(none).toMatchObject({ ms: null });
  expect(none.layers[0]).toMatchObject({ share: null, gflops: null, roofline: null });
  const rounded = [layer(0, 1e6, 1e6, 0), layer(1, 1e6, 1e6, 2)];
  const some = profileOf(
    { name: 'n', shape: [], dtype: 'f32' },
    { layers: rounded, gpu: [2], memory },
    peaks,
  );
  expect(some.layers[0]).toMatchObject({ share: 0, gflops: null });
  expect(some.layers[1]).toMatchObject({ share: 1 });
});
