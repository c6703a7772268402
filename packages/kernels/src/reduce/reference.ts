import type { HostArray } from '../core/dtype.ts';
import { type DType, isFloat } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import { denseStrides, eachElement, sizeOf } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Reduce = Vocabulary['reduce'];
/** Element i of those that one output reduces. */
type Element = (i: number) => number;

function folded(count: number, start: number, step: (sum: number, i: number) => number): number {
  let sum = start;
  for (let i = 0; i < count; i++) sum = step(sum, i);
  return sum;
}

function logSumExp(count: number, at: Element): number {
  const max = folded(count, -Infinity, (most, i) => Math.max(most, at(i)));
  if (max === -Infinity) return max;
  return max + Math.log(folded(count, 0, (sum, i) => sum + Math.exp(at(i) - max)));
}

function arg(count: number, better: (i: number, best: number) => boolean): number {
  return folded(count, 0, (best, i) => (better(i, best) ? i : best));
}

const definitions: Readonly<Record<Reduce['kind'], (n: number, at: Element, last: boolean) => number>> = {
  sum: (n, at) => folded(n, 0, (sum, i) => sum + at(i)),
  mean: (n, at) => folded(n, 0, (sum, i) => sum + at(i)) / n,
  l1: (n, at) => folded(n, 0, (sum, i) => sum + Math.abs(at(i))),
  l2: (n, at) => Math.sqrt(folded(n, 0, (sum, i) => sum + at(i) ** 2)),
  sumSquare: (n, at) => folded(n, 0, (sum, i) => sum + at(i) ** 2),
  logSum: (n, at) => Math.log(folded(n, 0, (sum, i) => sum + at(i))),
  logSumExp,
  prod: (n, at) => folded(n, 1, (product, i) => product * at(i)),
  max: (n, at) => folded(n, -Infinity, (most, i) => Math.max(most, at(i))),
  min: (n, at) => folded(n, Infinity, (least, i) => Math.min(least, at(i))),
  argmax: (n, at, last) => arg(n, (i, best) => at(i) > at(best) || (last && at(i) === at(best))),
  argmin: (n, at, last) => arg(n, (i, best) => at(i) < at(best) || (last && at(i) === at(best))),
};

const leastOf: Partial<Record<DType, readonly [number, number]>> = {
  uint32: [0, 2 ** 32 - 1],
  uint64: [0, 2 ** 32 - 1],
};

/** Integers stay integers: quotients and roots lose their fraction, an empty max gives the least word. */
function whole(value: number, dtype: DType): number {
  const [least, greatest] = leastOf[dtype] ?? [-(2 ** 31), 2 ** 31 - 1];
  if (value === -Infinity) return least;
  return value === Infinity ? greatest : Math.trunc(value);
}

/** Where the elements of some axes of a dense tensor lie, in order. */
function places(shape: readonly number[], axes: readonly number[]): Float64Array {
  const strides = denseStrides(shape);
  const part = { dtype: 'float32', shape: axes.map((axis) => shape[axis]), offset: 0 } as const;
  const found = new Float64Array(sizeOf(part.shape));
  eachElement({ ...part, strides: axes.map((axis) => strides[axis]) }, (at, index) => {
    found[index] = at;
  });
  return found;
}

/** y[kept] = kind over x[kept, reduced]. */
export function reference(
  { attributes: { kind, axes, selectLast }, inputs }: Problem<Reduce>,
  [x]: readonly (HostArray | null)[],
): Float64Array[] {
  const { shape, dtype } = inputs[0]!;
  const values = x!;
  const kept = places(
    shape,
    shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis])),
  );
  const reduced = places(shape, axes);
  const reduce = definitions[kind];
  const y = kept.map((start) => reduce(reduced.length, (i) => values[start + reduced[i]], selectLast));
  return [isFloat(dtype) ? y : y.map((value) => whole(value, dtype))];
}
