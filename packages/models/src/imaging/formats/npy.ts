import { RoentgenError } from '@roentgen/kernels';
import { ascii, checkPresent, damaged, humanBytes, MAX_VALUES, unsupported, viewOf } from './bytes.ts';

type Bits = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;
/** The arrays that hold .npy elements; float16 is widened to float32 and bool kept as 0 and 1. */
export type NpyData = Bits | Float32Array | Float64Array | BigInt64Array | BigUint64Array;

/** An element type as .npy spells it, without its byte order. */
export type NpyType = 'f2' | 'f4' | 'f8' | 'i1' | 'i2' | 'i4' | 'i8' | 'u1' | 'u2' | 'u4' | 'u8' | 'b1';

/** A NumPy array: `data` in C order (last index fastest), one element per position of `shape`. */
export interface NpyArray {
  readonly type: NpyType;
  /** Empty for a scalar. */
  readonly shape: readonly number[];
  readonly data: NpyData;
}

const MAGIC = '\x93NUMPY';
const TYPES: ReadonlySet<string> = new Set([
  'f2',
  'f4',
  'f8',
  'i1',
  'i2',
  'i4',
  'i8',
  'u1',
  'u2',
  'u4',
  'u8',
  'b1',
]);

function isType(text: string): text is NpyType {
  return TYPES.has(text);
}

function empty(type: NpyType, count: number): NpyData {
  switch (type) {
    case 'f2':
    case 'f4':
      return new Float32Array(count);
    case 'f8':
      return new Float64Array(count);
    case 'i1':
      return new Int8Array(count);
    case 'i2':
      return new Int16Array(count);
    case 'i4':
      return new Int32Array(count);
    case 'i8':
      return new BigInt64Array(count);
    case 'u2':
      return new Uint16Array(count);
    case 'u4':
      return new Uint32Array(count);
    case 'u8':
      return new BigUint64Array(count);
    default:
      return new Uint8Array(count);
  }
}

/** IEEE 754 binary16 to a number. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** A number to IEEE 754 binary16, to nearest and ties to even; beyond 65504 and its rounding, infinity. */
export function numberToHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00;
  // Neighbours are 2^(e-10) apart, but never closer than the subnormal step 2^-24.
  const exponent = Math.max(-14, size === 0 ? -14 : Math.floor(Math.log2(size)));
  const scaled = size / 2 ** (exponent - 10);
  const floor = Math.floor(scaled);
  const up = scaled - floor > 0.5 || (scaled - floor === 0.5 && floor % 2 === 1);
  // Carrying into the next exponent comes out right, because exponent and fraction are adjacent bits.
  return sign | ((exponent + 14) * 1024 + floor + (up ? 1 : 0));
}

interface Header {
  readonly type: NpyType;
  readonly little: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  readonly offset: number;
}

function headerText(bytes: Uint8Array): { readonly text: string; readonly offset: number } {
  if (ascii(bytes, 0, 6) !== MAGIC) throw damaged('not a .npy file: it does not start with \\x93NUMPY');
  checkPresent('.npy header', 12, bytes.length);
  const version = bytes[6];
  if (version < 1 || version > 3)
    throw unsupported(`.npy version ${version}.${bytes[7]}`, 'versions 1 to 3 are read');
  const start = version === 1 ? 10 : 12;
  const length = version === 1 ? viewOf(bytes).getUint16(8, true) : viewOf(bytes).getUint32(8, true);
  checkPresent('.npy header', start + length, bytes.length);
  const text = new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(
    bytes.subarray(start, start + length),
  );
  return { text: text.trim(), offset: start + length };
}

/** The value of one key of the header, which is a Python dict literal with exactly three keys. */
function entry(text: string, key: string, value: RegExp): string {
  const match = new RegExp(`['"]${key}['"]\\s*:\\s*(${value.source})\\s*[,}]`).exec(text);
  if (match === null) throw damaged(`.npy header has no valid '${key}': ${text.slice(0, 120)}`);
  return match[1];
}

function shapeOf(text: string): readonly number[] {
  const inner = entry(text, 'shape', /\([^()]*\)/)
    .slice(1, -1)
    .trim();
  if (inner === '') return [];
  const parts = inner.replace(/,\s*$/, '').split(',');
  if ((parts.length === 1 && !inner.endsWith(',')) || parts.some((part) => !/^\s*\d+L?\s*$/.test(part))) {
    throw damaged(`.npy header: shape (${inner}) is not a tuple of whole numbers`);
  }
  return parts.map((part) => Number.parseInt(part, 10));
}

