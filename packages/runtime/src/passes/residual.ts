import { GraphEdit, isOf, sameShape } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';

/** The convolution behind one operand of an addition, if it may take the other as its residual. */
function candidate(edit: GraphEdit, add: Node<'map'>, which: 0 | 1): Node<'conv'> | undefined {
  const conv = edit.producer(add.inputs[which]);
  const other = add.inputs[1 - which]!;
  if (!isOf(conv, 'conv') || conv.inputs[3] || edit.reads(add.inputs[which]!) !== 1) return undefined;
  const same = sameShape(edit.typeOf(conv.outputs[0]).shape, edit.typeOf(other).shape);
  return same && edit.data(other) === undefined ? conv : undefined;
}

function fuse(edit: GraphEdit, add: Node<'map'>): void {
  const order = new Map(edit.nodes.map((node, index) => [node, index]));
  const choices = ([0, 1] as const).flatMap((which) => {
    const conv = candidate(edit, add, which);
    return conv ? [{ conv, other: add.inputs[1 - which] as ValueId }] : [];
  });
  // The later one: its sum is taken where both operands are there anyway.
  choices.sort((a, b) => order.get(b.conv)! - order.get(a.conv)!);
  const [choice] = choices;
  if (!choice) return;
  const [x, w, bias = null, , ...pre] = choice.conv.inputs;
  const fused: Node<'conv'> = {
    ...choice.conv,
    inputs: [x, w, bias, choice.other, ...pre],
    outputs: add.outputs,
    attributes: { ...choice.conv.attributes, after: add.attributes.then },
  };
  edit.replace(add, fused, choice.conv);
}

/** A sum of a convolution and a tensor of the same shape is taken as the convolution stores its result. */
export const fuseResidual: Pass = {
  name: 'fuse-residual',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    for (const node of graph.nodes) if (isOf(node, 'map') && node.attributes.fn === 'add') fuse(edit, node);
    return edit.build();
  },
};
