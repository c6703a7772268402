import {
  type DType,
  dense,
  grid1d,
  type KernelInstance,
  type Problem,
  RoentgenError,
  specialise,
} from '@roentgen/kernels';
import { type Device, Trial } from '@roentgen/runtime';
import { quantile } from '../contest/statistics.ts';
import copyText from './copy.wgsl?raw';
import fmaText from './fma.wgsl?raw';
import type { Peaks } from './roofline.ts';

const ATTEMPTS = 5;
const SUBMISSION = 20;

/**
 * Measures what an adapter reaches by itself: some seconds. How many chains of multiply-adds a thread needs differs (registers, latency,
 * what the compiler makes of it), so the best of several counts as the peak.
 */
export async function measurePeaks(device: Device, signal: AbortSignal): Promise<Peaks> {
  const f16 = device.caps.features.has('f16');
  return {
    f32: await bestFma(device, 'float32', signal),
    f16: f16 ? await bestFma(device, 'float16', signal) : null,
    copy: await copyRate(device),
    gap: await dispatchGap(device),
  };
}

/** Independent vec4 chains in a thread. */
const CHAINS = [2, 3, 4, 5, 8, 16];

async function bestFma(device: Device, dtype: DType, signal: AbortSignal): Promise<number> {
  let best = 0;
  for (const chains of CHAINS) {
    signal.throwIfAborted();
    best = Math.max(best, await fmaRate(device, dtype, chains));
  }
  return best;
}

/** GFLOP/s with so many chains a thread. */
async function fmaRate(device: Device, dtype: DType, chains: number): Promise<number> {
  const workgroup = 64;
  // Enough threads for every lane of the largest GPU several times over; of a processor, whose every thread costs, fewer.
  const threads = workgroup * (device.caps.software ? 128 : 16_384);
  const rounds = Math.ceil(64 / chains);
  const kernel: KernelInstance = {
    name: `bench/fma-${chains}`,
    source: fmaSource(dtype, chains, workgroup),
    bindings: bindings(0, 1),
    params: { index: 2, values: [['rounds', 'u32', rounds]] },
    grid: grid1d(threads, workgroup, device.caps),
  };
  const problem = plainProblem(dtype, workgroup, threads);
  // A multiplier below 1, so that no chain overflows or sinks into slow subnormal numbers.
  const input = Float32Array.from({ length: workgroup }, (_, i) => (i === 0 ? 0.5 : 1));
  const ms = await timeOf(device, kernel, problem, input);
  return (2 * 4 * chains * 8 * rounds * threads) / ms / 1e6;
}

function fmaSource(dtype: DType, chains: number, workgroup: number) {
  const scalar = dtype === 'float16' ? 'f16' : 'f32';
  const each = (text: (i: number) => string, separator = ', ') =>
    Array.from({ length: chains }, (_, i) => text(i)).join(separator);
  return specialise(
    'bench/fma.wgsl',
    fmaText,
    {
      Number: scalar,
      Lanes: `vec4<${scalar}>`,
      WORKGROUP: workgroup,
      Chains: each((i) => `c${i}: Lanes`),
      // Different from each other, or the compiler would compute one chain for all.
      begin: `Chains(${each((i) => `s * Number(${i + 1})`)})`,
      turn: `Chains(${each((i) => `fma(c.c${i}, m, a)`)})`,
      total: each((i) => `c.c${i}`, ' + '),
    },
    dtype === 'float16' ? ['f16'] : [],
  );
}

/** GB/s of copying 64 MiB, or the most that the adapter binds. */
async function copyRate(device: Device): Promise<number> {
  const elements = Math.min(2 ** 26, device.caps.limits.bindingBytes) / 4;
  const workgroup = Math.min(256, device.caps.limits.invocations);
  const kernel: KernelInstance = {
    name: 'bench/copy',
    source: specialise('bench/copy.wgsl', copyText, { WORKGROUP: workgroup }),
    bindings: bindings(0, 1),
    params: { index: 2, values: [['count', 'u32', elements / 4]] },
    grid: grid1d(elements / 4, workgroup, device.caps),
  };
  const input = new Float32Array(elements).fill(1);
  const ms = await timeOf(device, kernel, plainProblem('float32', elements, elements), input);
  return (2 * 4 * elements) / ms / 1e6;
}

/** Microseconds of a dispatch of one workgroup that copies 256 numbers and waits for the one before. */
async function dispatchGap(device: Device): Promise<number> {
  const kernel: KernelInstance = {
    name: 'bench/gap',
    source: specialise('bench/copy.wgsl', copyText, { WORKGROUP: 64 }),
    bindings: bindings(0, 1),
    params: { index: 2, values: [['count', 'u32', 64]] },
    grid: [1, 1, 1],
  };
  return 1000 * (await timeOf(device, kernel, plainProblem('float32', 256, 256), new Float32Array(256)));
}

function bindings(x: number, y: number): KernelInstance['bindings'] {
  return [
    { index: 0, name: 'x', access: 'read', operand: x },
    { index: 1, name: 'y', access: 'read_write', operand: y },
  ];
}

function plainProblem(dtype: DType, read: number, written: number): Problem<null> {
  return {
    attributes: null,
    inputs: [dense({ dtype, shape: [read] })],
    outputs: [dense({ dtype, shape: [written] })],
  };
}

/** Milliseconds of one dispatch: the fastest of a few submissions, since what disturbs only ever slows. */
async function timeOf(
  device: Device,
  kernel: KernelInstance,
  problem: Problem<null>,
  input: Float32Array,
): Promise<number> {
  using trial = await Trial.create(device, kernel, problem, [input]);
  const repeats = await trial.repeatsFor(SUBMISSION);
  const times: number[] = [];
  for (let i = 0; i < ATTEMPTS; i++) {
    const { gpu, wall } = await trial.time(repeats);
    times.push(gpu || wall);
  }
  const ms = quantile(times, 0);
  if (ms > 0) return ms;
  throw new RoentgenError(
    'device',
    `${kernel.name} took no time at all, so this adapter's clock cannot be used`,
  );
}
