import { RoentgenError } from '../core/errors.ts';
import type { Problem } from '../core/kernel.ts';
import { isDenseFrom, sizeOf, type Tensor, type TensorType } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Conv = Vocabulary['conv'];
export type ConvProblem = Problem<Conv>;
export type Triple = readonly [depth: number, height: number, width: number];

/** Places of the operands in `Problem.inputs`; the output follows. */
export const operand = { x: 0, w: 1, bias: 2, residual: 3, preScale: 4, preShift: 5, y: 6 } as const;

/** A convolution over one, two or three axes, written as one over three: missing leading axes have extent 1. */
export interface Geometry {
  readonly batch: number;
  readonly groups: number;
  /** Input channels of one group. */
  readonly inChannels: number;
  readonly outChannels: number;
  /** Of the output channels, the last that are of one tap; see `shortcut` in vocabulary.ts. */
  readonly narrow: number;
  readonly input: Triple;
  /** Positions that are computed: more or fewer than those of the output tensor where the store shuffles, or keeps maxima only. */
  readonly output: Triple;
  readonly kernel: Triple;
  readonly strides: Triple;
  readonly dilations: Triple;
  readonly pads: Triple;
}

/** Values of up to three axes as of three, the leading ones `fill`. */
export function triple(values: readonly number[], fill: number): Triple {
  const missing = 3 - values.length;
  const at = (axis: number) => (axis < missing ? fill : values[axis - missing]);
  return [at(0), at(1), at(2)];
}

/** What a store that shuffles nothing would be called. */
function plain(rank: number): { readonly block: readonly number[]; readonly crop: readonly number[] } {
  return { block: new Array<number>(rank).fill(1), crop: new Array<number>(rank).fill(0) };
}

/** Positions that are computed along each axis, of those that the first output has. */
function computedExtents({ shuffle, pooled }: Conv, stored: readonly number[]): readonly number[] {
  if (shuffle) return stored.map((extent, axis) => (extent + 2 * shuffle.crop[axis]) / shuffle.block[axis]);
  return pooled === 'instead' ? stored.map((extent) => 2 * extent) : stored;
}

export function geometryOf({ attributes, inputs, outputs }: ConvProblem): Geometry {
  const [x, w] = inputs as [Tensor, Tensor];
  const stored = outputs[0].shape.slice(2);
  return {
    batch: x.shape[0],
    groups: attributes.groups,
    inChannels: w.shape[1],
    outChannels: w.shape[0],
    narrow: attributes.shortcut ?? 0,
    input: triple(x.shape.slice(2), 1),
    output: triple(computedExtents(attributes, stored), 1),
    kernel: triple(w.shape.slice(2), 1),
    strides: triple(attributes.strides, 1),
    dilations: triple(attributes.dilations, 1),
    pads: triple(attributes.pads.slice(0, stored.length), 0),
  };
}

/** Elements of one channel of the input. */
export function inPlane(g: Geometry): number {
  return sizeOf(g.input);
}

/** Elements of one channel of the output. */
export function outPlane(g: Geometry): number {
  return sizeOf(g.output);
}

/** Multiply-adds of the whole problem. */
export function macsOf(g: Geometry): number {
  const taps = (g.outChannels - g.narrow) * sizeOf(g.kernel) + g.narrow;
  return g.batch * outPlane(g) * g.inChannels * taps;
}

function refuse(message: string): never {
  throw new RoentgenError('shape', `convolution: ${message}`);
}

