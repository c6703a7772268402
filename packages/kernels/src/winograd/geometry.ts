import { RoentgenError } from '../core/errors.ts';
import type { DeviceCaps, Problem } from '../core/kernel.ts';
import type { TensorType } from '../core/tensor.ts';
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

/**
 * Channels that one invocation takes in turn, finding its tile only once: on software adapters several, as long as there are some
 * hundreds of workgroups to share out.
 */
export function channelsEach(channels: number, workgroups: number, caps: DeviceCaps): number {
  return caps.software ? Math.max(1, Math.min(16, Math.floor((channels * workgroups) / 256))) : 1;
}
