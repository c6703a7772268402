import { isFloat } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { expandTo, transpose } from './layout.ts';
import { reduceOver } from './reduce.ts';
import { broadcast, range } from './shapes.ts';

/*
 * Scaled dot-product attention (Vaswani et al. 2017; ONNX Attention-23 to 25) in terms of products, masks and softmax.
 */

interface Setting {
  /** Stands for "not attended" in scores: the least finite number, since shaders need not honour infinity. */
  readonly low: number;
  readonly queries: number;
  readonly keys: number;
  /** Where the queries begin among the keys: a number of keys before them, or one for each batch. */
  readonly offset: ValueId;
}

/** [batch, sequence, heads * size] as [batch, heads, sequence, size], or what already has four dimensions. */
function toHeads(op: OpContext, index: number, attribute: 'q_num_heads' | 'kv_num_heads'): ValueId {
  const shape = op.shape(index);
  if (shape.length === 4) return op.input(index);
  if (shape.length !== 3) op.misfit(`takes operands of three or four dimensions, and is given [${shape}]`);
  const heads = op.attributes.int(attribute);
  if (heads < 1 || shape[2] % heads !== 0) op.misfit(`cannot divide [${shape}] into ${heads} heads`);
  const split = op.reshape(op.input(index), [shape[0], shape[1], heads, shape[2] / heads]);
  return transpose(op, split, [0, 2, 1, 3]);
}

function withPast(op: OpContext, index: number, now: ValueId): ValueId {
  return op.has(index) ? op.builder.concat([op.input(index), now], 2, op.origin) : now;
}

/** Each head of keys or values serves several heads of queries in a row. */
function repeatHeads(op: OpContext, id: ValueId, heads: number): ValueId {
  const [batch, own, length, size] = op.builder.typeOf(id).shape;
  if (own === heads) return id;
  if (heads % own !== 0) op.misfit(`has ${heads} heads of queries for ${own} of keys`);
  const lent = op.reshape(id, [batch, own, 1, length, size]);
  return op.reshape(expandTo(op, lent, [batch, own, heads / own, length, size]), [
    batch,
    heads,
    length,
    size,
  ]);
}

function and(op: OpContext, a: ValueId | null, b: ValueId): ValueId {
  return a === null ? b : op.map('and', [a, b], 'bool');
}

/** Which keys each query may attend by position: causality, windows and the lengths of sequences. */
function allowedByPosition(op: OpContext, { queries, keys, offset }: Setting): ValueId | null {
  const ahead = op.constant(
    'int64',
    [queries, keys],
    range(queries * keys).map((i) => (i % keys) - Math.floor(i / keys)),
  );
  const bounds =
    op.opset < 25
      ? [-1, -1]
      : [op.attributes.int('left_window_size', -1), op.attributes.int('right_window_size', -1)];
  const causal = op.attributes.flag('is_causal', false);
  const [left, right] = [bounds[0], causal ? 0 : bounds[1]];
  if (Math.min(left, bounds[1]) < -1) op.wrong(`has window sizes ${bounds.join(' and ')}; -1 means none`);
  const by = (distance: number) => op.map('add', [offset, op.scalar('int64', distance)]);
  let allowed: ValueId | null = null;
  if (right >= 0) allowed = op.map('lessOrEqual', [ahead, by(right)], 'bool');
  if (left >= 0) allowed = and(op, allowed, op.map('greaterOrEqual', [ahead, by(-left)], 'bool'));
  if (!op.has(6)) return allowed;
  const position = op.constant('int64', [keys], range(keys));
  const lengths = op.reshape(op.input(6), [op.shape(6)[0], 1, 1, 1]);
  return and(op, allowed, op.map('less', [position, lengths], 'bool'));
}

/** The mask operand, filled up to all keys with "not attended". */
function readMask(op: OpContext, { low, keys }: Setting): ValueId | null {
  if (!op.has(3)) return null;
  const { dtype, shape } = op.type(3);
  const missing = keys - shape[shape.length - 1];
  if (missing < 0) op.misfit(`has a mask [${shape}] for ${keys} keys`);
  if (missing === 0 || shape.length === 0) return op.input(3);
  const begin = shape.map(() => 0);
  const end = shape.map((_, axis) => (axis === shape.length - 1 ? missing : 0));
  return op.emit('pad', { begin, end, mode: 'constant', value: dtype === 'bool' ? 0 : low }, [
    op.input(3),
    null,
  ]);
}

