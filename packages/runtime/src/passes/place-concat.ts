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

/** A graph in which values move into the buffers of others. */
class Placing {
  readonly #graph: Graph;
  readonly #caps: DeviceCaps;
  readonly #values: Map<ValueId, Value>;
  /** The values that lie in a buffer, by its own. */
  readonly #lying = new Map<ValueId, ValueId[]>();
  /** The nodes that read or write a value. */
  readonly #users = new Map<ValueId, Node[]>();
  readonly #gone = new Set<Node>();

  constructor(graph: Graph, caps: DeviceCaps) {
    this.#graph = graph;
    this.#caps = caps;
    this.#values = new Map(graph.values);
    for (const id of graph.values.keys()) push(this.#lying, rootOf(graph.values, id), id);
    for (const node of graph.nodes)
      for (const id of [...node.inputs, ...node.outputs]) if (id !== null) push(this.#users, id, node);
  }

  /** Lets whoever makes the copied tensor write it in place, where every node that touches it still runs; the copy is then left out. */
  take(copy: Node<'copy'>): void {
    const source = this.#values.get(copy.inputs[0]!)!;
    if (this.#isFixed(source)) return;
    const target = this.#values.get(copy.outputs[0])!.place!;
    const before = this.#lying.get(source.id)!.map((id) => this.#values.get(id)!);
    const after = before.map((value) => ({ value, place: moved(value, source, target) }));
    if (after.some(({ place }) => place === null)) return;
    for (const { value, place } of after) this.#values.set(value.id, { ...value, place: place! });
    this.#gone.add(copy);
    if (this.#runs(before)) {
      for (const { id } of before) push(this.#lying, target.root, id);
      return;
    }
    for (const value of before) this.#values.set(value.id, value);
    this.#gone.delete(copy);
  }

  build(): Graph {
    return {
      ...this.#graph,
      values: this.#values,
      nodes: this.#graph.nodes.filter((node) => !this.#gone.has(node)),
    };
  }

  #isFixed({ id, place }: Value): boolean {
    const { constants, inputs, outputs } = this.#graph;
    return (
      place !== undefined ||
      constants.has(id) ||
      inputs.includes(id) ||
      outputs.some(({ value }) => rootOf(this.#values, value) === id)
    );
  }

  /** Whether all nodes that touch these values find a kernel, which may have to read the buffer that it writes. */
  #runs(touched: readonly Value[]): boolean {
    const nodes = new Set(touched.flatMap(({ id }) => this.#users.get(id) ?? []));
    const graph = { values: this.#values, constants: this.#graph.constants };
    return [...nodes].every((node) => this.#gone.has(node) || isRunnable(graph, node, this.#caps));
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
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
      const placing = new Placing(graph, caps);
      for (const node of graph.nodes.toReversed()) if (isPiece(edit, node)) placing.take(node);
      return placing.build();
    },
  };
}
