import type { HostArray } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { chainJs } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Window, windowOf } from './window.ts';

/** Positions along one axis that the window of output `o` covers: those in x, and how many count for the average. */
function covered(
  w: Window,
  axis: 0 | 1 | 2,
  o: number,
  padding: boolean,
): { taps: number[]; counted: number } {
  const taps: number[] = [];
  let counted = 0;
  for (let k = 0; k < w.kernel[axis]; k++) {
    const at = o * w.strides[axis] - w.begin[axis] + k * w.dilations[axis];
    const inside = at >= 0 && at < w.input[axis];
    if (inside) taps.push(at);
    // Past the padding at the end lies only what ceil mode added, and that never counts.
    if (inside || (padding && at < w.input[axis] + w.end[axis])) counted++;
  }
  return { taps, counted };
}

/** What a window over nothing but padding gives: the least value for a maximum, 0 otherwise. */
function startOf({ attributes, inputs: [x] }: Problem<Vocabulary['pool']>): number {
  return attributes.kind === 'max' ? leastOf(x!.dtype) : 0;
}

/** The identity of max: minus infinity, or the least value of an integer's 32-bit word. */
export function leastOf(dtype: string): number {
  if (dtype.startsWith('float')) return Number.NEGATIVE_INFINITY;
  return dtype === 'uint32' || dtype === 'uint64' ? 0 : -(2 ** 31);
}

/** What is pooled: x, or pre(x * scale[c] + shift[c]). */
function prepared(problem: Problem<Vocabulary['pool']>, values: readonly (HostArray | null)[]): HostArray {
  const [x, scale, shift] = values;
  if (!scale || !shift) return x!;
  const [, channels, ...space] = problem.inputs[0]!.shape;
  const pre = chainJs(problem.attributes.pre);
  const plane = sizeOf(space);
  return Float64Array.from(x!, (value, at) => {
    const channel = Math.floor(at / plane) % channels;
    return pre(value * scale[channel] + shift[channel]);
  });
}

export function poolReference(
  problem: Problem<Vocabulary['pool']>,
  values: readonly (HostArray | null)[],
): Float64Array {
  const { kind, p, countIncludePad } = problem.attributes;
  const x = prepared(problem, values);
  const w = windowOf(problem);
  const [depth, height, width] = w.output;
  const y = new Float64Array(w.planes * depth * height * width);
  const area = w.input[1] * w.input[2];
  for (let i = 0; i < y.length; i++) {
    const across = covered(w, 2, i % width, countIncludePad);
    const down = covered(w, 1, Math.floor(i / width) % height, countIncludePad);
    const deep = covered(w, 0, Math.floor(i / (width * height)) % depth, countIncludePad);
    const plane = Math.floor(i / (width * height * depth)) * w.input[0] * area;
    let sum = startOf(problem);
    for (const d of deep.taps)
      for (const h of down.taps)
        for (const c of across.taps) {
          const value = x[plane + d * area + h * w.input[2] + c];
          if (kind === 'max') sum = Math.max(sum, value);
          else sum += kind === 'lp' ? Math.abs(value) ** p : value;
        }
    if (kind === 'average') sum /= Math.max(1, across.counted * down.counted * deep.counted);
    y[i] = kind === 'lp' ? sum ** (1 / p) : sum;
  }
  return y;
}
