import {
  type DType,
  type FamilyName,
  type HostArray,
  hostArray,
  isFloat,
  RoentgenError,
  sizeOf,
  type TensorType,
  type UnaryCall,
  type Vocabulary,
} from '@roentgen/kernels';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Origin, ValueId } from '../graph/graph.ts';
import { checkSize } from '../graph/size.ts';
import { type AttributeReader, attributes } from '../onnx/attributes.ts';
import type { OnnxGraph, OnnxNode } from '../onnx/model.ts';
import { quote } from '../onnx/text.ts';

/**
 * Thrown where an operand that decides a shape comes from graph inputs: the import can go on once the caller
 * gives their data. Never leaves the runtime.
 */
export class NeedsValues extends Error {
  readonly inputs: readonly string[];

  constructor(inputs: readonly string[]) {
    super(`the shapes in this model depend on the values of ${inputs.map(quote).join(', ')}`);
    this.name = 'NeedsValues';
    this.inputs = inputs;
  }
}

/** How messages name a node: as the file does, or by its first output. */
export function originOf(node: OnnxNode): Origin {
  return { node: quote(node.name || (node.outputs[0] ?? '')).slice(1, -1), op: quote(node.op).slice(1, -1) };
}

/** One ONNX node being turned into operations: its operands, its attributes, and the means to emit and to complain. */
export class OpContext {
  readonly node: OnnxNode;
  readonly opset: number;
  readonly attributes: AttributeReader;
  readonly origin: Origin;
  readonly builder: GraphBuilder;
  readonly #inputs: readonly (ValueId | null)[];
  readonly #inline: (graph: OnnxGraph) => readonly ValueId[];

  constructor(
    node: OnnxNode,
    inputs: readonly (ValueId | null)[],
    builder: GraphBuilder,
    inline: (graph: OnnxGraph) => readonly ValueId[],
  ) {
    this.node = node;
    this.opset = node.opset;
    this.attributes = attributes(node);
    // In the first operator sets many operators said which inputs they may overwrite.
    if (node.opset < 6) this.attributes.ignore('consumed_inputs');
    this.origin = originOf(node);
    this.builder = builder;
    this.#inputs = inputs;
    this.#inline = inline;
  }

  /** Imports the nodes of a graph that is an attribute; gives the values of its outputs. */
  inline(graph: OnnxGraph): readonly ValueId[] {
    return this.#inline(graph);
  }

  get count(): number {
    return this.#inputs.length;
  }

