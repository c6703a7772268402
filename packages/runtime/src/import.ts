import { type HostArray, RoentgenError, sizeOf, type TensorType } from '@roentgen/kernels';
import { GraphBuilder } from './graph/builder.ts';
import type { Graph, ValueId } from './graph/graph.ts';
import type { OnnxGraph, OnnxModel, OnnxNode, OnnxValueInfo } from './onnx/model.ts';
import { hostData } from './onnx/tensor.ts';
import { quote } from './onnx/text.ts';
import { operatorOf, refuseUnsupported } from './ops/check.ts';
import { NeedsValues, OpContext, originOf } from './ops/context.ts';
import { isOurs } from './ops/types.ts';

/** What a model is specialised to: the type of an input and, where shapes depend on it, its data. */
export interface InputValue {
  readonly type: TensorType;
  /** Given, the input becomes a constant of the graph. */
  readonly data?: HostArray;
}

/**
 * Turns an ONNX model into a graph for inputs of these types. Every shape is known in the result, and whatever follows from
 * shapes and constants alone has been computed. Throws RoentgenError: 'unsupported' (naming every operator that we lack),
 * 'model' where a node breaks the standard, 'shape' where operands do not fit, 'memory' for absurd sizes; and `NeedsValues`
 * where a shape depends on the data of an input, see `specialise`.
 */
export function importModel(model: OnnxModel, inputs: ReadonlyMap<string, InputValue>): Graph {
  refuseUnsupported(model.graph.nodes);
  const importer = new Importer(model.graph);
  importer.declareInputs(inputs);
  for (const node of model.graph.nodes) importer.import(node);
  return importer.finish();
}

/** A graph, and the inputs whose data is fixed in it because shapes depend on them. */
export interface Specialised {
  readonly graph: Graph;
  readonly hostInputs: readonly string[];
}

/**
 * Imports a model for inputs of these types, asking `dataOf` for the data of those inputs that decide shapes (Reshape's
 * target as an input, say). They are no inputs of the graph: another graph is needed when their data changes.
 */
export function specialise(
  model: OnnxModel,
  types: ReadonlyMap<string, TensorType>,
  dataOf: (name: string) => HostArray | undefined,
): Specialised {
  const inputs = new Map<string, InputValue>([...types].map(([name, type]) => [name, { type }]));
  const hostInputs: string[] = [];
  for (;;) {
    try {
      return { graph: importModel(model, inputs), hostInputs };
    } catch (error) {
      if (!(error instanceof NeedsValues)) throw error;
      for (const name of error.inputs) {
        const data = dataOf(name);
        if (!data) throw lacksData(error.inputs);
        inputs.set(name, { type: types.get(name)!, data });
        hostInputs.push(name);
      }
    }
  }
}

function lacksData(names: readonly string[]): RoentgenError {
  return new RoentgenError(
    'usage',
    `shapes in this model depend on the data of ${names.map(quote).join(', ')}`,
    {
      hint: 'give that input as an array, not as a GPU buffer',
    },
  );
}

/** One pass over a model's nodes. */
class Importer {
  readonly #graph: OnnxGraph;
  /** The graph around this one, where this is a branch of an If. */
  readonly #outer: Importer | undefined;
  readonly #builder: GraphBuilder;
  readonly #values = new Map<string, ValueId>();
  /** Values that bear a name of the file already: Identity's result is its operand. */
  readonly #named: Set<ValueId>;

  constructor(graph: OnnxGraph, outer?: Importer) {
    this.#graph = graph;
    this.#outer = outer;
    this.#builder = outer ? outer.#builder : new GraphBuilder();
    this.#named = outer ? outer.#named : new Set();
  }

