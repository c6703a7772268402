import type { DType } from './dtype.ts';

/** What a tensor is: element type and shape. Everything is channels-first (N, C, spatial...), as in ONNX. */
export interface TensorType {
  readonly dtype: DType;
  readonly shape: readonly number[];
}

/**
 * A tensor and where its elements lie in a buffer, counted in elements: element (i, j, ...) is at
 * `offset + i * strides[0] + j * strides[1] + ...`. Views make a Concat's inputs parts of its output.
 */
export interface Tensor extends TensorType {
  readonly offset: number;
  readonly strides: readonly number[];
}

/** Number of elements of a shape; 1 for a scalar. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/** Strides of a densely packed tensor, last dimension fastest. */
export function denseStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis];
  }
  return strides;
}

/** A tensor that fills its buffer from the start. */
export function dense(type: TensorType): Tensor {
  return { dtype: type.dtype, shape: type.shape, offset: 0, strides: denseStrides(type.shape) };
}

/** Whether dimensions from `axis` on lie densely packed (whatever the strides of the ones before). */
export function isDenseFrom(tensor: Tensor, axis: number): boolean {
  let step = 1;
  for (let i = tensor.shape.length - 1; i >= axis; i--) {
    if (tensor.shape[i] !== 1 && tensor.strides[i] !== step) return false;
    step *= tensor.shape[i];
  }
  return true;
}

/** Calls `visit` with the buffer index of every element in row-major order. */
export function eachElement(tensor: Tensor, visit: (at: number, index: number) => void): void {
  const { shape, strides } = tensor;
  const total = sizeOf(shape);
  const position = new Array<number>(shape.length).fill(0);
  let at = tensor.offset;
  for (let index = 0; index < total; index++) {
    visit(at, index);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += strides[axis];
      if (++position[axis] < shape[axis]) break;
      at -= strides[axis] * shape[axis];
      position[axis] = 0;
    }
  }
}

/** Elements a buffer must have to hold the tensor. */
export function extentOf(tensor: Tensor): number {
  if (sizeOf(tensor.shape) === 0) return 0;
  return (
    tensor.shape.reduce(
      (last, extent, axis) => last + (extent - 1) * Math.max(0, tensor.strides[axis]),
      tensor.offset,
    ) + 1
  );
}
