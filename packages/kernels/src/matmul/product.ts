import { broadcastShapes, stridesWithin } from '../core/broadcast.ts';
import type { Param, Problem } from '../core/kernel.ts';
import { sizeOf, type Tensor } from '../core/tensor.ts';
import { mergeAxes, padAxes } from '../layout/merge.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Matmul = Vocabulary['matmul'];

/** Batch axes that the shaders can walk, once merged. */
export const maxBatchRank = 3;

/** Extents of a product of matrices, and the shape over which it is repeated. */
export interface Extents {
  readonly M: number;
  readonly N: number;
  readonly K: number;
  /** Rows of b, which must be K. */
  readonly rowsOfB: number;
  readonly batch: readonly number[];
}

export function extentsOf({ transA, transB }: Matmul, a: readonly number[], b: readonly number[]): Extents {
  const [aRows, aColumns] = a.slice(-2);
  const [bRows, bColumns] = b.slice(-2);
  return {
    M: transA ? aColumns : aRows,
    K: transA ? aRows : aColumns,
    N: transB ? bRows : bColumns,
    rowsOfB: transB ? bColumns : bRows,
    batch: broadcastShapes([a.slice(0, -2), b.slice(0, -2)]),
  };
}

/** Strides of (row, column) of the last two axes, after the transposition. */
function matrix({ strides }: Tensor, transposed: boolean): [row: number, column: number] {
  const [row, column] = strides.slice(-2);
  return transposed ? [column, row] : [row, column];
}

interface Placed {
  readonly batches: number;
  /** Innermost first: extents, and the strides of a, b, c and y. */
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/** The batch axes of a, b, c and y, merged, innermost first. */
export function batchesOf({ inputs, outputs }: Problem<Matmul>): Placed {
  const [y] = outputs;
  const whole = y.shape.slice(0, -2);
  const leading = (tensor: Tensor) =>
    stridesWithin({ shape: tensor.shape.slice(0, -2), strides: tensor.strides.slice(0, -2) }, whole);
  const c = inputs[2] ? stridesWithin(inputs[2], y.shape).slice(0, -2) : whole.map(() => 0);
  const strides = [leading(inputs[0]!), leading(inputs[1]!), c, leading(y)];
  const merged = padAxes(mergeAxes({ shape: whole, strides }), maxBatchRank);
  return {
    batches: sizeOf(whole),
    shape: merged.shape.toReversed(),
    strides: merged.strides.map((own) => own.toReversed()),
  };
}

/** Values of the struct Params, which the three shaders share. */
export function paramsOf(problem: Problem<Matmul>): Param[] {
  const { attributes, inputs, outputs } = problem;
  const [a, b, c, y] = [inputs[0]!, inputs[1]!, inputs[2] ?? null, outputs[0]];
  const { M, N, K } = extentsOf(attributes, a.shape, b.shape);
  const { batches, shape, strides } = batchesOf(problem);
  const [aRow, aColumn] = matrix(a, attributes.transA);
  const [bRow, bColumn] = matrix(b, attributes.transB);
  const [cRow, cColumn] = c ? stridesWithin(c, y.shape).slice(-2) : [0, 0];
  const [yRow, yColumn] = matrix(y, false);
  const counts = { batches, M, N, K };
  const places = { offsetA: a.offset, offsetB: b.offset, offsetC: c?.offset ?? 0, offsetY: y.offset };
  const steps = { aRow, aColumn, bRow, bColumn, cRow, cColumn, yRow, yColumn };
  const axes = [0, 1, 2].flatMap((axis): Param[] => [
    // The last extent follows from the others.
    ...(axis < 2 ? [[`size${axis}`, 'u32', shape[axis]] as const] : []),
    ...['a', 'b', 'c', 'y'].map((name, i) => [`${name}${axis}`, 'i32', strides[i][axis]] as const),
  ]);
  return [
    ...Object.entries(counts).map(([name, value]) => [name, 'u32', value] as const),
    ...Object.entries({ ...places, ...steps }).map(([name, value]) => [name, 'i32', value] as const),
    ...axes,
    ['alpha', 'f32', attributes.alpha],
    ['beta', 'f32', attributes.beta],
  ];
}