function typeOf(text: string): { readonly type: NpyType; readonly little: boolean } {
  if (/['"]descr['"]\s*:\s*\[/.test(text)) {
    throw unsupported(
      '.npy: a structured array (several fields per element)',
      'save one field with numpy.save',
    );
  }
  const descr = entry(text, 'descr', /['"][^'"]*['"]/).slice(1, -1);
  const type = descr.replace(/^[<>|=]/, '').replace(/^\?$/, 'b1');
  const noOrder = descr.startsWith('|') && !type.endsWith('1');
  if (isType(type) && noOrder) throw damaged(`.npy: dtype '${descr}' states no byte order`);
  if (isType(type)) return { type, little: !descr.startsWith('>') };
  throw unsupported(`.npy: elements of dtype '${descr}'`, `save one of ${[...TYPES].join(', ')}`);
}

function parseHeader(bytes: Uint8Array): Header {
  const { text, offset } = headerText(bytes);
  if (!/^\{.*\}$/s.test(text)) throw damaged(`.npy header is not a dict: ${text.slice(0, 120)}`);
  const fortran = entry(text, 'fortran_order', /True|False/) === 'True';
  return { ...typeOf(text), fortran, shape: shapeOf(text), offset };
}

function fill(out: NpyData, view: DataView, { type, little, offset }: Header): void {
  const size = Number(type[1]);
  const read = (at: number): number | bigint => {
    if (type === 'f2') return halfToNumber(view.getUint16(at, little));
    if (type === 'f4') return view.getFloat32(at, little);
    if (type === 'f8') return view.getFloat64(at, little);
    if (type === 'i8') return view.getBigInt64(at, little);
    if (type === 'u8') return view.getBigUint64(at, little);
    if (type === 'i1') return view.getInt8(at);
    if (size === 1) return view.getUint8(at);
    if (size === 2) return type === 'i2' ? view.getInt16(at, little) : view.getUint16(at, little);
    return type === 'i4' ? view.getInt32(at, little) : view.getUint32(at, little);
  };
  for (let i = 0; i < out.length; i++) out[i] = read(offset + i * size);
}

/** Fortran order (first index fastest) to C order. */
function toRowMajor(data: NpyData, type: NpyType, shape: readonly number[]): NpyData {
  const out = empty(type, data.length);
  const index = new Array<number>(shape.length).fill(0);
  const strides = shape.map((_, axis) => shape.slice(0, axis).reduce((product, size) => product * size, 1));
  for (let i = 0; i < out.length; i++) {
    out[i] = data[index.reduce((sum, at, axis) => sum + at * strides[axis], 0)];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]++;
      if (index[axis] < shape[axis]) break;
      index[axis] = 0;
    }
  }
  return out;
}

/**
 * Reads a .npy file (format versions 1 to 3, either byte order; Fortran order is converted). Throws `format`
 * for a malformed header or missing data, `unsupported` for other element types and `memory` beyond 2^29 elements.
 */
export function readNpy(bytes: Uint8Array): NpyArray {
  const header = parseHeader(bytes);
  const count = header.shape.reduce((product, size) => product * size, 1);
  if (!(count <= MAX_VALUES)) {
    const size = humanBytes(count * Number(header.type[1]));
    throw new RoentgenError('memory', `.npy: shape (${header.shape.join(', ')}) is ${size}`);
  }
  checkPresent('.npy data', header.offset + count * Number(header.type[1]), bytes.length);
  const data = empty(header.type, count);
  fill(data, viewOf(bytes), header);
  const { type, shape } = header;
  return { type, shape, data: header.fortran && shape.length > 1 ? toRowMajor(data, type, shape) : data };
}

function naturalType(data: NpyData): NpyType {
  const letter = data.constructor.name.replace('Big', '')[0].toLowerCase();
  return `${letter}${data.BYTES_PER_ELEMENT}` as NpyType;
}

/** Version 1, padded so that the data start at a multiple of 64 bytes. */
function headerBytes(type: NpyType, shape: readonly number[]): Uint8Array {
  const order = type.endsWith('1') ? '|' : '<';
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dict = `{'descr': '${order}${type}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const length = Math.ceil((10 + dict.length + 1) / 64) * 64 - 10;
  const text = `${MAGIC}\x01\x00${String.fromCharCode(length & 255, length >> 8)}${dict.padEnd(length - 1)}\n`;
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/**
 * Writes a .npy file (version 1, little-endian, C order). The type follows from `data`; `type` may be given as
 * 'f2' for a Float32Array and 'b1' for a Uint8Array. Throws `shape` where `shape` and `data` disagree.
 */
export function writeNpy(
  data: NpyData,
  shape: readonly number[],
  type: NpyType = naturalType(data),
): Uint8Array {
  const natural = naturalType(data);
  const allowed =
    type === natural || (type === 'f2' && natural === 'f4') || (type === 'b1' && natural === 'u1');
  if (!allowed) throw new RoentgenError('usage', `.npy: ${natural} data cannot be written as ${type}`);
  const count = shape.reduce((product, size) => product * size, 1);
  if (count !== data.length) {
    throw new RoentgenError(
      'shape',
      `.npy: shape (${shape.join(', ')}) needs ${count} values, got ${data.length}`,
    );
  }
  const head = headerBytes(type, shape);
  const out = new Uint8Array(head.length + count * Number(type[1]));
  out.set(head);
  const view = viewOf(out);
  data.forEach((value: number | bigint, i: number) => {
    setElement(view, head.length + i * Number(type[1]), type, value);
  });
  return out;
}

function setElement(view: DataView, at: number, type: NpyType, value: number | bigint): void {
  if (type === 'i8') view.setBigInt64(at, BigInt(value), true);
  else if (type === 'u8') view.setBigUint64(at, BigInt(value), true);
  else if (type === 'f2') view.setUint16(at, numberToHalf(Number(value)), true);
  else if (type === 'f4') view.setFloat32(at, Number(value), true);
  else if (type === 'f8') view.setFloat64(at, Number(value), true);
  else setInteger(view, at, Number(type[1]), Number(value));
}

/** Signed and unsigned integers have the same bits, modulo two to their width. */
function setInteger(view: DataView, at: number, size: number, value: number): void {
  if (size === 1) view.setUint8(at, value);
  else if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
}
