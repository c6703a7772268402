import { type DType, isFloat } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operator, Operators } from './context.ts';
import { broadcast } from './shapes.ts';

/* Functions of two and more broadcast operands. */

/**
 * The second operand as NumPy's broadcasting wants it. Before opset 7 operands broadcast only when the node said so,
 * and the second lay along `axis` of the first rather than at its end.
 */
function aligned(op: OpContext): ValueId {
  const b = op.input(1);
  if (op.opset >= 7) return b;
  const [shapeA, shapeB] = [op.shape(0), op.shape(1)];
  if (!op.attributes.flag('broadcast', false)) {
    op.attributes.int('axis', undefined);
    if (shapeA.join() !== shapeB.join())
      op.misfit(`takes equal shapes without broadcast=1, and is given [${shapeA}] and [${shapeB}]`);
    return b;
  }
  const axis = op.attributes.int('axis', undefined);
  if (axis === undefined) return b;
  const start = op.axis(axis, Math.max(1, shapeA.length));
  const after = shapeA.length - start - shapeB.length;
  if (after < 0) op.misfit(`cannot lay [${shapeB}] along axis ${start} of [${shapeA}]`);
  return op.reshape(b, [...shapeB, ...new Array<number>(after).fill(1)]);
}

function checkBroadcast(op: OpContext, ids: readonly ValueId[]): void {
  let shape: readonly number[] = [];
  for (const id of ids) {
    const next = op.builder.typeOf(id).shape;
    const joint = broadcast(shape, next);
    if (!joint) op.misfit(`cannot broadcast [${shape}] and [${next}]`);
    shape = joint;
  }
}

type Kind = 'any' | 'bool' | 'integer' | 'number';

function checkKind(op: OpContext, kind: Kind): void {
  const { dtype } = op.type(0);
  const fits = {
    any: true,
    bool: dtype === 'bool',
    number: dtype !== 'bool',
    integer: dtype !== 'bool' && !isFloat(dtype),
  };
  if (!fits[kind]) op.wrong(`is given ${dtype}, and takes ${kind} tensors`);
}

function binary(since: number, fn: string, kind: Kind = 'number', to?: DType): Operator {
  const emit = (op: OpContext): ValueId => {
    op.sameType(0, 1);
    checkKind(op, kind);
    const operands: [ValueId, ValueId] = [op.input(0), aligned(op)];
    checkBroadcast(op, operands);
    return op.map(fn, operands, to);
  };
  return { since, inputs: [2, 2], emit };
}

function chain(fn: string): Operator {
  return { since: 1, inputs: [1, Number.MAX_SAFE_INTEGER], emit: (op) => chained(op, fn) };
}

function chained(op: OpContext, fn: string): ValueId {
  const operands = op.all();
  op.sameType(0, ...operands.keys());
  checkBroadcast(op, operands);
  return operands.reduce((sum, next) => op.map(fn, [sum, next]));
}

function mean(op: OpContext): ValueId {
  const sum = chained(op, 'add');
  return op.unary('affine', [1 / op.count, 0], sum);
}

/** The exponent may have another type than the base. Squares, which layer norms are full of, become products. */
function pow(op: OpContext): ValueId {
  const base = op.input(0);
  const power = aligned(op);
  checkBroadcast(op, [base, power]);
  const { dtype, shape } = op.type(0);
  const constant = op.builder.data(power);
  if (constant?.length === 1 && op.builder.typeOf(power).shape.length <= shape.length) {
    if (constant[0] === 2) return op.map('mul', [base, base]);
    if (constant[0] === 0.5 && isFloat(dtype)) return op.unary('sqrt', [], base);
    if (constant[0] === 1) return base;
  }
  if (isFloat(dtype) || !isFloat(op.type(1).dtype)) return op.map('pow', [base, op.cast(power, dtype)]);
  return op.cast(op.map('pow', [op.cast(base, 'float32'), op.cast(power, 'float32')]), dtype);
}

/** fmod=1 gives a remainder with the sign of the dividend, 0 one with the sign of the divisor. */
function mod(op: OpContext): ValueId {
  op.sameType(0, 1);
  checkBroadcast(op, op.all());
  const fmod = op.attributes.flag('fmod', false);
  return op.map(fmod ? 'fmod' : 'mod', op.all());
}

/** Before opset 7 a slope of one dimension belonged to the channels. */
function prelu(op: OpContext): ValueId {
  op.sameType(0, 1);
  const [shape, slope] = [op.shape(0), op.shape(1)];
  const perChannel = op.opset < 7 && slope.length === 1 && shape.length > 1;
  const operand = perChannel
    ? op.reshape(op.input(1), [...slope, ...shape.slice(2).map(() => 1)])
    : op.input(1);
  const joint = broadcast(shape, op.builder.typeOf(operand).shape);
  if (joint?.join() !== shape.join()) op.misfit(`cannot broadcast a slope of [${slope}] to [${shape}]`);
  return op.map('prelu', [op.input(0), operand]);
}

function where(op: OpContext): ValueId {
  if (op.type(0).dtype !== 'bool')
    op.wrong(`takes a condition of type bool, and is given ${op.type(0).dtype}`);
  op.sameType(1, 2);
  checkBroadcast(op, op.all());
  return op.map('where', op.all(), op.type(1).dtype);
}

function bitShift(op: OpContext): ValueId {
  op.sameType(0, 1);
  checkBroadcast(op, op.all());
  const direction = op.attributes.choice('direction', ['LEFT', 'RIGHT']);
  return op.map(direction === 'LEFT' ? 'shiftLeft' : 'shiftRight', op.all());
}

function swiglu(op: OpContext): ValueId {
  op.sameType(0, 1);
  if (op.shape(0).join() !== op.shape(1).join())
    op.misfit(`takes equal shapes, and is given [${op.shape(0)}] and [${op.shape(1)}]`);
  return op.map('mul', [op.unary('swish', [op.attributes.float('alpha', 1)], op.input(0)), op.input(1)]);
}

export const binaryOperators: Operators = {
  Add: binary(1, 'add'),
  Sub: binary(1, 'sub'),
  Mul: binary(1, 'mul'),
  Div: binary(1, 'div'),
  And: binary(1, 'and', 'bool'),
  Or: binary(1, 'or', 'bool'),
  Xor: binary(1, 'xor', 'bool'),
  Equal: binary(1, 'equal', 'any', 'bool'),
  Greater: binary(1, 'greater', 'number', 'bool'),
  GreaterOrEqual: binary(12, 'greaterOrEqual', 'number', 'bool'),
  Less: binary(1, 'less', 'number', 'bool'),
  LessOrEqual: binary(12, 'lessOrEqual', 'number', 'bool'),
  BitwiseAnd: binary(18, 'bitwiseAnd', 'integer'),
  BitwiseOr: binary(18, 'bitwiseOr', 'integer'),
  BitwiseXor: binary(18, 'bitwiseXor', 'integer'),
  Sum: chain('add'),
  Max: chain('max'),
  Min: chain('min'),
  Mean: { since: 1, inputs: [1, Number.MAX_SAFE_INTEGER], emit: mean },
  Pow: { since: 1, inputs: [2, 2], emit: pow },
  Mod: { since: 10, inputs: [2, 2], emit: mod },
  PRelu: { since: 1, inputs: [2, 2], emit: prelu },
  Where: { since: 9, inputs: [3, 3], emit: where },
  BitShift: { since: 11, inputs: [2, 2], emit: bitShift },
  SwiGLU: { since: 28, inputs: [2, 2], emit: swiglu },
};
