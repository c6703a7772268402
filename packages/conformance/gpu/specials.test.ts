import { dense, families, type UnaryCall } from '@roentgen/kernels';
import type { Device } from '@roentgen/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runKernel } from '../src/index.ts';
import { openTestDevice } from './device.ts';

// Infinities and NaN, which WGSL lets compilers assume away and the drawn cases never hold.
let device: Device;
let release: () => void;
beforeAll(async () => ({ device, release } = await openTestDevice()));
afterAll(() => release?.());

const mapFamily = families.map;
const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

async function run(
  fn: string,
  operands: readonly number[][],
  chain: readonly UnaryCall[] = [],
  truth = false,
) {
  const shape = [operands[0].length];
  const inputs = operands.map(() => dense({ dtype: 'float32', shape }));
  const output = dense({ dtype: truth ? 'bool' : 'float32', shape });
  const problem = { attributes: { fn, then: chain, to: output.dtype }, inputs, outputs: [output] };
  const values = operands.map((each) => Float32Array.from(each));
  const results = [];
  for (const kernel of mapFamily.kernels) {
    const [y] = await runKernel(device, kernel.instantiate(problem, device.caps), problem, values);
    results.push([...y]);
  }
  expect(results[1]).toEqual(results[0]);
  expect([...mapFamily.reference(problem, values)[0]]).toEqual(results[0]);
  return results[0];
}

const unary = (fn: string, args: readonly number[] = []) => [{ fn, args }];

it('tells NaN', async () =>
  expect(await run('identity', [[nan, inf, -inf, 0]], unary('isNaN'), true)).toEqual([1, 0, 0, 0]));

it('tells infinities by sign', async () => {
  const x = [[nan, inf, -inf, 3e38]];
  expect(await run('identity', x, unary('isInf'), true)).toEqual([0, 1, 1, 0]);
  expect(await run('identity', x, unary('isInf', [1, 0]), true)).toEqual([0, 1, 0, 0]);
  expect(await run('identity', x, unary('isInf', [0, 1]), true)).toEqual([0, 0, 1, 0]);
});

it('passes NaN through min and max', async () => {
  const operands = [
    [nan, 1, inf, 2],
    [1, nan, 3, -inf],
  ];
  expect(await run('max', operands)).toEqual([nan, nan, inf, 2]);
  expect(await run('min', operands)).toEqual([nan, nan, 3, -inf]);
});

it('keeps infinities between bounds that are none', async () =>
  expect(await run('identity', [[inf, -inf, 5, -5]], unary('clip', [-inf, 2]))).toEqual([2, -inf, 2, -5]));

it('raises negative bases to whole powers only', async () => {
  const operands = [
    [-2, -2, -8, 0],
    [3, -2, 1 / 3, 0],
  ];
  expect(await run('pow', operands)).toEqual([-8, 0.25, nan, 1]);
});
