import { RoentgenError } from '@roentgen/kernels';
import { nodeLabel, type OnnxModel, type OnnxNode } from '@roentgen/runtime';
import { type Layer, type Layered, layersOf, refuse } from './layers.ts';
import { type HostValues, kept } from './layout.ts';
import { operators } from './operators.ts';
import type { Build, Step } from './steps.ts';
import type { Tf, TfTensor } from './tf.ts';

/** A model that TF.js runs. */
export interface TfModel {
  /** Runs it; inputs and outputs channels-last, as `kept` and `asOnnx` of layout.ts convert them. */
  run(inputs: Readonly<Record<string, HostValues>>): Promise<Readonly<Record<string, HostValues>>>;
  dispose(): void;
}

/** A step, the values that it reads, and those that nobody reads after it. */
interface Scheduled {
  readonly layer: Layer;
  readonly step: Step;
  readonly last: readonly string[];
}

/**
 * An ONNX model as TF.js would have it from its own converter: channels-last, weights on the GPU, BatchNormalization
 * folded into the convolution before it, bias and activation fused, and every tensor given back after its last use.
 *
 * @throws RoentgenError 'unsupported', naming every operator that TF.js lacks.
 */
export function tfModel(tf: Tf, model: OnnxModel): TfModel {
  const { layers, constants } = layersOf(model);
  checkOperators(layers);
  const weights: TfTensor[] = [];
  const build: Build = {
    tf,
    upload: ({ data, dims }) => {
      const tensor = tf.tensor(data, dims, 'float32');
      weights.push(tensor);
      return tensor;
    },
    constant: (node, place) => constantOf(constants, node, place),
  };
  const steps = layers.map((layer) => operators[layer.node.op](build, layer));
  const operands = uploadOperands(layers, constants, build);
  const outputs = model.graph.outputs.map(({ name }) => name);
  const schedule = scheduled(layers, steps, new Set([...outputs, ...operands.keys()]));
  return {
    run: (inputs) => run(tf, schedule, operands, inputs, outputs),
    dispose: () => {
      for (const tensor of weights) tensor.dispose();
    },
  };
}

function checkOperators(layers: readonly Layer[]): void {
  const missing = [...new Set(layers.map(({ node }) => node.op))].filter(
    (op) => !Object.hasOwn(operators, op),
  );
  if (missing.length > 0)
    throw new RoentgenError('unsupported', `TF.js is not given ${missing.join(', ')} here`);
}

function constantOf(constants: Layered['constants'], node: OnnxNode, place: number): HostValues {
  const values = constants.get(node.inputs[place] ?? '');
  if (values === undefined) throw refuse(node, `its input ${place} is not a constant (${nodeLabel(node)})`);
  return values;
}

/** Operators that take their parameters at load; elsewhere a constant input is an operand like any other. */
const PARAMETERS = ['Conv', 'BatchNormalization', 'Reshape', 'Resize'];

function uploadOperands(
  layers: readonly Layer[],
  constants: Layered['constants'],
  build: Build,
): ReadonlyMap<string, TfTensor> {
  const used = layers
    .filter(({ node }) => !PARAMETERS.includes(node.op))
    .flatMap(({ node }) => node.inputs.filter((name) => constants.has(name)));
  return new Map([...new Set(used)].map((name) => [name, build.upload(kept(constants.get(name)!))]));
}

/** `lasting`: values that stay to the end. */
function scheduled(
  layers: readonly Layer[],
  steps: readonly Step[],
  lasting: ReadonlySet<string>,
): Scheduled[] {
  const lastUse = new Map<string, number>();
  for (const [at, { node }] of layers.entries()) for (const name of node.inputs) lastUse.set(name, at);
  return layers.map((layer, at) => ({
    layer,
    step: steps[at],
    last: [...new Set(layer.node.inputs)].filter((name) => lastUse.get(name) === at && !lasting.has(name)),
  }));
}

async function run(
  tf: Tf,
  schedule: readonly Scheduled[],
  operands: ReadonlyMap<string, TfTensor>,
  inputs: Readonly<Record<string, HostValues>>,
  outputs: readonly string[],
): Promise<Record<string, HostValues>> {
  const values = new Map(operands);
  for (const [name, { data, dims }] of Object.entries(inputs))
    values.set(name, tf.tensor(data, dims, 'float32'));
  for (const { layer, step, last } of schedule) {
    const operandsOf = layer.node.inputs.map((name) => values.get(name)!);
    values.set(
      layer.output,
      tf.tidy(() => step(operandsOf)),
    );
    for (const name of last) {
      values.get(name)?.dispose();
      values.delete(name);
    }
  }
  const results = outputs.map((name) => values.get(name)!);
  const data = await Promise.all(results.map((tensor) => tensor.data()));
  for (const [name, tensor] of values) if (!operands.has(name)) tensor.dispose();
  return Object.fromEntries(outputs.map((name, i) => [name, { data: data[i], dims: results[i].shape }]));
}
