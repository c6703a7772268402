import { denseStrides, sizeOf, type TensorType, type Vocabulary } from '@roentgen/kernels';
import { isOf, sameShape } from '../graph/edit.ts';
import type { Node } from '../graph/graph.ts';

/** A part of a tensor: some indices of one axis, or a run of its elements in row-major order. */
export type Part =
  | { readonly axis: number; readonly from: number; readonly to: number }
  | { readonly run: readonly [from: number, to: number] };

/** The part of an operand that units `from`..`to` of a cut take; null where they take all of it. */
export type PartOf = ((from: number, to: number) => Part) | null;

/** A way to do the work of a node in several: its units are shared out between nodes like it. */
export interface Cut {
  readonly units: number;
  /** Inputs, then outputs. */
  readonly operands: readonly PartOf[];
  /** Attributes that change with the part. */
  readonly attributes?: (from: number, to: number) => Partial<Node['attributes']>;
  /** The parts are summands of the outcome, rather than ranges of it. */
  readonly sum?: true;
}

/** A node with the types of its inputs and outputs. */
export interface Typed<N extends Node = Node> {
  readonly node: N;
  readonly inputs: readonly (TensorType | null)[];
  readonly outputs: readonly TensorType[];
}

/** `unit` indices of an axis for every unit. */
function along(axis: number, unit = 1): PartOf {
  return (from, to) => ({ axis, from: from * unit, to: to * unit });
}

/** An axis of the outcome, along the axis of an operand that is broadcast to it. */
function broadcast(type: TensorType | null, shape: readonly number[], axis: number): PartOf {
  const own = type ? axis - shape.length + type.shape.length : -1;
  return type && own >= 0 && type.shape[own] > 1 ? along(own) : null;
}

function axesOf(shape: readonly number[]): number[] {
  return shape.flatMap((extent, axis) => (extent > 1 ? [axis] : []));
}

type Conv = Typed<Node<'conv'>>;

function convCuts({ node, inputs, outputs: [y] }: Conv): Cut[] {
  const { groups, shuffle, shortcut, pooled } = node.attributes;
  const [x, w] = inputs as [TensorType, TensorType];
  const places = sizeOf(shuffle?.block ?? []);
  const pick = (x: PartOf, w: PartOf, out: PartOf, residual: PartOf, pre: PartOf, y: PartOf) =>
    [x, w, out, residual, pre, pre].slice(0, inputs.length).concat([y]);
  const batch = along(0);
  const cuts: Cut[] = [{ units: y.shape[0], operands: pick(batch, null, null, batch, null, batch) }];
  if (shortcut || pooled) return cuts; // channels that are not all alike, or maxima that do not add up
  if (groups > 1) {
    const ownChannels = w.shape[0] / groups / places;
    if (!Number.isInteger(ownChannels)) return cuts; // a block whose places are of several groups
    const [from, to] = [along(1, w.shape[1]), along(1, ownChannels)];
    const vector = along(0, w.shape[0] / groups);
    const operands = pick(from, vector, vector, to, along(0, w.shape[1]), to);
    return [...cuts, { units: groups, operands, attributes: (first, last) => ({ groups: last - first }) }];
  }
  const [rows, channels] = [along(0, places), along(1)];
  return [
    ...cuts,
    { units: y.shape[1], operands: pick(null, rows, rows, channels, null, channels) },
    { units: x.shape[1], operands: pick(channels, channels, null, null, along(0), null), sum: true },
  ];
}

function convTransposeCuts({ node, inputs, outputs: [y] }: Typed<Node<'convTranspose'>>): Cut[] {
  const { groups } = node.attributes;
  const [x, w] = inputs as [TensorType, TensorType];
  const pick = (...all: PartOf[]) => [...all.slice(0, inputs.length), all[3]];
  const batch: Cut = { units: y.shape[0], operands: pick(along(0), null, null, along(0)) };
  const [from, to] = [x.shape[1] / groups, w.shape[1]];
  if (groups > 1) {
    const operands = pick(along(1, from), along(0, from), along(0, to), along(1, to));
    return [batch, { units: groups, operands, attributes: (first, last) => ({ groups: last - first }) }];
  }
  return [
    batch,
    { units: to, operands: pick(null, along(1), along(0), along(1)) },
    { units: from, operands: pick(along(1), along(0), null, null), sum: true },
  ];
}