function checkShapes({ groups, strides, dilations, pads, window }: Conv, x: TensorType, w: TensorType): void {
  const rank = x.shape.length - 2;
  if (window && (window.length !== rank || sizeOf(w.shape.slice(2)) > 1 || pads.some((pad) => pad !== 0)))
    refuse(
      `windows of [${window}] are for kernels of one tap without padding, not [${w.shape}] and [${pads}]`,
    );
  if (rank < 1 || rank > 3)
    refuse(`the input has shape [${x.shape}]; N, C and one to three spatial axes are wanted`);
  if (w.shape.length !== x.shape.length) refuse(`weights [${w.shape}] and input [${x.shape}] differ in rank`);
  if (strides.length !== rank || dilations.length !== rank || pads.length !== 2 * rank)
    refuse(
      `strides [${strides}], dilations [${dilations}] and pads [${pads}] do not fit ${rank} spatial axes`,
    );
  if (x.shape[1] !== w.shape[1] * groups)
    refuse(
      `the input has ${x.shape[1]} channels, weights [${w.shape}] in ${groups} group(s) take ${w.shape[1] * groups}`,
    );
  if (w.shape[0] % groups !== 0) refuse(`${w.shape[0]} output channels do not divide into ${groups} groups`);
}

function checkEnds(
  { groups, shuffle, shortcut, pooled }: Conv,
  w: TensorType,
  extent: readonly number[],
): void {
  const channels = w.shape[0];
  const odd = w.shape.slice(2).every((taps) => taps % 2 === 1);
  if (shortcut !== undefined && !(odd && groups === 1 && !shuffle && shortcut > 0 && shortcut < channels))
    refuse(
      `${shortcut} of ${channels} channels [${w.shape}] in ${groups} group(s) are no shortcut beside the others`,
    );
  if (pooled && !(extent.length === 2 && !shuffle && extent.every((each) => each % 2 === 0)))
    refuse(`maxima of 2 x 2 are of images with even sides, not [${extent}]`);
}

/** The shape rule of ONNX Conv, with explicit pads. */
export function convOutputs(attributes: Conv, inputs: readonly (TensorType | null)[]): readonly TensorType[] {
  const [x, w, bias] = inputs;
  if (!x || !w) return refuse('input and weights must be there');
  checkShapes(attributes, x, w);
  if (bias && (bias.shape.length !== 1 || bias.shape[0] !== w.shape[0]))
    refuse(`the bias has shape [${bias.shape}] for ${w.shape[0]} output channels`);
  const { strides, dilations, pads } = attributes;
  const rank = strides.length;
  const { block, crop } = attributes.shuffle ?? plain(rank);
  const places = sizeOf(block);
  if (block.length !== rank || crop.length !== rank || w.shape[0] % places !== 0)
    refuse(`${w.shape[0]} channels do not shuffle into blocks of [${block}], cropped by [${crop}]`);
  const spatial = strides.map((stride, axis) => {
    const reach = attributes.window?.[axis] ?? (w.shape[axis + 2] - 1) * dilations[axis] + 1;
    const room = x.shape[axis + 2] + pads[axis] + pads[axis + rank];
    if (reach > room)
      refuse(
        `a kernel that reaches ${reach} does not fit into ${room} (input ${x.shape[axis + 2]} and padding) on axis ${axis}`,
      );
    return Math.floor((room - reach) / stride) + 1;
  });
  const stored = spatial.map((extent, axis) => extent * block[axis] - 2 * crop[axis]);
  if (stored.some((extent) => extent < 1))
    refuse(`[${spatial}] in blocks of [${block}] is cropped to [${stored}]`);
  checkEnds(attributes, w, stored);
  const whole = { dtype: x.dtype, shape: [x.shape[0], w.shape[0] / places, ...stored] };
  const half = { dtype: x.dtype, shape: [x.shape[0], w.shape[0], ...stored.map((extent) => extent / 2)] };
  return attributes.pooled ? [...(attributes.pooled === 'instead' ? [] : [whole]), half] : [whole];
}

/** Why the kernels cannot take these views; null when every operand is densely packed but for its batch stride. */
export function rejectsViews({ inputs, outputs }: ConvProblem): string | null {
  const [x, w, , residual] = inputs;
  const views = [x, residual, ...outputs];
  if (views.some((view) => view && !isDenseFrom(view, 1)))
    return 'operands must be dense within an item of the batch';
  return w && (!isDenseFrom(w, 0) || w.offset !== 0) ? 'weights must be dense' : null;
}
