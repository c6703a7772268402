import {
  dense,
  denseStrides,
  type FamilyName,
  families,
  type HostArray,
  hostArray,
  type KernelFamily,
  RoentgenError,
  sizeOf,
  type TensorType,
  type Vocabulary,
} from '@roentgen/kernels';
import type { Graph, Node, Origin, Place, Value, ValueId } from './graph.ts';
import { checkSize } from './size.ts';

/**
 * Builds a graph node by node. Whatever depends on constants alone is computed at once by the families' references, so that
 * shape arithmetic never reaches the GPU; everything else is typed by the families' shape rules.
 */
export class GraphBuilder {
  readonly #values = new Map<ValueId, Value>();
  readonly #constants = new Map<ValueId, HostArray>();
  readonly #inputs: ValueId[] = [];
  readonly #nodes: Node[] = [];
  /** For each value computed on the GPU, the graph inputs it depends on. */
  readonly #sources = new Map<ValueId, ReadonlySet<ValueId>>();

  input(name: string, type: TensorType): ValueId {
    const id = this.#value(name, type);
    this.#inputs.push(id);
    this.#sources.set(id, new Set([id]));
    return id;
  }

  constant(name: string, type: TensorType, data: HostArray): ValueId {
    const id = this.#value(name, type);
    this.#constants.set(id, data);
    return id;
  }

  /** An int64 vector, the usual operand of shape arithmetic. */
  integers(name: string, numbers: readonly number[]): ValueId {
    return this.constant(name, { dtype: 'int64', shape: [numbers.length] }, Float64Array.from(numbers));
  }

  typeOf(id: ValueId): TensorType {
    return this.value(id).type;
  }

  value(id: ValueId): Value {
    const value = this.#values.get(id);
    if (!value) throw new RoentgenError('model', `value ${id} is not in this graph`);
    return value;
  }

  /** The value's elements where it is a constant, else undefined. */
  data(id: ValueId): HostArray | undefined {
    return this.#constants.get(id);
  }

  /** The graph inputs that a computed value depends on. */
  sources(id: ValueId): readonly ValueId[] {
    return [...(this.#sources.get(id) ?? [])];
  }

  /** The node that computes a value, or the buffer that it is a view of. */
  producer(id: ValueId): Origin | undefined {
    const written = this.value(id).place?.root ?? id;
    return this.#nodes.find(({ outputs }) => outputs.includes(written))?.origin;
  }

  /** Adds an operation, or computes it now when all its inputs are constants; gives its outputs. */
  add<K extends FamilyName>(
    family: K,
    attributes: Vocabulary[K],
    inputs: readonly (ValueId | null)[],
    origin: Origin,
  ): ValueId[] {
    const definition = families[family] as unknown as KernelFamily<Vocabulary[K]>;
    const types = definition.outputs(
      attributes,
      inputs.map((id) => (id === null ? null : this.typeOf(id))),
    );
    const known = inputs.map((id) => (id === null ? null : this.#constants.get(id)));
    const constant = known.every((data) => data !== undefined);
    for (const { shape } of types) checkSize(shape, origin, constant);
    if (constant) {
      return this.#fold(definition, attributes, inputs, known as (HostArray | null)[], types, origin);
    }
    const outputs = types.map((type, i) => this.#value(`${origin.node}:${i}`, type));
    this.#record({ family, attributes, inputs, outputs, origin } as unknown as Node);
    return outputs;
  }

  /** The same elements under another shape: no work, except that a view with gaps is packed first. */
  reshape(id: ValueId, shape: readonly number[], origin: Origin): ValueId {
    const { type, place } = this.value(id);
    const data = this.#constants.get(id);
    if (data) return this.constant(`${origin.node}:0`, { dtype: type.dtype, shape }, data);
    if (place && !isDense(place, type)) return this.reshape(this.#packed(id, origin), shape, origin);
    return this.#view(id, { dtype: type.dtype, shape }, denseStrides(shape), 0, `${origin.node}:0`);
  }

  /** Joins values along an axis: one new value, each piece copied into its part (a later pass lets producers write there). */
  concat(pieces: readonly ValueId[], axis: number, origin: Origin): ValueId {
    const type = joined(
      pieces.map((id) => this.typeOf(id)),
      axis,
      origin,
    );
    checkSize(type.shape, origin);
    if (pieces.every((id) => this.#constants.has(id))) return this.#foldConcat(pieces, axis, type, origin);
    const whole = this.#value(`${origin.node}:0`, type);
    this.#sources.set(whole, new Set(pieces.flatMap((id) => this.sources(id))));
    const strides = denseStrides(type.shape);
    let start = 0;
    for (const piece of pieces) {
      const part = this.#view(
        whole,
        this.typeOf(piece),
        strides,
        start * strides[axis],
        `${origin.node}:0[${start}]`,
      );
      start += this.typeOf(piece).shape[axis];
      if (sizeOf(this.typeOf(piece).shape) > 0) this.#copyInto(piece, part, origin);
    }
    return whole;
  }

  build(outputs: Graph['outputs']): Graph {
    return {
      values: this.#values,
      constants: this.#constants,
      inputs: this.#inputs,
      outputs,
      nodes: this.#nodes,
    };
  }

  /** Renames a value, so that reports speak of it as the model file does. */
  name(id: ValueId, name: string): void {
    this.#values.set(id, { ...this.value(id), name });
  }

  #value(name: string, type: TensorType, place?: Place): ValueId {
    const id = this.#values.size as ValueId;
    this.#values.set(id, place ? { id, name, type, place } : { id, name, type });
    return id;
  }

  #view(of: ValueId, type: TensorType, strides: readonly number[], offset: number, name: string): ValueId {
    const base = this.value(of).place;
    const id = this.#value(name, type, {
      root: base?.root ?? of,
      offset: (base?.offset ?? 0) + offset,
      strides,
    });
    this.#sources.set(id, this.#sources.get(of) ?? new Set());
    return id;
  }

  #record(node: Node): void {
    this.#nodes.push(node);
    const sources = new Set(node.inputs.flatMap((id) => (id === null ? [] : this.sources(id))));
    for (const id of node.outputs) this.#sources.set(id, sources);
  }

  #copyInto(from: ValueId, into: ValueId, origin: Origin): void {
    const { shape } = this.typeOf(from);
    const attributes = { shape, strides: denseStrides(shape), offset: 0 };
    this.#nodes.push({ family: 'copy', attributes, inputs: [from], outputs: [into], origin });
  }

  #packed(id: ValueId, origin: Origin): ValueId {
    const { shape } = this.typeOf(id);
    return this.add('copy', { shape, strides: denseStrides(shape), offset: 0 }, [id], origin)[0];
  }

