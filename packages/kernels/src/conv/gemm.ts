import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelInstance, Param, Table } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './gemm.wgsl?raw';
import { type ConvProblem, type Geometry, geometryOf, inPlane, operand, rejectsViews } from './geometry.ts';
import { slabWeights } from './slabs.ts';
import { bindingsOf, elementOf, epilogueSlots, paramsIndex, preSlots, viewParams, workOf } from './slots.ts';
import {
  nameOf,
  rejectsShape,
  slowdownOf,
  type TileShape,
  type Tiling,
  tileShapes,
  tilingOf,
} from './tiles.ts';

const tableIndex = 8;
/** A plane no input reaches: what lies there counts as zero. */
const outside = -(2 ** 30);

/** Of each tap, or in a flat tiling of each (tap, channel): how many elements, planes, rows and columns on it lies. */
function tapsOf(g: Geometry, { flat, steps }: Tiling, depth: number): Table {
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
  return { index: tableIndex, name: 'taps', data };
}

/** Whether a tap may lie outside the input. */
function isPadded(g: Geometry): boolean {
  return g.input.some((extent, axis) => {
    const last =
      (g.output[axis] - 1) * g.strides[axis] + (g.kernel[axis] - 1) * g.dilations[axis] - g.pads[axis];
    return g.pads[axis] > 0 || last >= extent;
  });
}

function slotsOf(problem: ConvProblem, g: Geometry, tile: TileShape, tiling: Tiling): Specialisation {
  const { channels, positions, rows, columns, parts, depth } = tile;
  return {
    CHANNELS: channels,
    POSITIONS: positions,
    ROWS: rows,
    COLUMNS: columns,
    PARTS: parts,
    DEPTH: depth / 4,
    FLAT: tiling.flat,
    PADDED: tiling.flat || isPadded(g),
    TAIL: g.inChannels % depth !== 0,
    ...(sizeOf(g.kernel) === 1 ? { taps: null, tapAt: 'vec4i()' } : {}),
    ...preSlots(problem),
    ...epilogueSlots(problem),
  };
}

function params(problem: ConvProblem, g: Geometry, tiling: Tiling): Param[] {
  const axes = (prefix: string, values: readonly number[]): Param[] =>
    ['D', 'H', 'W'].map((axis, i) => [`${prefix}${axis}`, 'u32', values[i]]);
  const { channelTiles, tiles, positionTiles, positions, steps, stepsPerTap } = tiling;
  const counts = {
    inChannels: g.inChannels,
    outChannels: g.outChannels / g.groups,
    channelTiles,
    tiles,
    positionTiles,
    positions,
    steps,
    stepsPerTap,
  };
  return [
    ...Object.entries(counts).map(([name, value]): Param => [name, 'u32', value]),
    ...axes('in', g.input),
    ...axes('out', g.output),
    ...axes('stride', g.strides),
    ...viewParams(problem),
  ];
}

function rejects(problem: ConvProblem, caps: DeviceCaps, tile: TileShape): string | null {
  if (caps.software) return 'for hardware: a software adapter has no workgroup memory nearer than its caches';
  if (!problem.constant?.[operand.w]) return 'weights must be constant, they are packed when loaded';
  return rejectsShape(geometryOf(problem), tile, caps) ?? rejectsViews(problem);
}

function gemm(tile: TileShape): KernelDefinition<Vocabulary['conv']> {
  const name = `conv/gemm-${nameOf(tile)}`;
  return {
    name,
    rejects: (problem, caps) => rejects(problem, caps, tile),
    cost: (problem, caps) => workOf(problem, caps, slowdownOf(geometryOf(problem), tile, caps)),
    instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
      const g = geometryOf(problem);
      const { elem, enable } = elementOf(problem, caps);
      const tiling = tilingOf(g, tile);
      const slots = { Elem: elem, ...slotsOf(problem, g, tile, tiling) };
      return {
        name,
        source: specialise('conv/gemm.wgsl', text, slots, enable),
        bindings: bindingsOf(problem),
        ...(sizeOf(g.kernel) === 1 ? {} : { tables: [tapsOf(g, tiling, tile.depth)] }),
        packings: [slabWeights(g, tile, tiling)],
        params: { index: paramsIndex, values: params(problem, g, tiling) },
        grid: grid1d(tiling.tiles, 1, caps),
      };
    },
  };
}

/** The register-tiled implicit product of matrices in every shape of tile; see gemm.wgsl. */
export const gemms: readonly KernelDefinition<Vocabulary['conv']>[] = tileShapes.map(gemm);
