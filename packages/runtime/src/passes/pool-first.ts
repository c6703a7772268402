import { sizeOf } from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass } from '../graph/graph.ts';
import { isPointwise } from './pre-activation.ts';

/** A 1 x 1 convolution whose every result is linear in its input, but for its bias, and read by nothing but one pool. */
function linear(edit: GraphEdit, pool: Node<'pool'>): Node<'conv'> | undefined {
  const conv = edit.producer(pool.inputs[0]);
  if (!isOf(conv, 'conv') || !isPointwise(edit, conv) || edit.reads(pool.inputs[0]!) !== 1) return undefined;
  const { activation, after } = conv.attributes;
  const plain = activation.length === 0 && after.length === 0 && !conv.inputs[3] && !conv.inputs[4];
  return plain ? conv : undefined;
}

function swapped(edit: GraphEdit, pool: Node<'pool'>): void {
  const { kind, pads, outputShape } = pool.attributes;
  // Where zeros take part in a mean, or a window is nothing but padding, the bias would not come out whole.
  const whole = pads.every((pad) => pad === 0);
  const conv = kind === 'average' && whole && pool.inputs.length === 1 ? linear(edit, pool) : undefined;
  if (!conv) return;
  const [x, ...weights] = conv.inputs;
  const { dtype, shape } = edit.typeOf(x!);
  if (sizeOf(outputShape) >= sizeOf(shape.slice(2))) return;
  const pooled = edit.own(x!, `${edit.value(x!).name} pooled`);
  edit.retype(pooled, { dtype, shape: [...shape.slice(0, 2), ...outputShape] });
  const first: Node<'pool'> = { ...pool, inputs: [x], outputs: [pooled] };
  edit.insertBefore(pool, first);
  edit.replace(pool, { ...conv, inputs: [pooled, ...weights], outputs: pool.outputs }, conv);
}

/**
 * A mean over windows behind a 1 x 1 convolution (DenseNet's transitions) moves before it: both are linear and act on different axes,
 * and the convolution then has only the pooled positions to compute.
 */
export const poolFirst: Pass = {
  name: 'pool-first',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    for (const node of graph.nodes) if (isOf(node, 'pool')) swapped(edit, node);
    return edit.build();
  },
};
