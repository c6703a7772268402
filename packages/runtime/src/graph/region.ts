import { denseStrides, isDenseFrom, sizeOf, type Tensor } from '@roentgen/kernels';

/** Indices of a tensor: the first and one past the last along each of its axes. */
export interface Box {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export function sizeOfBox({ from, to }: Box): number {
  return sizeOf(to.map((end, axis) => end - from[axis]));
}

/** How many elements two boxes share. */
export function sharedBy(a: Box, b: Box): number {
  return sizeOf(
    a.from.map((from, axis) => Math.max(0, Math.min(a.to[axis], b.to[axis]) - Math.max(from, b.from[axis]))),
  );
}

/** Elements `from`..`to` in row-major order of the axes from `axis` on, at the indices `at` of those before. */
function run(
  shape: readonly number[],
  at: readonly number[],
  from: number,
  to: number,
): readonly (readonly (readonly [number, number])[])[] {
  if (from >= to) return [];
  const axis = at.length;
  const here = at.map((index) => [index, index + 1] as const);
  if (axis === shape.length) return [here];
  const step = sizeOf(shape.slice(axis + 1));
  const [first, last] = [Math.ceil(from / step), Math.floor(to / step)];
  const under = (index: number) =>
    run(shape, [...at, index], Math.max(0, from - index * step), Math.min(step, to - index * step));
  const head = from % step === 0 ? [] : under(first - 1);
  if (last < first) return head;
  const inner = shape.slice(axis + 1).map((extent) => [0, extent] as const);
  const whole = first < last ? [[...here, [first, last] as const, ...inner]] : [];
  return [...head, ...whole, ...(to % step === 0 ? [] : under(last))];
}

/**
 * What a view covers of the densely packed tensor that it looks into, as boxes of its indices: a part that keeps the axes is one box, a
 * run of elements under any shape is a few. Null for anything else, and for what leaves the tensor.
 */
export function regionOf(view: Tensor, shape: readonly number[]): readonly Box[] | null {
  const dense = denseStrides(shape);
  const keepsAxes =
    view.strides.length === shape.length &&
    view.strides.every((step, axis) => view.shape[axis] === 1 || step === dense[axis]);
  if (keepsAxes) {
    const from = dense.map((step, axis) =>
      Math.floor((axis === 0 ? view.offset : view.offset % dense[axis - 1]) / step),
    );
    const to = from.map((start, axis) => start + view.shape[axis]);
    if (to.every((end, axis) => end <= shape[axis])) return [{ from, to }];
  }
  const end = view.offset + sizeOf(view.shape);
  if (!isDenseFrom(view, 0) || view.offset < 0 || end > sizeOf(shape)) return null;
  return run(shape, [], view.offset, end).map((spans) => ({
    from: spans.map(([first]) => first),
    to: spans.map(([, last]) => last),
  }));
}
