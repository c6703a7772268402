import { bytesOf, type Scalar, storageOf } from '../core/dtype.ts';
import type { Binding, Cost, DeviceCaps, Param } from '../core/kernel.ts';
import { sizeOf, type Tensor } from '../core/tensor.ts';
import type { Specialisation } from '../core/wgsl.ts';
import { chainWgsl } from '../map/functions.ts';
import { type ConvProblem, type Geometry, geometryOf, macsOf, operand, triple } from './geometry.ts';
import { pooledIndex } from './pooled.ts';
import { busy, coresOf } from './tiles.ts';

/** Binding of the uniform in every convolution shader. */
export const paramsIndex = 7;

/** Storage type of the operands, and the directives it needs. */
export function elementOf(
  problem: ConvProblem,
  caps: DeviceCaps,
): { elem: Scalar; enable: readonly string[] } {
  const elem = storageOf(problem.outputs[0].dtype, caps.features.has('f16'));
  return { elem, enable: elem === 'f16' ? ['f16'] : [] };
}

/** Elements of all operands but the weights. */
function elementsBeside({ inputs, outputs }: ConvProblem): number {
  const tensors = [...inputs, ...outputs].filter((_, index) => index !== operand.w);
  return tensors.reduce((sum, tensor) => sum + (tensor ? sizeOf(tensor.shape) : 0), 0);
}

/** Elements of other operands for each weight, up to which halves take at least a tenth of the traffic away. */
const mostBeside = 4;

/**
 * Whether constant weights lie two to a word of u32, as halves that core WGSL unpacks: those in half precision beside values that are held
 * in f32, where the adapter lacks `shader-f16` or only the weights were halved, if they are much of what is moved. Elsewhere unpacking
 * would be all that they bring (docs/performance.md).
 */
export function isPaired(problem: ConvProblem, caps: DeviceCaps): boolean {
  const { dtype, shape } = problem.inputs[operand.w]!;
  const half = dtype === 'float16' && problem.constant?.[operand.w] === true;
  return (
    half && elementOf(problem, caps).elem === 'f32' && elementsBeside(problem) <= mostBeside * sizeOf(shape)
  );
}

/** How weights are held that a kernel reads as they come: as their own type is, which is not as the rest is where only they are halves. */
export function plainWeights({ inputs }: ConvProblem, caps: DeviceCaps): Scalar {
  return storageOf(inputs[operand.w]!.dtype, caps.features.has('f16'));
}

/** How the weights are held that a kernel has packed for it. */
export function packedWeights(problem: ConvProblem, caps: DeviceCaps): Scalar {
  return isPaired(problem, caps) ? 'f16' : elementOf(problem, caps).elem;
}

/** Arithmetic and traffic, each operand counted once, and how far from its peak a kernel does them that reads weights held as `held`. */
export function workOf(
  problem: ConvProblem,
  caps: DeviceCaps,
  slowdown: number,
  held = packedWeights(problem, caps),
): Cost {
  const weights = bytesOf(held) * sizeOf(problem.inputs[operand.w]!.shape);
  const bytes = weights + bytesOf(elementOf(problem, caps).elem) * elementsBeside(problem);
  return { flops: 2 * macsOf(geometryOf(problem)), bytes, slowdown };
}

/** Outputs that an invocation of a kernel without workgroup memory computes (8 to 64, taken as one). */
const outputsEach = 32;
/** On hardware these fetch every operand through a cache where others have it in workgroup memory: twice as slow (an estimate). */
const uncached = 2;

/**
 * The cost of a kernel without workgroup memory. These do the same work, so `slowdown` alone ranks them, by what they reach on lavapipe
 * (docs/performance.md); `waste` is how much more of it they compute than there is, none of which is moved. On hardware a map too small to
 * occupy it costs more; only there are kernels to turn to instead.
 */
export function costOf(
  problem: ConvProblem,
  caps: DeviceCaps,
  slowdown: number,
  waste = 1,
  held?: Scalar,
): Cost {
  const computed = sizeOf(problem.outputs[0].shape) * (problem.attributes.pooled === 'instead' ? 4 : 1);
  const invocations = (computed * waste) / outputsEach;
  const idle = caps.software ? 1 : Math.max(1, (coresOf(caps) * busy) / invocations);
  const cached = caps.software ? 1 : uncached;
  return {
    ...workOf(problem, caps, slowdown * waste * idle * cached, held),
    traffic: slowdown * idle,
  };
}

/** The operands that are there, at the index of their place in the problem. */
export function bindingsOf({ attributes, inputs }: ConvProblem): readonly Binding[] {
  const names = ['x', 'w', 'bias', 'residual', 'preScale', 'preShift'];
  const read = names.flatMap((name, index): Binding[] =>
    inputs[index] ? [{ index, name, access: 'read', operand: index }] : [],
  );
  const y: Binding = { index: operand.y, name: 'y', access: 'read_write', operand: inputs.length };
  const pooled: Binding = { ...y, index: pooledIndex, name: 'pooled' };
  if (attributes.pooled === 'instead') return [...read, pooled];
  return [...read, y, ...(attributes.pooled ? [{ ...pooled, operand: inputs.length + 1 }] : [])];
}

