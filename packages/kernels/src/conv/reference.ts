import type { HostArray } from '../core/dtype.ts';
import { sizeOf } from '../core/tensor.ts';
import { chainJs } from '../map/functions.ts';
import {
  type ConvProblem,
  type Geometry,
  geometryOf,
  inPlane,
  operand,
  outPlane,
  type Triple,
  triple,
} from './geometry.ts';

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

/** The mean over the window that begins at each element, as far as it lies inside. */
function averaged(x: HostArray, g: Geometry, window: Triple): HostArray {
  const [, height, width] = g.input;
  const offsets = Array.from({ length: sizeOf(window) }, (_, i) => {
    const [z, y] = [Math.floor(i / window[2] / window[1]), Math.floor(i / window[2]) % window[1]];
    return (z * height + y) * width + (i % window[2]);
  });
  // A window that reaches over an edge belongs to no output.
  return Float64Array.from(
    x,
    (_, at) => offsets.reduce((sum, on) => sum + (x[at + on] ?? 0), 0) / offsets.length,
  );
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
  const middle = (kd * kh * kw - 1) / 2;
  const counts = (tap: number) => co < g.outChannels - g.narrow || tap === middle;
  for (let ci = 0; ci < g.inChannels; ci++) {
    const plane = from + (firstChannel + ci) * inPlane(g);
    for (let z = 0; z < kd; z++)
      for (let row = 0; row < kh; row++)
        for (let column = 0; column < kw; column++, at++)
          if (counts((z * kh + row) * kw + column)) addTap(g, [z, row, column], w[at], x, plane, y, to);
  }
}

/** Channels as places within blocks of the output, which loses `crop` at its ends; see vocabulary.ts. */
function shuffled({ attributes, outputs }: ConvProblem, g: Geometry, y: Float64Array): Float64Array {
  const [block, crop] = [triple(attributes.shuffle!.block, 1), triple(attributes.shuffle!.crop, 0)];
  const [channels, size] = [outputs[0].shape[1], triple(outputs[0].shape.slice(2), 1)];
  const stored = new Float64Array(g.batch * channels * sizeOf(size));
  for (let at = 0; at < stored.length; at++) {
    const to = [
      Math.floor(at / size[2] / size[1]) % size[0],
      Math.floor(at / size[2]) % size[1],
      at % size[2],
    ];
    const full = to.map((place, axis) => place + crop[axis]);
    const from = full.map((place, axis) => Math.floor(place / block[axis]));
    const within = full.reduce((sum, place, axis) => sum * block[axis] + (place % block[axis]), 0);
    // Item and channel run on: an item has a whole number of blocks.
    const channel = Math.floor(at / sizeOf(size)) * sizeOf(block) + within;
    stored[at] = y[((channel * g.output[0] + from[0]) * g.output[1] + from[1]) * g.output[2] + from[2]];
  }
  return stored;
}

/** The largest of every window of 2 x 2. */
function maxima(y: Float64Array, g: Geometry): Float64Array {
  const width = g.output[2];
  return Float64Array.from({ length: y.length / 4 }, (_, at) => {
    const first = Math.floor(at / (width / 2)) * 2 * width + (at % (width / 2)) * 2;
    return Math.max(y[first], y[first + 1], y[first + width], y[first + width + 1]);
  });
}

/** The definition of the family, in float64: what vocabulary.ts says of conv. */
export function convReference(
  problem: ConvProblem,
  values: readonly (HostArray | null)[],
): readonly Float64Array[] {
  const g = geometryOf(problem);
  const { window } = problem.attributes;
  const whole = prepared(problem, values, g);
  const x = window ? averaged(whole, g, triple(window, 1)) : whole;
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
      if (co < g.outChannels - g.narrow) for (let at = to; at < to + plane; at++) y[at] = activation(y[at]);
    }
  }
  const stored = problem.attributes.shuffle ? shuffled(problem, g, y) : y;
  const result = stored.map((value, at) => after(value + (residual ? residual[at] : 0)));
  const { pooled } = problem.attributes;
  return pooled ? [...(pooled === 'instead' ? [] : [result]), maxima(result, g)] : [result];
}
