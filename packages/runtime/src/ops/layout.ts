import { denseStrides, sizeOf } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { broadcast, broadcastStrides, range } from './shapes.ts';

/* Operators that move elements about: views where nothing moves, copies through other strides elsewhere. */

/** The axes permuted. Where only axes of extent 1 move, it is a view. */
export function transpose(op: OpContext, x: ValueId, perm: readonly number[]): ValueId {
  const { shape } = op.builder.typeOf(x);
  const permuted = perm.map((axis) => shape[axis]);
  const moving = perm.filter((axis) => shape[axis] !== 1);
  if (moving.every((axis, i) => i === 0 || axis > moving[i - 1])) return op.reshape(x, permuted);
  const strides = denseStrides(shape);
  return op.emit('copy', { shape: permuted, strides: perm.map((axis) => strides[axis]), offset: 0 }, [x]);
}

function readPerm(op: OpContext): readonly number[] {
  const rank = op.rank(0);
  const perm = op.attributes.ints('perm', range(rank).reverse());
  const sorted = [...perm].sort((a, b) => a - b);
  if (perm.length !== rank || sorted.some((axis, i) => axis !== i)) {
    op.wrong(`has perm [${perm}], which is no permutation of the ${rank} axes of its input`);
  }
  return perm;
}

/** Reshape's target, with 0 for "as in the input" (unless `allowZero`) and one -1 for "whatever is left". */
function resolveShape(op: OpContext, target: readonly number[], allowZero: boolean): number[] {
  const shape = op.shape(0);
  if (target.some((extent) => extent < -1))
    op.wrong(`asks for the shape [${target}]; only -1 may be negative`);
  if (target.filter((extent) => extent === -1).length > 1)
    op.wrong(`asks for the shape [${target}] with more than one -1`);
  if (allowZero && target.includes(0) && target.includes(-1))
    op.wrong(`asks for the shape [${target}] with both 0 and -1 under allowzero`);
  const filled = target.map((extent, i) => {
    if (extent !== 0 || allowZero) return extent;
    if (i >= shape.length) op.wrong(`asks for axis ${i} of its input, which is [${shape}]`);
    return shape[i];
  });
  const total = sizeOf(shape);
  const known = filled.reduce((product, extent) => (extent === -1 ? product : product * extent), 1);
  const open = filled.indexOf(-1);
  if (open >= 0 && known !== 0) filled[open] = total / known;
  else if (open >= 0) filled[open] = 0;
  if (sizeOf(filled) !== total || !filled.every(Number.isInteger)) {
    op.misfit(`cannot give [${shape}] (${total} elements) the shape [${target}]`);
  }
  return filled;
}

function reshape(op: OpContext): ValueId {
  if (op.opset < 5) {
    if (op.count > 1) op.wrong(`takes its shape as an attribute in opset ${op.opset}`);
    return op.reshape(op.input(0), resolveShape(op, op.attributes.ints('shape'), false));
  }
  const allowZero = op.opset >= 14 && op.attributes.flag('allowzero', false);
  if (op.rank(1) !== 1) op.wrong(`takes its shape as a vector, and is given [${op.shape(1)}]`);
  if (op.type(1).dtype !== 'int64') op.wrong(`takes its shape as int64, and is given ${op.type(1).dtype}`);
  return op.reshape(op.input(0), resolveShape(op, op.integers(1, 'shape'), allowZero));
}

function flatten(op: OpContext): ValueId {
  const shape = op.shape(0);
  const axis = op.attributes.int('axis', 1);
  if (axis > shape.length || axis < (op.opset < 11 ? 0 : -shape.length))
    op.wrong(`has axis ${axis}, and its input has ${shape.length} dimensions`);
  return op.reshape(op.input(0), [
    sizeOf(shape.slice(0, axis)),
    axis === 0 ? sizeOf(shape) : sizeOf(shape.slice(axis)),
  ]);
}

/** Axes of Squeeze and Unsqueeze: an attribute up to opset 12, an input since. */
function readAxes(op: OpContext): readonly number[] | undefined {
  if (op.opset >= 13) return op.has(1) ? op.integers(1, 'axes') : undefined;
  if (op.count > 1) op.wrong(`takes its axes as an attribute in opset ${op.opset}`);
  return op.attributes.ints('axes', undefined);
}

function squeeze(op: OpContext): ValueId {
  const shape = op.shape(0);
  const given = readAxes(op);
  const axes = given ? op.axes(given, shape.length) : range(shape.length).filter((axis) => shape[axis] === 1);
  const wide = axes.find((axis) => shape[axis] !== 1);
  if (wide !== undefined) op.misfit(`drops axis ${wide} of [${shape}], whose extent is not 1`);
  return op.reshape(
    op.input(0),
    shape.filter((_, axis) => !axes.includes(axis)),
  );
}