  declareInputs(inputs: ReadonlyMap<string, InputValue>): void {
    for (const declared of this.#graph.inputs) {
      const { name } = declared;
      const given = inputs.get(name);
      if (!given && this.#graph.initializers.has(name)) continue;
      if (!given)
        throw new RoentgenError('usage', `the model's input ${quote(name)} has no shape`, {
          hint: 'give every input',
        });
      checkInput(declared, given.type);
      const id = given.data
        ? this.#builder.constant(name, given.type, given.data)
        : this.#builder.input(name, given.type);
      this.#define(name, id);
    }
    const unknown = [...inputs.keys()].find(
      (name) => !this.#graph.inputs.some((declared) => declared.name === name),
    );
    if (unknown !== undefined) {
      throw new RoentgenError('usage', `the model has no input ${quote(unknown)}`, {
        hint: `its inputs are ${this.#graph.inputs.map(({ name }) => quote(name)).join(', ')}`,
      });
    }
  }

  import(node: OnnxNode): void {
    const results = this.#emit(node);
    for (const [i, name] of node.outputs.entries()) {
      if (name === '') continue;
      const id = results[i];
      if (id === undefined)
        throw placed(
          new RoentgenError('unsupported', `does not compute its output ${i} (${quote(name)})`),
          node,
        );
      this.#define(name, id);
      const declared = this.#graph.valueInfo.get(name);
      if (declared) checkDeclared(declared, this.#builder.typeOf(id), 'value');
    }
  }

  finish(): Graph {
    const outputs = this.#graph.outputs.map((declared) => {
      const value = this.#lookup(declared.name);
      checkDeclared(declared, this.#builder.typeOf(value), 'output');
      return { name: declared.name, value };
    });
    return this.#builder.build(outputs);
  }

  #emit(node: OnnxNode): readonly ValueId[] {
    const operator = operatorOf(node);
    const inputs = node.inputs.map((name) => (name === '' ? null : this.#lookup(name)));
    try {
      const context = new OpContext(node, inputs, this.#builder, (graph) => this.#inline(graph));
      const result = operator.emit(context);
      context.attributes.done();
      return Array.isArray(result) ? result : [result as ValueId];
    } catch (error) {
      throw error instanceof RoentgenError && error.node === undefined ? placed(error, node) : error;
    }
  }

  #inline(graph: OnnxGraph): readonly ValueId[] {
    refuseUnsupported(graph.nodes);
    const inner = new Importer(graph, this);
    for (const node of graph.nodes) inner.import(node);
    return graph.outputs.map(({ name }) => inner.#lookup(name));
  }

  #define(name: string, id: ValueId): void {
    this.#values.set(name, id);
    if (this.#named.has(id)) return;
    this.#named.add(id);
    this.#builder.name(id, name);
  }

  /** Weights enter the graph when a node first reads them. */
  #lookup(name: string): ValueId {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const tensor = this.#graph.initializers.get(name);
    if (!tensor && this.#outer) return this.#outer.#lookup(name);
    if (!tensor) throw new RoentgenError('model', `nothing makes ${quote(name)}`);
    if (!isOurs(tensor.dtype)) {
      throw new RoentgenError('unsupported', `the weights ${quote(name)} are ${tensor.dtype}`, {
        hint: 'convert them to float32 or float16',
      });
    }
    const type = { dtype: tensor.dtype, shape: tensor.dims };
    const id = this.#builder.constant(name, type, hostData(tensor, 'saturate'));
    this.#define(name, id);
    return id;
  }
}

/** An error of the shape rules, which know no nodes, with the node it is about. */
function placed(error: RoentgenError, node: OnnxNode): RoentgenError {
  const origin = originOf(node);
  const details = {
    node: origin.node,
    cause: error,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
  return new RoentgenError(error.code, `${origin.op} '${origin.node}': ${error.message}`, details);
}

function checkInput(declared: OnnxValueInfo, given: TensorType): void {
  const { name, type } = declared;
  const { dtype, shape } = tensorOf(declared);
  if (!isOurs(dtype))
    throw new RoentgenError('unsupported', `the model's input ${quote(name)} holds ${dtype}`);
  if (given.dtype !== dtype) {
    throw new RoentgenError(
      'usage',
      `the model's input ${quote(name)} is ${dtype}, and ${given.dtype} is given`,
    );
  }
  if (type.kind !== 'tensor' || shape === null) return;
  const fits =
    shape.length === given.shape.length &&
    shape.every((dim, axis) => typeof dim !== 'number' || dim === given.shape[axis]);
  if (!fits) {
    throw new RoentgenError(
      'shape',
      `the model's input ${quote(name)} is [${shape.map(dimText)}], and [${given.shape}] is given`,
      {
        hint: 'named and unknown sizes (?) may be any; the numbers are fixed by the model',
      },
    );
  }
}

function dimText(dim: number | string | null): string {
  return typeof dim === 'string' ? quote(dim).slice(1, -1) : String(dim ?? '?');
}

function tensorOf({ name, type }: OnnxValueInfo): {
  dtype: string;
  shape: readonly (number | string | null)[] | null;
} {
  if (type.kind !== 'tensor') {
    throw new RoentgenError('unsupported', `${quote(name)} is a ${type.kind}; only tensors are supported`);
  }
  if (type.dtype === null)
    throw new RoentgenError('model', `${quote(name)} has no element type`, {
      hint: 'the exporter is at fault: export the model again',
    });
  return { dtype: type.dtype, shape: type.shape };
}

/** Declarations are not trusted, but a number that contradicts what follows from the nodes is an error in the file. */
function checkDeclared({ name, type }: OnnxValueInfo, derived: TensorType, role: 'output' | 'value'): void {
  if (type.kind !== 'tensor') return;
  if (type.dtype !== null && type.dtype !== derived.dtype) {
    throw new RoentgenError(
      'model',
      `the model declares its ${role} ${quote(name)} as ${type.dtype}; its nodes make ${derived.dtype}`,
    );
  }
  const { shape } = derived;
  if (type.shape === null) return;
  const fits =
    type.shape.length === shape.length &&
    type.shape.every((dim, axis) => typeof dim !== 'number' || dim === shape[axis]);
  if (!fits) {
    throw new RoentgenError(
      'model',
      `the model declares its ${role} ${quote(name)} as [${type.shape.map(dimText)}]; its nodes make [${shape}]`,
      {
        hint: 'the exporter is at fault: onnx.shape_inference writes new declarations',
      },
    );
  }
}

/** An input's type with every open size settled, and the axes whose sizes were assumed. */
export interface AssumedInput {
  readonly type: TensorType;
  readonly assumed: readonly number[];
}

/** What sizes to assume where a model leaves them open. */
export interface Assumptions {
  /** By the names that the model gives to sizes. */
  readonly sizes?: ReadonlyMap<string, number>;
  /** For any other axis but the first, which is taken for the batch and is 1; 64 unless given. */
  readonly open?: number;
}

/** Shapes of a model's inputs for inspecting it before any data is there. Throws 'model' and 'unsupported' as `importModel`. */
export function defaultShapes(
  model: OnnxModel,
  { sizes = new Map(), open = 64 }: Assumptions = {},
): ReadonlyMap<string, AssumedInput> {
  const found = new Map<string, AssumedInput>();
  for (const declared of model.graph.inputs) {
    const { name } = declared;
    if (model.graph.initializers.has(name)) continue;
    const { dtype, shape } = tensorOf(declared);
    if (!isOurs(dtype))
      throw new RoentgenError('unsupported', `the model's input ${quote(name)} holds ${dtype}`);
    if (shape === null)
      throw new RoentgenError('usage', `the model leaves the rank of its input ${quote(name)} open`, {
        hint: 'give its shape',
      });
    const assumed = shape.flatMap((dim, axis) => (typeof dim === 'number' ? [] : [axis]));
    const settled = shape.map((dim, axis) =>
      typeof dim === 'number'
        ? dim
        : ((dim === null ? undefined : sizes.get(dim)) ?? (axis === 0 ? 1 : open)),
    );
    if (sizeOf(settled) > 2 ** 28)
      throw new RoentgenError('memory', `the model's input ${quote(name)} is [${settled}]`);
    found.set(name, { type: { dtype, shape: settled }, assumed });
  }
  return found;
}
