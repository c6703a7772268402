import { denseStrides, RoentgenError, sizeOf } from '@roentgen/kernels';
import type { Graph, Node, Value, ValueId } from './graph.ts';
import { familyOf, rootOf, sharedInputs } from './problem.ts';

/** Where a value lies in its root's buffer: first and one past the last index along each axis of the root. */
interface Box {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function overlap(a: Box, b: Box): boolean {
  return a.from.every((from, axis) => from < b.to[axis] && b.from[axis] < a.to[axis]);
}

function holds(outer: Box, inner: Box): boolean {
  return outer.from.every((from, axis) => from <= inner.from[axis] && inner.to[axis] <= outer.to[axis]);
}

function sizeOfBox({ from, to }: Box): number {
  return sizeOf(to.map((end, axis) => end - from[axis]));
}

/** The law of the graph, checked node by node; what has been written is kept as boxes within each root. */
class Verifier {
  readonly #graph: Graph;
  readonly #after: string;
  readonly #inputs: ReadonlySet<ValueId>;
  readonly #written = new Map<ValueId, Box[]>();

  constructor(graph: Graph, after: string) {
    this.#graph = graph;
    this.#after = after;
    this.#inputs = new Set(graph.inputs);
  }

  verify(): void {
    for (const value of this.#graph.values.values()) if (value.place) this.#box(value);
    for (const node of this.#graph.nodes) this.#node(node);
    for (const { name, value } of this.#graph.outputs) this.#readable(value, `output '${name}'`);
  }

  #broken(message: string): never {
    throw new RoentgenError('model', `graph after ${this.#after}: ${message}`, {
      hint: 'this is a fault in Roentgen; please report the model',
    });
  }

  #value(id: ValueId, where: string): Value {
    return this.#graph.values.get(id) ?? this.#broken(`${where} names value ${id}, which is not there`);
  }

  #box(value: Value): Box {
    const { id, name, place, type } = value;
    const { shape, dtype } = this.#value(place?.root ?? id, `view '${name}'`).type;
    if (dtype !== type.dtype) this.#broken(`view '${name}' is ${type.dtype} in a buffer of ${dtype}`);
    if (!place || sizeOf(type.shape) === 0) return { from: shape.map(() => 0), to: shape };
    const dense = denseStrides(shape);
    const from = dense.map((step, axis) =>
      Math.floor((axis === 0 ? place.offset : place.offset % dense[axis - 1]) / step),
    );
    const to = from.map((start, axis) => start + type.shape[axis]);
    const keepsAxes = place.strides.every((step, axis) => type.shape[axis] === 1 || step === dense[axis]);
    if (place.strides.length === shape.length && keepsAxes && to.every((end, axis) => end <= shape[axis]))
      return { from, to };
    // Only parts of Concats, which keep the axes, begin elsewhere: any other view is of the whole.
    if (place.offset !== 0 || sizeOf(type.shape) !== sizeOf(shape))
      this.#broken(`view '${name}' leaves its buffer`);
    return { from: shape.map(() => 0), to: shape };
  }

  #readable(id: ValueId, where: string): void {
    const value = this.#value(id, where);
    const root = rootOf(this.#graph.values, id);
    if (this.#inputs.has(root) || this.#graph.constants.has(root) || sizeOf(value.type.shape) === 0) return;
    const box = this.#box(value);
    const parts = (this.#written.get(root) ?? []).filter((part) => holds(box, part) || holds(part, box));
    // Parts never overlap, so they fill the box when their sizes add up.
    const filled =
      parts.some((part) => holds(part, box)) ||
      parts.reduce((sum, part) => sum + sizeOfBox(part), 0) === sizeOfBox(box);
    if (!filled) this.#broken(`${where} reads '${value.name}' before it is written`);
  }

  #write(id: ValueId, where: string): void {
    const value = this.#value(id, where);
    const root = rootOf(this.#graph.values, id);
    if (this.#inputs.has(root) || this.#graph.constants.has(root))
      this.#broken(`${where} writes a constant or an input`);
    if (sizeOf(value.type.shape) === 0) return;
    const box = this.#box(value);
    const parts = this.#written.get(root) ?? [];
    if (parts.some((part) => overlap(part, box)))
      this.#broken(`${where} writes '${value.name}' a second time`);
    this.#written.set(root, [...parts, box]);
  }

  #node(node: Node): void {
    const { values } = this.#graph;
    const where = `${node.family} of ${node.origin.op} '${node.origin.node}'`;
    for (const id of node.inputs) if (id !== null) this.#readable(id, where);
    const { shares = [] } = familyOf(node);
    if (sharedInputs(values, node).some((input) => !shares.includes(input)))
      this.#broken(`${where} writes the buffer that it reads`);
    // What it reads was written before, so an output that overlaps it is found as a second writing.
    for (const id of node.outputs) this.#write(id, where);
    const types = node.inputs.map((id) => (id === null ? null : this.#value(id, where).type));
    const derived = familyOf(node).outputs(node.attributes, types);
    for (const [i, id] of node.outputs.entries()) {
      const { name, type } = this.#value(id, where);
      if (type.dtype !== derived[i].dtype || type.shape.join() !== derived[i].shape.join())
        this.#broken(
          `${where} makes ${derived[i].dtype} [${derived[i].shape}], and '${name}' is ${type.dtype} [${type.shape}]`,
        );
    }
  }
}

/**
 * Checks the law of the graph: every element is written once and before it is read, views stay within their buffers, no dispatch
 * writes a buffer that it reads (but where its family can read beside what it writes), and results have the types that their operations make. Throws RoentgenError('model').
 */
export function verify(graph: Graph, after: string): void {
  new Verifier(graph, after).verify();
}
