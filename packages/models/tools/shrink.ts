import { RoentgenError } from '@roentgen/kernels';
import {
  codeOf,
  hostData,
  type OnnxAttribute,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
  quote,
  toHalf,
} from '@roentgen/runtime';
import { intOf } from '../src/network/surgery.ts';
import { fromInt8, toInt8 } from './int8.ts';

/** How weights are stored: as 8-bit codes with a scale per output channel, or in half precision. */
export type Storage = 'int8' | 'f16';

/** What happened to one tensor. */
export interface Shrunk {
  readonly name: string;
  readonly dims: readonly number[];
  readonly storage: Storage;
  /** Root mean square of the change, in parts of the root mean square of the weights. */
  readonly loss: number;
}

export interface ShrunkModel {
  readonly model: OnnxModel;
  readonly changed: readonly Shrunk[];
}

/** Tensors of fewer elements stay as they are: the node that restores one takes about as many bytes as are saved. */
const fewest = 256;

/**
 * Tensors of up to so many elements become f16 where 'int8' is asked for. They are the first layers, whose error passes
 * through all others: in our DenseNet-121, 1 % more bytes for a quarter of the error in the score.
 */
const mostHalf = 20_000;

/**
 * Stores float32 weights in fewer bits: those of Conv, ConvTranspose and Gemm as asked, the parameters of
 * BatchNormalization as f16. Each becomes an initializer of that type and a node that turns it back into float32 under
 * the old name (DequantizeLinear with one scale per output channel, or Cast), so that nothing else in the graph
 * changes; a runtime folds that node at load.
 *
 * Batch norms are not folded first: that multiplies a channel's weights by one number, which the channel's scale
 * takes up without changing a code. Throws 'unsupported' for 'int8' below opset 13, which had no scales per channel.
 */
export function shrinkWeights(model: OnnxModel, storage: Storage): ShrunkModel {
  const opset = model.opsets.get('') ?? 0;
  if (storage === 'int8' && opset < 13)
    throw new RoentgenError(
      'unsupported',
      `8-bit weights per channel need opset 13, and the model has ${opset}`,
      {
        hint: 'convert it with onnx.version_converter, or store its weights as f16',
      },
    );
  const taken = namesOf(model);
  const initializers = new Map<string, OnnxTensor>();
  const nodes: OnnxNode[] = [];
  const changed: Shrunk[] = [];
  for (const [name, tensor] of model.graph.initializers) {
    const role = tensor.dtype === 'float32' ? roleOf(model, tensor) : null;
    if (tensor.dtype !== 'float32' || role === null) {
      initializers.set(name, tensor);
      continue;
    }
    const stored = store(tensor, role, storage);
    for (const part of stored.parts) initializers.set(checkFree(taken, part.name), part);
    nodes.push(restoringNode(stored, name, opset, nodes.length));
    changed.push({ name, dims: tensor.dims, storage: stored.storage, loss: lossOf(tensor, stored.restored) });
  }
  const graph = { ...model.graph, nodes: [...nodes, ...model.graph.nodes], initializers };
  return { model: { ...model, graph }, changed };
}

type FloatTensor = Extract<OnnxTensor, { dtype: 'float32' }>;

/** What a tensor is to all its readers: a weight whose output channels lie along an axis, or parameters of a norm. */
type Role = number | 'norm';

interface Stored {
  readonly storage: Storage;
  readonly op: string;
  readonly parts: readonly OnnxTensor[];
  readonly attribute: readonly [name: string, value: number];
  readonly restored: Float32Array;
}

function store(tensor: FloatTensor, role: Role, storage: Storage): Stored {
  const small = role === 'norm' || tensor.data.length <= mostHalf;
  return storage === 'f16' || small ? storeHalf(tensor) : storeInt8(tensor, role);
}

function storeHalf({ name, dims, data }: FloatTensor): Stored {
  const half: OnnxTensor = {
    name: `${name}.f16`,
    dtype: 'float16',
    dims,
    data: Uint16Array.from(data, toHalf),
  };
  const restored = Float32Array.from(hostData(half));
  return { storage: 'f16', op: 'Cast', parts: [half], attribute: ['to', codeOf('float32')], restored };
}

function storeInt8({ name, dims, data }: FloatTensor, axis: number): Stored {
  const { codes, scales } = toInt8(data, dims, axis);
  const parts: OnnxTensor[] = [
    { name: `${name}.int8`, dtype: 'int8', dims, data: codes },
    { name: `${name}.scale`, dtype: 'float32', dims: [scales.length], data: scales },
  ];
  const restored = fromInt8({ codes, scales }, dims, axis);
  return { storage: 'int8', op: 'DequantizeLinear', parts, attribute: ['axis', axis], restored };
}

/** Null for what stays as it is: small tensors, and those that half precision cannot hold to its 11 bits. */
function roleOf({ graph }: OnnxModel, { name, data }: FloatTensor): Role | null {
  if (data.length < fewest) return null;
  if ([...graph.inputs, ...graph.outputs].some((value) => value.name === name)) return null;
  const readers = graph.nodes.filter(({ inputs }) => inputs.includes(name));
  const roles = new Set(readers.map((node) => roleIn(node, name)));
  const role = roles.size === 1 ? ([...roles][0] ?? null) : null;
  return role === 'norm' && !data.every(isNormalHalf) ? null : role;
}

function isNormalHalf(value: number): boolean {
  return value === 0 || (Math.abs(value) >= 2 ** -14 && Math.abs(value) <= 65504);
}

function roleIn(node: OnnxNode, name: string): Role | null {
  if (node.op === 'BatchNormalization' && node.domain === '') return 'norm';
  if (node.domain !== '' || node.inputs.indexOf(name) !== 1) return null;
  switch (node.op) {
    case 'Conv':
      return 0;
    case 'ConvTranspose':
      return intOf(node, 'group', 1) === 1 ? 1 : null;
    case 'Gemm':
      return intOf(node, 'transB', 0) === 1 ? 0 : 1;
    default:
      return null;
  }
}

function namesOf({ graph }: OnnxModel): Set<string> {
  const made = graph.nodes.flatMap(({ outputs }) => outputs);
  return new Set([...graph.initializers.keys(), ...graph.inputs.map(({ name }) => name), ...made]);
}

function checkFree(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  throw new RoentgenError('model', `the model already has a value called ${quote(name)}`, {
    hint: 'its weights may have been made small already',
  });
}

function restoringNode(
  { op, parts, attribute }: Stored,
  output: string,
  opset: number,
  index: number,
): OnnxNode {
  const [name, value] = attribute;
  const attributes = new Map<string, OnnxAttribute>([[name, { kind: 'int', value }]]);
  const inputs = parts.map((part) => part.name);
  return {
    name: `${output}.restored`,
    op,
    domain: '',
    opset,
    overload: '',
    inputs,
    outputs: [output],
    attributes,
    index,
  };
}

function lossOf({ data }: FloatTensor, restored: Float32Array): number {
  let change = 0;
  let size = 0;
  data.forEach((value, i) => {
    change += (value - restored[i]) ** 2;
    size += value * value;
  });
  return size === 0 ? 0 : Math.sqrt(change / size);
}
