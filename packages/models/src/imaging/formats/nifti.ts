import { RoentgenError } from '@roentgen/kernels';
import type { Volume } from '../types.ts';
import { checkPresent, humanBytes, MAX_DEFLATE_RATIO, unsupported, viewOf } from './bytes.ts';
import { inflate } from './deflate.ts';
import { type NiftiHeader, type NiftiType, readNiftiHeader } from './nifti-header.ts';

/** A volume and the header that it came with. */
export interface NiftiFile {
  readonly volume: Volume;
  readonly header: NiftiHeader;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** How to read a file. */
export interface NiftiOptions {
  /** Of a file of several volumes: which one, from 0. Without it such a file is refused. */
  readonly volume?: number;
  /** Of a packed file: told how many of its bytes are unpacked, and waited for. What it throws ends the reading. */
  readonly onUnpacked?: (done: number, total: number) => void | Promise<void>;
}

/**
 * Reads the header of a .nii or .nii.gz file from its beginning; 64 KiB of it are enough. Throws as `readNifti` does.
 */
export async function readNiftiHead(bytes: Uint8Array): Promise<NiftiHeader> {
  if (!isGzip(bytes)) return readNiftiHeader(bytes);
  return readNiftiHeader(await inflate(bytes, 'gzip', { bytes: 544, beyond: 'stop' }, 'NIfTI header'));
}

/** Unpacks no more than the header calls for, and nothing where the file cannot possibly hold that much. */
async function unpacked(bytes: Uint8Array, options: NiftiOptions): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  const header = await readNiftiHead(bytes);
  const need = end(header, chosen(header, options));
  if (need > bytes.length * MAX_DEFLATE_RATIO) {
    const claim = `the header claims ${humanBytes(need)}, impossible from ${humanBytes(bytes.length)} of gzip`;
    throw new RoentgenError('format', `NIfTI: ${claim}`, { hint: 'the file is truncated or forged' });
  }
  const { onUnpacked } = options;
  const onBytes = onUnpacked && ((done: number) => onUnpacked(done, need));
  return inflate(bytes, 'gzip', { bytes: need, beyond: 'stop', onBytes }, 'NIfTI');
}

/** The volume that is read. */
function chosen({ dims, volumes }: NiftiHeader, { volume }: NiftiOptions): number {
  if (volume === undefined && volumes > 1)
    throw unsupported(
      `NIfTI: ${dims.join(' x ')} x ${volumes} holds several volumes (time points or components)`,
      'say which one to read, or extract one first',
    );
  const index = volume ?? 0;
  if (!(Number.isInteger(index) && index >= 0 && index < volumes))
    throw new RoentgenError('usage', `NIfTI: volume ${index} of ${volumes}`, {
      hint: 'volumes count from 0',
    });
  return index;
}

function volumeBytes({ dims: [x, y, z], bytesPerVoxel }: NiftiHeader): number {
  return x * y * z * bytesPerVoxel;
}

/** Where a volume ends. */
function end(header: NiftiHeader, index: number): number {
  return header.offset + (index + 1) * volumeBytes(header);
}

type Reader = (view: DataView, at: number, little: boolean) => number;

const READERS: Readonly<Record<NiftiType, Reader>> = {
  uint8: (v, at) => v.getUint8(at),
  int8: (v, at) => v.getInt8(at),
  uint16: (v, at, little) => v.getUint16(at, little),
  int16: (v, at, little) => v.getInt16(at, little),
  uint32: (v, at, little) => v.getUint32(at, little),
  int32: (v, at, little) => v.getInt32(at, little),
  float32: (v, at, little) => v.getFloat32(at, little),
  float64: (v, at, little) => v.getFloat64(at, little),
  int64: (v, at, little) => Number(v.getBigInt64(at, little)),
  uint64: (v, at, little) => Number(v.getBigUint64(at, little)),
};

function voxels(bytes: Uint8Array, header: NiftiHeader, index: number): Float32Array {
  const [x, y, z] = header.dims;
  const out = new Float32Array(x * y * z);
  const view = viewOf(bytes);
  const read = READERS[header.type];
  const { bytesPerVoxel, littleEndian, slope, intercept } = header;
  const offset = end(header, index) - volumeBytes(header);
  for (let i = 0; i < out.length; i++) {
    out[i] = read(view, offset + i * bytesPerVoxel, littleEndian) * slope + intercept;
  }
  return out;
}

/** 64-bit integers are kept as float64, the widest type that a `Volume` names. */
function storedType(type: NiftiType): Volume['stored']['type'] {
  return type === 'int64' || type === 'uint64' ? 'float64' : type;
}

/**
 * Reads a .nii or .nii.gz file (NIfTI-1 or -2, either byte order): values after the file's scl_slope and
 * scl_inter, NaN kept (see `checkFinite`). Throws `format`, `memory`, and `unsupported` for what `readNiftiHeader` refuses
 * and for files of several volumes of which none is chosen.
 */
export async function readNifti(bytes: Uint8Array, options: NiftiOptions = {}): Promise<NiftiFile> {
  const plain = await unpacked(bytes, options);
  const header = readNiftiHeader(plain);
  const index = chosen(header, options);
  checkPresent('NIfTI voxels', end(header, index), plain.length);
  const [width, height, depth] = header.dims;
  const volume: Volume = {
    width,
    height,
    depth,
    data: voxels(plain, header, index),
    affine: header.affine,
    spacing: header.spacing,
    stored: { type: storedType(header.type), slope: header.slope, intercept: header.intercept },
  };
  return { volume, header };
}

/**
 * Throws a `value` error that counts the voxels that are NaN or infinite and places the first one. A network
 * would spread them over everything within reach, so every pipeline calls this before it computes.
 */
export function checkFinite(volume: Volume, name = 'volume'): void {
  const { data, width, height } = volume;
  const first = data.findIndex((value) => !Number.isFinite(value));
  if (first < 0) return;
  const count = data.reduce((sum, value) => sum + (Number.isFinite(value) ? 0 : 1), 0);
  const at = [first % width, Math.floor(first / width) % height, Math.floor(first / (width * height))];
  throw new RoentgenError('value', `${name}: ${count} of ${data.length} voxels are NaN or infinite`, {
    hint: `the first is voxel (${at.join(', ')}): replace them, for example by 0, and try again`,
  });
}
