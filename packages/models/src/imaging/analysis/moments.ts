import type { Labels } from '../types.ts';
import type { Extent } from './hull.ts';

/** What one pass over the pixels gathers about each object; sums are of coordinates less the box's corner. */
export interface Sums {
  readonly area: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  readonly intensity: number;
  readonly extent: Extent;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Smallest box around each label; entry 0 is the background's and unused. Labels without pixels have none. */
function boxes({ width, data, count }: Labels): (Box | undefined)[] {
  const out: (Box | undefined)[] = new Array(count + 1).fill(undefined);
  for (let i = 0; i < data.length; i++) {
    const label = data[i]!;
    if (label === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    const box = out[label];
    if (box === undefined) out[label] = { left: x, right: x, top: y, bottom: y };
    else {
      if (x < box.left) box.left = x;
      else if (x > box.right) box.right = x;
      box.bottom = y;
    }
  }
  return out;
}

/** Sums of one object, pixel by pixel within its box. Whole numbers below 2^53, hence exact. */
function sumsOf(labels: Labels, label: number, box: Box, intensity: Float32Array | undefined): Sums {
  const { left, top } = box;
  const [width, height] = [box.right - left + 1, box.bottom - top + 1];
  const extent = {
    top,
    left: new Int32Array(height).fill(box.right + 1),
    right: new Int32Array(height).fill(-1),
  };
  const sum = { area: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0, intensity: 0 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = (top + y) * labels.width + left + x;
      if (labels.data[i] !== label) continue;
      if (extent.right[y] === -1) extent.left[y] = left + x;
      extent.right[y] = left + x;
      sum.area += 1;
      sum.x += x;
      sum.y += y;
      sum.xx += x * x;
      sum.xy += x * y;
      sum.yy += y * y;
      if (intensity) sum.intensity += intensity[i]!;
    }
  return { ...sum, left, top, width, height, extent };
}

/** Sums of every label that has pixels, in order of label. */
export function labelSums(
  labels: Labels,
  intensity?: Float32Array,
): { readonly label: number; readonly sums: Sums }[] {
  return boxes(labels).flatMap((box, label) =>
    box === undefined ? [] : [{ label, sums: sumsOf(labels, label, box, intensity) }],
  );
}

/** The ellipse with the same second moments as an object, lengths in the unit of the pixel's size. */
export interface Ellipse {
  readonly majorAxis: number;
  readonly minorAxis: number;
  readonly eccentricity: number;
  readonly orientation: number;
}

/** Angle between the rows' axis (downwards) and the major axis; a round object has scikit-image's own convention. */
function orientation(alongX: number, alongY: number, mixed: number): number {
  if (alongX === alongY) return mixed > 0 ? Math.PI / 4 : -Math.PI / 4;
  return 0.5 * Math.atan2(2 * mixed, alongY - alongX);
}

/**
 * Axes, eccentricity and orientation as scikit-image's regionprops: from the central moments of the pixel centres,
 * axis = 4 sqrt(eigenvalue). (MATLAB adds 1/12 to the moments for the pixels' own extent; scikit-image does not.)
 */
export function ellipseOf(sums: Sums, rowSize: number, columnSize: number): Ellipse {
  const square = sums.area ** 2;
  const alongX = ((sums.area * sums.xx - sums.x ** 2) / square) * columnSize ** 2;
  const alongY = ((sums.area * sums.yy - sums.y ** 2) / square) * rowSize ** 2;
  const mixed = ((sums.area * sums.xy - sums.x * sums.y) / square) * rowSize * columnSize;
  const middle = (alongX + alongY) / 2;
  const spread = Math.hypot((alongX - alongY) / 2, mixed);
  const [large, small] = [middle + spread, Math.max(0, middle - spread)];
  return {
    majorAxis: 4 * Math.sqrt(large),
    minorAxis: 4 * Math.sqrt(small),
    eccentricity: large === 0 ? 0 : Math.sqrt(1 - small / large),
    orientation: orientation(alongX, alongY, mixed),
  };
}
