import { bytesOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { Cost, DeviceCaps, KernelDefinition, Param, Problem } from '../core/kernel.ts';
import { sizeOf, type Tensor } from '../core/tensor.ts';
import { specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { type Axes, mergeAxes, padAxes } from '../layout/merge.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './copy.wgsl?raw';
import transposeText from './transpose.wgsl?raw';
import { composeView } from './view.ts';

type CopyProblem = Problem<Vocabulary['copy']>;

const rank = 8;
const gaps = 'x has gaps and the view crosses them; copy x whole first';

/** Both sides of the move, and the axes they are walked by. */
interface Move {
  readonly from: Tensor;
  readonly to: Tensor;
  readonly axes: Axes;
}

function moveOf(problem: CopyProblem): Move | null {
  const from = composeView(problem.attributes, problem.inputs[0]!);
  const to = problem.outputs[0];
  return from && { from, to, axes: mergeAxes({ shape: to.shape, strides: [from.strides, to.strides] }) };
}

/** The same move with everything counted in fours, where both sides run on contiguously in fours. */
function inFours({ from, to, axes }: Move): Move | null {
  const [runs, ...others] = [...axes.strides.map((own) => own.at(-1) === 1)];
  const last = axes.shape.length - 1;
  const steps = axes.strides.flatMap((own) => own.slice(0, last));
  const all = [axes.shape[last] ?? 1, from.offset, to.offset, ...steps];
  if (!runs || others.includes(false) || all.some((value) => value % 4 !== 0)) return null;
  const quarter = (values: readonly number[]) => values.map((value, i) => (i === last ? 1 : value / 4));
  const shape = [...axes.shape.slice(0, last), axes.shape[last] / 4];
  return {
    from: { ...from, offset: from.offset / 4 },
    to: { ...to, offset: to.offset / 4 },
    axes: { shape, strides: axes.strides.map(quarter) },
  };
}

function paramsOf({ from, to, axes }: Move): Param[] {
  const { shape, strides } = padAxes(axes, rank);
  const eight = (name: string, type: 'u32' | 'i32', values: readonly number[]): Param[] =>
    values.toReversed().map((value, i) => [`${name}${i}`, type, value]);
  return [
    ['count', 'u32', sizeOf(shape)],
    ['xOffset', 'i32', from.offset],
    ['yOffset', 'i32', to.offset],
    ...eight('size', 'u32', shape),
    ...eight('xStep', 'i32', strides[0]),
    ...eight('yStep', 'i32', strides[1]),
  ];
}

const bindings = [
  { index: 0, name: 'x', access: 'read', operand: 0 },
  { index: 1, name: 'y', access: 'read_write', operand: 1 },
] as const;

function costOf(problem: CopyProblem, caps: DeviceCaps, slowdown: number): Cost {
  const [y] = problem.outputs;
  return { flops: 0, bytes: 2 * sizeOf(y.shape) * bytesOf(elementOf(y.dtype, caps)), slowdown };
}

function strided(name: string, slowdown: number, choose: (problem: CopyProblem) => Move | string) {
  const kernel: KernelDefinition<Vocabulary['copy']> = {
    name,
    rejects(problem) {
      const move = choose(problem);
      if (typeof move === 'string') return move;
      return move.axes.shape.length > rank ? `${move.axes.shape.length} axes that do not merge` : null;
    },
    cost: (problem, caps) => costOf(problem, caps, slowdown),
    instantiate(problem, caps) {
      const move = choose(problem) as Move;
      const held = elementOf(problem.outputs[0].dtype, caps);
      const Elem = name === 'copy/vec4' ? `vec4<${held}>` : held;
      return {
        name,
        source: specialise(
          'copy/copy.wgsl',
          text,
          { Elem, RANK: move.axes.shape.length },
          extensionsOf(held),
        ),
        bindings,
        params: { index: 2, values: paramsOf(move) },
        grid: grid1d(sizeOf(move.axes.shape), 64, caps),
      };
    },
  };
  return kernel;
}

/** Any view into any view, an element a thread. */
export const copyElements = strided('copy/elements', 2, (problem) => moveOf(problem) ?? gaps);

/** Where both sides run contiguously and everything is a multiple of four elements. */
export const copyFours = strided('copy/vec4', 1, (problem) => {
  const move = moveOf(problem);
  return move ? (inFours(move) ?? 'runs, offsets or strides are not multiples of four') : gaps;
});

/** A move of merged axes [batch, column, row] in which y runs along rows and x along columns. */
function transposition(problem: CopyProblem): Move | string {
  const move = moveOf(problem);
  if (!move) return gaps;
  if (move.axes.shape.length > 3 || move.axes.shape.length < 2)
    return 'not two axes swapped under one batch axis';
  const { shape, strides } = padAxes(move.axes, 3);
  const swaps = strides[0][1] === 1 && strides[1][2] === 1;
  const forward = strides.flat().every((stride) => stride >= 0);
  if (!swaps || !forward) return 'x does not run along the last axis but one of y';
  return shape[1] < 16 || shape[2] < 16 ? 'too narrow for a tile' : { ...move, axes: { shape, strides } };
}

/** Two axes swapped, by tiles in workgroup memory: for GPUs, whose reads and writes want to be contiguous both. */
export const copyTransposed: KernelDefinition<Vocabulary['copy']> = {
  name: 'copy/transpose',
  rejects(problem) {
    const move = transposition(problem);
    return typeof move === 'string' ? move : null;
  },
  cost: (problem, caps) => costOf(problem, caps, caps.software ? 3 : 1.2),
  instantiate(problem, caps) {
    const { from, to, axes } = transposition(problem) as Move;
    const [batches, columns, rows] = axes.shape;
    const [[xBatch, , xRow], [yBatch, yColumn]] = axes.strides;
    const Elem = elementOf(to.dtype, caps);
    const tiles = batches * Math.ceil(rows / 32) * Math.ceil(columns / 32);
    const values = { batches, rows, columns, xOffset: from.offset, xBatch, xRow };
    const target = { yOffset: to.offset, yBatch, yColumn };
    return {
      name: 'copy/transpose',
      source: specialise('copy/transpose.wgsl', transposeText, { Elem }, extensionsOf(Elem)),
      bindings,
      params: {
        index: 2,
        values: Object.entries({ ...values, ...target }).map(([k, v]) => [k, 'u32', v] as const),
      },
      grid: grid1d(tiles, 1, caps),
    };
  },
};
