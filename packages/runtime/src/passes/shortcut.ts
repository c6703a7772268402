import { type DeviceCaps, denseStrides, type HostArray, sizeOf, type TensorType } from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { expectedOf } from './expected.ts';

/** A convolution, and a 1 x 1 convolution of the same input with the same strides. */
interface Pair {
  readonly wide: Node<'conv'>;
  readonly narrow: Node<'conv'>;
}

/** A convolution in one group of known weights that has taken over nothing but its bias and an activation. */
function isPlain(edit: GraphEdit, node: Node | undefined): node is Node<'conv'> {
  if (!isOf(node, 'conv')) return false;
  const [, w, bias = null, ...more] = node.inputs;
  const { groups, after, window, shuffle, shortcut, pooled } = node.attributes;
  return (
    edit.data(w) !== undefined &&
    (bias === null || edit.data(bias) !== undefined) &&
    more.every((id) => id === null || id === undefined) &&
    groups === 1 &&
    after.length === 0 &&
    !window &&
    !shuffle &&
    !shortcut &&
    !pooled
  );
}

function tapsOf(edit: GraphEdit, { inputs }: Node<'conv'>): readonly number[] {
  return edit.typeOf(inputs[1]!).shape.slice(2);
}

/** Whether the middle tap of a convolution of more than one falls where the only one of a 1 x 1 convolution does. */
function isCentred(edit: GraphEdit, { wide, narrow }: Pair): boolean {
  const taps = tapsOf(edit, wide);
  const { strides, dilations, pads } = wide.attributes;
  return (
    sizeOf(taps) > 1 &&
    taps.every((count, axis) => {
      const reach = (dilations[axis] * (count - 1)) / 2;
      return count % 2 === 1 && pads[axis] === reach && pads[axis + taps.length] === reach;
    }) &&
    sizeOf(tapsOf(edit, narrow)) === 1 &&
    narrow.attributes.pads.every((pad) => pad === 0) &&
    narrow.attributes.activation.length === 0 &&
    narrow.attributes.strides.every((stride, axis) => stride === strides[axis])
  );
}

/** Whether a value lies by itself, and all who read it take it from wherever it lies. */
function isMovable(edit: GraphEdit, id: ValueId): boolean {
  const readers = edit.nodes.filter(({ inputs }) => inputs.includes(id));
  const known = readers.every((node) => isOf(node, 'conv') || isOf(node, 'winograd') || isOf(node, 'pool'));
  return known && readers.length === edit.reads(id) && edit.value(id).place === undefined;
}

function pairOf(edit: GraphEdit, narrow: Node): Pair | undefined {
  if (!isPlain(edit, narrow)) return undefined;
  const wide = edit.nodes.find(
    (node) =>
      node.inputs[0] === narrow.inputs[0] && isPlain(edit, node) && isCentred(edit, { wide: node, narrow }),
  ) as Node<'conv'> | undefined;
  if (!wide) return undefined;
  return [wide, narrow].every(({ outputs }) => isMovable(edit, outputs[0])) ? { wide, narrow } : undefined;
}

/** Weights of both, those of the 1 x 1 convolution on the middle of as many taps as the other's. */
function joined(edit: GraphEdit, { wide, narrow }: Pair): { type: TensorType; data: Float32Array } {
  const [first, second] = [wide, narrow].map(({ inputs }) => edit.data(inputs[1])!);
  const { dtype, shape } = edit.typeOf(wide.inputs[1]!);
  const taps = sizeOf(shape.slice(2));
  const data = new Float32Array(first.length + second.length * taps);
  data.set(first);
  for (const [i, value] of second.entries()) data[first.length + i * taps + (taps - 1) / 2] = value;
  return { type: { dtype, shape: [shape[0] + channelsOf(edit, narrow), ...shape.slice(1)] }, data };
}

function channelsOf(edit: GraphEdit, { inputs }: Node<'conv'>): number {
  return edit.typeOf(inputs[1]!).shape[0];
}

/** The biases of both; null where neither has one. */
function biasOf(edit: GraphEdit, { wide, narrow }: Pair): ValueId | null {
  const [first, second] = [wide, narrow].map(({ inputs }) => edit.data(inputs[2]) ?? null);
  if (!first && !second) return null;
  const channels = channelsOf(edit, wide);
  const data = new Float32Array(channels + channelsOf(edit, narrow));
  const put = (values: HostArray | null, at: number) => values && data.set(values as Float32Array, at);
  put(first, 0);
  put(second, channels);
  const { dtype } = edit.typeOf(wide.inputs[1]!);
  return edit.constant(`${wide.origin.node} biases`, { dtype, shape: [data.length] }, data);
}

/** One convolution for both, whose output is all their channels. */
function fused(edit: GraphEdit, pair: Pair): Node<'conv'> {
  const { wide, narrow } = pair;
  const { type, data } = joined(edit, pair);
  const [y] = wide.outputs;
  const { dtype, shape } = edit.typeOf(y);
  const both = edit.own(y, `${edit.value(y).name} and ${edit.value(narrow.outputs[0]).name}`);
  edit.retype(both, { dtype, shape: shape.with(1, type.shape[0]) });
  return {
    ...wide,
    attributes: { ...wide.attributes, shortcut: channelsOf(edit, narrow) },
    inputs: [
      wide.inputs[0],
      edit.constant(`${wide.origin.node} and ${narrow.origin.node}`, type, data),
      biasOf(edit, pair),
    ],
    outputs: [both],
  };
}

/** Lets what both computed be channels of what one computes. */
function take(edit: GraphEdit, { wide, narrow }: Pair, both: Node<'conv'>): void {
  const [root] = both.outputs;
  const strides = denseStrides(edit.typeOf(root).shape);
  edit.place(wide.outputs[0], { root, offset: 0, strides });
  edit.place(narrow.outputs[0], { root, offset: channelsOf(edit, wide) * strides[1], strides });
  const [first, second] =
    edit.nodes.indexOf(wide) < edit.nodes.indexOf(narrow) ? [wide, narrow] : [narrow, wide];
  edit.replace(first, both, second);
}

/**
 * The 1 x 1 convolution on the way around a residual block is computed beside the block's first convolution, which reads the same input:
 * one dispatch with the channels of both, where the cost models do not say that this is slower. Tiles that are of the shortcut alone do
 * the work of its one tap.
 */
export function fuseShortcut(caps: DeviceCaps): Pass {
  return {
    name: 'fuse-shortcut',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const node of graph.nodes) {
        const pair = pairOf(edit, node);
        if (!pair) continue;
        const now = expectedOf(graph, pair.wide, caps) + expectedOf(graph, pair.narrow, caps);
        const both = fused(edit, pair);
        const time = expectedOf(edit.build(), both, caps);
        // What does not bind is cut by `fit-bindings`, which cannot cut this.
        if (Number.isFinite(time) && time <= now) take(edit, pair, both);
      }
      return edit.build();
    },
  };
}
