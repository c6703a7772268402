import { workgroupOf } from '../conv/slots.ts';
import { RoentgenError } from '../core/errors.ts';
import type { Cost, DeviceCaps, Problem } from '../core/kernel.ts';
import type { TensorType } from '../core/tensor.ts';
import type { Specialisation } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Algorithm, algorithms } from './algorithm.ts';

export type Winograd = Vocabulary['winograd'];
export type WinogradInput = Extract<Winograd, { kind: 'input' }>;
export type WinogradOutput = Extract<Winograd, { kind: 'output' }>;

/** Whether a problem is that of the transform before the products. */
export function isInput(problem: Problem<Winograd>): problem is Problem<WinogradInput> {
  return problem.attributes.kind === 'input';
}

/** Whether a problem is that of the transform behind the products. */
export function isOutput(problem: Problem<Winograd>): problem is Problem<WinogradOutput> {
  return problem.attributes.kind === 'output';
}

/** Tiles of a batch of images, and the positions that they take in each row of products. */
export interface Tiles {
  readonly batch: number;
  readonly tilesY: number;
  readonly tilesX: number;
  /** Tiles, and as many positions of no meaning as make it a multiple of four, for kernels that move four at once. */
  readonly positions: number;
}

function tilesFor(batch: number, height: number, width: number, { outputs }: Algorithm): Tiles {
  const [tilesY, tilesX] = [Math.ceil(height / outputs), Math.ceil(width / outputs)];
  return { batch, tilesY, tilesX, positions: Math.ceil((batch * tilesY * tilesX) / 4) * 4 };
}

/** Tiles of the convolution whose input is x. */
export function tilesOver({ algorithm, pads }: WinogradInput, x: TensorType): Tiles {
  const { repeat } = algorithms[algorithm];
  const [height, width] = [0, 1].map((axis) => x.shape[axis + 2] * repeat + pads[axis] + pads[axis + 2] - 2);
  return tilesFor(x.shape[0], height, width, algorithms[algorithm]);
}

/** Tiles of a result of `extent`. */
export function tilesUnder({ algorithm, extent }: WinogradOutput): Tiles {
  return tilesFor(extent[0], extent[1], extent[2], algorithms[algorithm]);
}

function require(holds: boolean, message: string): asserts holds {
  if (!holds) throw new RoentgenError('shape', `Winograd transform: ${message}`);
}

function inputType(attributes: WinogradInput, [x, scale, shift]: readonly (TensorType | null)[]): TensorType {
  require(x?.shape.length === 4, `x of [${x?.shape}]: N, C, height and width are wanted`);
  const { algorithm, pads } = attributes;
  require(pads.length === 4, `pads [${pads}]: two for each of two axes are wanted`);
  require(algorithm !== 'nearest2' ||
    pads.every((pad) => pad === 1), `pads [${pads}]: around repeated inputs each must be 1`);
  for (const vector of [scale, shift])
    require(!vector ||
      vector.shape.join() === `${x.shape[1]}`, `pre-activation [${vector?.shape}] of x [${x.shape}]`);
  const { tilesY, tilesX, positions } = tilesOver(attributes, x);
  require(tilesY > 0 && tilesX > 0, `x of [${x.shape}] with pads [${pads}] is smaller than the kernel`);
  return { dtype: x.dtype, shape: [1, algorithms[algorithm].products ** 2 * x.shape[1], positions] };
}

function outputType(
  attributes: WinogradOutput,
  [m, bias, residual]: readonly (TensorType | null)[],
): TensorType {
  const { algorithm, extent } = attributes;
  const { positions } = tilesUnder(attributes);
  const taps = algorithms[algorithm].products ** 2;
  require(m?.shape.length === 3 &&
    m.shape[0] === 1 &&
    m.shape[1] % taps === 0 &&
    m.shape[2] ===
      positions, `products [${m?.shape}]: 1, a multiple of ${taps} and ${positions} are wanted for a result of [${extent}]`);
  const shape = [extent[0], m.shape[1] / taps, extent[1], extent[2]];
  require(!bias || bias.shape.join() === `${shape[1]}`, `bias [${bias?.shape}] for ${shape[1]} channels`);
  require(!residual ||
    residual.shape.join() === shape.join(), `residual [${residual?.shape}] of a result [${shape}]`);
  return { dtype: m.dtype, shape };
}

/** Types of the results; throws RoentgenError('shape') where the inputs do not fit. */
export function winogradOutputs(
  attributes: Winograd,
  inputs: readonly (TensorType | null)[],
): readonly TensorType[] {
  return [attributes.kind === 'input' ? inputType(attributes, inputs) : outputType(attributes, inputs)];
}

/** How a transform is shared out: tiles one below the other that an invocation takes, and the workgroups over them. */
export interface Shares {
  readonly rowsEach: number;
  readonly workgroup: number;
  readonly grid: readonly [number, number, number];
}

/**
 * On hardware an invocation takes one tile. Software adapters take several where that leaves fewer loads: `sources` rows for the first
 * tile, `step` for each below; not so many that lanes idle, or fewer than 64 workgroups are left to share out between cores.
 */
export function sharesOf(
  { batch, tilesY, tilesX }: Tiles,
  channels: number,
  idle: number,
  { sources, step }: Algorithm,
  caps: DeviceCaps,
): Shares {
  const shares = (rowsEach: number): Shares => {
    const invocations = batch * Math.ceil(tilesY / rowsEach) * tilesX + idle;
    const workgroup = workgroupOf(invocations, caps);
    return { rowsEach, workgroup, grid: [Math.ceil(invocations / workgroup), channels, 1] };
  };
  const one = shares(1);
  if (!caps.software) return one;
  const rows = ({ grid, rowsEach }: Shares) =>
    grid[0] * (sources + (rowsEach - 1) * step + sources * rowsEach);
  const many = [2, 4, 8].map(shares).filter(({ grid }) => grid[0] * grid[1] >= 64);
  return many.reduce((best, next) => (rows(next) < rows(best) ? next : best), one);
}

/**
 * What a transform between `products` elements and `image` elements takes. On software adapters loads and stores count, not arithmetic:
 * as much as 55 operations of a convolution on lavapipe's eight lanes, twice that on SwiftShader's four (32 channels at 64 x 64:
 * 0.29 ms, and 6.7 before and 3.4 behind the products); what leaves the caches is written into many places at once, at 0.6 of the rate
 * of a copy (32 channels at 256 x 256: 8.7 ms for 27 MB). On hardware, not measured: two thirds of the memory's rate.
 */
export function transformCost(products: number, image: number, caps: DeviceCaps): Cost {
  const bytes = 4 * (products + image);
  if (!caps.software) return { flops: 8 * products, bytes, slowdown: 1.5 };
  return {
    flops: (440 / Math.max(caps.subgroupLanes, 1)) * products,
    bytes,
    slowdown: bytes > 2 ** 24 ? 1.6 : 1,
  };
}

/** A factor of every loop's bound in the shaders that comes out of a uniform, so that no compiler knows how often a loop turns. */
export const one = 1;

/** How often a loop turns that a software adapter must not unroll; see input.wgsl. */
export function turnsSlot(caps: DeviceCaps): Specialisation {
  return caps.software ? { turns: 'count * params.one' } : {};
}
