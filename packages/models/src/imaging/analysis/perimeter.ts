import type { Labels } from '../types.ts';

/** Pixels with a side that faces another label, background or the picture's border. */
function outline({ width, height, data }: Labels): Uint8Array {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = data[i]!;
      if (label === 0) continue;
      const inside =
        x > 0 &&
        x < width - 1 &&
        y > 0 &&
        y < height - 1 &&
        data[i - 1] === label &&
        data[i + 1] === label &&
        data[i - width] === label &&
        data[i + width] === label;
      out[i] = inside ? 0 : 1;
    }
  return out;
}

/**
 * Length that an outline pixel stands for, by its number of outline neighbours across sides and across corners
 * (Benkrid and Crookes' estimator): a straight step is 1, a diagonal one the root of 2, a turn between them the
 * mean; every other pattern is 0.
 */
function stepLength(sides: number, corners: number): number {
  if ((sides === 2 || sides === 3) && corners <= 2) return 1;
  if ((sides === 0 && corners === 2) || (sides === 1 && corners === 3)) return Math.SQRT2;
  if (sides === 1 && (corners === 1 || corners === 2)) return (1 + Math.SQRT2) / 2;
  return 0;
}

/** Perimeter of each label in pixels (scikit-image `perimeter`, 4-neighbourhood); entry 0 is unused. */
export function perimeters(labels: Labels): Float64Array {
  const { width, height, data } = labels;
  const edge = outline(labels);
  const out = new Float64Array(labels.count + 1);
  const belongs = (x: number, y: number, label: number) =>
    x >= 0 && x < width && y >= 0 && y < height && edge[y * width + x] === 1 && data[y * width + x] === label
      ? 1
      : 0;
  for (let i = 0; i < data.length; i++) {
    if (edge[i] === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    const at = (dx: number, dy: number) => belongs(x + dx, y + dy, data[i]!);
    const sides = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1);
    const corners = at(-1, -1) + at(1, -1) + at(-1, 1) + at(1, 1);
    out[data[i]!]! += stepLength(sides, corners);
  }
  return out;
}
