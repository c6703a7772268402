import { type DType, type HostArray, hostArray, isFloat, sizeOf } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { expandTo } from './layout.ts';
import { rangeOf, readType } from './types.ts';

/**
 * Scale or zero point as an operand that broadcasts to x: one number, one for each slice along `axis`, or one for
 * each block of `blockSize` along it (opset 21).
 */
function aligned(op: OpContext, index: number): ValueId {
  const id = op.input(index);
  const own = op.shape(index);
  const shape = op.shape(0);
  const axis = op.opset < 13 ? 1 : op.attributes.int('axis', 1);
  const block = op.opset < 21 ? 0 : op.attributes.int('block_size', 0);
  if (sizeOf(own) === 1 && own.length <= 1) return op.reshape(id, []);
  const at = op.axis(axis, shape.length);
  if (block === 0) {
    if (own.length !== 1 || own[0] !== shape[at])
      op.misfit(`has a scale or zero point of shape [${own}] for axis ${at} of [${shape}]`);
    return op.reshape(id, [...own, ...shape.slice(at + 1).map(() => 1)]);
  }
  return blocks(op, id, at, block);
}

function blocks(op: OpContext, id: ValueId, axis: number, block: number): ValueId {
  const own = op.builder.typeOf(id).shape;
  const shape = op.shape(0);
  const fits =
    own.length === shape.length &&
    own.every((extent, i) => extent === (i === axis ? Math.ceil(shape[i] / block) : shape[i]));
  if (block < 0 || !fits)
    op.misfit(
      `has a scale or zero point of shape [${own}] for blocks of ${block} on axis ${axis} of [${shape}]`,
    );
  const repeated = [...own.slice(0, axis + 1), block, ...own.slice(axis + 1)];
  const lent = op.reshape(id, [...own.slice(0, axis + 1), 1, ...own.slice(axis + 1)]);
  const whole = own.map((extent, i) => (i === axis ? extent * block : extent));
  const spread = op.reshape(expandTo(op, lent, repeated), whole);
  const strides = whole.map((_, i) => sizeOf(whole.slice(i + 1)));
  return whole[axis] === shape[axis] ? spread : op.emit('copy', { shape, strides, offset: 0 }, [spread]);
}

function outputType(op: OpContext, otherwise: DType): DType {
  const code = op.attributes.int('output_dtype', 0);
  return code === 0 ? otherwise : readType(op, code);
}

/** (x - zero point) * scale. Stored weights take the short way: one loop on the host. */
function dequantize(op: OpContext): ValueId {
  const to = op.opset < 23 ? op.type(1).dtype : outputType(op, op.type(1).dtype);
  if (!isFloat(op.type(1).dtype)) op.wrong(`has a scale of type ${op.type(1).dtype}`);
  if (op.has(2)) op.sameType(0, 2);
  const scale = aligned(op, 1);
  const zero = op.has(2) ? aligned(op, 2) : null;
  const [x, s, z] = [op.data(0), op.builder.data(scale), zero === null ? undefined : op.builder.data(zero)];
  const along = op.builder.typeOf(scale).shape;
  const simple =
    along.filter((extent) => extent > 1).length <= 1 && (zero === null || z?.length === s?.length);
  if (x && s && simple && (zero === null || z)) {
    const run =
      along.length === 0 || s.length === 1
        ? x.length
        : sizeOf(op.shape(0).slice(op.rank(0) - along.length + 1));
    return op.builder.constant(
      op.node.outputs[0],
      { dtype: to, shape: op.shape(0) },
      dequantized(to, x, s, z, run),
    );
  }
  const wide = op.cast(op.input(0), 'float32');
  const centred = zero === null ? wide : op.map('sub', [wide, op.cast(zero, 'float32')]);
  return op.cast(op.map('mul', [centred, op.cast(scale, 'float32')]), to);
}

/** `run` neighbouring elements share a scale; the scales repeat. */
function dequantized(
  to: DType,
  x: HostArray,
  scale: HostArray,
  zero: HostArray | undefined,
  run: number,
): HostArray {
  const y = hostArray(to, x.length);
  for (let start = 0, at = 0; start < x.length; start += run, at = (at + 1) % scale.length) {
    const [factor, origin] = [scale[at], zero?.[at] ?? 0];
    for (let i = start; i < start + run; i++) y[i] = (x[i] - origin) * factor;
  }
  return y;
}

/** round(x / scale) + zero point, cut to the range of the type; halves go to the even neighbour. */
function quantize(op: OpContext): ValueId {
  if (op.opset >= 19) op.attributes.ignore('saturate');
  if (op.opset >= 23) op.attributes.ignore('precision');
  const stated = op.opset < 21 ? undefined : outputType(op, op.has(2) ? op.type(2).dtype : 'uint8');
  const to = op.has(2) ? op.type(2).dtype : (stated ?? 'uint8');
  if (stated !== undefined && stated !== to)
    op.wrong(`has output_dtype ${stated} and a zero point of type ${to}`);
  if (isFloat(to)) op.unsupported(`quantises to ${to}`);
  const scaled = op.map('div', [op.cast(op.input(0), 'float32'), op.cast(aligned(op, 1), 'float32')]);
  const rounded = op.unary('round', [], scaled);
  const moved = op.has(2) ? op.map('add', [rounded, op.cast(aligned(op, 2), 'float32')]) : rounded;
  return op.cast(op.unary('clip', rangeOf(to), moved), to);
}

export const quantizeOperators: Operators = {
  DequantizeLinear: { since: 10, inputs: [2, 3], emit: dequantize },
  QuantizeLinear: { since: 10, inputs: [2, 3], emit: quantize },
};
