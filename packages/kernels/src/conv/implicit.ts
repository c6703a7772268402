import type { DeviceCaps, Param, Table } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import type { Specialisation } from '../core/wgsl.ts';
import { type ConvProblem, type Geometry, geometryOf, inPlane, operand, rejectsViews } from './geometry.ts';
import { pooledParams, pooledSlots, rejectsPooled } from './pooled.ts';
import { epilogueSlots, preSlots, viewParams } from './slots.ts';
import type { Tiling } from './tiles.ts';

// What gemm.wgsl and matrix.wgsl share: a convolution as a product of matrices whose second factor is never written down.

const tableIndex = 8;
/** A plane no input reaches: what lies there counts as zero. */
const outside = -(2 ** 30);

/** Of each tap, or in a flat tiling of each (tap, channel): how many elements, planes, rows and columns on it lies. None of a single tap. */
export function tapsOf(g: Geometry, { flat, steps }: Tiling, depth: number): { tables?: readonly Table[] } {
  if (sizeOf(g.kernel) === 1) return {};
  const [, inH, inW] = g.input;
  const channels = flat ? g.inChannels : 1;
  const taps = sizeOf(g.kernel);
  const data = new Int32Array((flat ? steps * depth : taps) * 4);
  for (let at = 0; at < data.length; at += 4) {
    const tap = Math.floor(at / 4 / channels);
    if (tap >= taps) {
      data[at + 1] = outside;
      continue;
    }
    const k = [
      Math.floor(tap / g.kernel[2] / g.kernel[1]),
      Math.floor(tap / g.kernel[2]) % g.kernel[1],
      tap % g.kernel[2],
    ];
    const [z, y, x] = k.map((i, axis) => i * g.dilations[axis] - g.pads[axis]);
    data.set([((at / 4) % channels) * inPlane(g) + (z * inH + y) * inW + x, z, y, x], at);
  }
  return { tables: [{ index: tableIndex, name: 'taps', data }] };
}

/** Whether a tap may lie outside the input. */
function isPadded(g: Geometry): boolean {
  return g.input.some((extent, axis) => {
    const last =
      (g.output[axis] - 1) * g.strides[axis] + (g.kernel[axis] - 1) * g.dilations[axis] - g.pads[axis];
    return g.pads[axis] > 0 || last >= extent;
  });
}

/** What every shader of the product is told of its taps, and of what stands before and behind it; `across` as for `pooledSlots`. */
export function productSlots(
  problem: ConvProblem,
  g: Geometry,
  tiling: Tiling,
  across: number,
  elem: string,
): Specialisation {
  return {
    FLAT: tiling.flat,
    PADDED: tiling.flat || isPadded(g),
    ...(sizeOf(g.kernel) === 1 ? { taps: null, tapAt: 'vec4i()' } : {}),
    ...preSlots(problem),
    ...epilogueSlots(problem),
    ...pooledSlots(problem, across, elem),
  };
}

/** Why a product in tiles cannot take the problem here, whatever the tile; null when it can. */
export function rejectsProduct(problem: ConvProblem, caps: DeviceCaps, across: number): string | null {
  if (caps.software) return 'for hardware: a software adapter has no workgroup memory nearer than its caches';
  if (!problem.constant?.[operand.w]) return 'weights must be constant, they are packed when loaded';
  return (
    rejectsPooled(problem, geometryOf(problem), across) ??
    rejectsViews(problem) ??
    rejectsBuffers(problem, caps)
  );
}

/** An adapter binds eight storage buffers at least; everything that a product may have before and behind it is nine. */
function rejectsBuffers(problem: ConvProblem, { limits }: DeviceCaps): string | null {
  const tables = sizeOf(geometryOf(problem).kernel) > 1 ? 1 : 0;
  const buffers = problem.inputs.filter(Boolean).length + problem.outputs.length + tables;
  return buffers > limits.storageBuffers ? `${buffers} storage buffers` : null;
}

/** Values of the struct Params that the shaders of the product share. */
export function productParams(problem: ConvProblem, g: Geometry, tiling: Tiling): Param[] {
  const axes = (prefix: string, values: readonly number[]): Param[] =>
    ['D', 'H', 'W'].map((axis, i) => [`${prefix}${axis}`, 'u32', values[i]]);
  const { channelTiles, wideTiles, tiles, positionTiles, positions, steps, stepsPerTap } = tiling;
  const counts = {
    inChannels: g.inChannels,
    outChannels: g.outChannels / g.groups,
    channelTiles,
    tiles,
    positionTiles,
    positions,
    steps,
    stepsPerTap,
    wideTiles,
    middle: (sizeOf(g.kernel) - 1) >> 1,
  };
  return [
    ...Object.entries(counts).map(([name, value]): Param => [name, 'u32', value]),
    ...axes('in', g.input),
    ...axes('out', g.output),
    ...axes('stride', g.strides),
    ...viewParams(problem),
    ...pooledParams(problem),
  ];
}
