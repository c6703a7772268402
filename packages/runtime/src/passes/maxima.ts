import type { DeviceCaps } from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass } from '../graph/graph.ts';
import { expectedOf } from './expected.ts';

/** Whether a pool takes the maxima of windows of 2 x 2 of an image with even sides, and nothing else. */
function isHalving(edit: GraphEdit, node: Node): node is Node<'pool'> {
  if (!isOf(node, 'pool') || node.inputs.length > 1) return false;
  const { kind, kernel, strides, dilations, pads } = node.attributes;
  const space = edit.typeOf(node.inputs[0]!).shape.slice(2);
  return (
    kind === 'max' &&
    kernel.join() === '2,2' &&
    strides.join() === '2,2' &&
    [...pads, ...dilations.map((step) => step - 1)].every((value) => value === 0) &&
    space.every((extent) => extent % 2 === 0)
  );
}

/** The convolution whose result is pooled, if it may store the maxima. */
function source(edit: GraphEdit, pool: Node<'pool'>): Node<'conv'> | undefined {
  const conv = edit.producer(pool.inputs[0]);
  const free = isOf(conv, 'conv') && !conv.attributes.shuffle && !conv.attributes.pooled;
  const own = edit.value(pool.outputs[0]).place === undefined;
  return free && own ? conv : undefined;
}

/** The convolution that stores its maxima: beside its result, or instead of it where nobody else reads that. */
function storing(edit: GraphEdit, conv: Node<'conv'>, pool: Node): Node<'conv'> {
  const [y] = conv.outputs;
  const alone = edit.reads(y) === 1 && edit.value(y).place === undefined;
  return {
    ...conv,
    attributes: { ...conv.attributes, pooled: alone ? 'instead' : 'beside' },
    outputs: [...(alone ? [] : [y]), ...pool.outputs],
  };
}

/**
 * The maxima of a convolution's result are stored by it, where that should not take longer: with the result, as on the way down a U-Net,
 * where it is wanted whole as well, or in its place.
 */
export function fuseMaxima(caps: DeviceCaps): Pass {
  return {
    name: 'fuse-maxima',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const node of graph.nodes) {
        const conv = isHalving(edit, node) ? source(edit, node) : undefined;
        if (!conv) continue;
        const fused = storing(edit, conv, node);
        const now = expectedOf(graph, conv, caps) + expectedOf(graph, node, caps);
        const time = expectedOf(edit.build(), fused, caps);
        // What does not bind is cut by `fit-bindings`, which cannot cut this.
        if (Number.isFinite(time) && time <= now) edit.replace(conv, fused, node);
      }
      return edit.build();
    },
  };
}
