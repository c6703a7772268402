import { type HostArray, hostArray, sizeOf, type TensorType } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OnnxTensor } from '../onnx/model.ts';
import { hostData } from '../onnx/tensor.ts';
import type { OpContext, Operators } from './context.ts';
import { expandTo } from './layout.ts';
import { range } from './shapes.ts';
import { isOurs, readType } from './types.ts';

/* Operators whose results are known when the model is loaded: constants, and the shapes of things. */

/** A tensor of the file as the runtime holds it. */
function tensorConstant(op: OpContext, tensor: OnnxTensor): { type: TensorType; data: HostArray } {
  if (!isOurs(tensor.dtype))
    op.unsupported(`holds a tensor of type ${tensor.dtype}`, 'convert it to float32 or float16');
  return { type: { dtype: tensor.dtype, shape: tensor.dims }, data: hostData(tensor, 'saturate') };
}

function constant(op: OpContext): ValueId {
  const { attributes } = op;
  const known = ['value', 'value_float', 'value_floats', 'value_int', 'value_ints'].filter((name) =>
    attributes.has(name),
  );
  if (known.length > 1) op.wrong(`has ${known.join(' and ')}, and takes one`);
  switch (known[0]) {
    case 'value': {
      const { type, data } = tensorConstant(op, attributes.tensor('value'));
      return op.builder.constant(op.node.outputs[0], type, data);
    }
    case 'value_float':
      return op.scalar('float32', attributes.float('value_float'));
    case 'value_int':
      return op.scalar('int64', attributes.int('value_int'));
    case 'value_floats': {
      const values = attributes.floats('value_floats');
      return op.constant('float32', [values.length], values);
    }
    case 'value_ints': {
      const values = attributes.bounds('value_ints');
      return op.constant('int64', [values.length], values);
    }
    default: {
      const other = [...op.node.attributes.keys()];
      if (other.length === 0) op.wrong('has no value');
      attributes.ignore(...other);
      return op.unsupported(`holds ${other.join(', ')}; only tensors and lists of numbers are supported`);
    }
  }
}

function constantOfShape(op: OpContext): ValueId {
  const shape = op.integers(0, 'shape');
  if (shape.some((extent) => extent < 0)) op.wrong(`asks for the shape [${shape}]`);
  op.checkSize(shape, true);
  const value = op.attributes.tensor('value', undefined);
  if (value && sizeOf(value.dims) !== 1)
    op.wrong(`has a value of shape [${value.dims}], and takes one number`);
  const { type, data } = value
    ? tensorConstant(op, value)
    : { type: { dtype: 'float32' as const }, data: [0] };
  return op.builder.constant(
    op.node.outputs[0],
    { dtype: type.dtype, shape },
    hostArray(type.dtype, sizeOf(shape)).fill(data[0]),
  );
}

function shapeOf(op: OpContext): ValueId {
  const shape = op.shape(0);
  const [start, end] =
    op.opset < 15 ? [0, undefined] : [op.attributes.int('start', 0), op.attributes.int('end', undefined)];
  return op.builder.integers(op.node.outputs[0], shape.slice(start, end));
}

function rangeOperator(op: OpContext): ValueId {
  op.sameType(0, 1, 2);
  if (op.opset >= 27) op.attributes.ignore('stash_type');
  const [start] = op.numbers(0, 'start');
  const [limit] = op.numbers(1, 'limit');
  const [delta] = op.numbers(2, 'delta');
  if (delta === 0) op.wrong('counts in steps of 0');
  const count = Math.max(0, Math.ceil((limit - start) / delta));
  if (!Number.isFinite(count)) op.wrong(`counts from ${start} to ${limit} in steps of ${delta}`);
  op.checkSize([count], true);
  const data = hostArray(op.type(0).dtype, count);
  for (let i = 0; i < count; i++) data[i] = start + i * delta;
  return op.builder.constant(op.node.outputs[0], { dtype: op.type(0).dtype, shape: [count] }, data);
}

function eyeLike(op: OpContext): ValueId {
  const shape = op.shape(0);
  if (shape.length !== 2) op.misfit(`takes a matrix, and is given [${shape}]`);
  op.checkSize(shape, true);
  const code = op.attributes.int('dtype', undefined);
  const dtype = code === undefined ? op.type(0).dtype : readType(op, code);
  const k = op.attributes.int('k', 0);
  const data = hostArray(dtype, sizeOf(shape));
  for (let row = Math.max(0, -k); row < shape[0] && row + k < shape[1]; row++)
    data[row * shape[1] + row + k] = 1;
  return op.builder.constant(op.node.outputs[0], { dtype, shape }, data);
}

