import { attributes } from '@roentgen/runtime';
import { conv } from './conv.ts';
import { refuse } from './layers.ts';
import { isMoved, keptAxis, toFirst, toLast } from './layout.ts';
import type { Build, Builder } from './steps.ts';
import type { Tf, TfTensor } from './tf.ts';

const unary =
  (name: 'relu' | 'sigmoid' | 'tanh' | 'elu'): Builder =>
  ({ tf }) =>
  ([x]) =>
    tf[name](x);

const binary =
  (name: 'add' | 'sub' | 'mul' | 'div'): Builder =>
  ({ tf }) =>
  ([a, b]) => {
    const rank = Math.max(a.shape.length, b.shape.length);
    return tf[name](ranked(tf, a, rank), ranked(tf, b, rank));
  };

/** ONNX aligns shapes at their ends; among channels-last tensors one of lower rank has to be moved like them. */
function ranked(tf: Tf, x: TfTensor, rank: number): TfTensor {
  if (x.shape.length === rank || x.shape.length === 0 || !isMoved(rank)) return x;
  const plain = tf.reshape(channelsFirst(tf, x), [...Array(rank - x.shape.length).fill(1), ...x.shape]);
  return tf.transpose(plain, toLast(rank));
}

function channelsFirst(tf: Tf, x: TfTensor): TfTensor {
  const rank = x.shape.length;
  return isMoved(rank) ? tf.transpose(x, toFirst(rank)) : x;
}

/** A tensor reshaped in ONNX's order of axes. */
function reshaped(tf: Tf, x: TfTensor, shape: readonly number[]): TfTensor {
  const plain = tf.reshape(channelsFirst(tf, x), shape);
  return isMoved(shape.length) ? tf.transpose(plain, toLast(shape.length)) : plain;
}

const batchNorm: Builder = (build, { node }) => {
  const [scale, offset, mean, variance] = [1, 2, 3, 4].map((at) => build.upload(build.constant(node, at)));
  const epsilon = attributes(node).float('epsilon', 1e-5);
  return ([x]) => build.tf.batchNorm(x, mean, variance, offset, scale, epsilon);
};

const pool =
  (name: 'maxPool' | 'avgPool'): Builder =>
  ({ tf }, { node }) => {
    const read = attributes(node);
    const size = read.ints('kernel_shape');
    const strides = read.ints('strides', [1, 1]);
    const pads = read.ints('pads', [0, 0, 0, 0]);
    const dilated = read.ints('dilations', [1, 1]).some((step) => step !== 1);
    if (size.length !== 2 || dilated) throw refuse(node, 'only windows of two axes, without gaps');
    if (pads.some((pad) => pad !== pads[0]) || (name === 'avgPool' && pads[0] !== 0))
      throw refuse(node, `the padding [${pads}] is not one of TF.js`);
    const rounding = read.int('ceil_mode', 0) === 1 ? ('ceil' as const) : ('floor' as const);
    if (pads[0] === 0 && rounding === 'floor') return ([x]) => tf[name](x, size, strides, 'valid');
    return ([x]) => tf[name](x, size, strides, pads[0], rounding);
  };

const globalAverage: Builder =
  ({ tf }) =>
  ([x]) =>
    tf.mean(x, x.shape.map((_, axis) => axis).slice(1, -1), true);

const concat: Builder = ({ tf }, { node }) => {
  const axis = attributes(node).int('axis');
  return (parts) => tf.concat(parts, keptAxis(axis, parts[0].shape.length));
};

const gemm: Builder = (build, { node, activation }) => {
  const read = attributes(node);
  const scales = [read.float('alpha', 1), read.float('beta', 1)];
  if (scales.some((scale) => scale !== 1)) throw refuse(node, `alpha and beta are ${scales}`);
  const [transposeA, transposeB] = [read.int('transA', 0) === 1, read.int('transB', 0) === 1];
  return ([a, b, bias]) =>
    build.tf.fused.matMul({
      a,
      b,
      transposeA,
      transposeB,
      ...(bias === undefined ? {} : { bias }),
      activation,
    });
};

