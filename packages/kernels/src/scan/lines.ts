import type { Param, Problem } from '../core/kernel.ts';
import { sizeOf, type Tensor } from '../core/tensor.ts';
import { type Axes, mergeAxes, padAxes } from '../layout/merge.ts';

/** Axes across lines that the shaders can walk, once merged. */
const maxRank = 4;

/** A tensor cut into lines along one axis: how many there are, how long, and where in x and y they lie. */
export interface Lines {
  readonly count: number;
  readonly length: number;
  /** The other axes with their strides in x and y, merged, innermost first. */
  readonly across: Axes;
  readonly params: readonly Param[];
}

/** The lines of x and y, which have one shape, along `axis`. */
export function linesOf(x: Tensor, y: Tensor, axis: number): Lines {
  const without = (values: readonly number[]) => values.filter((_, i) => i !== axis);
  const merged = mergeAxes({ shape: without(x.shape), strides: [without(x.strides), without(y.strides)] });
  const { shape, strides } = padAxes(merged, 1);
  const across = { shape: shape.toReversed(), strides: strides.map((own) => own.toReversed()) };
  const params: Param[] = [
    ['lines', 'u32', sizeOf(shape)],
    ['length', 'u32', x.shape[axis]],
    ['offsetX', 'i32', x.offset],
    ['offsetY', 'i32', y.offset],
    ['stepX', 'i32', x.strides[axis]],
    ['stepY', 'i32', y.strides[axis]],
  ];
  for (let i = 0; i < maxRank; i++)
    params.push(
      [`size${i}`, 'u32', across.shape[i] ?? 1],
      [`x${i}`, 'i32', across.strides[0][i] ?? 0],
      [`y${i}`, 'i32', across.strides[1][i] ?? 0],
    );
  return { count: sizeOf(shape), length: x.shape[axis], across, params };
}

/** Why the shaders cannot walk these lines, or null. */
export function refuseLines({ inputs, outputs }: Problem<unknown>, axis: number): string | null {
  const rank = linesOf(inputs[0]!, outputs[0], axis).across.shape.length;
  return rank > maxRank ? `${rank} axes that do not merge are more than ${maxRank}` : null;
}

/** Calls `visit` with the first index of every line along `axis` of a dense tensor, and the step from element to element. */
export function eachLine(
  shape: readonly number[],
  axis: number,
  visit: (start: number, step: number) => void,
): void {
  const step = sizeOf(shape.slice(axis + 1));
  const block = step * shape[axis];
  for (let outer = 0; outer < sizeOf(shape); outer += block)
    for (let inner = 0; inner < step; inner++) visit(outer + inner, step);
}
