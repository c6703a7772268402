import {
  cutTile,
  type Plane,
  padToMultiple,
  planTiles,
  type Stitching,
  stitchTiles,
} from '../imaging/analysis/index.ts';
import { cropPlane } from '../imaging/resample/index.ts';
import type { NetworkNames } from '../network/contract.ts';
import { checkAborted, floatOutput, type Network } from '../network/network.ts';
import type { CellInput } from './channels.ts';

/** Four poolings halve the picture four times. */
const multiple = 16;

/** How a picture is cut for the network. */
export interface TilingOptions {
  /**
   * Pictures of up to so many pixels go through whole, mirrored to a multiple of 16 at the right and the bottom.
   * Default 393,216 (512 x 768): the 64 channels that meet in the last level are then 96 MiB, below the 128 MiB that
   * WebGPU promises for a binding.
   */
  readonly wholePixels?: number;
  /** Side of the tiles of larger pictures, a multiple of 16; default 512. The paper's is 800. */
  readonly side?: number;
  /** Pixels that neighbouring tiles share at least, blended; default 64. The paper's tiles share 0 and 2. */
  readonly overlap?: number;
  readonly stitching?: Stitching;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A network from three channels to logits. */
export interface CellNetwork {
  readonly network: Network;
  readonly names: NetworkNames;
}

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

async function runTile(
  { network, names }: CellNetwork,
  channels: readonly Plane[],
  signal: AbortSignal | undefined,
): Promise<Float32Array> {
  const { width, height } = channels[0];
  const data = new Float32Array(3 * width * height);
  channels.forEach(({ data: values }, i) => {
    data.set(values, i * width * height);
  });
  const input = { data, shape: [1, 3, height, width] };
  const outputs = await network.run({ [names.input]: input }, signal === undefined ? {} : { signal });
  return floatOutput(outputs, names.output).data.map(sigmoid);
}

async function wholePicture(
  network: CellNetwork,
  { channels }: CellInput,
  signal: AbortSignal | undefined,
): Promise<Plane> {
  const padded = channels.map((plane) => padToMultiple(plane, multiple));
  const { width, height } = padded[0];
  const data = await runTile(network, padded, signal);
  return cropPlane({ width, height, data }, 0, 0, channels[0].width, channels[0].height);
}

/** The probability that a pixel belongs to a cell, by the network's logits; tiles of large pictures are blended. */
export async function cellProbability(
  network: CellNetwork,
  input: CellInput,
  options: TilingOptions = {},
): Promise<Plane> {
  const {
    wholePixels = 393_216,
    side = 512,
    overlap = 64,
    stitching = 'blend',
    signal,
    onProgress,
  } = options;
  const [{ width, height }] = input.channels;
  const up = (length: number) => Math.ceil(length / multiple) * multiple;
  checkAborted(signal, 'segmentation');
  if (up(width) * up(height) <= wholePixels) {
    const plane = await wholePicture(network, input, signal);
    onProgress?.(1, 1);
    return plane;
  }
  const plan = planTiles(width, height, up(side), overlap);
  const stitcher = stitchTiles(plan, stitching);
  for (const [i, tile] of plan.tiles.entries()) {
    checkAborted(signal, 'segmentation');
    const channels = input.channels.map((plane) => cutTile(plane, plan, tile));
    stitcher.add(tile, await runTile(network, channels, signal));
    onProgress?.(i + 1, plan.tiles.length);
  }
  return stitcher.finish();
}
