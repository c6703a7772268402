import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelInstance, MatrixUnit } from '../core/kernel.ts';
import { type Specialisation, specialise, type WgslSource } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type ConvProblem, geometryOf } from './geometry.ts';
import { productParams, productSlots, rejectsProduct, tapsOf } from './implicit.ts';
import text from './matrix.wgsl?raw';
import { slabWeights } from './slabs.ts';
import { bindingsOf, elementOf, paramsIndex, workOf } from './slots.ts';
import { loadingOf, rejectsShape, slowdownOf, type TileShape, tilingOf, trafficOf } from './tiles.ts';

const file = 'conv/matrix.wgsl';
const extension = 'chromium_experimental_subgroup_matrix';

/** A tile of `side` x `side`, shared by four subgroups. */
function tileOf(side: number, lanes: number): TileShape {
  return { channels: side, positions: side, rows: side / 2, columns: side / 2 / lanes, parts: 1, depth: 32 };
}

/** Elements from one row of inputs to the next: eight more than there are, 16 bytes, so that rows begin in different banks. */
function strideOf(tile: TileShape): number {
  return tile.positions + 8;
}

/** The largest matrices that divide a quarter of the tile; null when none do. */
function unitOf({ channels, positions, depth }: TileShape, { matrices }: DeviceCaps): MatrixUnit | null {
  const fitting = matrices.filter(
    ({ M, N, K }) => (channels / 2) % M === 0 && (positions / 2) % N === 0 && depth % K === 0,
  );
  const size = ({ M, N, K }: MatrixUnit) => M * N * K;
  return fitting.reduce<MatrixUnit | null>(
    (best, each) => (best && size(best) >= size(each) ? best : each),
    null,
  );
}

/** Sums of a tile in f32, and inputs of a step in f16. */
function workgroupBytes(tile: TileShape): number {
  return tile.channels * tile.positions * 4 + tile.depth * strideOf(tile) * 2;
}

function rejects(problem: ConvProblem, caps: DeviceCaps, side: number): string | null {
  if (elementOf(problem, caps).elem !== 'f16') return 'f16 only';
  const lanes = caps.subgroupLanes;
  const tile = tileOf(side, lanes);
  if (!unitOf(tile, caps)) return 'no unit for matrices of f16 with sums in f32';
  if ((4 * lanes) % side !== 0) return `four subgroups of ${lanes} do not fetch rows of ${side}`;
  return (
    rejectsProduct(problem, caps, 1) ?? rejectsShape(geometryOf(problem), tile, caps, workgroupBytes(tile))
  );
}

function slotsOf({ M, N, K }: MatrixUnit, tile: TileShape, lanes: number): Specialisation {
  return {
    Left: `subgroup_matrix_left<f16, ${K}, ${M}>`,
    Right: `subgroup_matrix_right<f16, ${N}, ${K}>`,
    Result: `subgroup_matrix_result<f32, ${N}, ${M}>`,
    M,
    N,
    K,
    CHANNELS: tile.channels,
    POSITIONS: tile.positions,
    DEPTH: tile.depth,
    LANES: lanes,
    STRIDE: strideOf(tile),
  };
}

function matrix(side: number, efficiency: number): KernelDefinition<Vocabulary['conv']> {
  const name = `conv/matrix-${side}x${side}`;
  return {
    name,
    rejects: (problem, caps) => rejects(problem, caps, side),
    cost(problem, caps) {
      const tile = tileOf(side, caps.subgroupLanes);
      const g = geometryOf(problem);
      const share = efficiency / (1 + efficiency * (loadingOf(problem.attributes.window, tile) - 1));
      return {
        ...workOf(problem, caps, slowdownOf(g, tile, caps, share)),
        traffic: trafficOf(g, tile, caps),
      };
    },
    instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
      const g = geometryOf(problem);
      const tile = tileOf(side, caps.subgroupLanes);
      const tiling = tilingOf(g, tile);
      const unit = unitOf(tile, caps)!;
      const slots = {
        ...slotsOf(unit, tile, caps.subgroupLanes),
        ...productSlots(problem, g, tiling, 1, 'f16'),
      };
      return {
        name,
        source: specialise(file, text, slots, ['f16', 'subgroups', extension]),
        bindings: bindingsOf(problem),
        ...tapsOf(g, tiling, tile.depth),
        packings: [slabWeights(g, tile, tiling, unit.K)],
        params: { index: paramsIndex, values: productParams(problem, g, tiling) },
        grid: grid1d(tiling.tiles, 1, caps),
      };
    },
  };
}

/**
 * The product on matrix units; see matrix.wgsl. Beside the f32 arithmetic of the same GPU they are taken to be three times as fast in tiles
 * of 64, one and a half times in tiles of 32 (estimates).
 */
export const matrices: readonly KernelDefinition<Vocabulary['conv']>[] = [matrix(64, 3), matrix(32, 1.5)];

/**
 * The same shader with plain WGSL in place of its matrix operations, each lane holding its share of a sum: for tools that do not know the
 * extension, and to run the rest of it, where each element comes from and goes to, on adapters without such a unit. Other shaders pass as they are.
 */
export function withoutMatrixUnits(source: WgslSource): WgslSource {
  if (source.file !== file) return source;
  // Bounds that no compiler knows: software adapters take long over what is unrolled.
  const once = 'min(1u, arrayLength(&w))';
  const each = `for (var i = 0u; i < ${once} * M * N / LANES; i++) { let m = (i * LANES + lane) / N; let n = (i * LANES + lane) % N;`;
  const plain = {
    Left: 'u32; var<private> lane: u32',
    Right: 'u32',
    Result: 'array<f32, M * N / LANES>',
    subgroupOf: '{ lane = thread % LANES; return thread / LANES; }',
    left: 'at',
    right: 'at',
    multiply: `{ var r = sum; ${each} for (var k = 0u; k < ${once} * K; k++) { r[i] += f32(w[a + m * K + k]) * f32(inputs[b + k * STRIDE + n]); } } return r; }`,
    put: `{ var r = sum; ${each} sums[at + m * POSITIONS + n] = r[i]; } }`,
  };
  return specialise(file, source.text.replace(`enable ${extension};\n`, ''), plain);
}
