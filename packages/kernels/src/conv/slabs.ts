import type { HostArray } from '../core/dtype.ts';
import type { Packing } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Geometry, operand } from './geometry.ts';
import type { TileShape, Tiling } from './tiles.ts';

/**
 * Weights [Cout, Cin, taps] as gemm.wgsl wants them, in runs of four along the depth, and matrix.wgsl, in runs of a unit's K:
 * [group][tile][step][depth / run][channels of the tile][run], which for M channels at a time are matrices [M][K] behind one another. The inner
 * axis runs over taps and, below them, channels, which are rounded up to whole steps unless the tiling is flat. Zero where there is nothing.
 * Tiles of a shortcut come last and have the steps of their one tap.
 */
export function slabWeights(g: Geometry, { channels, depth }: TileShape, tiling: Tiling, run = 4): Packing {
  const taps = sizeOf(g.kernel);
  const groupOut = g.outChannels / g.groups;
  const { flat, channelTiles, wideTiles, steps, stepsPerTap } = tiling;
  const rowsPerTap = flat ? g.inChannels : stepsPerTap * depth;
  // Wide tiles before one and narrow ones, of one tap, which come last.
  const startOf = (tile: number) =>
    (Math.min(tile, wideTiles) * steps + Math.max(0, tile - wideTiles) * stepsPerTap) * depth * channels;
  const elements = g.groups * startOf(channelTiles);
  return {
    operand: operand.w,
    layout: `slab${channels}x${depth}by${run}${flat ? 'flat' : ''}g${g.groups}${wideTiles < channelTiles ? `wide${wideTiles}` : ''}`,
    elements: () => elements,
    pack(values: HostArray, packed = new Float32Array(elements)): Float32Array {
      for (let co = 0, from = 0; co < g.outChannels; co++) {
        const own = co % groupOut;
        const tile = Math.floor(own / channels);
        const narrow = co >= g.outChannels - g.narrow;
        const first = tile >= wideTiles ? (taps - 1) / 2 : 0;
        const to = Math.floor(co / groupOut) * startOf(channelTiles) + startOf(tile) + (own % channels) * run;
        for (let at = 0; at < g.inChannels * taps; at++) {
          const tap = at % taps;
          const row = (tap - first) * rowsPerTap + Math.floor(at / taps);
          const value = values[from++];
          if (!narrow || tap === (taps - 1) / 2)
            packed[to + Math.floor(row / run) * channels * run + (row % run)] = value;
        }
      }
      return packed;
    },
  };
}
