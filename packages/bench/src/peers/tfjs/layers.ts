import { type HostArray, RoentgenError } from '@roentgen/kernels';
import { attributes, hostData, type OnnxModel, type OnnxNode, type OnnxTensor } from '@roentgen/runtime';
import type { HostValues } from './layout.ts';
import type { TfActivation } from './tf.ts';

/** A node with what TF.js's own converter joins to it: a BatchNormalization after a convolution, an activation. */
export interface Layer {
  readonly node: OnnxNode;
  /** Per channel of the convolution's result. */
  readonly norm?: OnnxNode;
  readonly activation: TfActivation;
  /** The value that the layer makes: the last of the nodes joined. */
  readonly output: string;
}

/** A model as layers in an order that runs, and its constants by name. */
export interface Layered {
  readonly layers: readonly Layer[];
  readonly constants: ReadonlyMap<string, HostValues>;
}

const ACTIVATIONS: Readonly<Record<string, TfActivation>> = { Relu: 'relu', Sigmoid: 'sigmoid' };

/** Groups the nodes of a model into layers; what its file computes from constants alone is computed. */
export function layersOf({ graph }: OnnxModel): Layered {
  const constants = new Map<string, HostValues>();
  for (const [name, tensor] of graph.initializers) constants.set(name, valuesOf(tensor));
  const nodes = graph.nodes.filter((node) => !folded(node, graph.initializers, constants));
  const users = new Map<string, OnnxNode[]>();
  for (const node of nodes)
    for (const input of node.inputs) users.set(input, [...(users.get(input) ?? []), node]);
  const shown = new Set(graph.outputs.map(({ name }) => name));
  /** The only node that uses a value, where nothing else sees it. */
  const next = (value: string) =>
    shown.has(value) || users.get(value)?.length !== 1 ? undefined : users.get(value)?.[0];
  const joined = new Set<OnnxNode>();
  const layers = nodes.flatMap((node) => {
    if (joined.has(node)) return [];
    const layer = join(node, next, constants);
    for (const part of layer.parts) joined.add(part);
    return [layer.layer];
  });
  return { layers, constants };
}

function join(
  node: OnnxNode,
  next: (value: string) => OnnxNode | undefined,
  constants: ReadonlyMap<string, HostValues>,
): { readonly layer: Layer; readonly parts: readonly OnnxNode[] } {
  const [value = ''] = node.outputs;
  const plain = { node, activation: 'linear' as const, output: value };
  const weighted = node.op === 'Conv' && constants.has(node.inputs[1]);
  if (!weighted && node.op !== 'Gemm') return { layer: plain, parts: [node] };
  const after = next(value);
  const norm = weighted && after?.op === 'BatchNormalization' ? after : undefined;
  const before = norm?.outputs[0] ?? value;
  const last = next(before);
  const activation = last === undefined ? undefined : ACTIVATIONS[last.op];
  return {
    layer: {
      node,
      ...(norm === undefined ? {} : { norm }),
      activation: activation ?? 'linear',
      output: activation === undefined ? before : (last?.outputs[0] ?? before),
    },
    parts: [node, norm, activation === undefined ? undefined : last].filter((part) => part !== undefined),
  };
}

/** TensorProto.DataType.FLOAT of onnx.proto. */
const FLOAT32 = 1;

/** Computes a node whose inputs are all constants; false where it is not one of those that files keep weights in. */
function folded(
  node: OnnxNode,
  initializers: ReadonlyMap<string, OnnxTensor>,
  constants: Map<string, HostValues>,
): boolean {
  const [output] = node.outputs;
  if (node.op === 'Constant') {
    constants.set(output, valuesOf(attributes(node).tensor('value')));
    return true;
  }
  const inputs = node.inputs.map((name) => constants.get(name));
  if (node.op === 'Cast' && inputs[0] !== undefined && attributes(node).int('to') === FLOAT32) {
    constants.set(output, inputs[0]); // constants are held in float32 as it is
    return true;
  }
  if (node.op !== 'DequantizeLinear' || !initializers.has(node.inputs[0]) || inputs.includes(undefined))
    return false;
  const [values, scale, zero] = inputs as HostValues[];
  constants.set(output, dequantized(values, scale, zero, attributes(node).int('axis', 1)));
  return true;
}

/** (x - zero) * scale, for the whole tensor or along an axis (ONNX, DequantizeLinear). */
function dequantized(
  x: HostValues,
  scale: HostValues,
  zero: HostValues | undefined,
  axis: number,
): HostValues {
  const channels = scale.data.length;
  const inner = x.dims.slice((axis < 0 ? axis + x.dims.length : axis) + 1).reduce((a, b) => a * b, 1);
  const data = x.data.map((value, i) => {
    const channel = channels === 1 ? 0 : Math.floor(i / inner) % channels;
    return (value - (zero?.data[channel] ?? 0)) * scale.data[channel];
  });
  return { data, dims: x.dims };
}

function valuesOf(tensor: OnnxTensor): HostValues {
  const data: HostArray = hostData(tensor, 'saturate');
  return { data: data instanceof Float32Array ? data : Float32Array.from(data), dims: tensor.dims };
}

/** An operator, or a form of it, that TF.js cannot run. */
export function refuse(node: OnnxNode, fact: string): RoentgenError {
  return new RoentgenError('unsupported', `${node.op} '${node.name}': ${fact}`);
}