/** Bias, activation, residual and what follows it, of a single value. */
export function epilogueSlots({ attributes, inputs, outputs }: ConvProblem): Specialisation {
  const slots: Record<string, string | null> = {
    activate: activationOf(attributes, geometryOf({ attributes, inputs, outputs })),
    finish: chainWgsl(attributes.after, 'v'),
  };
  if (!inputs[operand.bias]) Object.assign(slots, { bias: null, biasOf: '0.0' });
  if (!inputs[operand.residual]) Object.assign(slots, { residual: null, residualAt: '0.0' });
  return { ...slots, ...storeSlots(attributes) };
}

/** The activation, which a shortcut's channels do without. */
function activationOf({ activation }: ConvProblem['attributes'], { outChannels, narrow }: Geometry): string {
  const chain = chainWgsl(activation, 'v');
  return narrow > 0 ? `select(v, ${chain}, channel < ${outChannels - narrow}u)` : chain;
}

/** Where a result is stored, of a convolution that shuffles its channels into blocks; see `shuffle` in vocabulary.ts. */
function storeSlots({ shuffle }: ConvProblem['attributes']): Specialisation {
  if (!shuffle) return {};
  const [block, crop] = [triple(shuffle.block, 1), triple(shuffle.crop, 0)];
  const vector = (values: readonly number[]) => `vec3u(${values.map((value) => `${value}u`).join(', ')})`;
  const extent = 'vec3u(params.outD, params.outH, params.outW)';
  const from = 'vec3u(position / extent.z / extent.y, position / extent.z % extent.y, position % extent.z)';
  const within = `vec3u(channel / ${block[1] * block[2]}u % ${block[0]}u, channel / ${block[2]}u % ${block[1]}u, channel % ${block[2]}u)`;
  const placeOf = [
    `let extent = ${extent};`,
    `let to = ${from} * ${vector(block)} + ${within} - ${vector(crop)};`,
    `let size = extent * ${vector(block)} - 2u * ${vector(crop)};`,
    `let at = ((channel / ${sizeOf(block)}u * size.x + to.x) * size.y + to.y) * size.z + to.z;`,
    'return select(0xffffffffu, at, all(to < size));',
  ];
  return { placeOf: `{ ${placeOf.join(' ')} }`, isStored: 'place != 0xffffffffu' };
}

/** The pre-activation `pre(v, channel)` of a single value. */
export function preSlots({ attributes, inputs }: ConvProblem): Specialisation {
  const window = windowSlots(attributes);
  if (!inputs[operand.preScale]) return { preScale: null, preShift: null, pre: 'v', ...window };
  return {
    pre: chainWgsl(attributes.pre, '(v * f32(preScale[channel]) + f32(preShift[channel]))'),
    ...window,
  };
}

/** How an element is fetched of an input that is averaged over windows; see `window` in vocabulary.ts. */
function windowSlots({ window }: ConvProblem['attributes']): Specialisation {
  if (!window) return {};
  const [depth, height, width] = triple(window, 1);
  const row = 'at + (i / HEIGHT * params.inH + i % HEIGHT) * params.inW + j'.replaceAll(
    'HEIGHT',
    `${height}u`,
  );
  const loops = `for (var i = 0u; i < ${depth * height}u; i++) { for (var j = 0u; j < ${width}u; j++)`;
  const sum = `sum += pre(f32(x[${row}]), channel);`;
  return { fetch: `{ var sum = 0.0; ${loops} { ${sum} } } return sum * ${1 / sizeOf(window)}; }` };
}

/** Where the operands begin, and how far apart the items of the batch lie. */
export function viewParams({ attributes, inputs, outputs }: ConvProblem): Param[] {
  const view = (name: string, tensor: Tensor | null | undefined): Param[] => [
    [`${name}Offset`, 'u32', tensor?.offset ?? 0],
    [`${name}Batch`, 'u32', tensor?.strides[0] ?? 0],
  ];
  return [
    ...view('x', inputs[operand.x]),
    ...view('y', attributes.pooled === 'instead' ? null : outputs[0]),
    ...view('residual', inputs[operand.residual]),
  ];
}

/** Extents, strides, dilations and paddings of every axis. */
export function shapeParams(g: Geometry): Param[] {
  const axes = (prefix: string, values: readonly number[]): Param[] =>
    ['D', 'H', 'W'].map((axis, i) => [`${prefix}${axis}`, 'u32', values[i]]);
  return [
    ...axes('in', g.input),
    ...axes('out', g.output),
    ...axes('k', g.kernel),
    ...axes('stride', g.strides),
    ...axes('dilation', g.dilations),
    ...axes('pad', g.pads),
  ];
}

/**
 * Invocations of a workgroup. A software adapter runs one subgroup after another, so a workgroup of one leaves no lanes idle in small
 * maps and costs nothing in large ones (lavapipe, 32 channels at 256 x 256: 25 GFLOP/s with 8, 20 to 31 with 64, within its noise).
 */
export function workgroupOf(tiles: number, caps: DeviceCaps): number {
  if (caps.software) return 8;
  return tiles <= 32 ? 32 : 64;
}

/** Workgroups, or why the grid does not hold them. */
export function rejectsGrid(grid: readonly number[], caps: DeviceCaps): string | null {
  return grid.every((side) => side <= caps.limits.gridSide)
    ? null
    : `a grid of ${grid.join(' x ')} workgroups`;
}
