import { RoentgenError } from '@roentgen/kernels';

/** One channel of a picture: `height * width` values, row by row from the top. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A binary picture, laid out like a plane: 0 is background, anything else is foreground; we write 1. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Throws `shape` unless the two pictures have the same size; `what` names them for the message. */
export function expectSameSize(what: string, a: Sized, b: Sized): void {
  if (a.width !== b.width || a.height !== b.height)
    throw new RoentgenError(
      'shape',
      `${what} differ in size: ${a.width} x ${a.height} and ${b.width} x ${b.height} (width x height).`,
      { hint: 'Give pictures of the same field, and of the same size.' },
    );
}

/** Foreground where the value is above `level`; NaN is background. */
export function above({ width, height, data }: Plane, level: number): Mask {
  const out = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) out[i] = data[i]! > level ? 1 : 0;
  return { width, height, data: out };
}
