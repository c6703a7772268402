import { denseStrides, isDenseFrom, sizeOf, type Tensor } from '../core/tensor.ts';
import { require, written } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type View = Vocabulary['copy'];

/** Throws RoentgenError('shape') unless every element of the view lies within a tensor of `shape`. */
export function checkView(view: View, shape: readonly number[]): void {
  require(view.shape.length ===
    view.strides.length, `copy: ${view.strides.length} strides for ${written(view.shape)}`);
  if (sizeOf(view.shape) === 0) return;
  let [low, high] = [view.offset, view.offset];
  view.strides.forEach((stride, axis) => {
    const reach = stride * (view.shape[axis] - 1);
    if (reach < 0) low += reach;
    else high += reach;
  });
  require(low >= 0 &&
    high <
      sizeOf(
        shape,
      ), `copy: a view of elements ${low} to ${high} of a tensor of ${written(shape)} (${sizeOf(shape)} elements)`);
}

/** One axis of a tensor with gaps: extent, step in the dense numbering, step in the buffer. */
interface Step {
  readonly extent: number;
  readonly dense: number;
  readonly stride: number;
}

function steps(x: Tensor): Step[] {
  const dense = denseStrides(x.shape);
  const found: Step[] = [];
  x.shape.forEach((extent, axis) => {
    const last = found.at(-1);
    const step = { extent, dense: dense[axis], stride: x.strides[axis] };
    if (extent === 1) return;
    if (last && last.stride === step.stride * extent)
      found[found.length - 1] = { ...step, extent: last.extent * extent };
    else found.push(step);
  });
  return found;
}

/**
 * Where the elements of `view`, given in the dense numbering of x, lie in the buffer of x. Exact whenever x is dense
 * (at any offset); an x with gaps (a piece of a Concat) is taken when each axis of the view moves along one axis of x
 * and never carries into the next. Null when it does: then x must be copied whole first.
 */
export function composeView(view: View, x: Tensor): Tensor | null {
  const { dtype } = x;
  if (isDenseFrom(x, 0))
    return { dtype, shape: view.shape, offset: x.offset + view.offset, strides: view.strides };
  const axes = steps(x);
  let rest = view.offset;
  let offset = x.offset;
  const reach = axes.map((axis) => {
    const digit = Math.floor(rest / axis.dense);
    rest -= digit * axis.dense;
    offset += digit * axis.stride;
    return { low: digit, high: digit };
  });
  const strides = view.strides.map((stride, i) => {
    if (view.shape[i] === 1 || stride === 0) return 0;
    const at = axes.findIndex((axis) => axis.dense <= Math.abs(stride));
    const turns = stride / axes[at].dense;
    if (!Number.isInteger(turns)) return Number.NaN;
    reach[at][turns < 0 ? 'low' : 'high'] += turns * (view.shape[i] - 1);
    return turns * axes[at].stride;
  });
  const stays = reach.every(({ low, high }, i) => low >= 0 && high < axes[i].extent);
  return stays && !strides.some(Number.isNaN) ? { dtype, shape: view.shape, offset, strides } : null;
}
