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

/** The convolution whose result is pooled, if it may store both. */
function source(edit: GraphEdit, pool: Node<'pool'>): Node<'conv'> | undefined {
  const conv = edit.producer(pool.inputs[0]);
  const free = isOf(conv, 'conv') && !conv.attributes.shuffle && conv.outputs.length === 1;
  const own = edit.value(pool.outputs[0]).place === undefined;
  return free && own ? conv : undefined;
}

/**
 * The maxima of a convolution's result are stored with it, where that should not take longer. It is meant for the way down a U-Net, where
 * the result is wanted whole as well; one that nobody else reads is stored all the same.
 */
export function fuseMaxima(caps: DeviceCaps): Pass {
  return {
    name: 'fuse-maxima',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const node of graph.nodes) {
        const conv = isHalving(edit, node) ? source(edit, node) : undefined;
        if (!conv) continue;
        const both: Node<'conv'> = {
          ...conv,
          attributes: { ...conv.attributes, pooled: true },
          outputs: [conv.outputs[0], node.outputs[0]],
        };
        const now = expectedOf(graph, conv, caps) + expectedOf(graph, node, caps);
        const time = expectedOf(edit.build(), both, caps);
        // What does not bind is cut by `fit-bindings`, which cannot cut this.
        if (Number.isFinite(time) && time <= now) edit.replace(conv, both, node);
      }
      return edit.build();
    },
  };
}
