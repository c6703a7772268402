import { type DType, isFloat } from '@roentgen/kernels';
import { dtypeOf } from '../onnx/dtypes.ts';
import type { OpContext } from './context.ts';

const ours: Readonly<Record<DType, true>> = {
  float32: true,
  float16: true,
  float64: true,
  int64: true,
  int32: true,
  int16: true,
  int8: true,
  uint64: true,
  uint32: true,
  uint16: true,
  uint8: true,
  bool: true,
};

/** Whether tensors of an ONNX type can be computed with. */
export function isOurs(dtype: string): dtype is DType {
  return Object.hasOwn(ours, dtype);
}

/** Element types as attributes of opset 1 spell them; `DOUBLE` and `FLOAT` are the two that differ from ours. */
const spelled: Readonly<Record<string, DType>> = { FLOAT: 'float32', DOUBLE: 'float64' };

/** A type that an attribute names by number or, in opset 1, by name. */
export function readType(op: OpContext, code: number | string): DType {
  const dtype =
    typeof code === 'number' ? dtypeOf(code) : (spelled[code.toUpperCase()] ?? code.toLowerCase());
  if (dtype === undefined) op.wrong(`names the element type ${code}, which ONNX does not define`);
  if (!isOurs(dtype)) op.unsupported(`makes tensors of type ${dtype}`);
  return dtype;
}

/** The range of an integer type. */
export function rangeOf(dtype: DType): readonly [least: number, most: number] {
  if (dtype === 'bool') return [0, 1];
  if (isFloat(dtype)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const bits = Number(/\d+$/.exec(dtype)![0]);
  return dtype.startsWith('u') ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
}
