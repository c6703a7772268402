import type { Vocabulary } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { range } from './shapes.ts';

type Resize = Vocabulary['resize'];
type Coordinates = Resize['coordinates'];

/** How one axis changes, before the axes that do not are left out. */
interface AxisChange {
  readonly size: number;
  readonly scale: number;
}

const coordinates: readonly Coordinates[] = [
  'half_pixel',
  'pytorch_half_pixel',
  'align_corners',
  'asymmetric',
  'tf_crop_and_resize',
];
const policies = ['stretch', 'not_larger', 'not_smaller'] as const;

/** Upsample, and Resize-10 which only has a new name: corners meet. */
const legacy = {
  coordinates: 'asymmetric',
  cubicA: -0.75,
  excludeOutside: false,
  antialias: false,
  extrapolation: 0,
} as const;

function emitResize(
  op: OpContext,
  x: ValueId,
  how: Omit<Resize, 'axes'>,
  changes: readonly AxisChange[],
  roi?: Resize['axes'][number]['roi'][],
): ValueId {
  const { shape } = op.builder.typeOf(x);
  op.checkSize(changes.map(({ size }) => size));
  for (const [axis, { size }] of changes.entries()) {
    if (size < 1) op.misfit(`makes axis ${axis} of [${shape}] ${size} long`);
  }
  const axes = changes
    .map((change, axis) => ({ axis, ...change, roi: roi?.[axis] ?? ([0, 1] as const) }))
    .filter(
      ({ axis, size, scale, roi: [start, end] }) =>
        size !== shape[axis] || scale !== 1 || start !== 0 || end !== 1,
    );
  return axes.length === 0 ? x : op.emit('resize', { ...how, axes }, [x]);
}

function checkScales(op: OpContext, scales: readonly number[], expected: number): void {
  if (scales.length !== expected) op.wrong(`has ${scales.length} scales for ${expected} axes`);
  const bad = scales.find((scale) => !(scale > 0 && scale < Number.POSITIVE_INFINITY));
  if (bad !== undefined) op.wrong(`has scales [${scales}], of which ${bad} is not a positive number`);
}

function legacyResize(op: OpContext, scales: readonly number[]): ValueId {
  const shape = op.shape(0);
  checkScales(op, scales, shape.length);
  const modes = op.opset < 7 ? ['nearest', 'bilinear'] : ['nearest', 'linear'];
  const mode = op.attributes.choice('mode', modes, 'nearest') === 'nearest' ? 'nearest' : 'linear';
  // Nearest means the sample before where the picture grows, and the one after where it shrinks.
  const grown = emitResize(
    op,
    op.input(0),
    { ...legacy, mode, nearest: 'floor' },
    changesOf(
      shape,
      scales.map((s) => Math.max(1, s)),
    ),
  );
  const { shape: large } = op.builder.typeOf(grown);
  return emitResize(
    op,
    grown,
    { ...legacy, mode, nearest: 'ceil' },
    changesOf(
      large,
      scales.map((s) => Math.min(1, s)),
    ),
  );
}

/** Sizes are stated by scales in float32, whose product may fall just short of a whole number. */
function changesOf(shape: readonly number[], scales: readonly number[]): AxisChange[] {
  return shape.map((extent, axis) => ({
    size: Math.floor(Math.fround(extent * scales[axis])),
    scale: scales[axis],
  }));
}

function upsample(op: OpContext): ValueId {
  if (op.opset >= 9) return legacyResize(op, op.numbers(1, 'scales'));
  if (op.count > 1) op.wrong(`takes its scales as an attribute in opset ${op.opset}`);
  if (op.opset >= 7) return legacyResize(op, op.attributes.floats('scales'));
  const scales = [op.attributes.float('height_scale'), op.attributes.float('width_scale')];
  return legacyResize(op, [1, 1, ...scales]);
}

/**
 * 'tf_half_pixel_for_nn' (opset 11) samples at (x + 0.5) / scale, half a pixel past 'half_pixel': rounding that is
 * rounding the other one upwards.
 */
function shifted(op: OpContext, rounding: string): Pick<Resize, 'coordinates' | 'nearest'> {
  if (rounding === 'floor') return { coordinates: 'half_pixel', nearest: 'round_prefer_ceil' };
  if (rounding === 'round_prefer_floor') return { coordinates: 'half_pixel', nearest: 'ceil' };
  return op.unsupported(
    `has nearest_mode ${rounding} with tf_half_pixel_for_nn`,
    'export the model with opset 13 or newer',
  );
}

