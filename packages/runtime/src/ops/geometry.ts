import { sizeOf } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { transpose } from './layout.ts';
import { range } from './shapes.ts';
import { explicitPads, perAxis, reach } from './windows.ts';

/** Positions of an axis's pixels, its ends at -1 and 1: the centres of the outer pixels, or their outer edges. */
function positions(extent: number, alignCorners: boolean): number[] {
  if (!alignCorners) return range(extent).map((i) => (2 * i + 1) / extent - 1);
  return range(extent).map((i) => (extent === 1 ? 0 : (2 * i) / (extent - 1) - 1));
}

/** The grid of homogeneous positions (x, y, ..., 1) is a constant, which the matrices transform. */
function affineGrid(op: OpContext): ValueId {
  const size = op.integers(1, 'size');
  const spatial = size.slice(2);
  const [batch, axes, columns] = op.shape(0);
  if (size.some((extent) => extent < 1)) op.wrong(`asks for the size [${size}]`);
  if (op.rank(0) !== 3 || axes !== spatial.length || columns !== axes + 1 || batch !== size[0]) {
    op.misfit(`has matrices [${op.shape(0)}] for the size [${size}]`);
  }
  op.checkSize([...spatial, columns], true);
  const alignCorners = op.attributes.flag('align_corners', false);
  const along = spatial.map((extent) => positions(extent, alignCorners));
  const points = range(sizeOf(spatial)).flatMap((i) => {
    const place = spatial.map((extent, d) => along[d][Math.floor(i / sizeOf(spatial.slice(d + 1))) % extent]);
    return [...place.reverse(), 1];
  });
  const grid = op.constant(op.type(0).dtype, [1, sizeOf(spatial), columns], points);
  const product = { transA: false, transB: true, alpha: 1, beta: 1, activation: [] };
  return op.reshape(op.emit('matmul', product, [grid, op.input(0), null]), [batch, ...spatial, axes]);
}

/** Columns put back where they came from, overlaps summed: a transposed convolution whose weights pick one element each. */
function col2im(op: OpContext): ValueId {
  const image = op.integers(1, 'image_shape');
  const block = op.integers(2, 'block_shape');
  const axes = image.length;
  if ([...image, ...block].some((extent) => extent < 1))
    op.wrong(`has image_shape [${image}] and block_shape [${block}]`);
  const [batch, rows, blocks] = op.shape(0);
  if (op.rank(0) !== 3 || block.length !== axes || axes > 3)
    op.misfit(`has columns [${op.shape(0)}], image_shape [${image}] and block_shape [${block}]`);
  const strides = perAxis(op, 'strides', axes, 1, 1);
  const dilations = perAxis(op, 'dilations', axes, 1, 1);
  const pads = explicitPads(op, axes, 'NOTSET');
  const volume = sizeOf(block);
  const room = image.map((extent, i) => extent + pads[i] + pads[i + axes] - reach(block[i], dilations[i]));
  const count = room.map((free, i) => Math.floor(free / strides[i]) + 1);
  if (rows % volume !== 0 || sizeOf(count) !== blocks)
    op.misfit(
      `has columns [${op.shape(0)}] where image_shape [${image}] and block_shape [${block}] make ${sizeOf(count)} of a multiple of ${volume}`,
    );
  const channels = rows / volume;
  op.checkSize([rows, volume], true);
  const weights = new Float32Array(channels * volume * volume);
  for (let row = 0; row < rows; row++) weights[row * volume + (row % volume)] = 1;
  const w = op.constant(op.type(0).dtype, [rows, 1, ...block], weights);
  const outputPadding = room.map((free, i) => free % strides[i]);
  const attributes = { strides, dilations, pads, outputPadding, groups: channels, activation: [] };
  return op.emit('convTranspose', attributes, [op.reshape(op.input(0), [batch, rows, ...count]), w, null]);
}

/** The lengths are known, so each batch reads through a constant order. */
function reverseSequence(op: OpContext): ValueId {
  const shape = op.shape(0);
  const batchAxis = op.attributes.int('batch_axis', 1);
  const timeAxis = op.attributes.int('time_axis', 0);
  if (shape.length < 2 || ![0, 1].includes(batchAxis) || batchAxis + timeAxis !== 1)
    op.wrong(`has batch_axis ${batchAxis} and time_axis ${timeAxis}`);
  const lengths = op.integers(1, 'sequence_lens');
  const [batch, time] = [shape[batchAxis], shape[timeAxis]];
  if (lengths.length !== batch || lengths.some((length) => length < 0 || length > time))
    op.misfit(`has sequence_lens [${lengths}] for [${shape}]`);
  const order = lengths.flatMap((length) => range(time).map((t) => (t < length ? length - 1 - t : t)));
  const swap = [batchAxis, timeAxis, ...range(shape.length - 2, 2)];
  const x = transpose(op, op.input(0), swap);
  const y = op.emit('gather', { kind: 'nd', axis: 0, batchDims: 1 }, [
    x,
    op.constant('int64', [batch, time, 1], order),
  ]);
  return transpose(op, y, swap);
}

export const geometryOperators: Operators = {
  AffineGrid: { since: 20, inputs: [2, 2], emit: affineGrid },
  Col2Im: { since: 18, inputs: [3, 3], emit: col2im },
  ReverseSequence: { since: 10, inputs: [2, 2], emit: reverseSequence },
};
