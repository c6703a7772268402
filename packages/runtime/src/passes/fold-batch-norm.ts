import { type HostArray, sizeOf } from '@roentgen/kernels';
import { GraphEdit, isOf, sameShape } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';

/** Values of a constant that holds one number for each of `channels`, shaped [C, 1, ...]; undefined otherwise. */
export function perChannel(
  edit: GraphEdit,
  id: ValueId | null,
  channels: number,
  rank: number,
): HostArray | undefined {
  const data = edit.data(id);
  if (!data || id === null) return undefined;
  const { shape } = edit.typeOf(id);
  const axis = shape.length - (rank - 1);
  return sizeOf(shape) === channels && shape[axis] === channels ? data : undefined;
}

function scaledWeights(edit: GraphEdit, weights: ValueId, scale: HostArray): ValueId {
  const type = edit.typeOf(weights);
  const data = edit.data(weights)!;
  const each = data.length / scale.length;
  const scaled = new Float32Array(data.length);
  for (let c = 0, at = 0; c < scale.length; c++) {
    for (const end = at + each; at < end; at++) scaled[at] = data[at] * scale[c];
  }
  return edit.constant(`${edit.value(weights).name} folded`, type, scaled);
}

function foldInto(edit: GraphEdit, conv: Node<'conv'>, norm: Node<'map'>): void {
  const [, weights, bias] = conv.inputs;
  const { attributes } = conv;
  const channels = edit.typeOf(weights!).shape[0];
  const rank = edit.typeOf(conv.outputs[0]).shape.length;
  const plain = attributes.activation.length === 0 && attributes.after.length === 0 && !conv.inputs[3];
  const known = edit.data(weights) && (!bias || edit.data(bias));
  const scale = perChannel(edit, norm.inputs[1], channels, rank);
  const shift = perChannel(edit, norm.inputs[2], channels, rank);
  const same = sameShape(edit.typeOf(conv.outputs[0]).shape, edit.typeOf(norm.outputs[0]).shape);
  if (!plain || !known || !scale || !shift || !same) return;
  const old = edit.data(bias);
  const shifted = Float32Array.from(shift, (value, c) => value + (old ? old[c] * scale[c] : 0));
  const name = `${norm.origin.node} bias`;
  const dtype = edit.typeOf(weights!).dtype;
  const inputs = [
    conv.inputs[0],
    scaledWeights(edit, weights!, scale),
    edit.constant(name, { dtype, shape: [channels] }, shifted),
    ...conv.inputs.slice(3),
  ];
  edit.replace(
    conv,
    {
      ...conv,
      inputs,
      outputs: norm.outputs,
      attributes: { ...attributes, activation: norm.attributes.then },
    },
    norm,
  );
}

/** A batch normalisation right behind a convolution becomes part of its weights and bias; what follows it, the activation. */
export const foldBatchNorm: Pass = {
  name: 'fold-batch-norm',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    for (const node of graph.nodes) {
      if (!isOf(node, 'map') || node.attributes.fn !== 'scaleShift') continue;
      const conv = edit.producer(node.inputs[0]);
      if (isOf(conv, 'conv') && edit.reads(node.inputs[0]!) === 1) foldInto(edit, conv, node);
    }
    return edit.build();
  },
};
