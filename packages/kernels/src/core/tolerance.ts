import { type DType, isFloat } from './dtype.ts';

/** A kernel agrees with its reference where |gpu - reference| <= absolute + relative * |reference|. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Of kernels that only move values, and of integers: none. */
export const exact: Tolerance = { relative: 0, absolute: 0 };

/**
 * What a result computed in f32 within `computed` may be off by once it is stored as `dtype`. Test data is exact in its own type and
 * all else is computed in f32, so half precision adds one rounding: WGSL may take either neighbour (2^-10), and may flush what lies
 * below the least normal number (2^-14).
 */
export function stored(dtype: DType, { relative, absolute }: Tolerance): Tolerance {
  if (dtype !== 'float16') return { relative, absolute };
  return { relative: relative + 2 ** -10, absolute: absolute + 2 ** -14 };
}

/**
 * Of a sum of `terms` products, each below `scale` in size: eight unit round-offs of f32 (2^-24) a step of a random walk, whose
 * length is the root of the number of terms, and eight of the result.
 */
export function ofSum(dtype: DType, terms: number, scale = 1): Tolerance {
  if (!isFloat(dtype)) return exact;
  const walk = 2 ** -21 * scale * Math.sqrt(Math.max(1, terms));
  return stored(dtype, { relative: 2 ** -21, absolute: walk });
}
