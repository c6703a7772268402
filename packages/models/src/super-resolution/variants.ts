import type { Plane } from '../imaging/analysis/plane.ts';

/** A flip or turn of a picture that a network of square kernels should not mind, undone on its result. */
export interface Variant {
  /** Rows become columns, before the flips. */
  readonly transpose: boolean;
  readonly flipRows: boolean;
  readonly flipColumns: boolean;
}

const flips = [false, true].flatMap((flipRows) =>
  [false, true].map((flipColumns) => ({ flipRows, flipColumns })),
);

/** The picture as it is. */
export const plain: readonly Variant[] = [{ transpose: false, flipRows: false, flipColumns: false }];
/** A flip or none, turned by 0 or 180 degrees: 4, for networks that enlarge one axis. */
export const mirrors: readonly Variant[] = flips.map((flip) => ({ transpose: false, ...flip }));
/** A flip or none, turned by 0, 90, 180 or 270 degrees: 8, the symmetries of the square. */
export const symmetries: readonly Variant[] = [false, true].flatMap((transpose) =>
  flips.map((flip) => ({ transpose, ...flip })),
);

function transposed({ width, height, data }: Plane): Plane {
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x];
  return { width: height, height: width, data: out };
}

function flipped(plane: Plane, { flipRows, flipColumns }: Variant): Plane {
  if (!flipRows && !flipColumns) return plane;
  const { width, height, data } = plane;
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const to = (flipRows ? height - 1 - y : y) * width;
    out.set(row, to);
    if (flipColumns) out.subarray(to, to + width).reverse();
  }
  return { width, height, data: out };
}

/** Turns a picture into the variant. */
export function applyVariant(plane: Plane, variant: Variant): Plane {
  return flipped(variant.transpose ? transposed(plane) : plane, variant);
}

/** Turns a variant's result back. */
export function undoVariant(plane: Plane, variant: Variant): Plane {
  const upright = flipped(plane, variant);
  return variant.transpose ? transposed(upright) : upright;
}

/** How results of variants become one: `median` of an even number is the mean of the middle two (NumPy). */
export type Combine = 'mean' | 'median';

/** Combines pictures of one size, value by value. */
export function combinePlanes(planes: readonly Plane[], how: Combine): Plane {
  const [first] = planes;
  if (planes.length === 1) return first;
  const values = new Float64Array(planes.length);
  const middle = planes.length / 2;
  const data = first.data.map((_, i) => {
    let sum = 0;
    for (let k = 0; k < planes.length; k++) {
      values[k] = planes[k].data[i];
      sum += values[k];
    }
    if (how === 'mean') return sum / planes.length;
    values.sort();
    return (values[Math.ceil(middle) - 1] + values[Math.floor(middle)]) / 2;
  });
  return { ...first, data };
}
