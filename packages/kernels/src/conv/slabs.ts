import type { HostArray } from '../core/dtype.ts';
import type { Packing } from '../core/kernel.ts';
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
  return {
    operand: operand.w,
    layout: `slab${channels}x${depth}${tiling.flat ? 'flat' : ''}g${g.groups}`,
    pack(values: HostArray): Float32Array {
      const packed = new Float32Array(g.groups * tiling.channelTiles * tileSize);
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
