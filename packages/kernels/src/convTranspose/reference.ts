import type { HostArray } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { chainJs } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Spread, spreadOf } from './frame.ts';

/** Where along one axis input i lands with tap k, or -1 where padding cuts it off. */
function landing(s: Spread, axis: 0 | 1 | 2, i: number, k: number): number {
  const o = i * s.strides[axis] + k * s.dilations[axis] - s.begin[axis];
  return o < s.output[axis] ? o : -1;
}

/** Adds one plane of x, spread by one kernel, to one plane of y. */
function spreadPlane(
  s: Spread,
  x: HostArray,
  x0: number,
  w: HostArray,
  w0: number,
  y: Float64Array,
  y0: number,
): void {
  const [, kh, kw] = s.kernel;
  const taps = sizeOf(s.kernel);
  for (let i = 0; i < sizeOf(s.input); i++) {
    const [ih, iw] = [Math.floor(i / s.input[2]) % s.input[1], i % s.input[2]];
    const id = Math.floor(i / (s.input[1] * s.input[2]));
    for (let k = 0; k < taps; k++) {
      const od = landing(s, 0, id, Math.floor(k / (kh * kw)));
      const oh = landing(s, 1, ih, Math.floor(k / kw) % kh);
      const ow = landing(s, 2, iw, k % kw);
      if (od >= 0 && oh >= 0 && ow >= 0)
        y[y0 + (od * s.output[1] + oh) * s.output[2] + ow] += x[x0 + i] * w[w0 + k];
    }
  }
}

/** The definition by scattering: every input adds its kernel to the output, `stride` apart. */
export function convTransposeReference(
  problem: Problem<Vocabulary['convTranspose']>,
  x: HostArray,
  w: HostArray,
  bias: HostArray | null | undefined,
): Float64Array {
  const s = spreadOf(problem);
  const [area, taps, plane] = [sizeOf(s.input), sizeOf(s.kernel), sizeOf(s.output)];
  const y = new Float64Array(s.batches * s.groups * s.cout * plane);
  for (let n = 0; n < s.batches; n++)
    for (let g = 0; g < s.groups; g++)
      for (let ci = g * s.cin; ci < (g + 1) * s.cin; ci++)
        for (let co = 0; co < s.cout; co++) {
          const x0 = (n * s.groups * s.cin + ci) * area;
          const y0 = ((n * s.groups + g) * s.cout + co) * plane;
          spreadPlane(s, x, x0, w, (ci * s.cout + co) * taps, y, y0);
        }
  const activate = chainJs(problem.attributes.activation);
  return y.map((sum, i) => activate(sum + (bias ? bias[Math.floor(i / plane) % (s.groups * s.cout)] : 0)));
}