function matmulCuts({ node, inputs, outputs: [y] }: Typed<Node<'matmul'>>): Cut[] {
  const [a, b, c] = inputs as [TensorType, TensorType, TensorType | null];
  const { transA, transB } = node.attributes;
  const rank = y.shape.length;
  const pick = (a: PartOf, b: PartOf, axis: number) =>
    [a, b, broadcast(c, y.shape, axis)].slice(0, inputs.length).concat([along(axis)]);
  // The axis of a matrix, counted from the last: 2 for rows, 1 for columns.
  const of = (type: TensorType, place: number, turned: boolean) =>
    along(type.shape.length - (turned ? 3 - place : place));
  const cuts = axesOf(y.shape).map((axis): Cut => {
    const units = y.shape[axis];
    if (axis === rank - 1) return { units, operands: pick(null, of(b, 1, transB), axis) };
    if (axis === rank - 2) return { units, operands: pick(of(a, 2, transA), null, axis) };
    return { units, operands: pick(broadcast(a, y.shape, axis), broadcast(b, y.shape, axis), axis) };
  });
  const inner = a.shape.at(transA ? -2 : -1)!;
  const operands = [of(a, 1, transA), of(b, 2, transB), null].slice(0, inputs.length).concat([null]);
  return [...cuts, { units: inner, operands, sum: true }];
}

/** Cuts along axes of which every index is worked on by itself, in the one input and in all outputs alike. */
function alike({ inputs, outputs }: Typed, axes: readonly number[]): Cut[] {
  const [{ shape }] = outputs;
  return axes.map((axis) => ({
    units: shape[axis],
    operands: [...inputs, ...outputs].map((type, i) =>
      i === 0 ? along(axis) : broadcast(type, shape, axis),
    ),
  }));
}

function poolCuts({ inputs, outputs: [y] }: Typed<Node<'pool'>>): Cut[] {
  const vectors = inputs.slice(1);
  return [
    { units: y.shape[0], operands: [along(0), ...vectors.map(() => null), along(0)] },
    { units: y.shape[1], operands: [along(1), ...vectors.map(() => along(0)), along(1)] },
  ];
}

function normalizeCuts(typed: Typed<Node<'normalize'>>): Cut[] {
  const { node, inputs, outputs } = typed;
  const { kind, groups, axis } = node.attributes;
  const { shape } = inputs[0]!;
  if (kind !== 'group') {
    return alike(
      typed,
      axesOf(shape).filter((each) => each < axis),
    );
  }
  if (outputs.length > 1) return [];
  const unit = shape[1] / groups;
  const vectors = inputs.slice(1);
  return [
    { units: shape[0], operands: [along(0), ...vectors.map(() => null), along(0)] },
    {
      units: groups,
      operands: [along(1, unit), ...vectors.map((type) => (type ? along(0, unit) : null)), along(1, unit)],
      attributes: (from, to) => ({ groups: to - from }),
    },
  ];
}

function reduceCuts({ node, inputs, outputs: [y] }: Typed<Node<'reduce'>>): Cut[] {
  const { axes, keepDims } = node.attributes;
  const { shape } = inputs[0]!;
  return axesOf(shape)
    .filter((axis) => !axes.includes(axis))
    .map((axis) => {
      const kept = keepDims ? axis : axis - axes.filter((each) => each < axis).length;
      return { units: y.shape[kept], operands: [along(axis), along(kept)] };
    });
}

function subpixelCuts({ node, outputs: [y] }: Typed<Node<'subpixel'>>): Cut[] {
  const { block, order } = node.attributes;
  const batch: Cut = { units: y.shape[0], operands: [along(0), along(0)] };
  if (order === 'DCR' && y.shape[1] > 1) return [batch];
  return [batch, { units: y.shape[1], operands: [along(1, sizeOf(block)), along(1)] }];
}

