import {
  bytesOf,
  type DeviceCaps,
  extentOf,
  type Problem,
  type Scalar,
  sizeOf,
  storageOf,
  type Tensor,
} from '@roentgen/kernels';
import type { Graph, Node, ValueId } from './graph.ts';
import { problemOf, rootOf, tensorOf } from './problem.ts';

// Offsets at which a storage buffer may be bound, by WebGPU's default limit.
const alignment = 256;

/** Bytes rounded up to what may be bound. */
export function aligned(bytes: number): number {
  return Math.max(alignment, Math.ceil(bytes / alignment) * alignment);
}

/** What one binding covers of a buffer, in bytes. */
export interface Window {
  readonly offset: number;
  readonly size: number;
}

/** Bytes that a tensor with a buffer of its own takes in it. */
export function bufferBytes(tensor: Tensor, held: Scalar): number {
  return aligned(extentOf(tensor) * bytesOf(held));
}

/** How a type is held on a device; 64-bit floats, which plans refuse, count as what they would be narrowed to. */
export function heldOn(caps: DeviceCaps, dtype: Tensor['dtype']): Scalar {
  return dtype === 'float64' ? 'f32' : storageOf(dtype, caps.features.has('f16'));
}

/**
 * What a dispatch binds of the buffer of `root` for the tensor that lies in it: all of a buffer that can be bound, otherwise no more than
 * reaches from the tensor's first element to its last. It may still be more than can be bound.
 */
export function windowOf(tensor: Tensor, root: Tensor, caps: DeviceCaps): Window {
  const held = heldOn(caps, root.dtype);
  const whole = bufferBytes(root, held);
  if (whole <= caps.limits.bindingBytes || sizeOf(tensor.shape) === 0) return { offset: 0, size: whole };
  const first = tensor.shape.reduce(
    (at, extent, axis) => at + (extent - 1) * Math.min(0, tensor.strides[axis]),
    tensor.offset,
  );
  const offset = Math.floor((first * bytesOf(held)) / alignment) * alignment;
  return { offset, size: aligned(extentOf(tensor) * bytesOf(held) - offset) };
}

/** The problem of a node as its kernels meet it: tensors lie where they do in what is bound of their buffers. */
export function boundProblemOf(
  graph: Pick<Graph, 'values' | 'constants'>,
  node: Node,
  caps: DeviceCaps,
): Problem<unknown> {
  const problem = problemOf(graph, node);
  const bound = (tensor: Tensor, id: ValueId): Tensor => {
    if (graph.constants.has(id)) return tensor;
    const root = tensorOf(graph.values.get(rootOf(graph.values, id))!);
    const { offset } = windowOf(tensor, root, caps);
    return offset === 0
      ? tensor
      : { ...tensor, offset: tensor.offset - offset / bytesOf(heldOn(caps, root.dtype)) };
  };
  return {
    ...problem,
    inputs: problem.inputs.map((tensor, i) => tensor && bound(tensor, node.inputs[i]!)),
    outputs: problem.outputs.map((tensor, i) => bound(tensor, node.outputs[i])),
  };
}