/** Rows of a one-hot table are compared: `where(indices == 0, 1, ...)` with the off and on values. */
function oneHot(op: OpContext): ValueId {
  const depth = op.numbers(1, 'depth')[0];
  if (!(depth >= 1)) op.wrong(`has depth ${depth}, which must be positive`);
  op.checkSize([depth], true);
  const { dtype, shape } = op.type(0);
  const axis = op.axis(op.attributes.int('axis', -1), shape.length + 1);
  const lent = op.reshape(op.input(0), [...shape.slice(0, axis), 1, ...shape.slice(axis)]);
  const table = op.constant(dtype, [depth, ...shape.slice(axis).map(() => 1)], range(depth));
  const [low, size] = [op.scalar(dtype, 0), op.scalar(dtype, depth)];
  // Indices from -depth to -1 count from the end; those beyond match nothing.
  const negative = op.map('less', [lent, low], 'bool');
  const counted = op.map('where', [negative, op.map('add', [lent, size]), lent], dtype);
  const hit = op.map('equal', [counted, table], 'bool');
  const values = op.type(2);
  if (values.shape.join() !== '2') op.misfit(`takes two values, off and on, and is given [${values.shape}]`);
  const pick = (index: number): ValueId =>
    op.reshape(op.emit('copy', { shape: [1], strides: [1], offset: index }, [op.input(2)]), []);
  return op.map('where', [hit, pick(1), pick(0)], values.dtype);
}

/** The triangle is a constant mask. */
function trilu(op: OpContext): ValueId {
  const { dtype, shape } = op.type(0);
  if (shape.length < 2) op.misfit(`takes matrices, and is given [${shape}]`);
  const k = op.has(1) ? op.integers(1, 'k')[0] : 0;
  const upper = op.attributes.flag('upper', true);
  const [rows, columns] = shape.slice(-2);
  op.checkSize([rows, columns], true);
  const keeps = (row: number, column: number) => (upper ? column - row >= k : column - row <= k);
  const mask = range(rows * columns).map((i) => Number(keeps(Math.floor(i / columns), i % columns)));
  return op.map(
    'where',
    [op.constant('bool', [rows, columns], mask), op.input(0), op.scalar(dtype, 0)],
    dtype,
  );
}

/** Dropout drops nothing outside training; its mask, where it is wanted, keeps everything. */
function dropout(op: OpContext): readonly ValueId[] {
  if (op.opset < 7) op.attributes.ignore('is_test');
  if (op.opset < 12) op.attributes.ignore('ratio');
  else op.attributes.ignore('seed');
  if (op.opset < 12 && op.count > 1) op.wrong(`takes its ratio as an attribute in opset ${op.opset}`);
  const training = op.has(2) && op.numbers(2, 'training_mode')[0] !== 0;
  const drops = training && !(op.has(1) && op.numbers(1, 'ratio')[0] === 0);
  if (drops)
    op.unsupported('is in training mode', 'export the model in evaluation mode: model.eval() in PyTorch');
  if (!op.node.outputs[1]) return [op.input(0)];
  const dtype = op.opset < 10 ? op.type(0).dtype : 'bool';
  return [op.input(0), expandTo(op, op.scalar(dtype, 1), op.shape(0))];
}

function cast(op: OpContext, to: ReturnType<typeof readType>): ValueId {
  if (op.opset >= 19) op.attributes.ignore('saturate');
  if (op.opset >= 24) op.attributes.ignore('round_mode');
  return op.cast(op.input(0), to);
}

/** Only conditions that are known now: exporters branch on shapes, which are. */
function branch(op: OpContext): readonly ValueId[] {
  const [condition] = op.numbers(0, 'condition');
  op.attributes.ignore('then_branch', 'else_branch');
  return op.inline(op.attributes.graph(condition === 0 ? 'else_branch' : 'then_branch'));
}

export const constantOperators: Operators = {
  Constant: { since: 1, inputs: [0, 0], emit: constant },
  ConstantOfShape: { since: 9, inputs: [1, 1], emit: constantOfShape },
  Shape: { since: 1, inputs: [1, 1], emit: shapeOf },
  Size: { since: 1, inputs: [1, 1], emit: (op) => op.scalar('int64', sizeOf(op.shape(0))) },
  Range: { since: 11, inputs: [3, 3], emit: rangeOperator },
  EyeLike: { since: 9, inputs: [1, 1], emit: eyeLike },
  OneHot: { since: 9, inputs: [3, 3], emit: oneHot },
  Trilu: { since: 14, inputs: [1, 2], emit: trilu },
  Identity: { since: 1, inputs: [1, 1], emit: (op) => op.input(0) },
  Dropout: { since: 1, inputs: [1, 3], outputs: 2, emit: dropout },
  If: { since: 1, inputs: [1, 1], outputs: Number.MAX_SAFE_INTEGER, emit: branch },
  Cast: {
    since: 1,
    inputs: [1, 1],
    emit: (op) => cast(op, readType(op, op.opset < 6 ? op.attributes.string('to') : op.attributes.int('to'))),
  },
  CastLike: { since: 15, inputs: [2, 2], emit: (op) => cast(op, op.type(1).dtype) },
};
