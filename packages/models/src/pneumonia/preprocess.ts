import type { Plane } from '../imaging/analysis/plane.ts';
import { centreCrop, resizeShortSide, roundHalfEven } from '../imaging/resample/index.ts';

/** Side of the network's input. */
export const side = 224;

/** ImageNet's mean and standard deviation by channel, as torchvision's networks expect them. */
const mean = [0.485, 0.456, 0.406];
const deviation = [0.229, 0.224, 0.225];

/** The part of a radiograph that the network sees, in its pixels; sizes are fractional. */
export interface SeenBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Short side to 224 by antialiased bilinear, then the middle 224 x 224 (Janizek et al. 2020). */
export function seenPlane(plane: Plane): Plane {
  return centreCrop(resizeShortSide(plane, side), side);
}

/** Where that middle lies in the radiograph. */
export function seenBox({ width, height }: Plane): SeenBox {
  const short = Math.min(width, height);
  const along = (length: number) => {
    const resized = length === short ? side : Math.trunc((side * length) / short);
    const margin = roundHalfEven((resized - side) / 2);
    return { start: (margin * length) / resized, size: (side * length) / resized };
  };
  const [x, y] = [along(width), along(height)];
  return { left: x.start, top: y.start, width: x.size, height: y.size };
}

/** Writes one picture of 224 x 224 as three normalised channels, at element `offset` of a batch. */
function writeNormalised(grey: Plane, into: Float32Array, offset: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const start = offset + channel * side * side;
    for (let i = 0; i < side * side; i++)
      into[start + i] = (grey.data[i] - mean[channel]) / deviation[channel];
  }
}

/** A batch [n, 3, 224, 224] of what the network sees. */
export function normalisedBatch(seen: readonly Plane[]) {
  const size = 3 * side * side;
  const data = new Float32Array(seen.length * size);
  seen.forEach((plane, i) => {
    writeNormalised(plane, data, i * size);
  });
  return { data, shape: [seen.length, 3, side, side] as const };
}
