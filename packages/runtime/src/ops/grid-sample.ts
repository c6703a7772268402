import { denseStrides, isFloat, sizeOf } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { transpose } from './layout.ts';

/*
 * GridSample-16 to 22 as gathers through computed indices: for each position of the grid and each axis a few taps,
 * every combination of them looked up and weighed. Images and volumes; what warps them in registration networks.
 */

interface Tap {
  /** Along one axis, int64, for each batch and position. */
  readonly index: ValueId;
  /** Null: 1. */
  readonly weight: ValueId | null;
}

interface Setting {
  readonly mode: 'nearest' | 'linear' | 'cubic';
  readonly padding: 'zeros' | 'border' | 'reflection';
  readonly alignCorners: boolean;
}

function readSetting(op: OpContext): Setting {
  const named =
    op.opset < 20 ? (['bilinear', 'nearest', 'bicubic'] as const) : (['linear', 'nearest', 'cubic'] as const);
  const mode = op.attributes.choice('mode', named, named[0]) as string;
  return {
    mode: mode.replace('bi', '') as Setting['mode'],
    padding: op.attributes.choice(
      'padding_mode',
      ['zeros', 'border', 'reflection'] as const,
      'zeros',
    ) as Setting['padding'],
    alignCorners: op.attributes.flag('align_corners', false) as boolean,
  };
}

/** -1..1 in pixels: the centres of the outer pixels under align_corners, else their outer edges. */
function toPixels(op: OpContext, coordinate: ValueId, extent: number, { alignCorners }: Setting): ValueId {
  return op.unary('affine', [(alignCorners ? extent - 1 : extent) / 2, (extent - 1) / 2], coordinate);
}

/** Whole positions beyond the ends, mirrored at the ends as often as it takes. */
function reflected(op: OpContext, position: ValueId, extent: number, { alignCorners }: Setting): ValueId {
  const [low, high] = alignCorners ? [0, extent - 1] : [-0.5, extent - 0.5];
  const { dtype } = op.builder.typeOf(position);
  if (high === low) return op.unary('affine', [0, 0], position);
  const away = op.unary('abs', [], op.unary('affine', [1, -low], position));
  const period = op.map('fmod', [away, op.scalar(dtype, 2 * (high - low))]);
  const folded = op.map('min', [period, op.unary('affine', [-1, 2 * (high - low)], period)]);
  return op.unary('affine', [1, low], folded);
}

/** A tap at a whole position, which may lie beyond the ends. */
function tap(
  op: OpContext,
  position: ValueId,
  weight: ValueId | null,
  extent: number,
  setting: Setting,
): Tap {
  const { dtype } = op.builder.typeOf(position);
  const placed = setting.padding === 'reflection' ? reflected(op, position, extent, setting) : position;
  const index = op.cast(op.unary('clip', [0, extent - 1], placed), 'int64');
  if (setting.padding !== 'zeros') return { index, weight };
  const inside = op.map(
    'and',
    [
      op.map('greaterOrEqual', [position, op.scalar(dtype, 0)], 'bool'),
      op.map('lessOrEqual', [position, op.scalar(dtype, extent - 1)], 'bool'),
    ],
    'bool',
  );
  return {
    index,
    weight: op.map('where', [inside, weight ?? op.scalar(dtype, 1), op.scalar(dtype, 0)], dtype),
  };
}

/** The polynomial c[0] t^n + ... + c[n]. */
function polynomial(op: OpContext, t: ValueId, [first, ...rest]: readonly number[]): ValueId {
  const [second, ...others] = rest;
  let sum = op.unary('affine', [first, second], t);
  for (const term of others) sum = op.unary('affine', [1, term], op.map('mul', [sum, t]));
  return sum;
}

/** Keys 1981 with a = -0.75: weights of the four neighbours by the fraction between the middle two. */
const cubic = [
  [-0.75, 1.5, -0.75, 0],
  [1.25, -2.25, 0, 1],
  [-1.25, 1.5, 0.75, 0],
  [0.75, -0.75, 0, 0],
] as const;

function tapsOf(op: OpContext, at: ValueId, extent: number, setting: Setting): Tap[] {
  if (setting.mode === 'nearest') return [tap(op, op.unary('round', [], at), null, extent, setting)];
  const floor = op.unary('floor', [], at);
  const fraction = op.map('sub', [at, floor]);
  const shifted = (by: number) => (by === 0 ? floor : op.unary('affine', [1, by], floor));
  if (setting.mode === 'linear') {
    return [
      tap(op, floor, op.unary('affine', [-1, 1], fraction), extent, setting),
      tap(op, shifted(1), fraction, extent, setting),
    ];
  }
  return cubic.map((terms, i) => tap(op, shifted(i - 1), polynomial(op, fraction, terms), extent, setting));
}

function product(op: OpContext, a: ValueId | null, b: ValueId | null): ValueId | null {
  return a === null || b === null ? (a ?? b) : op.map('mul', [a, b]);
}

/** Every combination of one tap an axis, with indices into space laid flat. */
function combined(op: OpContext, axes: readonly (readonly Tap[])[], strides: readonly number[]): Tap[] {
  return axes.reduce<Tap[]>((all, taps, d) => {
    const placed = taps.map(({ index, weight }) => ({
      index: strides[d] === 1 ? index : op.map('mul', [index, op.scalar('int64', strides[d])]),
      weight,
    }));
    if (d === 0) return placed;
    return all.flatMap((outer) =>
      placed.map((inner) => ({
        index: op.map('add', [outer.index, inner.index]),
        weight: product(op, outer.weight, inner.weight),
      })),
    );
  }, []);
}

function gridSample(op: OpContext): ValueId {
  op.sameType(0, 1);
  const [shape, grid] = [op.shape(0), op.shape(1)];
  const spatial = shape.slice(2);
  const [batch, channels] = shape;
  if (!isFloat(op.type(0).dtype)) op.wrong(`is given ${op.type(0).dtype}, and takes floating point tensors`);
  if (
    spatial.length < 1 ||
    grid.length !== shape.length ||
    grid.at(-1) !== spatial.length ||
    grid[0] !== batch
  ) {
    op.misfit(`has the grid [${grid}] for [${shape}]`);
  }
  const setting = readSetting(op);
  const out = grid.slice(1, -1);
  const points = sizeOf(out);
  // The grid's last axis counts (x, y, ...), from the fastest axis.
  const axes = spatial.map((extent, d) => {
    const view = {
      shape: [batch, points],
      strides: [points * spatial.length, spatial.length],
      offset: spatial.length - 1 - d,
    };
    return tapsOf(op, toPixels(op, op.emit('copy', view, [op.input(1)]), extent, setting), extent, setting);
  });
  const flat = op.reshape(op.input(0), [batch, channels, sizeOf(spatial)]);
  const pixels = transpose(op, flat, [0, 2, 1]);
  const samples = combined(op, axes, denseStrides(spatial)).map(({ index, weight }) => {
    const sample = op.emit('gather', { kind: 'nd', axis: 0, batchDims: 1 }, [
      pixels,
      op.reshape(index, [batch, points, 1]),
    ]);
    return weight === null ? sample : op.map('mul', [sample, op.reshape(weight, [batch, points, 1])]);
  });
  const sum = samples.reduce((total, sample) => op.map('add', [total, sample]));
  return op.reshape(transpose(op, sum, [0, 2, 1]), [batch, channels, ...out]);
}

export const gridSampleOperators: Operators = {
  GridSample: { since: 16, inputs: [2, 2], emit: gridSample },
};
