/** An in-place complex FFT of a power-of-two length, made once per length: tables only, no state between calls. */
export interface Fft {
  readonly length: number;
  /** Forward transform; the result lies in bit-reversed order, which pointwise products do not mind. */
  forward(re: Float64Array, im: Float64Array): void;
  /** Undoes `forward` from bit-reversed order, including the division by the length. */
  inverse(re: Float64Array, im: Float64Array): void;
}

interface Tables {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

function tables(length: number): Tables {
  const angle = (i: number) => (-2 * Math.PI * i) / length;
  const half = length / 2;
  return {
    cos: Float64Array.from({ length: half }, (_, i) => Math.cos(angle(i))),
    sin: Float64Array.from({ length: half }, (_, i) => Math.sin(angle(i))),
  };
}

/** Decimation in frequency: natural order in, bit-reversed order out. */
function forward(re: Float64Array, im: Float64Array, { cos, sin }: Tables): void {
  const n = re.length;
  for (let half = n >> 1, step = 1; half >= 1; half >>= 1, step <<= 1)
    for (let block = 0; block < n; block += 2 * half)
      for (let k = 0, t = 0; k < half; k++, t += step) {
        const a = block + k;
        const b = a + half;
        const dr = re[a]! - re[b]!;
        const di = im[a]! - im[b]!;
        re[a]! += re[b]!;
        im[a]! += im[b]!;
        re[b] = dr * cos[t]! - di * sin[t]!;
        im[b] = dr * sin[t]! + di * cos[t]!;
      }
}

/** Decimation in time with conjugate factors: bit-reversed order in, natural order out. */
function inverse(re: Float64Array, im: Float64Array, { cos, sin }: Tables): void {
  const n = re.length;
  for (let half = 1, step = n >> 1; half < n; half <<= 1, step >>= 1)
    for (let block = 0; block < n; block += 2 * half)
      for (let k = 0, t = 0; k < half; k++, t += step) {
        const a = block + k;
        const b = a + half;
        const br = re[b]! * cos[t]! + im[b]! * sin[t]!;
        const bi = im[b]! * cos[t]! - re[b]! * sin[t]!;
        re[b] = re[a]! - br;
        im[b] = im[a]! - bi;
        re[a]! += br;
        im[a]! += bi;
      }
  for (let i = 0; i < n; i++) {
    re[i]! /= n;
    im[i]! /= n;
  }
}

/** Plans a transform; `length` must be a power of two. */
export function planFft(length: number): Fft {
  const table = tables(length);
  return {
    length,
    forward: (re, im) => forward(re, im, table),
    inverse: (re, im) => inverse(re, im, table),
  };
}
