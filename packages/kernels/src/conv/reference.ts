import type { HostArray } from '../core/dtype.ts';
import { chainJs } from '../map/functions.ts';
import { type ConvProblem, type Geometry, geometryOf, inPlane, operand, outPlane } from './geometry.ts';

/** x with the pre-activation applied: pre(x * scale[c] + shift[c]). */
function prepared(problem: ConvProblem, values: readonly (HostArray | null)[], g: Geometry): HostArray {
  const x = values[operand.x]!;
  const scale = values[operand.preScale];
  if (!scale) return x;
  const shift = values[operand.preShift]!;
  const pre = chainJs(problem.attributes.pre);
  const plane = inPlane(g);
  const channels = g.inChannels * g.groups;
  return Float64Array.from(x, (value, at) => {
    const channel = Math.floor(at / plane) % channels;
    return pre(value * scale[channel] + shift[channel]);
  });
}

/** Adds weight * x, shifted by one tap of the kernel, to a channel of the output. */
function addTap(
  g: Geometry,
  tap: readonly number[],
  weight: number,
  x: HostArray,
  from: number,
  y: Float64Array,
  to: number,
): void {
  const [inD, inH, inW] = g.input;
  const [outD, outH, outW] = g.output;
  const [sz, sy, sx] = g.strides;
  const shift = tap.map((k, axis) => k * g.dilations[axis] - g.pads[axis]);
  for (let oz = 0; oz < outD; oz++) {
    const iz = oz * sz + shift[0];
    if (iz < 0 || iz >= inD) continue;
    for (let oy = 0; oy < outH; oy++) {
      const iy = oy * sy + shift[1];
      if (iy < 0 || iy >= inH) continue;
      const row = from + (iz * inH + iy) * inW;
      const out = to + (oz * outH + oy) * outW;
      for (let ox = 0, ix = shift[2]; ox < outW; ox++, ix += sx) {
        if (ix >= 0 && ix < inW) y[out + ox] += weight * x[row + ix];
      }
    }
  }
}

/** One output channel of one item: bias, then every input channel and tap in turn. */
function addChannel(
  g: Geometry,
  w: HostArray,
  co: number,
  x: HostArray,
  from: number,
  y: Float64Array,
  to: number,
): void {
  const [kd, kh, kw] = g.kernel;
  const firstChannel = Math.floor(co / (g.outChannels / g.groups)) * g.inChannels;
  let at = co * g.inChannels * kd * kh * kw;
  for (let ci = 0; ci < g.inChannels; ci++) {
    const plane = from + (firstChannel + ci) * inPlane(g);
    for (let z = 0; z < kd; z++)
      for (let row = 0; row < kh; row++)
        for (let column = 0; column < kw; column++) addTap(g, [z, row, column], w[at++], x, plane, y, to);
  }
}

/** The definition of the family, in float64: what vocabulary.ts says of conv. */
export function convReference(
  problem: ConvProblem,
  values: readonly (HostArray | null)[],
): readonly Float64Array[] {
  const g = geometryOf(problem);
  const x = prepared(problem, values, g);
  const w = values[operand.w]!;
  const bias = values[operand.bias];
  const residual = values[operand.residual];
  const plane = outPlane(g);
  const y = new Float64Array(g.batch * g.outChannels * plane);
  const activation = chainJs(problem.attributes.activation);
  const after = chainJs(problem.attributes.after);
  for (let n = 0; n < g.batch; n++) {
    for (let co = 0; co < g.outChannels; co++) {
      const to = (n * g.outChannels + co) * plane;
      y.fill(bias ? bias[co] : 0, to, to + plane);
      addChannel(g, w, co, x, n * g.inChannels * g.groups * inPlane(g), y, to);
      for (let at = to; at < to + plane; at++)
        y[at] = after(activation(y[at]) + (residual ? residual[at] : 0));
    }
  }
  return [y];
}