/** What is added to the scores, or null where every query attends every key. */
function readBias(op: OpContext, setting: Setting): ValueId | null {
  const { dtype } = op.type(0);
  const mask = readMask(op, setting);
  const isTruth = mask !== null && op.builder.typeOf(mask).dtype === 'bool';
  const position = allowedByPosition(op, setting);
  const allowed = isTruth ? and(op, position, mask) : position;
  const hard =
    allowed && op.map('where', [allowed, op.scalar(dtype, 0), op.scalar(dtype, setting.low)], dtype);
  if (mask === null || isTruth) return hard;
  return hard === null ? mask : op.map('add', [hard, mask]);
}

/** A query that may attend nothing gets zeros. */
function withoutEmptyRows(op: OpContext, probabilities: ValueId, bias: ValueId, low: number): ValueId {
  const { dtype, shape } = op.builder.typeOf(bias);
  const best = reduceOver(op, 'max', bias, [shape.length - 1], true);
  const empty = op.map('lessOrEqual', [best, op.scalar(dtype, low)], 'bool');
  if (op.builder.data(empty)?.every((value) => value === 0)) return probabilities;
  return op.map('where', [empty, op.scalar(dtype, 0), probabilities], dtype);
}

function softcapped(op: OpContext, scores: ValueId): ValueId {
  const cap = op.attributes.float('softcap', 0);
  if (cap < 0) op.wrong(`has softcap ${cap}`);
  if (cap === 0) return scores;
  return op.unary('affine', [cap, 0], op.unary('tanh', [], op.unary('affine', [1 / cap, 0], scores)));
}

function readOffset(op: OpContext, queries: number): ValueId {
  if (!op.has(6)) return op.scalar('int64', op.has(4) ? op.shape(4)[2] : 0);
  return op.map('sub', [op.reshape(op.input(6), [op.shape(6)[0], 1, 1, 1]), op.scalar('int64', queries)]);
}

function checkOperands(op: OpContext): void {
  op.sameType(0, 1, 2);
  if (!isFloat(op.type(0).dtype)) op.wrong(`is given ${op.type(0).dtype}, and takes floating point tensors`);
  if (op.has(4) !== op.has(5)) op.wrong('has only one of past_key and past_value');
  if (op.has(6) && op.has(4)) op.wrong('has both past_key and nonpad_kv_seqlen');
  // Softmax is computed in float32 at least, whatever the model asks for.
  op.attributes.ignore('softmax_precision');
}

function fromHeads(op: OpContext, y: ValueId): ValueId {
  if (op.rank(0) === 4) return y;
  const [batch, heads, length, size] = op.builder.typeOf(y).shape;
  return op.reshape(transpose(op, y, [0, 2, 1, 3]), [batch, length, heads * size]);
}

function attention(op: OpContext): readonly ValueId[] {
  checkOperands(op);
  const q = toHeads(op, 0, 'q_num_heads');
  const k = withPast(op, 4, toHeads(op, 1, 'kv_num_heads'));
  const v = withPast(op, 5, toHeads(op, 2, 'kv_num_heads'));
  op.attributes.ignore('q_num_heads', 'kv_num_heads');
  const [, heads, queries, size] = op.builder.typeOf(q).shape;
  const keys = op.builder.typeOf(k).shape[2];
  const mode = op.attributes.int('qk_matmul_output_mode', 0);
  const exact = mode === 2 && op.node.outputs.length > 3;
  const low = exact
    ? Number.NEGATIVE_INFINITY
    : op.type(0).dtype === 'float16'
      ? -65504
      : -3.4028234663852886e38;
  const alpha = op.attributes.float('scale', 1 / Math.sqrt(size));
  const product = { transA: false, transB: true, alpha, beta: 1, activation: [] };
  const scores = op.emit('matmul', product, [q, repeatHeads(op, k, heads), null]);
  const capped = softcapped(op, scores);
  const bias = readBias(op, { low, queries, keys, offset: readOffset(op, queries) });
  if (bias !== null && !broadcast(op.builder.typeOf(bias).shape, op.builder.typeOf(scores).shape)) {
    op.misfit(
      `cannot broadcast its mask [${op.builder.typeOf(bias).shape}] to [${op.builder.typeOf(scores).shape}]`,
    );
  }
  const biased = bias === null ? capped : op.map('add', [capped, bias]);
  const soft = op.emit('softmax', { kind: 'softmax', axis: 3 }, [biased]);
  const probabilities = bias === null ? soft : withoutEmptyRows(op, soft, bias, low);
  const plain = { ...product, transB: false, alpha: 1 };
  const y = op.emit('matmul', plain, [probabilities, repeatHeads(op, v, heads), null]);
  const shown = [scores, capped, biased, probabilities][mode];
  if (shown === undefined) op.wrong(`has qk_matmul_output_mode ${mode}`);
  return [fromHeads(op, y), k, v, shown];
}

