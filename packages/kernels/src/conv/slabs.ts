import type { HostArray } from '../core/dtype.ts';
import type { MatrixUnit, Packing } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Geometry, operand } from './geometry.ts';
import type { TileShape, Tiling } from './tiles.ts';

/**
 * Weights [Cout, Cin, taps] as gemm.wgsl wants them: [group][tile][step][depth / 4][channels of the tile][4], the inner axis running over
 * taps and, below them, channels, which are rounded up to whole steps unless the tiling is flat. Zero where there is nothing.
 */
export function slabWeights(g: Geometry, { channels, depth }: TileShape, tiling: Tiling): Packing {
  const taps = sizeOf(g.kernel);
  const groupOut = g.outChannels / g.groups;
  const rowsPerTap = tiling.flat ? g.inChannels : tiling.stepsPerTap * depth;
  const tileSize = tiling.steps * depth * channels;
  const elements = g.groups * tiling.channelTiles * tileSize;
  return {
    operand: operand.w,
    layout: `slab${channels}x${depth}${tiling.flat ? 'flat' : ''}g${g.groups}`,
    elements: () => elements,
    pack(values: HostArray, packed = new Float32Array(elements)): Float32Array {
      for (let co = 0, from = 0; co < g.outChannels; co++) {
        const own = co % groupOut;
        const tile = Math.floor(co / groupOut) * tiling.channelTiles + Math.floor(own / channels);
        const to = tile * tileSize + (own % channels) * 4;
        for (let at = 0; at < g.inChannels * taps; at++) {
          const row = (at % taps) * rowsPerTap + Math.floor(at / taps);
          packed[to + Math.floor(row / 4) * channels * 4 + (row % 4)] = values[from++];
        }
      }
      return packed;
    },
  };
}

/**
 * Weights [Cout, Cin, taps] as matrix.wgsl wants them: [group][tile][step][depth / K][channels of the tile / M][M][K], the inner axis as for
 * `slabWeights`. Zero where there is nothing.
 */
export function matrixWeights(
  g: Geometry,
  { channels, depth }: TileShape,
  tiling: Tiling,
  unit: MatrixUnit,
): Packing {
  const taps = sizeOf(g.kernel);
  const groupOut = g.outChannels / g.groups;
  const rowsPerTap = tiling.flat ? g.inChannels : tiling.stepsPerTap * depth;
  const tileSize = tiling.steps * depth * channels;
  const elements = g.groups * tiling.channelTiles * tileSize;
  return {
    operand: operand.w,
    layout: `matrices${channels}x${depth}of${unit.M}x${unit.K}${tiling.flat ? 'flat' : ''}g${g.groups}`,
    elements: () => elements,
    pack(values: HostArray, packed = new Float32Array(elements)): Float32Array {
      for (let co = 0, from = 0; co < g.outChannels; co++) {
        const own = co % groupOut;
        const tile = Math.floor(co / groupOut) * tiling.channelTiles + Math.floor(own / channels);
        const channel = own % channels;
        // Matrices of one K lie behind one another; within one, rows of K.
        const to =
          tile * tileSize + Math.floor(channel / unit.M) * unit.M * unit.K + (channel % unit.M) * unit.K;
        for (let at = 0; at < g.inChannels * taps; at++) {
          const row = (at % taps) * rowsPerTap + Math.floor(at / taps);
          packed[to + Math.floor(row / unit.K) * channels * unit.K + (row % unit.K)] = values[from++];
        }
      }
      return packed;
    },
  };
}
