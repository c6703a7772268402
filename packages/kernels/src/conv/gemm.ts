import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelInstance } from '../core/kernel.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './gemm.wgsl?raw';
import { type ConvProblem, type Geometry, geometryOf } from './geometry.ts';
import { heldPacking } from './halves.ts';
import { productParams, productSlots, rejectsProduct, tapsOf } from './implicit.ts';
import { slabWeights } from './slabs.ts';
import { bindingsOf, elementOf, isPaired, paramsIndex, workOf } from './slots.ts';
import {
  efficiencyOf,
  loadingOf,
  nameOf,
  rejectsShape,
  slowdownOf,
  type TileShape,
  type Tiling,
  tileShapes,
  tilingOf,
  trafficOf,
  workgroupBytes,
} from './tiles.ts';

function slotsOf(
  problem: ConvProblem,
  g: Geometry,
  tile: TileShape,
  tiling: Tiling,
  elem: string,
): Specialisation {
  const { channels, positions, rows, columns, parts, depth } = tile;
  return {
    Elem: elem,
    CHANNELS: channels,
    POSITIONS: positions,
    ROWS: rows,
    COLUMNS: columns,
    PARTS: parts,
    DEPTH: depth / 4,
    TAIL: g.inChannels % depth !== 0,
    ...productSlots(problem, g, tiling, positions / columns, elem),
  };
}

/** Weights as halves, of which two words are the four that lie together. */
const pairs: Specialisation = {
  w: 'array<vec2u>',
  fourOf: 'vec4f(unpack2x16float(w[at].x), unpack2x16float(w[at].y))',
};

function rejects(problem: ConvProblem, caps: DeviceCaps, tile: TileShape): string | null {
  const g = geometryOf(problem);
  const across = tile.positions / tile.columns;
  return rejectsProduct(problem, caps, across) ?? rejectsShape(g, tile, caps, workgroupBytes(tile));
}

function gemm(tile: TileShape): KernelDefinition<Vocabulary['conv']> {
  const name = `conv/gemm-${nameOf(tile)}`;
  return {
    name,
    rejects: (problem, caps) => rejects(problem, caps, tile),
    cost(problem, caps) {
      const g = geometryOf(problem);
      const efficiency = efficiencyOf(tile) / loadingOf(problem.attributes.window, tile);
      const work = workOf(problem, caps, slowdownOf(g, tile, caps, efficiency));
      return { ...work, traffic: trafficOf(g, tile, caps) };
    },
    instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
      const g = geometryOf(problem);
      const { elem, enable } = elementOf(problem, caps);
      const tiling = tilingOf(g, tile);
      const slots = {
        ...slotsOf(problem, g, tile, tiling, elem),
        ...(isPaired(problem, caps) ? pairs : {}),
      };
      return {
        name,
        source: specialise('conv/gemm.wgsl', text, slots, enable),
        bindings: bindingsOf(problem),
        ...tapsOf(g, tiling, tile.depth),
        packings: [heldPacking(slabWeights(g, tile, tiling), problem, caps)],
        params: { index: paramsIndex, values: productParams(problem, g, tiling) },
        grid: grid1d(tiling.tiles, 1, caps),
      };
    },
  };
}

/** The register-tiled implicit product of matrices in every shape of tile; see gemm.wgsl. */
export const gemms: readonly KernelDefinition<Vocabulary['conv']>[] = tileShapes.map(gemm);