/** Even and odd halves of each head, by position or interleaved, turned by the angle of their place in the sequence. */
function rotaryEmbedding(op: OpContext): ValueId {
  const shape = op.shape(0);
  const heads = shape.length === 3 ? op.attributes.int('num_heads') : shape[1];
  op.attributes.ignore('num_heads');
  if (shape.length !== 3 && shape.length !== 4)
    op.misfit(`takes an input of three or four dimensions, and is given [${shape}]`);
  if (heads < 1 || (shape.length === 3 && shape[2] % heads !== 0))
    op.misfit(`cannot divide [${shape}] into ${heads} heads`);
  const x =
    shape.length === 4
      ? transpose(op, op.input(0), [0, 2, 1, 3])
      : op.reshape(op.input(0), [shape[0], shape[1], heads, shape[2] / heads]);
  const [batch, length, , size] = op.builder.typeOf(x).shape;
  const turned = op.attributes.int('rotary_embedding_dim', 0) || size;
  if (turned % 2 !== 0 || turned > size) op.wrong(`turns ${turned} of ${size} elements`);
  const cache = (index: number): ValueId => {
    const rows = op.has(3)
      ? op.emit('gather', { kind: 'axis', axis: 0, batchDims: 0 }, [op.input(index), op.input(3)])
      : op.input(index);
    return op.reshape(rows, [batch, length, 1, turned / 2]);
  };
  const rotated = rotate(op, x, turned, cache(1), cache(2));
  const back = shape.length === 4 ? transpose(op, rotated, [0, 2, 1, 3]) : rotated;
  return op.reshape(back, shape);
}

function rotate(op: OpContext, x: ValueId, turned: number, cosine: ValueId, sine: ValueId): ValueId {
  const [batch, length, heads, size] = op.builder.typeOf(x).shape;
  const interleaved = op.attributes.flag('interleaved', false);
  const half = turned / 2;
  const strides = [length * heads * size, heads * size, size];
  const part = (offset: number, count: number, step: number): ValueId =>
    op.emit('copy', { shape: [batch, length, heads, count], strides: [...strides, step], offset }, [x]);
  const a = part(0, half, interleaved ? 2 : 1);
  const b = part(interleaved ? 1 : half, half, interleaved ? 2 : 1);
  const real = op.map('sub', [op.map('mul', [a, cosine]), op.map('mul', [b, sine])]);
  const imaginary = op.map('add', [op.map('mul', [a, sine]), op.map('mul', [b, cosine])]);
  const pairs = [real, imaginary].map((id) =>
    interleaved ? op.reshape(id, [batch, length, heads, half, 1]) : id,
  );
  const joined = op.reshape(op.builder.concat(pairs, interleaved ? 4 : 3, op.origin), [
    batch,
    length,
    heads,
    turned,
  ]);
  return turned === size ? joined : op.builder.concat([joined, part(turned, size - turned, 1)], 3, op.origin);
}

export const attentionOperators: Operators = {
  Attention: { since: 23, inputs: [3, 7], outputs: 4, emit: attention },
  RotaryEmbedding: { since: 23, inputs: [3, 4], emit: rotaryEmbedding },
};
