import { families, type KernelDefinition, type KernelFamily, type KernelInstance } from '@roentgen/kernels';
import { type Device, openDevice } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BenchRow, benchKernels, type KernelSuite, measurePeaks } from '../src/index.ts';

let device: Device;
let release: () => void;
beforeAll(async () => {
  const node = await nodeGpu();
  device = await openDevice(node.gpu);
  release = () => {
    device[Symbol.dispose]();
    node.release();
  };
});
afterAll(() => release?.());

const { signal } = new AbortController();
const suite: KernelSuite = { dtype: 'f32', rounds: 1, budget: 1000, submission: 1, peaks: null, signal };
const softmax = families.softmax as KernelFamily<unknown>;

/** A kernel of softmax that is not what it says. */
function spoilt(name: string, spoil: (kernel: KernelInstance) => KernelInstance): KernelDefinition<unknown> {
  const good = softmax.kernels[0];
  return {
    ...good,
    name,
    rejects: () => null,
    instantiate: (problem, caps) => ({ ...spoil(good.instantiate(problem, caps)), name }),
  };
}

function figures({ ms, gpuMs, wallMs, gflops, gbs, roofline }: BenchRow): unknown[] {
  return [...[ms, gpuMs, wallMs].flatMap((each) => Object.values(each ?? {})), gflops, gbs, roofline];
}

it('measures what the adapter reaches', async () => {
  const peaks = await measurePeaks(device, signal);
  expect(peaks.f32).toBeGreaterThan(0);
  expect(peaks.copy).toBeGreaterThan(0);
  expect(peaks.gap).toBeGreaterThan(0);
  expect(peaks.f16 === null).toBe(!device.caps.features.has('f16'));
});

it('times every kernel of a case, with finite figures and one that is chosen', async () => {
  const peaks = { f32: 100, f16: null, copy: 10, gap: 20 };
  const { rows, wrong } = await benchKernels(device, { ...suite, filter: 'softmax/classes-densenet', peaks });
  expect(wrong).toEqual([]);
  expect(rows.map(({ variant }) => variant).sort()).toEqual(softmax.kernels.map(({ name }) => name).sort());
  expect(rows.filter(({ chosen }) => chosen)).toHaveLength(1);
  for (const row of rows) {
    expect(row).toMatchObject({ name: 'softmax/classes-densenet', shape: [1, 13], dtype: 'float32' });
    expect(row).toMatchObject({ peer: 'roentgen', checked: 'reference' });
    expect(row.samples).toHaveLength(1);
    for (const value of figures(row)) expect(value).toSatisfy(Number.isFinite);
    expect(row.ratio === null).toBe(row.chosen);
  }
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
});

it('reports kernels that compute something else or do not compile, and does not time them', async () => {
  const family = {
    ...softmax,
    kernels: [
      ...softmax.kernels,
      spoilt('softmax/idle', (kernel) => ({ ...kernel, grid: [0, 1, 1] })),
      spoilt('softmax/broken', (kernel) => ({ ...kernel, source: { file: 'broken.wgsl', text: 'fn (' } })),
    ],
  };
  const { rows, wrong } = await benchKernels(device, {
    ...suite,
    filter: 'classes-densenet',
    families: [family],
  });
  expect(rows.map(({ variant }) => variant).sort()).toEqual(softmax.kernels.map(({ name }) => name).sort());
  const [broken, idle] = [...wrong].sort((a, b) => a.kernel.localeCompare(b.kernel));
  expect(idle).toMatchObject({ kernel: 'softmax/idle', checked: 'reference' });
  expect(idle.report).toMatch(/^13 of 13 differ/);
  expect(broken.kernel).toBe('softmax/broken');
  expect(broken.report).toMatch(/does not compile/);
});

it('holds kernels of half precision to the reference too', async () => {
  if (!device.caps.features.has('f16')) return console.warn('SKIPPED: this adapter has no shader-f16');
  const { rows, wrong } = await benchKernels(device, { ...suite, dtype: 'f16', filter: 'classes-densenet' });
  expect(wrong).toEqual([]);
  expect(rows[0]).toMatchObject({ dtype: 'float16' });
});