function unsqueeze(op: OpContext): ValueId {
  const given = readAxes(op);
  if (!given) op.wrong('lacks its axes');
  const shape = op.shape(0);
  const rank = shape.length + given.length;
  const axes = new Set(op.axes(given, rank));
  const rest = shape[Symbol.iterator]();
  return op.reshape(
    op.input(0),
    range(rank).map((axis) => (axes.has(axis) ? 1 : (rest.next().value as number))),
  );
}

/** The value repeated to a shape that it broadcasts to. */
export function expandTo(op: OpContext, x: ValueId, shape: readonly number[]): ValueId {
  const from = op.builder.typeOf(x).shape;
  if (sizeOf(from) === sizeOf(shape)) return from.join() === shape.join() ? x : op.reshape(x, shape);
  op.checkSize(shape);
  return op.emit('copy', { shape, strides: broadcastStrides(from, shape), offset: 0 }, [x]);
}

function expand(op: OpContext): ValueId {
  const target = op.integers(1, 'shape');
  if (target.some((extent) => extent < 0)) op.wrong(`asks for the shape [${target}]`);
  const shape = broadcast(op.shape(0), target);
  if (!shape) op.misfit(`cannot expand [${op.shape(0)}] to [${target}]`);
  return expandTo(op, op.input(0), shape);
}

/** Repeats whole: each axis is read as (repeats, extent), of which the first moves nowhere. */
function tile(op: OpContext): ValueId {
  const shape = op.shape(0);
  const repeats = op.opset < 6 ? tileRepeats(op) : op.integers(1, 'repeats');
  if (repeats.length !== shape.length || repeats.some((count) => count < 0)) {
    op.misfit(`has repeats [${repeats}] for the ${shape.length} axes of its input`);
  }
  const tiled = shape.map((extent, axis) => extent * repeats[axis]);
  op.checkSize(tiled);
  if (repeats.every((count) => count === 1)) return op.input(0);
  const strides = denseStrides(shape);
  const view = {
    shape: repeats.flatMap((count, i) => [count, shape[i]]),
    strides: strides.flatMap((step) => [0, step]),
    offset: 0,
  };
  return op.reshape(op.emit('copy', view, [op.input(0)]), tiled);
}

/** Tile-1 repeats one axis. */
function tileRepeats(op: OpContext): number[] {
  const [count] = op.numbers(1, 'tiles');
  const axis = op.axis(op.numbers(2, 'axis')[0], op.rank(0));
  return op.shape(0).map((_, i) => (i === axis ? count : 1));
}

function readBlock(op: OpContext): number {
  const block = op.attributes.int('blocksize');
  if (block < 1) op.wrong(`has blocksize ${block}, which must be at least 1`);
  if (op.rank(0) !== 4) op.misfit(`takes an input [N, C, H, W], and is given [${op.shape(0)}]`);
  return block;
}

function depthToSpace(op: OpContext): ValueId {
  const block = readBlock(op);
  const order =
    op.opset < 11 ? 'DCR' : (op.attributes.choice('mode', ['DCR', 'CRD'], 'DCR') as 'DCR' | 'CRD');
  if (op.shape(0)[1] % block ** 2 !== 0)
    op.misfit(`cannot divide the ${op.shape(0)[1]} channels of its input by blocksize ${block} squared`);
  return op.emit('subpixel', { block: [block, block], order }, [op.input(0)]);
}

function spaceToDepth(op: OpContext): ValueId {
  const block = readBlock(op);
  const [n, c, h, w] = op.shape(0);
  if (h % block !== 0 || w % block !== 0) op.misfit(`cannot divide [${h},${w}] into blocks of ${block}`);
  const order = op.opset < 28 ? 'DCR' : op.attributes.choice('mode', ['DCR', 'CRD'], 'DCR');
  const split = op.reshape(op.input(0), [n, c, h / block, block, w / block, block]);
  const moved = transpose(op, split, order === 'DCR' ? [0, 3, 5, 1, 2, 4] : [0, 1, 3, 5, 2, 4]);
  return op.reshape(moved, [n, c * block ** 2, h / block, w / block]);
}

export const layoutOperators: Operators = {
  Transpose: { since: 1, inputs: [1, 1], emit: (op) => transpose(op, op.input(0), readPerm(op)) },
  Reshape: { since: 1, inputs: [1, 2], emit: reshape },
  Flatten: { since: 1, inputs: [1, 1], emit: flatten },
  Squeeze: { since: 1, inputs: [1, 2], emit: squeeze },
  Unsqueeze: { since: 1, inputs: [1, 2], emit: unsqueeze },
  Expand: { since: 8, inputs: [2, 2], emit: expand },
  Tile: { since: 1, inputs: [2, 3], emit: tile },
  DepthToSpace: { since: 1, inputs: [1, 1], emit: depthToSpace },
  SpaceToDepth: { since: 1, inputs: [1, 1], emit: spaceToDepth },
};
