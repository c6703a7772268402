import { type DType, type HostArray, isFloat, RoentgenError } from '@roentgen/kernels';
import { type NpyArray, type NpyData, type NpyType, writeNpy } from '@roentgen/models';
import type { DeclaredInput } from './model.ts';

/** How .npy spells each element type, and how NumPy calls it. */
const TYPES: Readonly<Record<DType, NpyType>> = {
  float16: 'f2',
  float32: 'f4',
  float64: 'f8',
  int8: 'i1',
  int16: 'i2',
  int32: 'i4',
  int64: 'i8',
  uint8: 'u1',
  uint16: 'u2',
  uint32: 'u4',
  uint64: 'u8',
  bool: 'b1',
};

const DTYPES = new Map(Object.entries(TYPES).map(([dtype, type]) => [type, dtype as DType]));

/** A tensor as a session takes it. */
export interface Feed {
  readonly data: HostArray | BigInt64Array;
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/**
 * An array for an input of a model. Nothing is converted: another element type is an error ('value'), so is a shape
 * that does not fit ('shape') and, unless allowed, a NaN ('value').
 */
export function feedOf(declared: DeclaredInput, array: NpyArray, allowNan: boolean): Feed {
  const dtype = DTYPES.get(array.type);
  const { name, shape } = declared;
  if (dtype === undefined || dtype !== declared.dtype) {
    throw new RoentgenError(
      'value',
      `input '${name}' is ${declared.dtype}, and the array given is ${dtype ?? array.type}`,
      {
        hint: `convert it: numpy.save(file, array.astype('${declared.dtype}'))`,
      },
    );
  }
  if (shape !== null && !fits(shape, array.shape)) {
    throw new RoentgenError(
      'shape',
      `input '${name}' is [${shape.map((dim) => dim ?? '?').join(', ')}], and the array given is [${array.shape.join(', ')}]`,
      {
        hint: 'sizes with a name or ? may be any; the numbers are fixed by the model',
      },
    );
  }
  if (!allowNan && isFloat(dtype)) refuseNan(name, array);
  return { data: hostValues(name, array.data), shape: array.shape, dtype };
}

function fits(declared: readonly (number | string | null)[], given: readonly number[]): boolean {
  return (
    declared.length === given.length &&
    declared.every((dim, axis) => typeof dim !== 'number' || dim === given[axis])
  );
}

function refuseNan(name: string, { data, shape }: NpyArray): void {
  const at = (data as Float32Array).findIndex((value) => Number.isNaN(value));
  if (at < 0) return;
  throw new RoentgenError('value', `input '${name}' holds NaN at index [${position(at, shape).join(', ')}]`, {
    hint: 'every output it reaches would be NaN: clean the array, or say --allow-nan',
  });
}

/** Where the element that is `flat` in C order lies. */
function position(flat: number, shape: readonly number[]): number[] {
  let rest = flat;
  const index = shape.map(() => 0);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = rest % shape[axis];
    rest = Math.floor(rest / shape[axis]);
  }
  return index;
}

function hostValues(name: string, data: NpyData): HostArray | BigInt64Array {
  if (!(data instanceof BigUint64Array)) return data;
  const large = data.findIndex((value) => value > BigInt(Number.MAX_SAFE_INTEGER));
  if (large < 0) return Float64Array.from(data, Number);
  throw new RoentgenError('value', `input '${name}' holds ${data[large]} at index ${large}, beyond 2^53`);
}

/** A session's output as the bytes of a .npy file of the same element type. */
export function npyBytes({
  data,
  shape,
  dtype,
}: {
  data: HostArray;
  shape: readonly number[];
  dtype: DType;
}): Uint8Array {
  if (dtype === 'int64') return writeNpy(BigInt64Array.from(data, BigInt), shape);
  if (dtype === 'uint64') return writeNpy(BigUint64Array.from(data, BigInt), shape);
  return writeNpy(data, shape, TYPES[dtype]);
}

/** Names as names of files, in their order and each once: what a file system may not like becomes '_'. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base =
      name
        .replace(/[^\p{L}\p{N}._-]/gu, '_')
        .replace(/^\.+/, '_')
        .slice(0, 120) || '_';
    let file = base;
    // Two names that differ only in case are one file on some systems.
    for (let count = 2; taken.has(file.toLowerCase()); count++) file = `${base}-${count}`;
    taken.add(file.toLowerCase());
    return file;
  });
}
