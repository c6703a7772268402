/** Axes walked together by several tensors: extents, and for each tensor its strides, outermost axis first. */
export interface Axes {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/**
 * The same walk with fewer axes: those of extent 1 fall away, and an axis joins the one inside it where every tensor
 * steps through both at one stride and `joins(outer, inner)` (original axis numbers) allows it.
 */
export function mergeAxes(axes: Axes, joins: (outer: number, inner: number) => boolean = () => true): Axes {
  const shape: number[] = [];
  const strides: number[][] = axes.strides.map(() => []);
  let innermost = -1;
  for (let axis = axes.shape.length - 1; axis >= 0; axis--) {
    const extent = axes.shape[axis];
    if (extent === 1 && joins(axis, axis)) continue;
    const continues = axes.strides.every((own, t) => own[axis] === strides[t][0] * shape[0]);
    if (innermost >= 0 && continues && joins(axis, innermost)) shape[0] *= extent;
    else {
      shape.unshift(extent);
      axes.strides.forEach((own, t) => void strides[t].unshift(own[axis]));
    }
    innermost = axis;
  }
  return { shape, strides };
}

/** The walk with axes of extent 1 put in front, up to `rank`. */
export function padAxes(axes: Axes, rank: number): Axes {
  const missing = Math.max(0, rank - axes.shape.length);
  return {
    shape: [...new Array<number>(missing).fill(1), ...axes.shape],
    strides: axes.strides.map((own) => [...new Array<number>(missing).fill(0), ...own]),
  };
}