  #fold<A>(
    family: KernelFamily<A>,
    attributes: A,
    inputs: readonly (ValueId | null)[],
    values: readonly (HostArray | null)[],
    types: readonly TensorType[],
    origin: Origin,
  ): ValueId[] {
    const tensors = inputs.map((id) => (id === null ? null : dense(this.typeOf(id))));
    const results = family.reference({ attributes, inputs: tensors, outputs: types.map(dense) }, values);
    return types.map((type, i) => this.constant(`${origin.node}:${i}`, type, narrowed(type, results[i])));
  }

  #foldConcat(pieces: readonly ValueId[], axis: number, type: TensorType, origin: Origin): ValueId {
    const whole = hostArray(type.dtype, sizeOf(type.shape));
    const inner = sizeOf(type.shape.slice(axis + 1));
    const row = type.shape[axis] * inner;
    let start = 0;
    for (const piece of pieces) {
      const data = this.#constants.get(piece)!;
      const length = this.typeOf(piece).shape[axis] * inner;
      for (let at = 0, from = 0; from < data.length; at += row, from += length) {
        whole.set(data.subarray(from, from + length), at + start);
      }
      start += length;
    }
    return this.constant(`${origin.node}:0`, type, whole);
  }
}

function isDense(place: Place, type: TensorType): boolean {
  const strides = denseStrides(type.shape);
  return type.shape.every((extent, axis) => extent === 1 || place.strides[axis] === strides[axis]);
}

function narrowed(type: TensorType, values: Float64Array): HostArray {
  const array = hostArray(type.dtype, values.length);
  array.set(values);
  return array;
}

function joined(types: readonly TensorType[], axis: number, origin: Origin): TensorType {
  const [first] = types;
  const shape = [...first.shape];
  for (const { shape: other, dtype } of types.slice(1)) {
    const fits =
      other.length === shape.length && other.every((extent, i) => i === axis || extent === shape[i]);
    if (!fits || dtype !== first.dtype) {
      throw new RoentgenError(
        'shape',
        `${origin.op} '${origin.node}' cannot join ${first.dtype} [${shape}] and ${dtype} [${other}] along axis ${axis}`,
        { node: origin.node },
      );
    }
    shape[axis] += other[axis];
  }
  return { dtype: first.dtype, shape };
}
