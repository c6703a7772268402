import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass } from '../graph/graph.ts';

type Calls = Node<'map'>['attributes']['then'];

/** The node with more functions behind its result; undefined where its family has no place for them. */
function extended(node: Node, calls: Calls): Node | undefined {
  if (isOf(node, 'conv')) {
    const { attributes, inputs } = node;
    const slot = inputs[3] === null || inputs[3] === undefined ? 'activation' : 'after';
    return { ...node, attributes: { ...attributes, [slot]: [...attributes[slot], ...calls] } };
  }
  if (isOf(node, 'convTranspose') || isOf(node, 'matmul')) {
    return {
      ...node,
      attributes: { ...node.attributes, activation: [...node.attributes.activation, ...calls] },
    } as Node;
  }
  if (isOf(node, 'normalize') && node.outputs.length === 1) {
    return {
      ...node,
      attributes: { ...node.attributes, activation: [...node.attributes.activation, ...calls] },
    };
  }
  if (isOf(node, 'map'))
    return { ...node, attributes: { ...node.attributes, then: [...node.attributes.then, ...calls] } };
  return undefined;
}

/** One function of one operand into the node before it, where nothing else reads what lies between. */
function fuse(edit: GraphEdit, node: Node): void {
  if (!isOf(node, 'map') || node.attributes.fn !== 'identity' || node.inputs.length !== 1) return;
  const source = node.inputs[0]!;
  const before = edit.producer(source);
  const { dtype } = edit.typeOf(source);
  if (!before || edit.reads(source) !== 1 || dtype !== node.attributes.to || !dtype.startsWith('float'))
    return;
  const fused = extended(before, node.attributes.then);
  if (fused) edit.replace(before, { ...fused, outputs: node.outputs }, node);
}

/** ReLU, Sigmoid, Clip and their like become the epilogue of the kernel whose result they take. */
export const fuseFunctions: Pass = {
  name: 'fuse-functions',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    for (const node of graph.nodes) fuse(edit, edit.producer(node.outputs[0]) ?? node);
    return edit.build();
  },
};
