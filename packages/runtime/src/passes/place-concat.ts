import { type DeviceCaps, denseStrides } from '@roentgen/kernels';
import { GraphEdit, isOf, sameShape } from '../graph/edit.ts';
import type { Graph, Node, Pass, Place, Value, ValueId } from '../graph/graph.ts';
import { isRunnable, rootOf } from '../graph/problem.ts';

/** A copy of a whole tensor into a part of another: a piece of a Concat. */
export function isPiece(edit: GraphEdit, node: Node): node is Node<'copy'> {
  if (!isOf(node, 'copy') || !edit.value(node.outputs[0]).place) return false;
  const { shape } = edit.typeOf(node.outputs[0]);
  return (
    sameShape(edit.typeOf(node.inputs[0]!).shape, shape) &&
    node.attributes.offset === 0 &&
    denseStrides(shape).every((stride, axis) => shape[axis] === 1 || node.attributes.strides[axis] === stride)
  );
}

/** Place of a view of `source` once `source` itself lies at `target`; null when no strides describe it. */
function moved(view: Value, source: Value, target: Place): Place | null {
  const { place, type } = view;
  if (!place) return target;
  // A part of a Concat differs from it only in the extent of one axis, so it keeps the axes; any other view must be its whole.
  if (place.strides.length !== source.type.shape.length) return null;
  let left = place.offset;
  let offset = target.offset;
  const dense = denseStrides(source.type.shape);
  for (const [axis, stride] of dense.entries()) {
    const start = Math.floor(left / stride);
    const along = place.strides[axis] === stride && start + type.shape[axis] <= source.type.shape[axis];
    if (type.shape[axis] !== 1 && !along) return null;
    offset += start * target.strides[axis];
    left %= stride;
  }
  return { root: target.root, offset, strides: target.strides };
}

/** Every value that lies in the buffer of `source`, with its new place; null when one cannot follow. */
function relocation(graph: Graph, source: Value, target: Place): Map<ValueId, Place> | null {
  const places = new Map<ValueId, Place>();
  for (const value of graph.values.values()) {
    if (value.id !== source.id && value.place?.root !== source.id) continue;
    const place = moved(value, source, target);
    if (!place) return null;
    places.set(value.id, place);
  }
  return places;
}

/** Whether all nodes that touch the moved values still find a kernel, which may have to read the buffer that it writes. */
function stillRuns(graph: Graph, moved: ReadonlySet<ValueId>, caps: DeviceCaps, except: Node): boolean {
  return graph.nodes.every((node) => {
    const operands = [...node.inputs, ...node.outputs];
    if (node === except || !operands.some((id) => id !== null && moved.has(id))) return true;
    return isRunnable(graph, node, caps);
  });
}

/** Lets whoever makes the copied tensor write it in place; gives the graph without the copy, or the old one. */
function placed(graph: Graph, copy: Node<'copy'>, caps: DeviceCaps): Graph {
  const source = graph.values.get(copy.inputs[0]!)!;
  const fixed =
    graph.constants.has(source.id) || graph.inputs.includes(source.id) || source.place !== undefined;
  if (fixed || graph.outputs.some(({ value }) => rootOf(graph.values, value) === source.id)) return graph;
  const places = relocation(graph, source, graph.values.get(copy.outputs[0])!.place!);
  if (!places) return graph;
  const values = new Map(graph.values);
  for (const [id, place] of places) values.set(id, { ...values.get(id)!, place });
  const nodes = graph.nodes.filter((node) => node !== copy);
  const candidate = { ...graph, values, nodes };
  return stillRuns(candidate, new Set(places.keys()), caps, copy) ? candidate : graph;
}

/**
 * Concat without copying: what is joined is written where it belongs in the joined tensor from the start. In a DenseNet block every
 * layer so appends its channels to one buffer. Works from the last Concat back, so that chains of them end in the last one's buffer.
 */
export function placeConcat(caps: DeviceCaps): Pass {
  return {
    name: 'place-concat',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      const pieces = graph.nodes.filter((node) => isPiece(edit, node)).reverse();
      return pieces.reduce((result, piece) => placed(result, piece as Node<'copy'>, caps), graph);
    },
  };
}
