import { isFloat, sizeOf } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { reduceOver } from './reduce.ts';
import { broadcast, range } from './shapes.ts';

const epsilonOf = (op: OpContext): number => op.attributes.float('epsilon', 1e-5);

function checkFloat(op: OpContext): void {
  if (!isFloat(op.type(0).dtype)) op.wrong(`is given ${op.type(0).dtype}, and takes floating point tensors`);
}

/** Refuses a per-channel operand of another length. */
function checkLength(op: OpContext, index: number, name: string, length: number): void {
  const shape = op.shape(index);
  if (shape.length !== 1 || shape[0] !== length)
    op.misfit(`has ${name} of shape [${shape}], and needs [${length}]`);
}

const batchOperands = ['scale', 'bias', 'mean', 'variance'];

function refuseTraining(op: OpContext): void {
  const extra = op.node.outputs.slice(1).some((name) => name !== '');
  const asked = op.opset >= 14 && op.attributes.flag('training_mode', false);
  if (op.opset < 7) op.attributes.ignore('is_test');
  if (asked || extra)
    op.unsupported('is in training mode', 'export the model in evaluation mode: model.eval() in PyTorch');
}

/**
 * s and t of a batch normalisation whose operands are all constants: computed at once in float64 and rounded once, where operation by
 * operation DenseNet-121's 121 took 15 ms of its load. Undefined where some operand is not known.
 */
function foldedStatistics(op: OpContext, operands: readonly ValueId[]): readonly ValueId[] | undefined {
  const { dtype, shape } = op.builder.typeOf(operands[0]);
  const values = operands.map((id) => op.builder.data(id));
  if (dtype !== 'float32' || !values.every((data) => data !== undefined)) return undefined;
  const [scale, bias, mean, variance] = values;
  const epsilon = epsilonOf(op);
  const [s, t] = [new Float32Array(scale.length), new Float32Array(scale.length)];
  for (let i = 0; i < scale.length; i++) {
    const factor = scale[i] / Math.sqrt(variance[i] + epsilon);
    s[i] = factor;
    t[i] = bias[i] - mean[i] * factor;
  }
  const { node } = op.origin;
  return [s, t].map((data, i) => op.builder.constant(`${node}:${i}`, { dtype, shape }, data));
}

/** s and t of a batch normalisation, operation by operation. */
function statistics(op: OpContext, [scale, bias, mean, variance]: readonly ValueId[]): readonly ValueId[] {
  const deviation = op.unary('sqrt', [], op.unary('affine', [1, epsilonOf(op)], variance));
  const s = op.map('div', [scale, deviation]);
  return [s, op.map('sub', [bias, op.map('mul', [mean, s])])];
}

/** y = x * s + t per channel, with s = scale / sqrt(variance + epsilon) and t = bias - mean * s: constants, mostly. */
function batchNormalization(op: OpContext): ValueId {
  refuseTraining(op);
  checkFloat(op);
  op.attributes.ignore('momentum');
  const { dtype, shape } = op.type(0);
  if (shape.length < 2) op.misfit(`takes an input [N, C, ...], and is given [${shape}]`);
  const perElement = op.opset < 9 && !op.attributes.flag('spatial', true);
  const expected = perElement ? shape.slice(1) : [shape[1]];
  for (const [i, name] of batchOperands.entries()) {
    if (op.shape(i + 1).join() !== expected.join())
      op.misfit(`has ${name} of shape [${op.shape(i + 1)}], and needs [${expected}]`);
  }
  const operands = range(4, 1).map((i) => op.cast(op.input(i), dtype));
  const [s, t] = foldedStatistics(op, operands) ?? statistics(op, operands);
  const aligned = perElement ? expected : [...expected, ...shape.slice(2).map(() => 1)];
  return op.map('scaleShift', [op.input(0), op.reshape(s, aligned), op.reshape(t, aligned)]);
}

function channelsOf(op: OpContext): number {
  checkFloat(op);
  op.sameType(0, 1, 2);
  const shape = op.shape(0);
  if (shape.length < 3) op.misfit(`takes an input [N, C, ...], and is given [${shape}]`);
  return shape[1];
}

function instanceNormalization(op: OpContext): ValueId {
  const channels = channelsOf(op);
  checkLength(op, 1, 'scale', channels);
  checkLength(op, 2, 'bias', channels);
  const attributes = {
    kind: 'group',
    groups: channels,
    axis: 1,
    epsilon: epsilonOf(op),
    activation: [],
  } as const;
  return op.emit('normalize', attributes, [op.input(0), op.input(1), op.input(2)]);
}

/** In opsets 18 to 20 scale and bias were one for each group; since 21 they are one for each channel. */
function groupNormalization(op: OpContext): ValueId {
  const channels = channelsOf(op);
  const groups = op.attributes.int('num_groups');
  if (groups < 1 || channels % groups !== 0)
    op.misfit(`cannot divide ${channels} channels into ${groups} groups`);
  if (op.opset >= 21) op.attributes.ignore('stash_type');
  const length = op.opset < 21 ? groups : channels;
  checkLength(op, 1, 'scale', length);
  checkLength(op, 2, 'bias', length);
  const spread = (index: number): ValueId => {
    if (length === channels) return op.input(index);
    const shape = [groups, channels / groups];
    return op.reshape(op.emit('copy', { shape, strides: [1, 0], offset: 0 }, [op.input(index)]), [channels]);
  };
  const attributes = { kind: 'group', groups, axis: 1, epsilon: epsilonOf(op), activation: [] } as const;
  return op.emit('normalize', attributes, [op.input(0), spread(1), spread(2)]);
}

