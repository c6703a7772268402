import { sizeOf } from '@roentgen/kernels';
import { GraphEdit, isOf, sameShape } from '../graph/edit.ts';
import type { Graph, Node, Pass } from '../graph/graph.ts';
import { perChannel } from './fold-batch-norm.ts';

function isPointwise(edit: GraphEdit, conv: Node<'conv'>): boolean {
  const { strides, pads, groups } = conv.attributes;
  const taps = sizeOf(edit.typeOf(conv.inputs[1]!).shape.slice(2));
  return taps === 1 && groups === 1 && sizeOf(strides) === 1 && pads.every((pad) => pad === 0);
}

function preActivated(edit: GraphEdit, conv: Node<'conv'>): Node<'conv'> | undefined {
  const norm = edit.producer(conv.inputs[0]);
  if (!isOf(norm, 'map') || norm.attributes.fn !== 'scaleShift' || conv.inputs[4]) return undefined;
  const { shape, dtype } = edit.typeOf(norm.inputs[0]!);
  const scale = perChannel(edit, norm.inputs[1], shape[1], shape.length);
  const shift = perChannel(edit, norm.inputs[2], shape[1], shape.length);
  if (!scale || !shift || !sameShape(shape, edit.typeOf(norm.outputs[0]).shape)) return undefined;
  const vector = (name: string, data: typeof scale) =>
    edit.constant(`${norm.origin.node} ${name}`, { dtype, shape: [shape[1]] }, data);
  const [, w, bias = null, residual = null] = conv.inputs;
  return {
    ...conv,
    attributes: { ...conv.attributes, pre: norm.attributes.then },
    inputs: [norm.inputs[0], w, bias, residual, vector('scale', scale), vector('shift', shift)],
  };
}

/**
 * Batch normalisation and activation before a 1 x 1 convolution (DenseNet's order) move into the convolution's loader, so
 * that the normalised tensor, as large as everything before it in the block, is never written.
 */
export const preActivation: Pass = {
  name: 'pre-activation',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    for (const node of graph.nodes) {
      if (!isOf(node, 'conv') || !isPointwise(edit, node)) continue;
      const norm = edit.producer(node.inputs[0]);
      const fused = preActivated(edit, node);
      if (!norm || !fused) continue;
      const alone = edit.reads(node.inputs[0]!) === 1;
      edit.replace(node, fused, ...(alone ? [norm] : []));
    }
    return edit.build();
  },
};
