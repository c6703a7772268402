import { isFloat } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operator, Operators } from './context.ts';

/*
 * Functions of one operand. All become a `map` of the identity followed by a unary function, the form that the
 * passes fold into the kernels before them.
 */

type Kind = 'float' | 'number' | 'bool';

function checkKind(op: OpContext, kind: Kind): void {
  const { dtype } = op.type(0);
  const fits = kind === 'float' ? isFloat(dtype) : kind === 'bool' ? dtype === 'bool' : dtype !== 'bool';
  if (!fits) op.wrong(`is given ${dtype}, and takes ${kind === 'number' ? 'numbers' : `${kind} tensors`}`);
}

function plain(since: number, fn: string, kind: Kind = 'float'): Operator {
  const emit = (op: OpContext): ValueId => {
    checkKind(op, kind);
    return op.unary(fn, [], op.input(0));
  };
  return { since, inputs: [1, 1], emit };
}

/** A function with constants, which are float attributes with these defaults. */
function parametric(since: number, fn: string, defaults: Readonly<Record<string, number>>): Operator {
  const emit = (op: OpContext): ValueId => {
    checkKind(op, 'float');
    const args = Object.entries(defaults).map(([name, value]) => op.attributes.float(name, value));
    return op.unary(fn, args, op.input(0));
  };
  return { since, inputs: [1, 1], emit };
}

function selu(op: OpContext): ValueId {
  const [alpha, gamma] = op.opset < 6 ? [1.6732, 1.0507] : [1.6732631921768188, 1.0507010221481323];
  return op.unary(
    'selu',
    [op.attributes.float('alpha', alpha), op.attributes.float('gamma', gamma)],
    op.input(0),
  );
}

function gelu(op: OpContext): ValueId {
  const form = op.attributes.choice('approximate', ['none', 'tanh'], 'none');
  return op.unary(form === 'tanh' ? 'geluTanh' : 'gelu', [], op.input(0));
}

function isInf(op: OpContext): ValueId {
  const negative = op.attributes.flag('detect_negative', true);
  const positive = op.attributes.flag('detect_positive', true);
  return op.unary('isInf', [positive ? 1 : 0, negative ? 1 : 0], op.input(0), 'bool');
}

/** A bound of Clip: a number where it is constant, infinite where there is none. */
type Bound = { readonly constant: number } | { readonly value: ValueId };

/** Bounds that are constants become a function of one operand, others operands of their own. */
function clip(op: OpContext): ValueId {
  const [low, high] = op.opset < 11 ? attributeBounds(op) : [bound(op, 1, -Infinity), bound(op, 2, Infinity)];
  const { dtype } = op.type(0);
  if (dtype === 'bool') op.wrong('is given bool, and takes numbers');
  if ('constant' in low && 'constant' in high) {
    if (low.constant === -Infinity && high.constant === Infinity) return op.input(0);
    return op.unary('clip', [low.constant, high.constant], op.input(0));
  }
  const operand = (side: Bound): ValueId | null => {
    if ('value' in side) return side.value;
    return Number.isFinite(side.constant) ? op.scalar(dtype, side.constant) : null;
  };
  return op.map('clamp', [op.input(0), operand(low), operand(high)]);
}

function attributeBounds(op: OpContext): [Bound, Bound] {
  const limit = (name: string, open: number): Bound => {
    const value = op.attributes.float(name, open);
    // The defaults of opset 6 are the ends of float32, which bound nothing.
    return { constant: Math.abs(value) >= 3.4028234663852886e38 && value * open > 0 ? open : value };
  };
  return [limit('min', -Infinity), limit('max', Infinity)];
}

function bound(op: OpContext, index: number, open: number): Bound {
  if (!op.has(index)) return { constant: open };
  op.sameType(0, index);
  const { dtype, shape } = op.type(index);
  if (shape.some((extent) => extent !== 1) || shape.length > 1) {
    op.wrong(`takes scalars for its bounds, and is given [${shape}]`);
  }
  const data = op.data(index);
  if (!data) return { value: op.input(index) };
  if (Number.isNaN(data[0])) op.wrong(`has NaN for its input ${index}`);
  // 64-bit bounds past what the GPU's integers hold bound nothing that fits in them.
  const beyond = !isFloat(dtype) && data[0] * open > 0 && Math.abs(data[0]) >= 2 ** 31;
  return { constant: beyond ? open : data[0] };
}

export const unaryOperators: Operators = {
  Relu: plain(1, 'relu', 'number'),
  Sigmoid: plain(1, 'sigmoid'),
  Tanh: plain(1, 'tanh'),
  Softplus: plain(1, 'softplus'),
  Softsign: plain(1, 'softsign'),
  HardSwish: plain(14, 'hardSwish'),
  Mish: plain(18, 'mish'),
  Erf: plain(9, 'erf', 'number'),
  Sqrt: plain(1, 'sqrt'),
  Exp: plain(1, 'exp'),
  Log: plain(1, 'log'),
  Abs: plain(1, 'abs', 'number'),
  Neg: plain(1, 'neg', 'number'),
  Sign: plain(9, 'sign', 'number'),
  Reciprocal: plain(1, 'reciprocal'),
  Floor: plain(1, 'floor'),
  Ceil: plain(1, 'ceil'),
  Round: plain(11, 'round'),
  Sin: plain(7, 'sin'),
  Cos: plain(7, 'cos'),
  Tan: plain(7, 'tan'),
  Asin: plain(7, 'asin'),
  Acos: plain(7, 'acos'),
  Atan: plain(7, 'atan'),
  Sinh: plain(9, 'sinh'),
  Cosh: plain(9, 'cosh'),
  Asinh: plain(9, 'asinh'),
  Acosh: plain(9, 'acosh'),
  Atanh: plain(9, 'atanh'),
  Not: plain(1, 'not', 'bool'),
  BitwiseNot: plain(18, 'bitwiseNot', 'number'),
  LeakyRelu: parametric(1, 'leakyRelu', { alpha: 0.01 }),
  Elu: parametric(1, 'elu', { alpha: 1 }),
  Celu: parametric(12, 'celu', { alpha: 1 }),
  HardSigmoid: parametric(1, 'hardSigmoid', { alpha: 0.2, beta: 0.5 }),
  ThresholdedRelu: parametric(10, 'thresholdedRelu', { alpha: 1 }),
  Shrink: parametric(9, 'shrink', { lambd: 0.5, bias: 0 }),
  Swish: parametric(24, 'swish', { alpha: 1 }),
  Selu: { since: 1, inputs: [1, 1], emit: selu },
  Gelu: { since: 20, inputs: [1, 1], emit: gelu },
  IsNaN: { since: 9, inputs: [1, 1], emit: (op) => op.unary('isNaN', [], op.input(0), 'bool') },
  IsInf: { since: 10, inputs: [1, 1], emit: isInf },
  Clip: { since: 1, inputs: [1, 3], emit: clip },
};
