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
   * Default 393,216 (512 x 768): 64 channels of them are 96 MiB, below the 128 MiB that WebGPU promises for a binding. More would do, since
   * larger tensors are cut, but not through Winograd's transforms, and takes more memory: 1024 x 1024 pixels are 268 G multiply-adds and 804
   * MiB in one piece, 303 G and 365 MiB in four tiles of 544.
   */
  readonly wholePixels?: number;
  /**
   * Side of the square tiles of larger pictures, raised to a multiple of 16. Default: as few tiles of `wholePixels` as
   * cover the picture, made as small as still cover it. The paper's is 800.
   */
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

const roundUp = (length: number) => Math.ceil(length / multiple) * multiple;

/** The least side, along one axis, of as few tiles of at most `largest` as cover it with the overlap. */
function leastSide(length: number, largest: number, overlap: number): number {
  const count = Math.max(1, Math.ceil((length - overlap) / Math.max(multiple, largest - overlap)));
  return roundUp((length + (count - 1) * overlap) / count);
}

/** Side of the tiles for a picture: 1006 x 1000 takes 4 of 544 instead of 9 of 512. */
export function tileSide(width: number, height: number, pixels: number, overlap: number): number {
  const largest = Math.floor(Math.sqrt(pixels) / multiple) * multiple;
  return Math.max(leastSide(width, largest, overlap), leastSide(height, largest, overlap));
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
  const { wholePixels = 393_216, overlap = 64, stitching = 'blend', signal, onProgress } = options;
  const [{ width, height }] = input.channels;
  checkAborted(signal, 'segmentation');
  if (roundUp(width) * roundUp(height) <= wholePixels) {
    const plane = await wholePicture(network, input, signal);
    onProgress?.(1, 1);
    return plane;
  }
  const side = options.side ?? tileSide(width, height, wholePixels, overlap);
  const plan = planTiles(width, height, roundUp(side), overlap);
  const stitcher = stitchTiles(plan, stitching);
  for (const [i, tile] of plan.tiles.entries()) {
    checkAborted(signal, 'segmentation');
    const channels = input.channels.map((plane) => cutTile(plane, plan, tile));
    stitcher.add(tile, await runTile(network, channels, signal));
    onProgress?.(i + 1, plan.tiles.length);
  }
  return stitcher.finish();
}
