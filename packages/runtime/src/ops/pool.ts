import { isFloat } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { range } from './shapes.ts';
import { outputExtents, perAxis, readWindows, spatialOf, type Windows } from './windows.ts';

type Kind = 'max' | 'average' | 'lp';

/** The version in which each kind of pool learned dilation and ceil_mode. */
const dilatedSince = { max: 10, average: 19, lp: 18 } as const;
const ceilSince = { max: 10, average: 10, lp: 18 } as const;

function pool(
  op: OpContext,
  kind: Kind,
  more: { readonly countIncludePad?: boolean; readonly p?: number } = {},
): ValueId {
  const shape = op.shape(0);
  const spatial = spatialOf(op, shape);
  // Without a default, `ints` refuses a node that lacks it.
  op.attributes.ints('kernel_shape');
  const kernel = perAxis(op, 'kernel_shape', spatial.length, 1, 1);
  const windows = readWindows(op, kernel, spatial, op.opset >= dilatedSince[kind]);
  checkPads(op, windows);
  const ceil = op.opset >= ceilSince[kind] && op.attributes.flag('ceil_mode', false);
  const outputShape = outputExtents(op, windows, spatial, ceil);
  const attributes = {
    kind,
    ...windows,
    outputShape,
    countIncludePad: more.countIncludePad ?? false,
    p: more.p ?? 2,
    pre: [],
  };
  return op.emit('pool', attributes, [op.input(0)]);
}

/** A window wholly in the padding would pool nothing. */
function checkPads(op: OpContext, { kernel, dilations, pads }: Windows): void {
  const axes = kernel.length;
  for (const i of range(2 * axes)) {
    const extent = (kernel[i % axes] - 1) * dilations[i % axes] + 1;
    if (pads[i] >= extent)
      op.wrong(`has pads [${pads}] as large as its window of ${extent} on spatial axis ${i % axes}`);
  }
}

function maxPool(op: OpContext): ValueId {
  if (op.node.outputs.length > 1 && op.node.outputs[1] !== '') {
    op.unsupported('is asked for its Indices output; only the pooled values are computed');
  }
  if (op.opset >= 8) op.attributes.ignore('storage_order');
  return pool(op, 'max');
}

function averagePool(op: OpContext): ValueId {
  const countIncludePad = op.opset >= 7 && op.attributes.flag('count_include_pad', false);
  return pool(op, 'average', { countIncludePad });
}

function readP(op: OpContext): number {
  const p = op.opset < 2 ? op.attributes.float('p', 2) : op.attributes.int('p', 2);
  if (!(p > 0)) op.wrong(`has p ${p}, which must be positive`);
  return p;
}

/** Reduces all of space to 1 x 1, keeping the axes. */
function globalPool(kind: 'mean' | 'max' | 'l1' | 'l2'): (op: OpContext) => ValueId {
  return (op) => {
    const rank = op.rank(0);
    if (rank < 3) op.misfit(`takes an input [N, C, ...], and is given [${op.shape(0)}]`);
    if (!isFloat(op.type(0).dtype))
      op.wrong(`is given ${op.type(0).dtype}, and takes floating point tensors`);
    return op.emit('reduce', { kind, axes: range(rank - 2, 2), keepDims: true, selectLast: false }, [
      op.input(0),
    ]);
  };
}

function globalLpPool(op: OpContext): ValueId {
  const p = readP(op);
  if (p === 1 || p === 2) return globalPool(p === 1 ? 'l1' : 'l2')(op);
  const { dtype } = op.type(0);
  const powers = op.map('pow', [op.unary('abs', [], op.input(0)), op.scalar(dtype, p)]);
  const axes = range(op.rank(0) - 2, 2);
  const sum = op.emit('reduce', { kind: 'sum', axes, keepDims: true, selectLast: false }, [powers]);
  return op.map('pow', [sum, op.scalar(dtype, 1 / p)]);
}

export const poolOperators: Operators = {
  MaxPool: { since: 1, inputs: [1, 1], outputs: 2, emit: maxPool },
  AveragePool: { since: 1, inputs: [1, 1], emit: averagePool },
  LpPool: { since: 1, inputs: [1, 1], emit: (op) => pool(op, 'lp', { p: readP(op) }) },
  GlobalAveragePool: { since: 1, inputs: [1, 1], emit: globalPool('mean') },
  GlobalMaxPool: { since: 1, inputs: [1, 1], emit: globalPool('max') },
  GlobalLpPool: { since: 1, inputs: [1, 1], emit: globalLpPool },
};
