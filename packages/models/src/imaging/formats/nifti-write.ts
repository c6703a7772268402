import { RoentgenError } from '@roentgen/kernels';
import type { Volume } from '../types.ts';
import { quaternionOf } from './affine.ts';
import { viewOf } from './bytes.ts';
import { joinStream } from './deflate.ts';

type StoredType = Volume['stored']['type'];

interface Target {
  readonly code: number;
  readonly bytes: number;
  /** Smallest and largest integer; null for floats. */
  readonly limits: readonly [number, number] | null;
  readonly set: (view: DataView, at: number, value: number) => void;
}

const TARGETS: Readonly<Record<StoredType, Target>> = {
  uint8: { code: 2, bytes: 1, limits: [0, 255], set: (v, at, x) => v.setUint8(at, x) },
  int8: { code: 256, bytes: 1, limits: [-128, 127], set: (v, at, x) => v.setInt8(at, x) },
  uint16: { code: 512, bytes: 2, limits: [0, 65535], set: (v, at, x) => v.setUint16(at, x, true) },
  int16: { code: 4, bytes: 2, limits: [-32768, 32767], set: (v, at, x) => v.setInt16(at, x, true) },
  uint32: { code: 768, bytes: 4, limits: [0, 2 ** 32 - 1], set: (v, at, x) => v.setUint32(at, x, true) },
  int32: { code: 8, bytes: 4, limits: [-(2 ** 31), 2 ** 31 - 1], set: (v, at, x) => v.setInt32(at, x, true) },
  float32: { code: 16, bytes: 4, limits: null, set: (v, at, x) => v.setFloat32(at, x, true) },
  float64: { code: 64, bytes: 8, limits: null, set: (v, at, x) => v.setFloat64(at, x, true) },
};

const HEADER = 352;

function checkVolume({ width, height, depth, data, affine, stored }: Volume): void {
  const fits = [width, height, depth].every((size) => size >= 1 && size <= 32767);
  if (!fits)
    throw new RoentgenError(
      'shape',
      `NIfTI-1 cannot hold ${width} x ${height} x ${depth}: sizes end at 32767`,
    );
  if (data.length !== width * height * depth) {
    throw new RoentgenError('shape', `volume of ${width} x ${height} x ${depth} has ${data.length} values`);
  }
  if (affine.length !== 16 || affine.some((value) => !Number.isFinite(value))) {
    throw new RoentgenError('value', 'volume: the affine must be 16 finite numbers');
  }
  if (!(Number.isFinite(stored.slope) && stored.slope !== 0 && Number.isFinite(stored.intercept))) {
    throw new RoentgenError(
      'value',
      `volume: slope ${stored.slope} and intercept ${stored.intercept} cannot be inverted`,
    );
  }
}

/** Both forms say the same; the qform is left unknown (code 0) where the affine shears, which it cannot hold. */
function writeOrientation(view: DataView, volume: Volume, code: number): void {
  const { affine, spacing } = volume;
  const q = quaternionOf(affine);
  view.setFloat32(76, q?.qfac ?? 1, true);
  spacing.forEach((step, i) => {
    view.setFloat32(80 + 4 * i, step, true);
  });
  view.setInt16(252, q === null ? 0 : code, true);
  view.setInt16(254, code, true);
  const offsets = [affine[3], affine[7], affine[11]];
  [q?.b ?? 0, q?.c ?? 0, q?.d ?? 0, ...offsets].forEach((value, i) => {
    view.setFloat32(256 + 4 * i, value, true);
  });
  affine.slice(0, 12).forEach((value, i) => {
    view.setFloat32(280 + 4 * i, value, true);
  });
}

function writeText(bytes: Uint8Array, at: number, room: number, text: string): void {
  bytes.set(new TextEncoder().encode(text).subarray(0, room - 1), at);
}

function writeHeader(bytes: Uint8Array, volume: Volume, target: Target, options: NiftiWriteOptions): void {
  const view = viewOf(bytes);
  view.setInt32(0, 348, true);
  [3, volume.width, volume.height, volume.depth, 1, 1, 1, 1].forEach((size, i) => {
    view.setInt16(40 + 2 * i, size, true);
  });
  view.setInt16(70, target.code, true);
  view.setInt16(72, target.bytes * 8, true);
  view.setFloat32(108, HEADER, true);
  view.setFloat32(112, volume.stored.slope, true);
  view.setFloat32(116, volume.stored.intercept, true);
  view.setUint8(123, 2); // xyzt_units: millimetres
  writeText(bytes, 148, 80, options.description ?? '');
  writeOrientation(view, volume, options.formCode ?? 1);
  writeText(bytes, 344, 4, 'n+1');
}

/** Slice `z` of a file. Integers are rounded to nearest and clipped to the type; NaN has no integer and is refused. */
function sliceBytes(volume: Volume, z: number, target: Target): Uint8Array {
  const { slope, intercept, type } = volume.stored;
  // The header holds the scale as float32, so that is what a reader will multiply with.
  const [by, from] = [Math.fround(slope), Math.fround(intercept)];
  const size = volume.width * volume.height;
  const bytes = new Uint8Array(size * target.bytes);
  const view = viewOf(bytes);
  volume.data.subarray(z * size, (z + 1) * size).forEach((value, i) => {
    let stored = (value - from) / by;
    if (target.limits !== null) {
      if (Number.isNaN(stored)) {
        throw new RoentgenError('value', `voxel ${z * size + i} is NaN, which ${type} cannot hold`, {
          hint: 'write float32',
        });
      }
      stored = Math.min(target.limits[1], Math.max(target.limits[0], Math.round(stored)));
    }
    target.set(view, i * target.bytes, stored);
  });
  return bytes;
}

/** How to write a NIfTI file. */
export interface NiftiWriteOptions {
  /** Packs the file (.nii.gz); on unless set to false. */
  readonly gzip?: boolean;
  /** NIfTI's code for the meaning of the coordinates: 1 scanner (the default), 2 aligned, 3 Talairach, 4 MNI. */
  readonly formCode?: 1 | 2 | 3 | 4;
  /** Up to 79 bytes of free text. */
  readonly description?: string;
}

/**
 * A volume as the bytes of a NIfTI-1 file, little-endian, a slice at a time as the reader asks for it, with `stored.type`, slope and
 * intercept: what is read back is within half a slope of `data`, values beyond the type's range are clipped. Throws `shape` or `value`; NaN
 * that the type cannot hold fails the stream where it lies.
 */
export function niftiStream(volume: Volume, options: NiftiWriteOptions = {}): ReadableStream<Uint8Array> {
  checkVolume(volume);
  const target = TARGETS[volume.stored.type];
  const header = new Uint8Array(HEADER);
  writeHeader(header, volume, target, options);
  let next = 0;
  const plain = new ReadableStream<BufferSource>(
    {
      start: (controller) => controller.enqueue(header),
      pull: (controller) => {
        if (next === volume.depth) controller.close();
        else controller.enqueue(sliceBytes(volume, next++, target) as Uint8Array<ArrayBuffer>);
      },
    },
    { highWaterMark: 1 },
  );
  return options.gzip === false
    ? (plain as ReadableStream<Uint8Array>)
    : plain.pipeThrough(new CompressionStream('gzip'));
}

/** A volume as a whole NIfTI file; see `niftiStream`. */
export async function writeNifti(volume: Volume, options: NiftiWriteOptions = {}): Promise<Uint8Array> {
  return joinStream(niftiStream(volume, options));
}
