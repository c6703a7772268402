import type { HostArray, TensorType } from '@roentgen/kernels';
import type { Graph, Node, Place, Value, ValueId } from './graph.ts';

/** The parts of a graph that a rewriting changes. */
interface Copy {
  readonly values: Map<ValueId, Value>;
  readonly constants: Map<ValueId, HostArray>;
  readonly nodes: Node[];
}

/** A graph being rewritten: passes match on it, replace nodes, and hand out the result as a new graph. */
export class GraphEdit {
  readonly #graph: Graph;
  #copy: Copy | undefined;
  readonly #reads = new Map<ValueId, number>();
  readonly #producers = new Map<ValueId, Node>();

  constructor(graph: Graph) {
    this.#graph = graph;
    for (const node of graph.nodes) this.#count(node, 1);
    for (const { value } of graph.outputs) this.#read(value, 1);
  }

  get nodes(): readonly Node[] {
    return this.#now.nodes;
  }

  get #now(): Pick<Graph, 'values' | 'constants' | 'nodes'> {
    return this.#copy ?? this.#graph;
  }

  /** The copy that is changed, made for the first change: most passes find nothing to do in most graphs. */
  get #changed(): Copy {
    const { values, constants, nodes } = this.#graph;
    this.#copy ??= { values: new Map(values), constants: new Map(constants), nodes: [...nodes] };
    return this.#copy;
  }

  value(id: ValueId): Value {
    return this.#now.values.get(id)!;
  }

  typeOf(id: ValueId): TensorType {
    return this.value(id).type;
  }

  data(id: ValueId | null | undefined): HostArray | undefined {
    return id === null || id === undefined ? undefined : this.#now.constants.get(id);
  }

  /** The node that writes the value; none for inputs, constants and views. */
  producer(id: ValueId | null | undefined): Node | undefined {
    return id === null || id === undefined ? undefined : this.#producers.get(id);
  }

  /** How often a value, or a view of it, is read by nodes or given as an output. */
  reads(id: ValueId): number {
    return this.#reads.get(id) ?? 0;
  }

  constant(name: string, type: TensorType, data: HostArray): ValueId {
    const id = this.#now.values.size as ValueId;
    this.#changed.values.set(id, { id, name, type });
    this.#changed.constants.set(id, data);
    return id;
  }

  /** A new value of the same type as another, with a buffer of its own. */
  own(id: ValueId, name: string): ValueId {
    const made = this.#now.values.size as ValueId;
    this.#changed.values.set(made, { id: made, name, type: this.typeOf(id) });
    return made;
  }

  retype(id: ValueId, type: TensorType): void {
    this.#changed.values.set(id, { ...this.value(id), type });
  }

  place(id: ValueId, place: Place): void {
    this.#changed.values.set(id, { ...this.value(id), place });
  }

  /** Puts `now` where `old` stood and takes away the nodes that it stands for as well. */
  replace(old: Node, now: Node, ...gone: readonly Node[]): void {
    for (const node of [old, ...gone]) this.#count(node, -1);
    this.#count(now, 1);
    this.#swap(old, now);
    for (const node of gone) this.#swap(node);
  }

  remove(node: Node): void {
    this.#count(node, -1);
    this.#swap(node);
  }

  insertBefore(at: Node, ...made: readonly Node[]): void {
    for (const node of made) this.#count(node, 1);
    this.#swap(at, ...made, at);
  }

  append(...made: readonly Node[]): void {
    for (const node of made) this.#count(node, 1);
    this.#changed.nodes.push(...made);
  }

  build(outputs: Graph['outputs'] = this.#graph.outputs): Graph {
    return { ...this.#now, inputs: this.#graph.inputs, outputs };
  }

  #swap(old: Node, ...now: readonly Node[]): void {
    const { nodes } = this.#changed;
    const at = nodes.indexOf(old);
    if (at >= 0) nodes.splice(at, 1, ...now);
  }

  #read(id: ValueId, by: number): void {
    this.#reads.set(id, this.reads(id) + by);
    const root = this.value(id).place?.root;
    if (root !== undefined) this.#reads.set(root, this.reads(root) + by);
  }

  #count(node: Node, by: 1 | -1): void {
    for (const id of node.inputs) if (id !== null) this.#read(id, by);
    for (const id of node.outputs) {
      if (by === 1) this.#producers.set(id, node);
      else if (this.#producers.get(id) === node) this.#producers.delete(id);
    }
  }
}

/** Whether a node is of a family, narrowing its attributes. */
export function isOf<K extends Node['family']>(
  node: Node | undefined,
  family: K,
): node is Extract<Node, { family: K }> {
  return node?.family === family;
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((extent, axis) => extent === b[axis]);
}
