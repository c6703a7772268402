/*
 * ONNX keeps channels before the spatial axes, TF.js is fastest with them last. Here every tensor of rank 4 and more
 * is kept channels-last, on the GPU and as a constant; a tensor of lower rank is as ONNX has it.
 */

/** Values of a tensor on the host, row-major. */
export interface HostValues {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** Whether tensors of this rank are kept channels-last. */
export function isMoved(rank: number): boolean {
  return rank >= 4;
}

/** The order of axes that moves channels from second to last: axis i of the result is axis order[i] of the source. */
export function toLast(rank: number): number[] {
  return rank < 3 ? range(rank) : [0, ...range(rank).slice(2), 1];
}

/** The order of axes that moves channels back from last to second. */
export function toFirst(rank: number): number[] {
  return rank < 3 ? range(rank) : [0, rank - 1, ...range(rank).slice(1, -1)];
}

/** Where an axis that ONNX names lies in a tensor as it is kept here; counts from the end as ONNX does. */
export function keptAxis(axis: number, rank: number): number {
  const positive = axis < 0 ? axis + rank : axis;
  return isMoved(rank) ? toLast(rank).indexOf(positive) : positive;
}

/** A tensor with its axes in another order. */
export function permute({ data, dims }: HostValues, order: readonly number[]): HostValues {
  const strides = dims.map((_, axis) => dims.slice(axis + 1).reduce((product, dim) => product * dim, 1));
  const shape = order.map((axis) => dims[axis]);
  const steps = order.map((axis) => strides[axis]);
  const result = new Float32Array(data.length);
  const at = shape.map(() => 0);
  let from = 0;
  for (let i = 0; i < result.length; i++) {
    result[i] = data[from];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += steps[axis];
      if (++at[axis] < shape[axis]) break;
      from -= steps[axis] * shape[axis];
      at[axis] = 0;
    }
  }
  return { data: result, dims: shape };
}

/** A tensor as it is kept here. */
export function kept(values: HostValues): HostValues {
  const rank = values.dims.length;
  return isMoved(rank) ? permute(values, toLast(rank)) : values;
}

/** A tensor as ONNX has it, from one that is kept here. */
export function asOnnx(values: HostValues): HostValues {
  const rank = values.dims.length;
  return isMoved(rank) ? permute(values, toFirst(rank)) : values;
}

function range(length: number): number[] {
  return [...Array(length).keys()];
}