const flatten: Builder = ({ tf }, { node }) => {
  const axis = attributes(node).int('axis', 1);
  return ([x]) => {
    const { shape } = channelsFirstShape(x);
    const rows = shape.slice(0, axis < 0 ? axis + shape.length : axis).reduce((a, b) => a * b, 1);
    return reshaped(tf, x, [rows, shape.reduce((a, b) => a * b, 1) / rows]);
  };
};

function channelsFirstShape(x: TfTensor): { readonly shape: readonly number[] } {
  const rank = x.shape.length;
  return { shape: isMoved(rank) ? toFirst(rank).map((axis) => x.shape[axis]) : x.shape };
}

const reshape: Builder = (build, { node }) => {
  const wanted = [...build.constant(node, 1).data];
  if (attributes(node).int('allowzero', 0) === 1 && wanted.includes(0)) throw refuse(node, 'an empty tensor');
  return ([x]) => {
    const { shape } = channelsFirstShape(x);
    return reshaped(
      build.tf,
      x,
      wanted.map((size, axis) => (size === 0 ? shape[axis] : size)),
    );
  };
};

const transpose: Builder = ({ tf }, { node }) => {
  const order = attributes(node).ints('perm');
  return ([x]) => {
    const turned = tf.transpose(channelsFirst(tf, x), order);
    return isMoved(order.length) ? tf.transpose(turned, toLast(order.length)) : turned;
  };
};

const depthToSpace: Builder = ({ tf }, { node }) => {
  const read = attributes(node);
  const block = read.int('blocksize');
  const rows = read.string('mode', 'DCR') === 'DCR';
  return ([x]) => {
    // With one channel out both modes are the same; TF.js has the one that ONNX calls DCR.
    if (!rows && x.shape[3] !== block * block) throw refuse(node, `mode CRD of ${x.shape[3]} channels`);
    return tf.depthToSpace(x, block, 'NHWC');
  };
};

const resize: Builder = (build, { node }) => {
  const read = attributes(node);
  const mode = read.string('mode', 'nearest');
  const corners = read.string('coordinate_transformation_mode', 'half_pixel');
  const nearest = mode === 'nearest';
  if (!nearest && mode !== 'linear') throw refuse(node, `mode ${mode}`);
  if (!['half_pixel', 'asymmetric', 'align_corners'].includes(corners)) throw refuse(node, corners);
  if (nearest && (corners !== 'asymmetric' || read.string('nearest_mode', '') !== 'floor'))
    throw refuse(node, `nearest neighbours by ${corners}, which TF.js rounds otherwise`);
  const factors = sizesOf(build, node);
  const image = build.tf.image;
  const run = nearest ? image.resizeNearestNeighbor : image.resizeBilinear;
  return ([x]) => {
    if (x.shape.length !== 4) throw refuse(node, `${x.shape.length - 2} spatial axes`);
    const size = factors(x.shape.slice(1, 3));
    return run(x, size, corners === 'align_corners', corners === 'half_pixel');
  };
};

/** How large the two spatial axes become, from Resize's scales or sizes. */
function sizesOf(build: Build, node: Parameters<Builder>[1]['node']): (size: readonly number[]) => number[] {
  if (node.inputs[3]) {
    const sizes = [...build.constant(node, 3).data];
    return () => sizes.slice(2);
  }
  const scales = build.constant(node, 2).data;
  return (size) => size.map((length, axis) => Math.floor(length * scales[axis + 2]));
}

/** How each operator of ONNX is done with TF.js. */
export const operators: Readonly<Record<string, Builder>> = {
  Add: binary('add'),
  AveragePool: pool('avgPool'),
  BatchNormalization: batchNorm,
  Concat: concat,
  Conv: conv,
  DepthToSpace: depthToSpace,
  Div: binary('div'),
  Elu: unary('elu'),
  Flatten: flatten,
  Gemm: gemm,
  GlobalAveragePool: globalAverage,
  MaxPool: pool('maxPool'),
  Mul: binary('mul'),
  Relu: unary('relu'),
  Reshape: reshape,
  Resize: resize,
  Sigmoid: unary('sigmoid'),
  Sub: binary('sub'),
  Tanh: unary('tanh'),
  Transpose: transpose,
};