  /** Whether the optional input is there. */
  has(index: number): boolean {
    return (this.#inputs[index] ?? null) !== null;
  }

  input(index: number): ValueId {
    const id = this.#inputs[index] ?? null;
    if (id === null) this.wrong(`lacks its input ${index}, which is not optional`);
    return id;
  }

  optional(index: number): ValueId | null {
    return this.#inputs[index] ?? null;
  }

  /** All inputs of an operator that takes any number of them. */
  all(): [ValueId, ...ValueId[]] {
    return [this.input(0), ...this.#inputs.slice(1).map((_, i) => this.input(i + 1))];
  }

  type(index: number): TensorType {
    return this.builder.typeOf(this.input(index));
  }

  shape(index: number): readonly number[] {
    return this.type(index).shape;
  }

  rank(index: number): number {
    return this.shape(index).length;
  }

  /** The operand's elements where they are known now. */
  data(index: number): HostArray | undefined {
    const id = this.optional(index);
    return id === null ? undefined : this.builder.data(id);
  }

  /** The elements of an operand that decides a shape, or that the import must know for another reason. */
  numbers(index: number, what: string): number[] {
    const id = this.input(index);
    const data = this.builder.data(id);
    if (data) return Array.from(data);
    const sources = this.builder.sources(id).map((source) => this.builder.value(source));
    const small = (type: TensorType) => type.shape.length <= 1 || !isFloat(type.dtype);
    if (sources.length > 0 && sources.every(({ type }) => small(type))) {
      throw new NeedsValues(sources.map(({ name }) => name));
    }
    const maker = this.builder.producer(id);
    const from = maker ? `${maker.op} '${maker.node}'` : quote(this.builder.value(id).name);
    throw new RoentgenError(
      'unsupported',
      `${this.label}: what decides its shape or order (${what}) depends on data computed by ${from}`,
      {
        node: this.origin.node,
        hint: 'shapes must follow from the shapes of the inputs; export the model with fixed sizes',
      },
    );
  }

  /** As `numbers`, of an int64 or int32 operand. */
  integers(index: number, what: string): number[] {
    const { dtype } = this.type(index);
    if (dtype !== 'int64' && dtype !== 'int32') this.wrong(`takes ${what} as int64, and is given ${dtype}`);
    return this.numbers(index, what);
  }

  get label(): string {
    return `${this.origin.op} '${this.origin.node}'`;
  }

  /** The node breaks the standard. */
  wrong(
    fact: string,
    hint = 'the exporter or an edit of the file is at fault: export the model again',
  ): never {
    throw new RoentgenError('model', `${this.label} ${fact}`, this.#details(hint));
  }

  /** The shapes of the node's operands do not fit it. */
  misfit(
    fact: string,
    hint = 'look at the shapes of the inputs; if they are as meant, export the model again',
  ): never {
    throw new RoentgenError('shape', `${this.label} ${fact}`, this.#details(hint));
  }

  /** The node is sound, and beyond us. */
  unsupported(fact: string, hint?: string): never {
    throw new RoentgenError('unsupported', `${this.label} ${fact}`, this.#details(hint));
  }

  #details(hint: string | undefined): { node: string; hint?: string } {
    return hint === undefined ? { node: this.origin.node } : { node: this.origin.node, hint };
  }

  /** An axis counted from the start; throws 'model' where the rank has no such axis. */
  axis(axis: number, rank: number): number {
    if (!Number.isInteger(axis) || axis < -rank || axis >= rank) {
      this.wrong(`has axis ${axis}, and its tensor has ${rank} dimension${rank === 1 ? '' : 's'}`);
    }
    return axis < 0 ? axis + rank : axis;
  }

  /** Axes counted from the start, in the order given; none may come twice. */
  axes(axes: readonly number[], rank: number): number[] {
    const counted = axes.map((axis) => this.axis(axis, rank));
    if (new Set(counted).size < counted.length) this.wrong(`names an axis twice: [${axes}]`);
    return counted;
  }

  /** Throws 'memory' where a tensor of this shape, which the host may have to fill, is past any use. */
  checkSize(shape: readonly number[], filled = false): void {
    checkSize(shape, this.origin, filled);
  }

  /** Checks that two operands have one element type, as the standard asks. */
  sameType(first: number, ...others: readonly number[]): void {
    const { dtype } = this.type(first);
    for (const other of others) {
      const given = this.type(other).dtype;
      if (given !== dtype)
        this.wrong(`is given ${dtype} (input ${first}) and ${given} (input ${other}), which must be equal`);
    }
  }

  /** Adds an operation with one result. */
  emit<K extends FamilyName>(
    family: K,
    attributes: Vocabulary[K],
    inputs: readonly (ValueId | null)[],
  ): ValueId {
    return this.builder.add(family, attributes, inputs, this.origin)[0];
  }

  /** A function of broadcast operands; the result has the type of the first unless `to` says otherwise. */
  map(
    fn: string,
    inputs: readonly [ValueId, ...(ValueId | null)[]],
    to: DType = this.builder.typeOf(inputs[0]).dtype,
    then: readonly UnaryCall[] = [],
  ): ValueId {
    return this.emit('map', { fn, then, to }, inputs);
  }

  /** A unary function with its constants. */
  unary(fn: string, args: readonly number[], input: ValueId, to?: DType): ValueId {
    return this.map('identity', [input], to, [{ fn, args }]);
  }

  /** The value in another element type. */
  cast(input: ValueId, to: DType): ValueId {
    return this.builder.typeOf(input).dtype === to ? input : this.map('identity', [input], to);
  }

  reshape(input: ValueId, shape: readonly number[]): ValueId {
    return this.builder.reshape(input, shape, this.origin);
  }

  /** A constant that holds these numbers. */
  constant(dtype: DType, shape: readonly number[], numbers: Iterable<number>): ValueId {
    const data = hostArray(dtype, sizeOf(shape));
    data.set(Array.from(numbers));
    return this.builder.constant(`${this.origin.node}:constant`, { dtype, shape }, data);
  }

  scalar(dtype: DType, value: number): ValueId {
    return this.constant(dtype, [], [value]);
  }
}

/** Turns one ONNX node into operations; gives the values of its outputs, in order. */
export type Emit = (op: OpContext) => ValueId | readonly ValueId[];

/** An ONNX operator that we have. */
export interface Operator {
  /** The version of the standard's operator set that brought it. */
  readonly since: number;
  /** The version that took it away. */
  readonly until?: number;
  /** Fewest and most inputs, over all versions; an operator checks what its own version changes. */
  readonly inputs: readonly [fewest: number, most: number];
  /** Most outputs; one unless said otherwise. */
  readonly outputs?: number;
  readonly emit: Emit;
}

export type Operators = Readonly<Record<string, Operator>>;
