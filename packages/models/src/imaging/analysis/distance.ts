import type { Mask, Plane } from './plane.ts';

/** Squared distance down each column to the nearest background pixel; Infinity where a column has none. */
function columnDistances({ width, height, data }: Mask): Float64Array {
  const out = new Float64Array(data.length);
  const steps = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const sweep = (y: number, merge: (index: number, squared: number) => void) => {
    for (let x = 0; x < width; x++) {
      steps[x] = data[y * width + x] === 0 ? 0 : steps[x]! + 1;
      merge(y * width + x, steps[x]! ** 2);
    }
  };
  for (let y = 0; y < height; y++)
    sweep(y, (index, squared) => {
      out[index] = squared;
    });
  steps.fill(Number.POSITIVE_INFINITY);
  for (let y = height - 1; y >= 0; y--)
    sweep(y, (index, squared) => {
      if (squared < out[index]!) out[index] = squared;
    });
  return out;
}

/** Where the parabolas over p and q (q > p) are equally high; the later one wins beyond. */
const crossing = (f: Float64Array, p: number, q: number) => (f[q]! + q * q - (f[p]! + p * p)) / (2 * (q - p));

/** Lower envelope of the parabolas f[q] + (x - q)^2, read off at every x. */
function envelope(f: Float64Array, vertex: Int32Array, from: Float64Array, out: Float64Array): void {
  const n = f.length;
  let last = -1;
  for (let q = 0; q < n; q++) {
    if (f[q] === Number.POSITIVE_INFINITY) continue;
    while (last >= 0 && crossing(f, vertex[last]!, q) <= from[last]!) last--;
    from[last + 1] = last < 0 ? Number.NEGATIVE_INFINITY : crossing(f, vertex[last]!, q);
    vertex[++last] = q;
  }
  if (last < 0) return void out.fill(Number.POSITIVE_INFINITY);
  for (let x = 0, k = 0; x < n; x++) {
    while (k < last && from[k + 1]! < x) k++;
    out[x] = f[vertex[k]!]! + (x - vertex[k]!) ** 2;
  }
}

/**
 * Exact Euclidean distance in pixels from each foreground pixel to the nearest background pixel, 0 on background
 * (Felzenszwalb and Huttenlocher 2012; SciPy `distance_transform_edt`). The picture's border is not background: a
 * picture without any has distance Infinity everywhere.
 */
export function distanceTransform(mask: Mask): Plane {
  const { width, height } = mask;
  const squared = columnDistances(mask);
  const vertex = new Int32Array(width);
  const from = new Float64Array(width);
  const row = new Float64Array(width);
  const data = new Float32Array(squared.length);
  for (let y = 0; y < height; y++) {
    envelope(squared.subarray(y * width, (y + 1) * width), vertex, from, row);
    for (let x = 0; x < width; x++) data[y * width + x] = Math.sqrt(row[x]!);
  }
  return { width, height, data };
}
