import { readNpy } from '@roentgen/models';
import { compare, type Session } from '@roentgen/runtime';

/** The reference networks, and the outputs of each that PyTorch's results are kept for. */
export const goldenNetworks = {
  'sr-hw-x2': ['output', 'intermediate'],
  'sr-hw-x4': ['output', 'intermediate'],
  'sr-d-x2': ['output', 'intermediate'],
  'sr-d-x4': ['output', 'intermediate'],
  densenet121: ['scores'],
  meshnet: ['logits'],
  'rau-net': ['logits'],
} as const;

/** Allowed difference, as a share of the range of the expected output. */
export const goldenShare = { f32: 1e-3, f16: 2e-2 } as const;

function rangeOf(values: Float32Array): number {
  let [low, high] = [values[0], values[0]];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return high - low;
}

/** Runs a network on its golden input and says, output by output, where it differs; nothing where all agrees. */
export async function goldenDifferences(
  session: Session,
  outputs: readonly string[],
  share: number,
  array: (name: string) => Promise<Uint8Array>,
): Promise<string[]> {
  const read = async (name: string) => {
    const { data, shape } = readNpy(await array(name));
    return { data: data as Float32Array, shape };
  };
  const results = await session.run({ input: await read('input') });
  const reports = outputs.map(async (name) => {
    const { data, shape } = await read(name);
    if (results[name].shape.join() !== shape.join())
      return `${name} is [${results[name].shape}], not [${shape}]`;
    return compare(results[name].data, data, shape, { relative: 0, absolute: share * rangeOf(data) }).report;
  });
  return (await Promise.all(reports)).filter((report) => report !== '');
}
