import type { Labels } from '../types.ts';

/** Labels of outline pixels, those with a side that faces another label, background or the picture's border; 0 elsewhere. With a rim of one pixel. */
function outline({ width, height, data }: Labels): Uint32Array {
  const stride = width + 2;
  const out = new Uint32Array(stride * (height + 2));
  for (let y = 0; y < height; y++) {
    const rim = y === 0 || y === height - 1;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const label = data[i]!;
      if (label === 0) continue;
      const inside =
        !rim &&
        x > 0 &&
        x < width - 1 &&
        data[i - 1] === label &&
        data[i + 1] === label &&
        data[i - width] === label &&
        data[i + width] === label;
      if (!inside) out[(y + 1) * stride + x + 1] = label;
    }
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
  const stride = labels.width + 2;
  const edge = outline(labels);
  const out = new Float64Array(labels.count + 1);
  for (let i = stride; i < edge.length - stride; i++) {
    const label = edge[i]!;
    if (label === 0) continue;
    const is = (at: number) => (edge[at] === label ? 1 : 0);
    const sides = is(i - 1) + is(i + 1) + is(i - stride) + is(i + stride);
    const corners = is(i - stride - 1) + is(i - stride + 1) + is(i + stride - 1) + is(i + stride + 1);
    out[label]! += stepLength(sides, corners);
  }
  return out;
}
