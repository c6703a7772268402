import type { HostArray } from '../core/dtype.ts';
import type { Packing } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Geometry, operand } from './geometry.ts';
import type { TileShape, Tiling } from './tiles.ts';

/**
 * Weights [Cout, Cin, taps] as gemm.wgsl wants them, in runs of four along the depth, and matrix.wgsl, in runs of a unit's K:
 * [group][tile][step][depth / run][channels of the tile][run], which for M channels at a time are matrices [M][K] behind one another. The inner
 * axis runs over taps and, below them, channels, which are rounded up to whole steps unless the tiling is flat. Zero where there is nothing.
 */
export function slabWeights(g: Geometry, { channels, depth }: TileShape, tiling: Tiling, run = 4): Packing {
  const taps = sizeOf(g.kernel);
  const groupOut = g.outChannels / g.groups;
  const rowsPerTap = tiling.flat ? g.inChannels : tiling.stepsPerTap * depth;
  const tileSize = tiling.steps * depth * channels;
  const elements = g.groups * tiling.channelTiles * tileSize;
  return {
    operand: operand.w,
    layout: `slab${channels}x${depth}by${run}${tiling.flat ? 'flat' : ''}g${g.groups}`,
    elements: () => elements,
    pack(values: HostArray, packed = new Float32Array(elements)): Float32Array {
      for (let co = 0, from = 0; co < g.outChannels; co++) {
        const own = co % groupOut;
        const tile = Math.floor(co / groupOut) * tiling.channelTiles + Math.floor(own / channels);
        const to = tile * tileSize + (own % channels) * run;
        for (let at = 0; at < g.inChannels * taps; at++) {
          const row = (at % taps) * rowsPerTap + Math.floor(at / taps);
          packed[to + Math.floor(row / run) * channels * run + (row % run)] = values[from++];
        }
      }
      return packed;
    },
  };
}
