import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';

function checkIndexType(op: OpContext, index: number): void {
  const { dtype } = op.type(index);
  if (dtype !== 'int64' && dtype !== 'int32')
    op.wrong(`takes indices as int64 or int32, and is given ${dtype}`);
}

/** A shader would clamp an index that is out of range without a word, so those that are known are checked here. */
function checkIndices(op: OpContext, extent: number): void {
  const bad = op.data(1)?.find((index) => index < -extent || index >= extent);
  if (bad !== undefined) op.misfit(`reads index ${bad} of an axis of ${extent}`);
}

function gather(op: OpContext): ValueId {
  checkIndexType(op, 1);
  const axis = op.axis(op.attributes.int('axis', 0), op.rank(0));
  checkIndices(op, op.shape(0)[axis]);
  return op.emit('gather', { kind: 'axis', axis, batchDims: 0 }, [op.input(0), op.input(1)]);
}

function gatherElements(op: OpContext): ValueId {
  checkIndexType(op, 1);
  const axis = op.axis(op.attributes.int('axis', 0), op.rank(0));
  if (op.rank(1) !== op.rank(0))
    op.misfit(`has indices [${op.shape(1)}] for data [${op.shape(0)}], whose ranks must be equal`);
  const wide = op.shape(1).findIndex((extent, i) => i !== axis && extent > op.shape(0)[i]);
  if (wide >= 0)
    op.misfit(`has indices [${op.shape(1)}] larger than its data [${op.shape(0)}] on axis ${wide}`);
  checkIndices(op, op.shape(0)[axis]);
  return op.emit('gather', { kind: 'elements', axis, batchDims: 0 }, [op.input(0), op.input(1)]);
}

function gatherND(op: OpContext): ValueId {
  checkIndexType(op, 1);
  const batchDims = op.opset < 12 ? 0 : op.attributes.int('batch_dims', 0);
  const [data, indices] = [op.shape(0), op.shape(1)];
  if (data.length < 1 || indices.length < 1)
    op.misfit(`takes no scalars, and is given [${data}] and [${indices}]`);
  if (batchDims < 0 || batchDims >= Math.min(data.length, indices.length))
    op.wrong(`has batch_dims ${batchDims} for data [${data}] and indices [${indices}]`);
  const equal = data.slice(0, batchDims).join() === indices.slice(0, batchDims).join();
  if (!equal || indices.at(-1)! > data.length - batchDims)
    op.misfit(`cannot look up indices [${indices}] in [${data}] with batch_dims ${batchDims}`);
  return op.emit('gather', { kind: 'nd', axis: 0, batchDims }, [op.input(0), op.input(1)]);
}

export const gatherOperators: Operators = {
  Gather: { since: 1, inputs: [2, 2], emit: gather },
  GatherElements: { since: 11, inputs: [2, 2], emit: gatherElements },
  GatherND: { since: 11, inputs: [2, 2], emit: gatherND },
};
