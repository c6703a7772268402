import { attributes, type OnnxNode } from '@roentgen/runtime';
import { type Layer, refuse } from './layers.ts';
import { type HostValues, permute } from './layout.ts';
import type { Build, Builder, Step } from './steps.ts';
import type { Tf, TfActivation, TfPad, TfTensor } from './tf.ts';

/** Conv of two and three spatial axes, with the BatchNormalization after it in its weights, and its activation. */
export const conv: Builder = (build, layer) => {
  const { node } = layer;
  const read = attributes(node);
  const { weights, bias } = weightsOf(build, layer);
  const spatial = weights.dims.length - 2;
  const sizes = weights.dims.slice(2);
  const ones = sizes.map(() => 1);
  const window = {
    strides: read.ints('strides', ones),
    dilations: read.ints('dilations', ones),
    pads: read.ints('pads', [...ones, ...ones].fill(0)),
  };
  const auto = read.string('auto_pad', 'NOTSET');
  if (auto !== 'NOTSET') throw refuse(node, `auto_pad ${auto} is not written out here`);
  const group = read.int('group', 1);
  if (spatial === 2) return conv2d(build, layer, { weights, bias, group, ...window });
  if (spatial === 3 && group === 1) return conv3d(build, layer, { weights, bias, group, ...window });
  throw refuse(node, `TF.js has no convolution of ${spatial} axes in ${group} groups`);
};

interface Window {
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Beginnings of all axes, then ends. */
  readonly pads: readonly number[];
}

interface Convolution extends Window {
  /** Channels out, channels in by groups, then the window. */
  readonly weights: HostValues;
  readonly bias: HostValues | undefined;
  readonly group: number;
}

function conv2d({ tf, upload }: Build, { node, activation }: Layer, it: Convolution) {
  const [out, perGroup, ...size] = it.weights.dims;
  const depthwise = it.group > 1;
  if (depthwise && perGroup !== 1)
    throw refuse(node, `TF.js has no convolution in ${it.group} groups of several channels`);
  // Depthwise: channel out = channel * multiplier + m, so that [out] read as [channel, multiplier] is in order.
  const filter = depthwise
    ? upload({ ...permute(it.weights, [2, 3, 0, 1]), dims: [...size, it.group, out / it.group] })
    : upload(permute(it.weights, [2, 3, 1, 0]));
  const bias = it.bias === undefined ? {} : { bias: upload(it.bias) };
  const { strides, dilations } = it;
  const pad = padOf(it, size);
  const run = depthwise ? tf.fused.depthwiseConv2d : tf.fused.conv2d;
  return ([x]: Parameters<Step>[0]) => run({ x, filter, strides, dilations, pad, ...bias, activation });
}

function conv3d({ tf, upload }: Build, { node, activation }: Layer, it: Convolution) {
  const filter = upload(permute(it.weights, [2, 3, 4, 1, 0]));
  const bias = it.bias === undefined ? undefined : upload(it.bias);
  const pad = padOf(it, it.weights.dims.slice(2));
  if (typeof pad !== 'string') throw refuse(node, `conv3d of TF.js pads 'same' or not at all`);
  // TF.js has no fused kernel in three dimensions, and 4.22 compiles no sum of five axes and a vector: the vector is
  // added to the same values as a matrix, which moves nothing.
  return ([x]: Parameters<Step>[0]) => {
    const sum = tf.conv3d(x, filter, it.strides, pad, 'NDHWC', it.dilations);
    const matrix = tf.reshape(sum, [-1, it.weights.dims[0]]);
    const shifted = bias === undefined ? matrix : tf.add(matrix, bias);
    return tf.reshape(activated(tf, shifted, activation), sum.shape);
  };
}

function activated(tf: Tf, x: TfTensor, activation: TfActivation): TfTensor {
  return activation === 'linear' ? x : tf[activation](x);
}

/** TF.js has faster kernels for paddings that it knows by name. */
function padOf({ strides, dilations, pads }: Window, size: readonly number[]): TfPad {
  const rank = size.length;
  const [before, after] = [pads.slice(0, rank), pads.slice(rank)];
  if (pads.every((pad) => pad === 0)) return 'valid';
  const same = size.every((taps, axis) => {
    const total = (taps - 1) * dilations[axis];
    return (
      strides[axis] === 1 &&
      before[axis] === Math.floor(total / 2) &&
      after[axis] === total - Math.floor(total / 2)
    );
  });
  return same ? 'same' : [[0, 0], ...before.map((pad, axis) => [pad, after[axis]] as const), [0, 0]];
}

/** Weights and bias; the BatchNormalization that follows scales and shifts each channel. */
function weightsOf(
  build: Build,
  { node, norm }: Layer,
): { readonly weights: HostValues; readonly bias: HostValues | undefined } {
  const weights = build.constant(node, 1);
  const bias = node.inputs[2] ? build.constant(node, 2) : undefined;
  if (norm === undefined) return { weights, bias };
  const { scale, shift } = affineOf(build, norm);
  const perChannel = weights.data.length / scale.length;
  return {
    weights: {
      data: weights.data.map((value, i) => value * scale[Math.floor(i / perChannel)]),
      dims: weights.dims,
    },
    bias: {
      data: shift.map((value, channel) => value + (bias?.data[channel] ?? 0) * scale[channel]),
      dims: [shift.length],
    },
  };
}

/** BatchNormalization at inference as x * scale + shift, per channel. */
function affineOf(
  build: Build,
  norm: OnnxNode,
): { readonly scale: Float32Array; readonly shift: Float32Array } {
  const [gamma, beta, mean, variance] = [1, 2, 3, 4].map((place) => build.constant(norm, place).data);
  const epsilon = attributes(norm).float('epsilon', 1e-5);
  const scale = gamma.map((value, channel) => value / Math.sqrt(variance[channel] + epsilon));
  return { scale, shift: beta.map((value, channel) => value - mean[channel] * scale[channel]) };
}
