import { RoentgenError } from '@roentgen/kernels';
import type { Plane } from '../analysis/plane.ts';
import { methods } from './methods.ts';
import { resize1d } from './resize1d.ts';
import { type Method, planTaps } from './taps.ts';

/** Resamples a plane to the given size: along rows, then along columns, as Pillow and PyTorch do. */
export function resizePlane(plane: Plane, width: number, height: number, method: Method): Plane {
  const across = resize1d(plane.data, plane.height, 1, planTaps(plane.width, width, method));
  return { width, height, data: resize1d(across, 1, width, planTaps(plane.height, height, method)) };
}

/** Cuts a rectangle out. Throws `shape` where it leaves the plane. */
export function cropPlane(plane: Plane, left: number, top: number, width: number, height: number): Plane {
  if (left < 0 || top < 0 || left + width > plane.width || top + height > plane.height)
    throw new RoentgenError(
      'shape',
      `A ${width} x ${height} crop at column ${left}, row ${top} leaves the ${plane.width} x ${plane.height} picture.`,
    );
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * plane.width + left;
    data.set(plane.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}

/** Rounds halves to the even neighbour, as Python, NumPy and PyTorch round. */
export function roundHalfEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest !== 0.5) return rest < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
}

/** Scales the short side to `side` by antialiased bilinear; the long side is truncated to whole pixels (torchvision). */
export function resizeShortSide(plane: Plane, side: number): Plane {
  const short = Math.min(plane.width, plane.height);
  const long = (length: number) => (length === short ? side : Math.trunc((side * length) / short));
  return resizePlane(plane, long(plane.width), long(plane.height), methods.linearAntialiased);
}

/** The middle `side` x `side` pixels; an odd margin is split as torchvision's CenterCrop does (halves to even). */
export function centreCrop(plane: Plane, side: number): Plane {
  const margin = (length: number) => roundHalfEven((length - side) / 2);
  return cropPlane(plane, margin(plane.width), margin(plane.height), side, side);
}
