import type { Tensor, TensorType } from '../core/tensor.ts';
import { require, written } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isIdentity, type Taps, tapsOf, untouched } from './taps.ts';

type Resize = Vocabulary['resize'];

/** Type of y; throws RoentgenError('shape') for axes or sizes that make no sense. */
export function resizedType({ axes }: Resize, x: TensorType): TensorType {
  const shape = [...x.shape];
  for (const { axis, size, scale } of axes) {
    require(axis >= 0 && axis < shape.length, `resize: no axis ${axis} in ${written(x.shape)}`);
    require(size >= 0 &&
      scale > 0, `resize: axis ${axis} of ${written(x.shape)} to ${size} at scale ${scale}`);
    require(size === 0 || x.shape[axis] > 0, `resize: axis ${axis} of ${written(x.shape)} is empty`);
    shape[axis] = size;
  }
  require(new Set(axes.map(({ axis }) => axis)).size === axes.length, 'resize: an axis is named twice');
  return { dtype: x.dtype, shape };
}

/** One axis, or several that are not resampled, with its steps on both sides. */
export interface ResizedAxis {
  readonly extent: number;
  readonly size: number;
  readonly xStep: number;
  readonly yStep: number;
  readonly taps: Taps | null;
}

/**
 * The problem as kernels see it: two outer axes that are kept, three that are resampled (or kept as they are, by taps
 * of one), and one inner that is kept. Axes in excess give a refusal.
 */
export interface Frame {
  readonly outer: readonly [ResizedAxis, ResizedAxis];
  readonly middle: readonly [ResizedAxis, ResizedAxis, ResizedAxis];
  readonly inner: ResizedAxis;
}

const single: ResizedAxis = { extent: 1, size: 1, xStep: 0, yStep: 0, taps: null };

function runs(resize: Resize, x: Tensor, y: Tensor): ResizedAxis[] {
  const found: ResizedAxis[] = [];
  x.shape.forEach((extent, a) => {
    const named = resize.axes.find(({ axis }) => axis === a);
    const made = named ? tapsOf(resize, named, extent) : null;
    const taps = made && !isIdentity(made, y.shape[a], extent) ? made : null;
    const own = { extent, size: y.shape[a], xStep: x.strides[a], yStep: y.strides[a], taps };
    const outer = found.at(-1);
    const joins =
      outer &&
      !taps &&
      !outer.taps &&
      outer.xStep === own.xStep * extent &&
      outer.yStep === own.yStep * extent;
    if (!taps && extent === 1) return;
    if (joins) found[found.length - 1] = { ...own, extent: extent * outer.extent, size: extent * outer.size };
    else found.push(own);
  });
  return found;
}

function settled(axis: ResizedAxis): ResizedAxis {
  return axis.taps ? axis : { ...axis, taps: untouched(axis.extent) };
}

/** Fits the axes into a Frame, or says why they do not. */
export function frameOf(resize: Resize, x: Tensor, y: Tensor): Frame | string {
  const all = runs(resize, x, y);
  const last = all.findLastIndex((axis) => axis.taps);
  const first = all.findIndex((axis) => axis.taps);
  const middle = first < 0 ? [] : all.slice(first, last + 1);
  const outer = first < 0 ? all : all.slice(0, first);
  const inner = first < 0 ? [] : all.slice(last + 1);
  if (middle.length > 3 || outer.length > 2 || inner.length > 1)
    return `${resize.axes.length} axes of ${written(x.shape)} do not fit three in a row; resize them one after another`;
  if (inner.some((axis) => axis.xStep !== 1 || axis.yStep !== 1)) return 'gaps inside the innermost axis';
  const filled = (axes: readonly ResizedAxis[], count: number) => [
    ...new Array<ResizedAxis>(count - axes.length).fill(single),
    ...axes,
  ];
  const [n, o] = filled(outer, 2);
  const [a, b, c] = filled(middle, 3).map(settled);
  return { outer: [n, o], middle: [a, b, c], inner: inner[0] ?? single };
}