function readHow(op: OpContext): Omit<Resize, 'axes'> {
  const known = op.opset < 19 ? coordinates : ([...coordinates, 'half_pixel_symmetric'] as const);
  const names = op.opset < 19 ? [...known, 'tf_half_pixel_for_nn' as const] : known;
  const stated = op.attributes.choice('coordinate_transformation_mode', names, 'half_pixel');
  const nearest = ['round_prefer_floor', 'round_prefer_ceil', 'floor', 'ceil'] as const;
  const rounding = op.attributes.choice('nearest_mode', nearest, 'round_prefer_floor');
  const how = {
    mode: op.attributes.choice('mode', ['nearest', 'linear', 'cubic'] as const, 'nearest'),
    ...(stated === 'tf_half_pixel_for_nn'
      ? shifted(op, rounding)
      : { coordinates: stated, nearest: rounding }),
    cubicA: op.attributes.float('cubic_coeff_a', -0.75),
    excludeOutside: op.attributes.flag('exclude_outside', false),
    antialias: op.opset >= 18 && op.attributes.flag('antialias', false),
    extrapolation: op.attributes.float('extrapolation_value', 0),
  };
  if (how.antialias && how.mode === 'nearest')
    op.wrong('asks for antialias with mode nearest, which has no filter');
  return how as Omit<Resize, 'axes'>;
}

/** An operand that is there and not empty: exporters write empty tensors for what they leave out. */
function present(op: OpContext, index: number): boolean {
  return op.has(index) && !op.shape(index).includes(0);
}

function readChanges(op: OpContext, axes: readonly number[]): AxisChange[] {
  const shape = op.shape(0);
  const [byScale, bySize] = [present(op, 2), present(op, 3)];
  if (byScale && bySize) op.wrong('has both scales and sizes');
  if (!byScale && !bySize) op.wrong('has neither scales nor sizes');
  const policy =
    op.opset < 18 ? 'stretch' : op.attributes.choice('keep_aspect_ratio_policy', policies, 'stretch');
  const changes: AxisChange[] = shape.map((size) => ({ size, scale: 1 }));
  const wanted = byScale ? scaled(op, axes) : sized(op, axes, policy as (typeof policies)[number]);
  for (const [i, axis] of axes.entries()) changes[axis] = wanted[i];
  return changes;
}

function scaled(op: OpContext, axes: readonly number[]): AxisChange[] {
  const scales = op.numbers(2, 'scales');
  checkScales(op, scales, axes.length);
  return changesOf(
    axes.map((axis) => op.shape(0)[axis]),
    scales,
  );
}

function sized(op: OpContext, axes: readonly number[], policy: (typeof policies)[number]): AxisChange[] {
  const extents = axes.map((axis) => op.shape(0)[axis]);
  const sizes = op.integers(3, 'sizes');
  if (sizes.length !== axes.length) op.wrong(`has ${sizes.length} sizes for ${axes.length} axes`);
  const scales = sizes.map((size, i) => size / extents[i]);
  if (policy === 'stretch') return sizes.map((size, i) => ({ size, scale: scales[i] }));
  const scale = policy === 'not_larger' ? Math.min(...scales) : Math.max(...scales);
  return extents.map((extent) => ({ size: Math.floor(scale * extent + 0.5), scale }));
}

function readRoi(op: OpContext, axes: readonly number[]): Resize['axes'][number]['roi'][] {
  const roi = op.numbers(1, 'roi');
  if (roi.length !== 2 * axes.length) op.wrong(`has ${roi.length} numbers in roi for ${axes.length} axes`);
  const all: [number, number][] = op.shape(0).map(() => [0, 1]);
  for (const [i, axis] of axes.entries()) all[axis] = [roi[i], roi[i + axes.length]];
  return all;
}

function resize(op: OpContext): ValueId {
  if (op.opset < 11) return legacyResize(op, op.numbers(1, 'scales'));
  const rank = op.rank(0);
  const how = readHow(op);
  const axes = op.opset < 18 ? range(rank) : op.axes(op.attributes.ints('axes', range(rank)), rank);
  const changes = readChanges(op, axes);
  if (how.coordinates !== 'tf_crop_and_resize') return emitResize(op, op.input(0), how, changes);
  if (!present(op, 1)) op.wrong('has coordinate_transformation_mode tf_crop_and_resize and lacks roi');
  return emitResize(op, op.input(0), how, changes, readRoi(op, axes));
}

export const resizeOperators: Operators = {
  Resize: { since: 10, inputs: [1, 4], emit: resize },
  Upsample: { since: 1, until: 10, inputs: [1, 2], emit: upsample },
};
