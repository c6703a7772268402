import { isFloat } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { broadcast } from './shapes.ts';

const plain = { transA: false, transB: false, alpha: 1, beta: 1, activation: [] } as const;

/** Matrix product as NumPy's: vectors are lent a dimension, which the result gives back. */
function matmul(op: OpContext, a: ValueId, b: ValueId): ValueId {
  const [shapeA, shapeB] = [op.builder.typeOf(a).shape, op.builder.typeOf(b).shape];
  if (shapeA.length === 0 || shapeB.length === 0)
    op.misfit(`takes no scalars, and is given [${shapeA}] and [${shapeB}]`);
  const left = shapeA.length === 1 ? op.reshape(a, [1, shapeA[0]]) : a;
  const right = shapeB.length === 1 ? op.reshape(b, [shapeB[0], 1]) : b;
  const [inner, outer] = [shapeA.at(-1)!, shapeB.at(shapeB.length === 1 ? 0 : -2)!];
  if (inner !== outer)
    op.misfit(`multiplies [${shapeA}] by [${shapeB}]: ${inner} columns meet ${outer} rows`);
  if (!broadcast(shapeA.slice(0, -2), shapeB.slice(0, -2)))
    op.misfit(`cannot broadcast the batches of [${shapeA}] and [${shapeB}]`);
  const y = op.emit('matmul', plain, [left, right, null]);
  const shape = [...op.builder.typeOf(y).shape];
  if (shapeB.length === 1) shape.splice(-1);
  if (shapeA.length === 1) shape.splice(shapeB.length === 1 ? -1 : -2, 1);
  return shapeA.length === 1 || shapeB.length === 1 ? op.reshape(y, shape) : y;
}

function gemm(op: OpContext): ValueId {
  const transA = op.attributes.int('transA', 0) !== 0;
  const transB = op.attributes.int('transB', 0) !== 0;
  const [a, b] = [op.shape(0), op.shape(1)];
  if (a.length !== 2 || b.length !== 2) op.misfit(`takes matrices, and is given [${a}] and [${b}]`);
  op.sameType(0, 1);
  const [m, k] = transA ? [a[1], a[0]] : a;
  const [rows, n] = transB ? [b[1], b[0]] : b;
  if (k !== rows)
    op.misfit(
      `multiplies [${a}]${transA ? ' (transposed)' : ''} by [${b}]${transB ? ' (transposed)' : ''}: ${k} columns meet ${rows} rows`,
    );
  if (op.opset < 7) op.attributes.ignore('broadcast');
  const alpha = op.attributes.float('alpha', 1);
  const beta = op.attributes.float('beta', 1);
  if (op.has(2)) {
    op.sameType(0, 2);
    const c = op.shape(2);
    if (broadcast(c, [m, n])?.join() !== [m, n].join()) op.misfit(`cannot broadcast C [${c}] to [${m},${n}]`);
  }
  return op.emit('matmul', { transA, transB, alpha, beta, activation: [] }, [
    op.input(0),
    op.input(1),
    op.optional(2),
  ]);
}

/** Before opset 13 everything from `axis` on was one axis. */
function softmax(kind: 'softmax' | 'logSoftmax' | 'hardmax'): (op: OpContext) => ValueId {
  return (op) => {
    const { dtype, shape } = op.type(0);
    if (!isFloat(dtype)) op.wrong(`is given ${dtype}, and takes floating point tensors`);
    const given = op.attributes.int('axis', op.opset < 13 ? 1 : -1);
    if (op.opset >= 13 || (shape.length > 0 && given === shape.length - 1)) {
      const axis = op.axis(given, Math.max(1, shape.length));
      const y = op.emit('softmax', { kind, axis }, [
        shape.length === 0 ? op.reshape(op.input(0), [1]) : op.input(0),
      ]);
      return shape.length === 0 ? op.reshape(y, []) : y;
    }
    if (given < -shape.length || given > shape.length)
      op.wrong(`has axis ${given}, and its input has ${shape.length} dimensions`);
    const axis = given < 0 ? given + shape.length : given;
    const outer = shape.slice(0, axis).reduce((product, extent) => product * extent, 1);
    const inner = shape.slice(axis).reduce((product, extent) => product * extent, 1);
    const flat = op.reshape(op.input(0), [outer, inner]);
    return op.reshape(op.emit('softmax', { kind, axis: 1 }, [flat]), shape);
  };
}

export const matmulOperators: Operators = {
  MatMul: {
    since: 1,
    inputs: [2, 2],
    emit(op) {
      op.sameType(0, 1);
      return matmul(op, op.input(0), op.input(1));
    },
  },
  Gemm: { since: 1, inputs: [2, 3], emit: gemm },
  Softmax: { since: 1, inputs: [1, 1], emit: softmax('softmax') },
  LogSoftmax: { since: 1, inputs: [1, 1], emit: softmax('logSoftmax') },
  Hardmax: { since: 1, inputs: [1, 1], emit: softmax('hardmax') },
};
