import { denseStrides } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { range } from './shapes.ts';

/* Operators that take tensors apart and put them together. */

interface Span {
  readonly axis: number;
  readonly start: number;
  readonly count: number;
  readonly step: number;
}

/** Every `step`-th element of some axes: a copy through other strides, or nothing where everything is kept. */
function slice(op: OpContext, x: ValueId, spans: readonly Span[]): ValueId {
  const { shape } = op.builder.typeOf(x);
  const dense = denseStrides(shape);
  const [cut, strides] = [[...shape], [...dense]];
  let offset = 0;
  for (const { axis, start, count, step } of spans) {
    cut[axis] = count;
    strides[axis] = dense[axis] * step;
    if (count > 0) offset += dense[axis] * start;
  }
  const whole =
    cut.join() === shape.join() && strides.every((stride, i) => stride === dense[i] || cut[i] === 1);
  if (whole) return x;
  if (cut.includes(0)) offset = 0;
  return op.emit('copy', { shape: cut, strides, offset }, [x]);
}

/** Where a slice begins and how many elements it takes: bounds count from the end if negative, and are cut to the axis. */
function span(axis: number, extent: number, from: number, to: number, step: number): Span {
  const [least, most] = step > 0 ? [0, extent] : [-1, extent - 1];
  const cut = (bound: number) => Math.min(most, Math.max(least, bound < 0 ? bound + extent : bound));
  const start = cut(from);
  return { axis, start, count: Math.max(0, Math.ceil((cut(to) - start) / step)), step };
}

function sliceOperator(op: OpContext): ValueId {
  const shape = op.shape(0);
  const legacy = op.opset < 10;
  if (legacy && op.count > 1) op.wrong(`takes its bounds as attributes in opset ${op.opset}`);
  const starts = legacy ? op.attributes.bounds('starts') : op.integers(1, 'starts');
  const ends = legacy ? op.attributes.bounds('ends') : op.integers(2, 'ends');
  const given = legacy
    ? op.attributes.ints('axes', undefined)
    : op.has(3)
      ? op.integers(3, 'axes')
      : undefined;
  const axes = op.axes(given ?? range(starts.length), shape.length);
  const steps = !legacy && op.has(4) ? op.integers(4, 'steps') : axes.map(() => 1);
  if ([starts, ends, steps].some((numbers) => numbers.length !== axes.length)) {
    op.wrong(
      `has ${starts.length} starts, ${ends.length} ends, ${axes.length} axes and ${steps.length} steps`,
    );
  }
  if (steps.includes(0)) op.wrong(`has a step of 0: [${steps}]`);
  const spans = axes.map((axis, i) => span(axis, shape[axis], starts[i], ends[i], steps[i]));
  return slice(op, op.input(0), spans);
}

/** Lengths of Split's pieces: stated, or as equal as they can be, the last one shorter (opset 18). */
function splitLengths(op: OpContext, extent: number): readonly number[] {
  const pieces = op.node.outputs.length;
  const stated = op.opset < 13 ? legacyLengths(op) : op.has(1) ? op.integers(1, 'split') : undefined;
  const count = op.opset >= 18 ? op.attributes.int('num_outputs', undefined) : undefined;
  if (stated && count !== undefined) op.wrong('has both split and num_outputs');
  if (count !== undefined && count !== pieces) op.wrong(`has num_outputs ${count} and ${pieces} outputs`);
  if (stated) {
    if (stated.length !== pieces) op.wrong(`has ${stated.length} lengths and ${pieces} outputs`);
    const sum = stated.reduce((total, length) => total + length, 0);
    if (stated.some((length) => length < 0) || sum !== extent)
      op.misfit(`cannot split ${extent} into [${stated}]`);
    return stated;
  }
  const length = Math.ceil(extent / pieces);
  if (count === undefined && extent % pieces !== 0)
    op.misfit(`cannot split ${extent} into ${pieces} equal parts`);
  return range(pieces).map((i) => Math.max(0, Math.min(length, extent - i * length)));
}

function legacyLengths(op: OpContext): readonly number[] | undefined {
  if (op.opset === 1 && op.has(1)) return op.numbers(1, 'split');
  if (op.count > 1) op.wrong(`takes its lengths as an attribute in opset ${op.opset}`);
  return op.attributes.ints('split', undefined);
}

function split(op: OpContext): readonly ValueId[] {
  const axis = op.axis(op.attributes.int('axis', 0), op.rank(0));
  let start = 0;
  return splitLengths(op, op.shape(0)[axis]).map((count) => {
    const piece = slice(op, op.input(0), [{ axis, start, count, step: 1 }]);
    start += count;
    return piece;
  });
}

function concat(op: OpContext): ValueId {
  const operands = op.all();
  const axis = op.axis(op.opset < 4 ? op.attributes.int('axis', 1) : op.attributes.int('axis'), op.rank(0));
  const [first, ...others] = operands.map((id) => op.builder.typeOf(id));
  for (const { dtype, shape } of others) {
    const fits =
      shape.length === first.shape.length &&
      shape.every((extent, i) => i === axis || extent === first.shape[i]);
    if (dtype !== first.dtype) op.wrong(`joins ${first.dtype} and ${dtype}, which must be equal`);
    if (!fits) op.misfit(`cannot join [${first.shape}] and [${shape}] along axis ${axis}`);
  }
  return operands.length === 1 ? operands[0] : op.builder.concat(operands, axis, op.origin);
}

/** Crops or pads with zeros to the wanted extents, the odd element going to (or coming from) the end. */
function centerCropPad(op: OpContext): ValueId {
  const shape = op.shape(0);
  const axes = op.axes(op.attributes.ints('axes', range(shape.length)), shape.length);
  const wanted = op.integers(1, 'shape');
  if (wanted.length !== axes.length || wanted.some((extent) => extent < 0))
    op.misfit(`has the shape [${wanted}] for ${axes.length} axes`);
  const begin = shape.map(() => 0);
  const end = shape.map(() => 0);
  for (const [i, axis] of axes.entries()) {
    const missing = wanted[i] - shape[axis];
    begin[axis] = missing < 0 ? -Math.floor(-missing / 2) : Math.floor(missing / 2);
    end[axis] = missing - begin[axis];
  }
  op.checkSize(shape.map((extent, i) => extent + begin[i] + end[i]));
  return op.emit('pad', { begin, end, mode: 'constant', value: 0 }, [op.input(0), null]);
}

export const pieceOperators: Operators = {
  Slice: { since: 1, inputs: [1, 5], emit: sliceOperator },
  Split: { since: 1, inputs: [1, 2], outputs: Number.MAX_SAFE_INTEGER, emit: split },
  Concat: { since: 1, inputs: [1, Number.MAX_SAFE_INTEGER], emit: concat },
  CenterCropPad: { since: 18, inputs: [2, 2], emit: centerCropPad },
};
