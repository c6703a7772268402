import { sizeOf } from '@roentgen/kernels';
import { GraphEdit, isOf, sameShape } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { perChannel } from './fold-batch-norm.ts';

/** Normalised values that some kernel may compute as it loads them: x, scale and shift of each channel, and the functions behind. */
interface PreActivation {
  readonly x: ValueId;
  readonly scale: ValueId;
  readonly shift: ValueId;
  readonly pre: Node<'map'>['attributes']['then'];
}

// One thread of a pool takes the whole of a window.
const largestPlane = 256;

/** Whether a convolution is 1 x 1, in one group, at every position of its input. */
export function isPointwise(edit: GraphEdit, conv: Node<'conv'>): boolean {
  const { strides, pads, groups } = conv.attributes;
  const taps = sizeOf(edit.typeOf(conv.inputs[1]!).shape.slice(2));
  return taps === 1 && groups === 1 && sizeOf(strides) === 1 && pads.every((pad) => pad === 0);
}

function preActivationOf(edit: GraphEdit, norm: Node | undefined): PreActivation | undefined {
  if (!isOf(norm, 'map') || norm.attributes.fn !== 'scaleShift') return undefined;
  const { shape, dtype } = edit.typeOf(norm.inputs[0]!);
  const scale = perChannel(edit, norm.inputs[1], shape[1], shape.length);
  const shift = perChannel(edit, norm.inputs[2], shape[1], shape.length);
  const output = edit.typeOf(norm.outputs[0]);
  if (!scale || !shift || !sameShape(shape, output.shape) || dtype !== output.dtype) return undefined;
  const vector = (name: string, data: typeof scale) =>
    edit.constant(`${norm.origin.node} ${name}`, { dtype, shape: [shape[1]] }, data);
  return {
    x: norm.inputs[0]!,
    scale: vector('scale', scale),
    shift: vector('shift', shift),
    pre: norm.attributes.then,
  };
}

/** The mean over all of space as a pool with one window; undefined for any other reduction. */
function asPool(edit: GraphEdit, node: Node<'reduce'>): Node<'pool'> | undefined {
  const { kind, axes, keepDims } = node.attributes;
  const [, , ...space] = edit.typeOf(node.inputs[0]!).shape;
  const whole = space.length >= 1 && space.length <= 3 && axes.join() === space.map((_, i) => i + 2).join();
  if (kind !== 'mean' || !keepDims || !whole || sizeOf(space) > largestPlane) return undefined;
  const ones = space.map(() => 1);
  const window = { kernel: space, strides: ones, dilations: ones, pads: space.flatMap(() => [0, 0]) };
  const attributes = {
    kind: 'average',
    ...window,
    outputShape: ones,
    countIncludePad: false,
    p: 2,
    pre: [],
  } as const;
  return { ...node, family: 'pool', attributes };
}

/** The node as one that could normalise what it loads. */
function loader(edit: GraphEdit, node: Node): Node<'conv'> | Node<'pool'> | undefined {
  if (isOf(node, 'conv')) return isPointwise(edit, node) && !node.inputs[4] ? node : undefined;
  if (isOf(node, 'pool')) return node.inputs.length === 1 ? node : undefined;
  return isOf(node, 'reduce') ? asPool(edit, node) : undefined;
}

function preActivated(node: Node<'conv'> | Node<'pool'>, norm: PreActivation): Node {
  const { x, scale, shift, pre } = norm;
  if (isOf(node, 'pool'))
    return { ...node, attributes: { ...node.attributes, pre }, inputs: [x, scale, shift] };
  const [, w, bias = null, residual = null] = node.inputs;
  return {
    ...node,
    attributes: { ...node.attributes, pre },
    inputs: [x, w, bias, residual, scale, shift],
  };
}

/**
 * Batch normalisation and activation before a 1 x 1 convolution (DenseNet's order), a pool or the mean of a small plane move into
 * its loader, so that the normalised tensor, as large as everything before it in the block, is never written.
 */
export const preActivation: Pass = {
  name: 'pre-activation',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    for (const node of graph.nodes) {
      const norm = edit.producer(node.inputs[0]);
      if (!isOf(norm, 'map') || norm.attributes.fn !== 'scaleShift') continue;
      const target = loader(edit, node);
      const loaded = target && preActivationOf(edit, norm);
      if (!loaded) continue;
      const alone = edit.reads(node.inputs[0]!) === 1;
      edit.replace(node, preActivated(target, loaded), ...(alone ? [norm] : []));
    }
    return edit.build();
  },
};