/** First and one past the last element that a view with these attributes reads. */
function reach({ shape, strides, offset }: Vocabulary['copy']): readonly [number, number] {
  const ends = shape.map((extent, axis) => (extent - 1) * strides[axis]);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, offset);
  return [sum(ends.map((end) => Math.min(0, end))), sum(ends.map((end) => Math.max(0, end))) + 1];
}

function copyCuts({ node, inputs }: Typed<Node<'copy'>>): Cut[] {
  const { shape, strides, offset } = node.attributes;
  const x = inputs[0]!;
  const dense = denseStrides(shape);
  const plain = sameShape(x.shape, shape) && offset === 0 && sameShape(dense, strides);
  return axesOf(shape).map((axis) => {
    const units = shape[axis];
    if (plain) {
      const attributes = (from: number, to: number) => {
        const part = shape.with(axis, to - from);
        return { shape: part, strides: denseStrides(part) };
      };
      return { units, operands: [along(axis), along(axis)], attributes };
    }
    const seen = (from: number, to: number) => ({
      shape: shape.with(axis, to - from),
      strides,
      offset: offset + from * strides[axis],
    });
    const attributes = (from: number, to: number) => {
      const view = seen(from, to);
      return { ...view, offset: view.offset - reach(view)[0] };
    };
    const run: PartOf = (from, to) => ({ run: reach(seen(from, to)) });
    return { units, operands: [run, along(axis)], attributes };
  });
}

function gatherCuts({ node, inputs, outputs: [y] }: Typed<Node<'gather'>>): Cut[] {
  const { kind, axis, batchDims } = node.attributes;
  const indices = inputs[1]!;
  if (kind === 'axis') {
    const rank = indices.shape.length;
    return axesOf(y.shape).map((out) => {
      const inside = out >= axis && out < axis + rank;
      const from = inside ? null : along(out < axis ? out : out - rank + 1);
      return { units: y.shape[out], operands: [from, inside ? along(out - axis) : null, along(out)] };
    });
  }
  const axes = axesOf(y.shape).filter((each) =>
    kind === 'elements' ? each !== axis : each < indices.shape.length - 1,
  );
  return axes.map((each) => {
    const shared = kind === 'elements' || each < batchDims;
    return { units: y.shape[each], operands: [shared ? along(each) : null, along(each), along(each)] };
  });
}

/** The ways to cut a node, those that only take ranges of its outcome first; none where nobody has thought of any. */
export function cutsOf(typed: Typed): readonly Cut[] {
  const { node, inputs, outputs } = typed;
  const axes = axesOf(outputs[0].shape);
  const except = (...taken: readonly number[]) =>
    alike(
      typed,
      axes.filter((axis) => !taken.includes(axis)),
    );
  if (isOf(node, 'conv')) return convCuts({ ...typed, node });
  if (isOf(node, 'convTranspose')) return convTransposeCuts({ ...typed, node });
  if (isOf(node, 'matmul')) return matmulCuts({ ...typed, node });
  if (isOf(node, 'normalize')) return normalizeCuts({ ...typed, node });
  if (isOf(node, 'reduce')) return reduceCuts({ ...typed, node });
  if (isOf(node, 'subpixel')) return subpixelCuts({ ...typed, node });
  if (isOf(node, 'copy')) return copyCuts({ ...typed, node });
  if (isOf(node, 'gather')) return gatherCuts({ ...typed, node });
  if (isOf(node, 'pool')) return poolCuts({ ...typed, node });
  if (isOf(node, 'resize')) return except(...node.attributes.axes.map(({ axis }) => axis));
  if (isOf(node, 'softmax') || isOf(node, 'scan')) return except(node.attributes.axis);
  if (isOf(node, 'pad')) {
    const { begin, end } = node.attributes;
    return except(...axes.filter((axis) => begin[axis] !== 0 || end[axis] !== 0));
  }
  if (isOf(node, 'map')) {
    const { shape } = outputs[0];
    return axes.map((axis) => ({
      units: shape[axis],
      operands: [...inputs.map((type) => broadcast(type, shape, axis)), along(axis)],
    }));
  }
  if (isOf(node, 'attentionGate')) {
    const operands = [...inputs, ...outputs].map((_, i) => (i < 2 || i === inputs.length ? along(0) : null));
    return [{ units: outputs[0].shape[0], operands }];
  }
  return [];
}
