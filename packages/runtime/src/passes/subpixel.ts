import { type DeviceCaps, type HostArray, sizeOf, type Vocabulary } from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { expectedOf } from './expected.ts';

/** The convolution whose channels are shuffled and nothing else; in order 'DCR' its weights must be known, they change places. */
function source(edit: GraphEdit, node: Node<'subpixel'>): Node<'conv'> | undefined {
  const conv = edit.producer(node.inputs[0]);
  if (!isOf(conv, 'conv') || edit.reads(node.inputs[0]!) !== 1) return undefined;
  const [, w, bias = null, residual = null] = conv.inputs;
  const known = [w, bias].every((id) => id === null || edit.data(id) !== undefined);
  const plain = residual === null && !conv.attributes.shuffle && conv.attributes.groups === 1;
  return plain && (known || node.attributes.order === 'CRD') ? conv : undefined;
}

function fused(conv: Node<'conv'>, node: Node<'subpixel'>): Node<'conv'> {
  const { block } = node.attributes;
  const shuffle: Vocabulary['conv']['shuffle'] = { block, crop: block.map(() => 0) };
  return { ...conv, attributes: { ...conv.attributes, shuffle }, outputs: node.outputs };
}

/** Rows of a constant, one an output channel, from order 'DCR' to 'CRD': the places of a block next to each other. */
function reordered(edit: GraphEdit, id: ValueId | null, places: number): ValueId | null {
  const data: HostArray | undefined = edit.data(id);
  if (id === null || !data) return id;
  const type = edit.typeOf(id);
  const [rows] = type.shape;
  const length = data.length / rows;
  const order = (row: number) => (row % places) * (rows / places) + Math.floor(row / places);
  const moved = Float32Array.from(
    data,
    (_, i) => data[order(Math.floor(i / length)) * length + (i % length)],
  );
  return edit.constant(`${edit.value(id).name} (shuffled)`, type, moved);
}

/** A sub-pixel image is written by the convolution that computes its channels, where the cost models do not say that this is slower. */
export function fuseSubpixel(caps: DeviceCaps): Pass {
  return {
    name: 'fuse-subpixel',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const node of graph.nodes) {
        const conv = isOf(node, 'subpixel') ? source(edit, node) : undefined;
        if (!conv || !isOf(node, 'subpixel')) continue;
        const now = expectedOf(graph, conv, caps) + expectedOf(graph, node, caps);
        const one = fused(conv, node);
        if (!(expectedOf(graph, one, caps) <= now)) continue;
        const { block, order } = node.attributes;
        const [x, w, bias = null, ...rest] = one.inputs;
        const move = (id: ValueId | null) => (order === 'CRD' ? id : reordered(edit, id, sizeOf(block)));
        edit.replace(node, { ...one, inputs: [x, move(w), move(bias), ...rest] }, conv);
      }
      return edit.build();
    },
  };
}
