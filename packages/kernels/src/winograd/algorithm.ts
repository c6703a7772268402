import type { HostArray } from '../core/dtype.ts';
import type { Vocabulary } from '../vocabulary.ts';

/**
 * A way to compute neighbouring outputs of a convolution with three taps from fewer products than outputs times taps:
 * y = A^T ((G g) * (B^T d)), the product taken element by element; along both axes of an image, Y = A^T ((G g G^T) * (B^T d B)) A.
 */
export interface Algorithm {
  /** Outputs of a tile, along an edge. */
  readonly outputs: number;
  /** Inputs that a tile looks at, along an edge; tiles are `step` inputs apart. */
  readonly sources: number;
  readonly step: number;
  /** Products of a tile, along an edge: columns of A^T, rows of G and B^T. */
  readonly products: number;
  /** How often each input is repeated, along both axes, before the convolution sees it. */
  readonly repeat: number;
  readonly at: readonly (readonly number[])[];
  readonly g: readonly (readonly number[])[];
  readonly bt: readonly (readonly number[])[];
  /** B^T d and A^T m as WGSL, of arrays `d` and `m`. */
  readonly forward: string;
  readonly inverse: string;
}

export type AlgorithmName = Vocabulary['winograd']['algorithm'];

// Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (CVPR 2016), section 4.1.
const f2: Algorithm = {
  outputs: 2,
  sources: 4,
  step: 2,
  products: 4,
  repeat: 1,
  at: [
    [1, 1, 1, 0],
    [0, 1, -1, -1],
  ],
  g: [
    [1, 0, 0],
    [1 / 2, 1 / 2, 1 / 2],
    [1 / 2, -1 / 2, 1 / 2],
    [0, 0, 1],
  ],
  bt: [
    [1, 0, -1, 0],
    [0, 1, 1, 0],
    [0, -1, 1, 0],
    [0, 1, 0, -1],
  ],
  forward: 'Products(d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3])',
  inverse: 'Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3])',
};

// Interpolation (Toom and Cook) at 0, 3/4, -3/4, 3/2, -3/2 and infinity. Lavin and Gray take 0, 1, -1, 2, -2, whose rounding errors are
// two to three times as large; these numbers are exact in f32 too, and the sums as short.
const f4: Algorithm = {
  outputs: 4,
  sources: 6,
  step: 4,
  products: 6,
  repeat: 1,
  at: [
    [1, 1, 1, 1, 1, 0],
    [0, 3 / 4, -3 / 4, 3 / 2, -3 / 2, 0],
    [0, 9 / 16, 9 / 16, 9 / 4, 9 / 4, 0],
    [0, 27 / 64, -27 / 64, 27 / 8, -27 / 8, 1],
  ],
  g: [
    [64 / 81, 0, 0],
    [-128 / 243, -32 / 81, -8 / 27],
    [-128 / 243, 32 / 81, -8 / 27],
    [32 / 243, 16 / 81, 8 / 27],
    [32 / 243, -16 / 81, 8 / 27],
    [0, 0, 1],
  ],
  bt: [
    [81 / 64, 0, -45 / 16, 0, 1, 0],
    [0, -27 / 16, -9 / 4, 3 / 4, 1, 0],
    [0, 27 / 16, -9 / 4, -3 / 4, 1, 0],
    [0, -27 / 32, -9 / 16, 3 / 2, 1, 0],
    [0, 27 / 32, -9 / 16, -3 / 2, 1, 0],
    [0, 81 / 64, 0, -45 / 16, 0, 1],
  ],
  forward:
    '{ let a = fma(-2.25, d[2], d[4]); let b = fma(-2.25, d[1], d[3]); let e = fma(-0.5625, d[2], d[4]); let f = fma(-0.5625, d[1], d[3]); ' +
    'return Products(fma(1.265625, d[0], fma(-2.8125, d[2], d[4])), fma(0.75, b, a), fma(-0.75, b, a), fma(1.5, f, e), fma(-1.5, f, e), fma(1.265625, d[1], fma(-2.8125, d[3], d[5]))); }',
  inverse:
    '{ let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; ' +
    'return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }',
};

// Of an image that repeats every input b, c once: outputs over (a, b, b), (b, b, c), (b, c, c), (c, c, d). With s = g0 + g1 + g2 they are
// s b + g0 (a - b), s b + g2 (c - b), s c + g0 (b - c), s c + g2 (d - c): six products, and no rounding but of differences.
const nearest2: Algorithm = {
  outputs: 4,
  sources: 4,
  step: 2,
  products: 6,
  repeat: 2,
  at: [
    [1, 0, 1, 0, 0, 0],
    [1, 0, 0, 1, 0, 0],
    [0, 1, 0, 0, 1, 0],
    [0, 1, 0, 0, 0, 1],
  ],
  g: [
    [1, 1, 1],
    [1, 1, 1],
    [1, 0, 0],
    [0, 0, 1],
    [1, 0, 0],
    [0, 0, 1],
  ],
  bt: [
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [1, -1, 0, 0],
    [0, -1, 1, 0],
    [0, 1, -1, 0],
    [0, 0, -1, 1],
  ],
  forward: 'Products(d[1], d[2], d[0] - d[1], d[2] - d[1], d[1] - d[2], d[3] - d[2])',
  inverse: 'Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5])',
};

export const algorithms: Readonly<Record<AlgorithmName, Algorithm>> = { f2, f4, nearest2 };

/** a X a^T for a square X kept row by row. */
export function bothSides(
  a: readonly (readonly number[])[],
  x: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  const [rows, side] = [a.length, a[0].length];
  const half = new Float64Array(rows * side);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < side; j++)
      for (let k = 0; k < side; k++) half[i * side + j] += a[i][k] * x[k * side + j];
  const y = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++)
      for (let k = 0; k < side; k++) y[i * rows + j] += half[i * side + k] * a[j][k];
  return y;
}

/** Filters that are transformed together: each row of a transform then writes lines of memory, not single numbers far apart. */
const together = 64;

/**
 * Weights [Cout, Cin, 3, 3] of a convolution as [products^2 * Cout, Cin, 1], those of the grouped convolution between the two
 * transforms: G g G^T, computed in float64 and rounded once.
 */
export function winogradWeights(
  name: AlgorithmName,
  weights: HostArray,
  outChannels: number,
  inChannels: number,
): Float32Array<ArrayBuffer> {
  const { g, products } = algorithms[name];
  const filters = outChannels * inChannels;
  const flat = Float64Array.from(g.flat());
  const half = new Float64Array(3 * together);
  const result = new Float32Array(products ** 2 * filters);
  // Written out, for networks of a million filters: 0.15 s a million on one core, where `bothSides` takes 1.8.
  for (let first = 0; first < filters; first += together) {
    const count = Math.min(together, filters - first);
    for (let i = 0; i < products; i++) {
      const [a, b, c] = [flat[3 * i], flat[3 * i + 1], flat[3 * i + 2]];
      for (let f = 0, at = 9 * first; f < 3 * count; f += 3, at += 9)
        for (let k = 0; k < 3; k++)
          half[f + k] = a * weights[at + k] + b * weights[at + k + 3] + c * weights[at + k + 6];
      for (let j = 0; j < products; j++) {
        const [d, e, o] = [flat[3 * j], flat[3 * j + 1], flat[3 * j + 2]];
        const to = (i * products + j) * filters + first;
        for (let f = 0; f < count; f++)
          result[to + f] = half[3 * f] * d + half[3 * f + 1] * e + half[3 * f + 2] * o;
      }
    }
  }
  return result;
}
