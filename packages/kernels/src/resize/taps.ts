import type { Vocabulary } from '../vocabulary.ts';

type Resize = Vocabulary['resize'];
type Axis = Resize['axes'][number];

/**
 * How one axis is resampled: output o is the sum over k < count of `weight[o * count + k] * x[index[o * count + k]]`.
 * An output that lies outside the region to be cropped has index -1 at all of its taps: it takes the extrapolation value.
 */
export interface Taps {
  readonly count: number;
  readonly index: Int32Array;
  readonly weight: Float64Array;
}

// Scales come as float32, so that a coordinate meant to be whole or half may miss it by some 1e-7 of its size.
const snapping = 2 ** -21;

/** The nearest multiple of 1/2 where float32 scales cannot tell it from x, else x. */
function snapped(x: number): number {
  const near = Math.round(x * 2) / 2;
  return Math.abs(x - near) <= snapping * Math.max(1, Math.abs(x)) ? near : x;
}

/**
 * The length of the resized axis in ONNX's formulas: scale * extent, which need not be whole, unless the size was
 * come by in another way (a cropped region).
 */
function lengthOf({ scale, size }: Axis, extent: number): number {
  const stated = snapped(scale * extent);
  return Math.abs(stated - size) < 1 ? stated : size;
}

/** Where output o lies on the input axis (0 is the centre of its first element), or NaN outside the region to crop. */
function originOf(mode: Resize['coordinates'], axis: Axis, extent: number, o: number): number {
  const { scale, size, roi } = axis;
  const length = lengthOf(axis, extent);
  const centred = (o + 0.5) / scale - 0.5;
  switch (mode) {
    case 'half_pixel':
      return centred;
    case 'pytorch_half_pixel':
      return size > 1 ? centred : 0;
    case 'half_pixel_symmetric':
      return centred + (extent / 2) * (1 - size / length);
    case 'asymmetric':
      return o / scale;
    // Opsets 11 and 12 only; the nearest element to it is the one that TensorFlow takes.
    case 'tf_half_pixel_for_nn':
      return (o + 0.5) / scale;
    case 'align_corners':
      return length === 1 ? 0 : (o * (extent - 1)) / (length - 1);
    case 'tf_crop_and_resize': {
      const span = (roi[1] - roi[0]) * (extent - 1);
      const x = snapped(roi[0] * (extent - 1) + (length === 1 ? span / 2 : (o * span) / (length - 1)));
      return x < 0 || x > extent - 1 ? Number.NaN : x;
    }
  }
}

function nearestTo(mode: Resize['nearest'], x: number): number {
  switch (mode) {
    case 'floor':
      return Math.floor(x);
    case 'ceil':
      return Math.ceil(x);
    case 'round_prefer_floor':
      return Math.ceil(x - 0.5);
    case 'round_prefer_ceil':
      return Math.floor(x + 0.5);
  }
}

/** The interpolating filter at distance t: a triangle, or Keys' cubic convolution (IEEE ASSP 29, 1981) with coefficient a. */
function filter(mode: 'linear' | 'cubic', a: number, t: number): number {
  const d = Math.abs(t);
  if (mode === 'linear') return Math.max(0, 1 - d);
  if (d <= 1) return ((a + 2) * d - (a + 3)) * d * d + 1;
  return d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0;
}

function clamp(at: number, extent: number): number {
  return Math.min(Math.max(at, 0), extent - 1);
}

/** Taps of one axis of `extent` elements, as ONNX Resize defines them. */
export function tapsOf(resize: Resize, axis: Axis, extent: number): Taps {
  const { mode } = resize;
  // Antialiasing stretches the filter over all the input elements that an output stands for.
  const shrink = resize.antialias && mode !== 'nearest' ? Math.min(1, axis.scale) : 1;
  const reach = mode === 'nearest' ? 0.5 : (mode === 'cubic' ? 2 : 1) / shrink;
  const count = Math.ceil(2 * reach);
  const index = new Int32Array(axis.size * count);
  const weight = new Float64Array(axis.size * count);
  for (let o = 0; o < axis.size; o++) {
    const x = snapped(originOf(resize.coordinates, axis, extent, o));
    const first = mode === 'nearest' ? nearestTo(resize.nearest, x) : Math.floor(x - reach) + 1;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const at = first + k;
      const excluded = resize.excludeOutside && at !== clamp(at, extent);
      const w = mode === 'nearest' ? 1 : excluded ? 0 : filter(mode, resize.cubicA, (at - x) * shrink);
      index[o * count + k] = Number.isNaN(x) ? -1 : clamp(at, extent);
      weight[o * count + k] = w;
      sum += w;
    }
    for (let k = 0; k < count; k++) weight[o * count + k] /= sum;
  }
  return { count, index, weight };
}

/** Taps that leave an axis as it is. */
export function untouched(extent: number): Taps {
  return {
    count: 1,
    index: Int32Array.from({ length: extent }, (_, o) => o),
    weight: new Float64Array(extent).fill(1),
  };
}

/** Whether every output is the input of its own number: an axis that need not be resampled. */
export function isIdentity({ count, index, weight }: Taps, size: number, extent: number): boolean {
  return size === extent && index.every((at, n) => weight[n] === 0 || at === Math.floor(n / count));
}

/** The factor f where every output o is exactly input floor(o / f), or null. */
export function repeatOf(taps: Taps, size: number, extent: number): number | null {
  const factor = size / extent;
  const repeats = taps.count === 1 && Number.isInteger(factor);
  return repeats && taps.index.every((at, o) => at === Math.floor(o / factor)) ? factor : null;
}