function checkAffine(op: OpContext, index: number, name: string, shape: readonly number[]): void {
  if (!op.has(index)) return;
  const own = op.shape(index);
  if (broadcast(own, shape)?.join() !== shape.join())
    op.misfit(`cannot broadcast ${name} [${own}] to [${shape}]`);
}

function layer(op: OpContext, kind: 'layer' | 'rms'): readonly ValueId[] {
  checkFloat(op);
  op.attributes.ignore('stash_type');
  const shape = op.shape(0);
  const axis = op.axis(op.attributes.int('axis', -1), shape.length);
  checkAffine(op, 1, 'scale', shape);
  checkAffine(op, 2, 'bias', shape);
  const attributes = { kind, groups: 1, axis, epsilon: epsilonOf(op), activation: [] };
  const inputs = [op.input(0), op.optional(1), op.optional(2)];
  return op.builder
    .add('normalize', attributes, inputs, op.origin)
    .slice(0, Math.max(1, op.node.outputs.length));
}

/** Normalises over whole axes by what the vocabulary's other operations give. */
function meanVariance(op: OpContext): ValueId {
  checkFloat(op);
  const axes = op.axes(op.attributes.ints('axes', [0, 2, 3]), op.rank(0));
  const x = op.input(0);
  const centred = op.map('sub', [x, reduceOver(op, 'mean', x, axes, true)]);
  const variance = reduceOver(op, 'mean', op.map('mul', [centred, centred]), axes, true);
  const deviation = op.unary('affine', [1, 1e-9], op.unary('sqrt', [], variance));
  return op.map('div', [centred, deviation]);
}

/** x over its norm along an axis; where the norm is 0, so is the result. */
function lpNormalization(op: OpContext): ValueId {
  checkFloat(op);
  const axis = op.axis(op.attributes.int('axis', -1), op.rank(0));
  const p = op.attributes.int('p', 2);
  if (p !== 1 && p !== 2) op.wrong(`has p ${p}, which must be 1 or 2`);
  const norm = reduceOver(op, p === 1 ? 'l1' : 'l2', op.input(0), [axis], true);
  const { dtype } = op.type(0);
  const none = op.map('equal', [norm, op.scalar(dtype, 0)], 'bool');
  const divisor = op.map('where', [none, op.scalar(dtype, 1), norm], dtype);
  return op.map('div', [op.input(0), divisor]);
}

/** Squares are averaged over neighbouring channels by a pool that sees them as a spatial axis. */
function lrn(op: OpContext): ValueId {
  checkFloat(op);
  const { dtype, shape } = op.type(0);
  if (shape.length < 3) op.misfit(`takes an input [N, C, ...], and is given [${shape}]`);
  const size = op.attributes.int('size');
  if (size < 1) op.wrong(`has size ${size}, which must be at least 1`);
  const [alpha, beta] = [op.attributes.float('alpha', 1e-4), op.attributes.float('beta', 0.75)];
  const x = op.input(0);
  const squares = op.reshape(op.map('mul', [x, x]), [shape[0], 1, shape[1], sizeOf(shape.slice(2))]);
  const before = Math.floor((size - 1) / 2);
  const windows = {
    kernel: [size, 1],
    strides: [1, 1],
    dilations: [1, 1],
    pads: [before, 0, size - 1 - before, 0],
  };
  const outputShape = [shape[1], sizeOf(shape.slice(2))];
  const means = op.emit(
    'pool',
    { kind: 'average', ...windows, outputShape, countIncludePad: true, p: 2, pre: [] },
    [squares],
  );
  const base = op.unary('affine', [alpha, op.attributes.float('bias', 1)], op.reshape(means, shape));
  return op.map('div', [x, op.map('pow', [base, op.scalar(dtype, beta)])]);
}

export const normalizeOperators: Operators = {
  BatchNormalization: { since: 1, inputs: [5, 5], outputs: 5, emit: batchNormalization },
  InstanceNormalization: { since: 1, inputs: [3, 3], emit: instanceNormalization },
  GroupNormalization: { since: 18, inputs: [3, 3], emit: groupNormalization },
  LayerNormalization: { since: 17, inputs: [2, 3], outputs: 3, emit: (op) => layer(op, 'layer') },
  RMSNormalization: { since: 23, inputs: [2, 2], emit: (op) => layer(op, 'rms') },
  MeanVarianceNormalization: { since: 9, inputs: [1, 1], emit: meanVariance },
  LpNormalization: { since: 1, inputs: [1, 1], emit: lpNormalization },
  LRN: { since: 1, inputs: [1, 1], emit: lrn },
};
