import { isFloat, type Vocabulary } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operator, Operators } from './context.ts';
import { range } from './shapes.ts';

type Kind = Vocabulary['reduce']['kind'];

/** Reduces over axes, which may be none: then each element is reduced by itself. */
export function reduceOver(
  op: OpContext,
  kind: Kind,
  x: ValueId,
  axes: readonly number[],
  keepDims: boolean,
): ValueId {
  const sorted = [...axes].sort((a, b) => a - b);
  if (sorted.length > 0) return op.emit('reduce', { kind, axes: sorted, keepDims, selectLast: false }, [x]);
  const { shape } = op.builder.typeOf(x);
  const lent = op.reshape(x, [...shape, 1]);
  return op.emit('reduce', { kind, axes: [shape.length], keepDims: false, selectLast: false }, [lent]);
}

/** The axes were an attribute up to opset 17 (ReduceSum: 12) and are an input since. */
function readAxes(op: OpContext, inputSince: number): number[] | undefined {
  if (op.opset < inputSince) {
    if (op.count > 1) op.wrong(`takes its axes as an attribute in opset ${op.opset}`);
    const axes = op.attributes.ints('axes', undefined);
    return axes && op.axes(axes, op.rank(0));
  }
  return op.has(1) ? op.axes(op.integers(1, 'axes'), op.rank(0)) : undefined;
}

function reduction(kind: Kind, inputSince = 18): Operator {
  const emit = (op: OpContext): ValueId => {
    const { dtype } = op.type(0);
    if (dtype === 'bool' && (op.opset < 20 || (kind !== 'max' && kind !== 'min')))
      op.wrong('is given bool, and takes numbers');
    if ((kind === 'logSum' || kind === 'logSumExp') && !isFloat(dtype))
      op.unsupported(`is given ${dtype}; its result is a logarithm, which needs floating point`);
    const axes = readAxes(op, inputSince) ?? [];
    const keepDims = op.attributes.flag('keepdims', true);
    const none = op.opset >= inputSince && op.attributes.flag('noop_with_empty_axes', false);
    const all = axes.length === 0 && !none;
    return reduceOver(op, kind, op.input(0), all ? range(op.rank(0)) : axes, keepDims);
  };
  return { since: 1, inputs: [1, 2], emit };
}

function arg(kind: 'argmax' | 'argmin'): Operator {
  const emit = (op: OpContext): ValueId => {
    const axis = op.axis(op.attributes.int('axis', 0), Math.max(1, op.rank(0)));
    const keepDims = op.attributes.flag('keepdims', true);
    const selectLast = op.opset >= 12 && op.attributes.flag('select_last_index', false);
    const scalar = op.rank(0) === 0;
    const x = scalar ? op.reshape(op.input(0), [1]) : op.input(0);
    if (op.builder.typeOf(x).shape[axis] === 0)
      op.misfit(`looks along axis ${axis} of [${op.shape(0)}], which is empty`);
    return op.emit('reduce', { kind, axes: [axis], keepDims: keepDims && !scalar, selectLast }, [x]);
  };
  return { since: 1, inputs: [1, 1], emit };
}

function scan(since: number, kind: 'sum' | 'prod'): Operator {
  const emit = (op: OpContext): ValueId => {
    const given = op.integers(1, 'axis');
    if (given.length !== 1) op.wrong(`takes one axis, and is given ${given.length}`);
    const axis = op.axis(given[0], op.rank(0));
    const exclusive = op.attributes.flag('exclusive', false);
    return op.emit('scan', { kind, axis, exclusive, reverse: op.attributes.flag('reverse', false) }, [
      op.input(0),
    ]);
  };
  return { since, inputs: [2, 2], emit };
}

export const reduceOperators: Operators = {
  ReduceSum: reduction('sum', 13),
  ReduceMean: reduction('mean'),
  ReduceMax: reduction('max'),
  ReduceMin: reduction('min'),
  ReduceProd: reduction('prod'),
  ReduceL1: reduction('l1'),
  ReduceL2: reduction('l2'),
  ReduceSumSquare: reduction('sumSquare'),
  ReduceLogSum: reduction('logSum'),
  ReduceLogSumExp: reduction('logSumExp'),
  ArgMax: arg('argmax'),
  ArgMin: arg('argmin'),
  CumSum: scan(11, 'sum'),
  CumProd: scan(26, 'prod'),
};
