import type { DeviceCaps } from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass } from '../graph/graph.ts';
import { expectedOf } from './expected.ts';
import { isPointwise } from './pre-activation.ts';

/** A mean over whole windows, with nothing of padding, that only the convolution reads. */
function poolBefore(edit: GraphEdit, conv: Node<'conv'>): Node<'pool'> | undefined {
  const pool = edit.producer(conv.inputs[0]);
  if (!isOf(pool, 'pool') || edit.reads(conv.inputs[0]!) !== 1) return undefined;
  const { kind, kernel, strides, dilations, pads, outputShape } = pool.attributes;
  const [, , ...space] = edit.typeOf(pool.inputs[0]!).shape;
  const whole = outputShape.every(
    (extent, axis) => extent === Math.floor((space[axis] - kernel[axis]) / strides[axis]) + 1,
  );
  const plain = [...pads, ...dilations.map((step) => step - 1)].every((value) => value === 0);
  return kind === 'average' && whole && plain ? pool : undefined;
}

/** The convolution as one that averages what it loads. */
function fused(conv: Node<'conv'>, pool: Node<'pool'>): Node<'conv'> {
  const { kernel, strides, pre } = pool.attributes;
  const [x, scale = null, shift = null] = pool.inputs;
  const [, w, bias = null, residual = null] = conv.inputs;
  return {
    ...conv,
    attributes: { ...conv.attributes, window: kernel, strides, pre },
    inputs: [x, w, bias, residual, scale, shift],
  };
}

/**
 * The mean before a 1 x 1 convolution (DenseNet's transitions, once `pool-first` has brought it there), with what normalises its input, is
 * taken as the convolution loads, where the cost models say that this is faster: not on software adapters, where every block of output channels
 * would load and average anew.
 */
export function fusePool(caps: DeviceCaps): Pass {
  return {
    name: 'fuse-pool',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const node of graph.nodes) {
        if (!isOf(node, 'conv') || !isPointwise(edit, node) || node.inputs[4] || node.attributes.shuffle)
          continue;
        const pool = poolBefore(edit, node);
        if (!pool) continue;
        const one = fused(node, pool);
        const now = expectedOf(graph, node, caps) + expectedOf(graph, pool, caps);
        if (expectedOf(graph, one, caps) < now) edit.replace(node, one, pool);
      }
      return edit.build();
    },
  };
}
