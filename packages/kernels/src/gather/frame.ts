import { denseStrides, sizeOf, type TensorType } from '../core/tensor.ts';
import { require, written } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Gather = Vocabulary['gather'];

/** Extents of y; throws RoentgenError('shape') where x and indices do not fit each other. */
export function gatheredShape(
  attributes: Gather,
  x: readonly number[],
  indices: readonly number[],
): number[] {
  const { kind, axis, batchDims } = attributes;
  const facts = `gather: x of ${written(x)}, indices of ${written(indices)}`;
  if (kind === 'nd') {
    const depth = indices.at(-1) ?? 0;
    require(depth >= 1 &&
      batchDims + depth <= x.length, `${facts}: tuples of ${depth} after ${batchDims} batch axes`);
    for (let b = 0; b < batchDims; b++) require(x[b] === indices[b], `${facts}: batch axis ${b} differs`);
    return [...indices.slice(0, -1), ...x.slice(batchDims + depth)];
  }
  require(axis >= 0 && axis < x.length, `${facts}: no axis ${axis}`);
  if (kind === 'axis') return [...x.slice(0, axis), ...indices, ...x.slice(axis + 1)];
  require(x.length === indices.length, `${facts}: their ranks differ`);
  x.forEach((extent, a) => {
    require(a === axis || indices[a] <= extent, `${facts}: axis ${a} of indices is longer`);
  });
  return [...indices];
}

/**
 * Gather along an axis and GatherND are one thing: y is [outer, tuples, inner], and element (o, t, i) is
 * `x[o * outerStep + sum_j index[j] * steps[j] + i]` with the tuple at `indices[o * indexOuter + t * depth]`.
 */
export interface Tuples {
  readonly outer: number;
  readonly tuples: number;
  readonly inner: number;
  readonly depth: number;
  readonly outerStep: number;
  readonly indexOuter: number;
  /** For each place in a tuple: the extent it indexes, and the step in x's dense numbering. */
  readonly extents: readonly number[];
  readonly steps: readonly number[];
}

export function tuplesOf({ kind, axis, batchDims }: Gather, x: TensorType, indices: TensorType): Tuples {
  const nd = kind === 'nd';
  const first = nd ? batchDims : axis;
  const depth = nd ? indices.shape.at(-1)! : 1;
  const tuples = sizeOf(nd ? indices.shape.slice(batchDims, -1) : indices.shape);
  return {
    outer: sizeOf(x.shape.slice(0, first)),
    tuples,
    inner: sizeOf(x.shape.slice(first + depth)),
    depth,
    outerStep: sizeOf(x.shape.slice(first)),
    indexOuter: nd ? tuples * depth : 0,
    extents: x.shape.slice(first, first + depth),
    steps: denseStrides(x.shape).slice(first, first + depth),
  };
}
