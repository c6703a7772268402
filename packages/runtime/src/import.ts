import { type HostArray, RoentgenError, type TensorType } from '@roentgen/kernels';
import { checkDeclared, checkInput } from './declared.ts';
import { GraphBuilder } from './graph/builder.ts';
import type { Graph, ValueId } from './graph/graph.ts';
import type { OnnxGraph, OnnxModel, OnnxNode } from './onnx/model.ts';
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
