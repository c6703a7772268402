import { type HostArray, sizeOf } from '@roentgen/kernels';
import { GraphEdit, isOf, sameShape } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';

interface Gate {
  readonly gate: Node<'conv'>;
  readonly skip: Node<'conv'>;
  readonly sum: Node<'map'>;
  readonly psi: Node<'conv'>;
  readonly product: Node<'map'>;
}

function isConstant(edit: GraphEdit, ...ids: readonly (ValueId | null | undefined)[]): boolean {
  return ids.every((id) => id === null || id === undefined || edit.data(id) !== undefined);
}

/** A 1 x 1 convolution with constant weights and bias, read once, followed by just these functions. */
function pointwise(edit: GraphEdit, id: ValueId | null, functions: string): Node<'conv'> | undefined {
  const conv = edit.producer(id);
  if (id === null || !isOf(conv, 'conv') || edit.reads(id) !== 1) return undefined;
  const { attributes, inputs } = conv;
  const taps = sizeOf(edit.typeOf(inputs[1]!).shape.slice(2));
  const plain =
    taps === 1 &&
    attributes.groups === 1 &&
    sizeOf(attributes.strides) === 1 &&
    attributes.pads.every((pad) => pad === 0);
  const bare =
    !inputs[3] && !inputs[4] && attributes.after.length === 0 && isConstant(edit, inputs[1], inputs[2]);
  return plain && bare && attributes.activation.map(({ fn }) => fn).join() === functions ? conv : undefined;
}

function matched(edit: GraphEdit, product: Node<'map'>, which: 0 | 1): Gate | undefined {
  const [scores, x] = [product.inputs[which], product.inputs[1 - which]];
  const psi = pointwise(edit, scores, 'sigmoid');
  const sum = psi && edit.producer(psi.inputs[0]);
  if (!psi || !isOf(sum, 'map') || sum.attributes.fn !== 'add' || edit.reads(psi.inputs[0]!) !== 1)
    return undefined;
  if (sum.attributes.then.map(({ fn }) => fn).join() !== 'relu' || edit.typeOf(psi.inputs[1]!).shape[0] !== 1)
    return undefined;
  const [left, right] = sum.inputs.map((id) => edit.typeOf(id!).shape);
  if (!sameShape(left, right)) return undefined;
  const sides = sum.inputs.map((id) => pointwise(edit, id, ''));
  const skip = sides.find((conv) => conv?.inputs[0] === x);
  const gate = sides.find((conv) => conv !== skip);
  return skip && gate ? { gate, skip, sum, psi, product } : undefined;
}

function vector(
  edit: GraphEdit,
  ids: readonly (ValueId | null | undefined)[],
  channels: number,
): Float32Array {
  const total = new Float32Array(channels);
  for (const id of ids) {
    const data: HostArray | undefined = edit.data(id);
    data?.forEach((value, c) => {
      total[c] += value;
    });
  }
  return total;
}

function fused(edit: GraphEdit, { gate, skip, psi, product }: Gate): Node<'attentionGate'> {
  const { origin } = product;
  const matrix = (conv: Node<'conv'>, name: string): ValueId => {
    const { shape, dtype } = edit.typeOf(conv.inputs[1]!);
    return edit.constant(
      `${origin.node} ${name}`,
      { dtype, shape: shape.slice(0, 2) },
      edit.data(conv.inputs[1])!,
    );
  };
  const [middle] = edit.typeOf(gate.inputs[1]!).shape;
  const { dtype } = edit.typeOf(product.outputs[0]);
  const bias = edit.constant(
    `${origin.node} bias`,
    { dtype, shape: [middle] },
    vector(edit, [gate.inputs[2], skip.inputs[2]], middle),
  );
  const weights = edit.constant(`${origin.node} psi`, { dtype, shape: [middle] }, edit.data(psi.inputs[1])!);
  const last = edit.constant(
    `${origin.node} psi bias`,
    { dtype, shape: [1] },
    vector(edit, [psi.inputs[2]], 1),
  );
  const inputs = [
    gate.inputs[0],
    skip.inputs[0],
    matrix(gate, 'wg'),
    matrix(skip, 'wx'),
    bias,
    weights,
    last,
  ];
  return {
    family: 'attentionGate',
    attributes: { kind: 'additive' },
    inputs,
    outputs: product.outputs,
    origin,
  };
}

/**
 * The additive attention gate (Oktay et al. 2018), x * sigmoid(psi(relu(wg g + wx x))), from two 1 x 1 convolutions, a sum, a third
 * convolution to one channel and a product, to one kernel that keeps all between in registers.
 */
export const fuseAttentionGate: Pass = {
  name: 'attention-gate',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    for (const node of graph.nodes) {
      if (!isOf(node, 'map') || node.attributes.fn !== 'mul' || node.attributes.then.length > 0) continue;
      const gate = matched(edit, node, 1) ?? matched(edit, node, 0);
      if (gate) edit.replace(node, fused(edit, gate), gate.gate, gate.skip, gate.sum, gate.psi);
    }
    return edit.build();
  },
};
