import { RoentgenError } from '@roentgen/kernels';

/**
 * Most values (pixels x channels, or voxels) that one picture may hold. Values are kept as 32-bit floats, and
 * browsers stop at 2 GiB for one buffer; a header that claims more is refused before anything is allocated.
 */
export const MAX_VALUES = 2 ** 29;

/** Deflate cannot expand a byte into more than this many (RFC 1951: 258 bytes from two bits). */
export const MAX_DEFLATE_RATIO = 1032;

/** The `len` bytes from `at` as Latin-1 text; shorter where the data end. */
export function ascii(bytes: Uint8Array, at: number, len: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + len));
}

/** A DataView over exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A size in the unit that people read. */
export function humanBytes(count: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, count)) / 10));
  const value = count / 1024 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}

/** Bytes that break their own format. */
export function damaged(message: string, hint?: string, cause?: unknown): RoentgenError {
  return new RoentgenError('format', message, { ...(hint === undefined ? {} : { hint }), cause });
}

/** A well-formed file that uses something we lack. */
export function unsupported(message: string, hint: string): RoentgenError {
  return new RoentgenError('unsupported', message, { hint });
}

/**
 * The product of `dims`, each a positive integer. Throws `format` where one is not, and `memory` where the
 * product is above `MAX_VALUES`.
 */
export function checkedCount(what: string, dims: readonly number[]): number {
  const count = dims.reduce((product, dim) => product * dim, 1);
  if (dims.some((dim) => !Number.isSafeInteger(dim) || dim < 1)) {
    throw damaged(`${what}: impossible size ${dims.join(' x ')}`);
  }
  if (count > MAX_VALUES) {
    throw new RoentgenError('memory', `${what}: ${dims.join(' x ')} is ${humanBytes(count * 4)} as float32`, {
      hint: `the limit is ${humanBytes(MAX_VALUES * 4)}: crop or split it first`,
    });
  }
  return count;
}

/** Throws `format` unless `have` bytes suffice for `need`. */
export function checkPresent(what: string, need: number, have: number): void {
  if (have < need) {
    throw damaged(
      `${what}: needs ${need} bytes, the file has ${have}`,
      'the file is truncated: copy it again',
    );
  }
}

/** Splits pixel-interleaved samples into planes: `channels * pixels` values, channel-major. */
export function planar(interleaved: ArrayLike<number>, pixels: number, channels: number): Float32Array {
  const out = new Float32Array(pixels * channels);
  if (channels === 1 && ArrayBuffer.isView(interleaved)) {
    out.set(interleaved);
    return out;
  }
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < pixels; i++) out[c * pixels + i] = interleaved[i * channels + c];
  }
  return out;
}
