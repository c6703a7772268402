import { RoentgenError, sizeOf } from '@roentgen/kernels';
import type { Graph, Node, Value, ValueId } from './graph.ts';
import { familyOf, rootOf, sharedInputs, tensorOf } from './problem.ts';
import { type Box, regionOf, sharedBy, sizeOfBox } from './region.ts';

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
    for (const value of this.#graph.values.values()) if (value.place) this.#region(value);
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

  #region(value: Value): readonly Box[] {
    const { id, name, place, type } = value;
    const { shape, dtype } = this.#value(place?.root ?? id, `view '${name}'`).type;
    if (dtype !== type.dtype) this.#broken(`view '${name}' is ${type.dtype} in a buffer of ${dtype}`);
    if (sizeOf(type.shape) === 0) return [];
    return regionOf(tensorOf(value), shape) ?? this.#broken(`view '${name}' leaves its buffer`);
  }

  /** How many elements of a box have been written. */
  #filled(root: ValueId, box: Box): number {
    // What was written never overlaps.
    return (this.#written.get(root) ?? []).reduce((sum, part) => sum + sharedBy(part, box), 0);
  }

  #readable(id: ValueId, where: string): void {
    const value = this.#value(id, where);
    const root = rootOf(this.#graph.values, id);
    if (this.#inputs.has(root) || this.#graph.constants.has(root)) return;
    for (const box of this.#region(value))
      if (this.#filled(root, box) < sizeOfBox(box))
        this.#broken(`${where} reads '${value.name}' before it is written`);
  }

  #write(id: ValueId, where: string): void {
    const value = this.#value(id, where);
    const root = rootOf(this.#graph.values, id);
    if (this.#inputs.has(root) || this.#graph.constants.has(root))
      this.#broken(`${where} writes a constant or an input`);
    const region = this.#region(value);
    if (region.some((box) => this.#filled(root, box) > 0))
      this.#broken(`${where} writes '${value.name}' a second time`);
    this.#written.set(root, [...(this.#written.get(root) ?? []), ...region]);
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
