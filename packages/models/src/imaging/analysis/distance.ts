import type { Mask, Plane } from './plane.ts';

/** Stands for no background at all; its square is beyond any picture's. */
const far = 2 ** 30;

/** Distance along each column to the nearest background pixel. */
function columnDistances({ width, height, data }: Mask): Int32Array {
  const out = new Int32Array(data.length);
  for (let i = 0; i < out.length; i++)
    if (data[i] !== 0) out[i] = i < width ? far : Math.min(out[i - width]! + 1, far);
  for (let i = out.length - width - 1; i >= 0 && height > 1; i--)
    if (out[i]! > out[i + width]! + 1) out[i] = out[i + width]! + 1;
  return out;
}

/** A lower envelope of parabolas: their vertices, and from where each is the lowest. */
interface Envelope {
  readonly vertex: Int32Array;
  readonly from: Float64Array;
}

/**
 * Lower envelope of the parabolas steps[q]^2 + (x - q)^2 over the columns from `left` to `right`; the root of it goes to
 * `out`. Where two are equally high the later one wins beyond.
 */
function readEnvelope(
  { vertex, from }: Envelope,
  steps: Int32Array,
  [left, right]: readonly [number, number],
  out: Float32Array,
): void {
  let last = -1;
  for (let q = left; q <= right; q++) {
    if (steps[q] === far) continue;
    const high = steps[q]! * steps[q]! + q * q;
    let cross = Number.NEGATIVE_INFINITY;
    while (last >= 0) {
      const p = vertex[last]!;
      cross = (high - (steps[p]! * steps[p]! + p * p)) / (2 * (q - p));
      if (cross > from[last]!) break;
      last--;
    }
    from[++last] = last === 0 ? Number.NEGATIVE_INFINITY : cross;
    vertex[last] = q;
  }
  if (last < 0) return void out.fill(Number.POSITIVE_INFINITY, left, right + 1);
  for (let x = left, k = 0; x <= right; x++) {
    while (k < last && from[k + 1]! < x) k++;
    const p = vertex[k]!;
    out[x] = Math.sqrt(steps[p]! * steps[p]! + (x - p) * (x - p));
  }
}

/**
 * Exact Euclidean distance in pixels from each foreground pixel to the nearest background pixel, 0 on background
 * (Felzenszwalb and Huttenlocher 2012; SciPy `distance_transform_edt`). The picture's border is not background: a
 * picture without any has distance Infinity everywhere. Between two background pixels of a row no parabola from
 * beyond them is the lowest, so each stretch of foreground has an envelope of its own.
 */
export function distanceTransform(mask: Mask): Plane {
  const { width, height } = mask;
  const steps = columnDistances(mask);
  const envelope = { vertex: new Int32Array(width), from: new Float64Array(width) };
  const data = new Float32Array(steps.length);
  for (let y = 0; y < height; y++) {
    const [line, out] = [
      steps.subarray(y * width, (y + 1) * width),
      data.subarray(y * width, (y + 1) * width),
    ];
    for (let x = 0; x < width; x++) {
      if (line[x] === 0) continue;
      const left = Math.max(0, x - 1);
      while (x < width && line[x] !== 0) x++;
      readEnvelope(envelope, line, [left, Math.min(x, width - 1)], out);
    }
  }
  return { width, height, data };
}
