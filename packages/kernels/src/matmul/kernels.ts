import { bytesOf, computeOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { Binding, Cost, DeviceCaps, KernelDefinition, KernelInstance, Problem } from '../core/kernel.ts';
import { sizeOf, type Tensor } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { chainTyped } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import dotsText from './dots.wgsl?raw';
import { batchesOf, type Extents, extentsOf, maxBatchRank, paramsOf } from './product.ts';
import registersText from './registers.wgsl?raw';
import tiledText from './tiled.wgsl?raw';

type Matmul = Vocabulary['matmul'];
type MatmulProblem = Problem<Matmul>;

function extents({ attributes, inputs }: MatmulProblem): Extents & { batches: number } {
  const own = extentsOf(attributes, inputs[0]!.shape, inputs[1]!.shape);
  return { ...own, batches: sizeOf(own.batch) };
}

function rejects(problem: MatmulProblem): string | null {
  const rank = batchesOf(problem).shape.length;
  return rank > maxBatchRank ? `${rank} batch axes that do not merge are more than ${maxBatchRank}` : null;
}

/** Multiply-adds of integers have no fma. */
function headOf({ attributes, inputs, outputs }: MatmulProblem, caps: DeviceCaps, vector: boolean) {
  const num = computeOf(outputs[0].dtype);
  const element = (tensor: Tensor | null | undefined) => (tensor ? elementOf(tensor.dtype, caps) : 'f32');
  const chained = chainTyped(attributes.activation, 'v', num);
  return {
    Num: num,
    ElemA: element(inputs[0]),
    ElemB: element(inputs[1]),
    ElemC: element(inputs[2]),
    ElemY: element(outputs[0]),
    activate: chained.type === num ? chained.text : `${num}(${chained.text})`,
    ...(inputs[2] ? {} : { c: null, loadC: 'Num()' }),
    ...(num === 'f32' ? {} : { madd: vector ? 'vec4<Num>(p) * q + sum' : 'p * q + sum' }),
  };
}

function instance(
  name: string,
  text: string,
  problem: MatmulProblem,
  caps: DeviceCaps,
  grid: KernelInstance['grid'],
  own: Specialisation = {},
): KernelInstance {
  const operands = [problem.inputs[0], problem.inputs[1], problem.inputs[2] ?? null, problem.outputs[0]];
  const bindings = operands.flatMap((tensor, i): Binding[] => {
    if (!tensor) return [];
    const operand = i === 3 ? problem.inputs.length : i;
    return [{ index: i, name: 'abcy'[i], access: i === 3 ? 'read_write' : 'read', operand }];
  });
  const held = operands.flatMap((tensor) => (tensor ? [elementOf(tensor.dtype, caps)] : []));
  const head = { ...headOf(problem, caps, name !== 'matmul/dots'), ...own };
  return {
    name,
    source: specialise(`${name.replace(/-.*/, '')}.wgsl`, text, head, extensionsOf(...held)),
    bindings,
    params: { index: 4, values: paramsOf(problem) },
    grid,
  };
}

function costOf(problem: MatmulProblem, caps: DeviceCaps, slowdown: number): Cost {
  const { M, N, K, batches } = extents(problem);
  const elements = [...problem.inputs, problem.outputs[0]].reduce(
    (sum, tensor) => sum + (tensor ? sizeOf(tensor.shape) * bytesOf(elementOf(tensor.dtype, caps)) : 0),
    0,
  );
  return { flops: 2 * M * N * K * batches, bytes: elements, slowdown };
}

/** Threads that keep a GPU busy; a software adapter has its lanes and cores. */
const enough = (caps: DeviceCaps) => (caps.software ? 16 : 16384);
const blocks = (extent: number, size: number) => Math.ceil(extent / size);

/** Reads four neighbours of b at once where every row of it begins at a multiple of four. */
function rightHead(problem: MatmulProblem, caps: DeviceCaps): Specialisation {
  const b = problem.inputs[1]!;
  const [row, column] = problem.attributes.transB ? b.strides.slice(-2).reverse() : b.strides.slice(-2);
  const steps = [b.offset, row, extents(problem).N, ...b.strides.slice(0, -2)];
  if (column !== 1 || steps.some((step) => step % 4 !== 0)) return {};
  return { ElemB: `vec4<${elementOf(b.dtype, caps)}>`, right: 'vec4<Num>(b[at.x >> 2u])' };
}

/** A block of 4 x 4 a thread, no barriers. */
export const registers: KernelDefinition<Matmul> = {
  name: 'matmul/registers',
  rejects,
  cost(problem, caps) {
    const { M, N, batches } = extents(problem);
    const threads = batches * blocks(M, 4) * blocks(N, 4);
    const waste = (threads * 16) / (batches * M * N);
    return costOf(problem, caps, (caps.software ? 1.5 : 4) * waste * Math.max(1, enough(caps) / threads));
  },
  instantiate(problem, caps) {
    const { M, N, batches } = extents(problem);
    const grid = grid1d(batches * blocks(M, 4) * blocks(N, 4), 64, caps);
    return instance(registers.name, registersText, problem, caps, grid, rightHead(problem, caps));
  },
};

const tilesOf = ({ M, N, batches }: Extents & { batches: number }, side: number) =>
  batches * blocks(M, side) * blocks(N, side);

/** Tiles' outputs over those there are, times the cores that have no tile: a workgroup is 64 invocations. */
function idleTiles(problem: MatmulProblem, caps: DeviceCaps, side: number): number {
  const all = extents(problem);
  const tiles = tilesOf(all, side);
  return ((tiles * side * side) / (all.batches * all.M * all.N)) * Math.max(1, enough(caps) / 64 / tiles);
}

/** A tile of 32 x 32 a workgroup, staged in workgroup memory. */
export const tiled: KernelDefinition<Matmul> = {
  name: 'matmul/tiled',
  rejects,
  cost: (problem, caps) => costOf(problem, caps, (caps.software ? 4 : 2) * idleTiles(problem, caps, 32)),
  instantiate(problem, caps) {
    const grid = grid1d(tilesOf(extents(problem), 32), 1, caps);
    return instance(tiled.name, tiledText, problem, caps, grid);
  },
};

/** A tile of 64 x 64: half the loads of workgroup memory for each multiply-add, which is taken to make two thirds of the time (an estimate). */
export const tiledWide: KernelDefinition<Matmul> = {
  name: 'matmul/tiled-64x64',
  rejects(problem, caps) {
    if (caps.software)
      return 'for hardware: a software adapter has no workgroup memory nearer than its caches';
    const all = extents(problem);
    const empty = tilesOf(all, 64) * 4096 > 4 * all.batches * all.M * all.N;
    return empty ? 'tiles would be empty for the most part' : rejects(problem);
  },
  cost: (problem, caps) => costOf(problem, caps, 1.3 * idleTiles(problem, caps, 64)),
  instantiate(problem, caps) {
    const grid = grid1d(tilesOf(extents(problem), 64), 1, caps);
    return instance(tiledWide.name, tiledText, problem, caps, grid, { QUADS: 2 });
  },
};

/** A workgroup an element, for a vector times a matrix. */
export const dots: KernelDefinition<Matmul> = {
  name: 'matmul/dots',
  rejects,
  cost(problem, caps) {
    const { M, N, K, batches } = extents(problem);
    const idle = Math.max(1, enough(caps) / 64 / (batches * M * N), 64 / Math.max(1, K));
    return costOf(problem, caps, (caps.software ? 40 : 16) * idle);
  },
  instantiate(problem, caps) {
    const { M, N, batches } = extents(problem);
    return instance(dots.name, dotsText, problem, caps, grid1d(batches * M * N, 1, caps));
  },
};
