import {
  type AlgorithmName,
  algorithms,
  dense,
  families,
  type Problem,
  type Tensor,
  winogradWeights,
} from '@roentgen/kernels';
import { compare, type Device, random, runKernel } from '@roentgen/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDevice } from './device.ts';

// Transforms and products together against the convolution's float64 reference, and no further from it than rounding can bring them.
let device: Device;
let release: () => void;
beforeAll(async () => ({ device, release } = await openTestDevice()));
afterAll(() => release?.());

const [height, width, outChannels] = [8, 12, 8];

function tensor(...shape: readonly number[]): Tensor {
  return dense({ dtype: 'float32', shape });
}

function drawn(count: number, seed: number): Float32Array {
  const next = random(seed);
  return Float32Array.from({ length: count }, () => next() * 2 - 1);
}

function pointwise(groups: number) {
  return { strides: [1], dilations: [1], pads: [0, 0], groups, pre: [], activation: [], after: [] };
}

/** The three steps, one after the other, by the last kernel of each family that takes them. */
async function composed(name: AlgorithmName, channels: number, x: Float32Array, w: Float32Array) {
  const { products, repeat } = algorithms[name];
  const run = async <K extends 'winograd' | 'conv'>(
    family: K,
    attributes: unknown,
    inputs: Tensor[],
    values: Float32Array[],
  ) => {
    const { kernels, outputs } = families[family] as (typeof families)['conv'];
    const outcome = outputs(attributes as never, inputs).map(dense);
    const problem = {
      attributes,
      inputs,
      outputs: outcome,
      constant: inputs.map((_, i) => i > 0),
    } as unknown as Problem<never>;
    const kernel = kernels.findLast((each) => each.rejects(problem, device.caps) === null)!;
    const [result] = await runKernel(device, kernel.instantiate(problem, device.caps), problem, values);
    return { tensor: outcome[0], values: result as Float32Array };
  };
  const image = tensor(1, channels, height / repeat, width / repeat);
  const before = { kind: 'input', algorithm: name, pads: [1, 1, 1, 1], pre: [] };
  const v = await run('winograd', before, [image], [x]);
  const weights = tensor(products ** 2 * outChannels, channels, 1);
  const u = winogradWeights(name, w, outChannels, channels);
  const m = await run('conv', pointwise(products ** 2), [v.tensor, weights], [v.values, u]);
  const behind = { kind: 'output', algorithm: name, extent: [1, height, width], activation: [], after: [] };
  return (await run('winograd', behind, [m.tensor], [m.values])).values;
}

/** The convolution itself, of the image repeated where the algorithm repeats it. */
function expected(name: AlgorithmName, channels: number, x: Float32Array, w: Float32Array): Float64Array {
  const { repeat } = algorithms[name];
  const large = Float32Array.from({ length: channels * height * width }, (_, at) => {
    const [c, row, column] = [Math.floor(at / (height * width)), Math.floor(at / width) % height, at % width];
    return x[
      (c * (height / repeat) + Math.floor(row / repeat)) * (width / repeat) + Math.floor(column / repeat)
    ];
  });
  const attributes = { ...pointwise(1), strides: [1, 1], dilations: [1, 1], pads: [1, 1, 1, 1] };
  const inputs = [tensor(1, channels, height, width), tensor(outChannels, channels, 3, 3)];
  const outputs = [tensor(1, outChannels, height, width)];
  return families.conv.reference({ attributes, inputs, outputs }, [large, w])[0];
}

function squares(row: readonly number[]): number {
  return row.reduce((sum, value) => sum + value ** 2, 0);
}

/**
 * By how much the terms that are added up and cancel exceed those of the plain sum, along one axis, in root mean square: of products
 * with deviation 1, an output of A^T ((G g) (B^T d)) adds some of deviation |A^T||G||B^T|, where the plain sum adds three.
 */
function growth(name: AlgorithmName): number {
  const { at, g, bt } = algorithms[name];
  const terms = at.map((row) =>
    row.reduce((sum, value, k) => sum + value ** 2 * squares(g[k]) * squares(bt[k]), 0),
  );
  return Math.sqrt(Math.max(...terms) / 3);
}

/** As conv's: six deviations of a walk of `channels` roundings and those of the transforms, each half an ulp of the sum so far. */
function tolerance(name: AlgorithmName, channels: number): number {
  const roundings = channels + 8 * algorithms[name].products;
  return 6 * 2 ** -24 * Math.sqrt(roundings) * Math.sqrt(channels) * growth(name) ** 2;
}

describe.each<AlgorithmName>(['f2', 'f4', 'nearest2'])('%s', (name) => {
  it.each([32, 128, 512])(
    'of %i channels is as near to the convolution as its rounding allows',
    async (channels) => {
      const { repeat } = algorithms[name];
      const x = drawn((channels * height * width) / repeat ** 2, channels);
      const w = drawn(outChannels * channels * 9, channels + 1);
      const actual = await composed(name, channels, x, w);
      const exact = expected(name, channels, x, w);
      const limits = { relative: 0, absolute: tolerance(name, channels) };
      expect(compare(actual, exact, [1, outChannels, height, width], limits).report).toBe('');
    },
  );
});
