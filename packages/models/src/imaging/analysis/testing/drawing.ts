import type { Labels } from '../../types.ts';
import type { Mask, Plane } from '../plane.ts';

/** A picture drawn with one character a pixel, rows separated by line breaks; blanks around are ignored. */
function rows(drawing: string): string[] {
  return drawing
    .trim()
    .split('\n')
    .map((row) => row.trim());
}

/** A mask from a drawing in which `#` is foreground. */
export function maskOf(drawing: string): Mask {
  const lines = rows(drawing);
  const data = Uint8Array.from(lines.join(''), (c) => (c === '#' ? 1 : 0));
  return { width: lines[0]!.length, height: lines.length, data };
}

/** Labels from a drawing of digits, `.` for background. */
export function labelsOf(drawing: string): Labels {
  const lines = rows(drawing);
  const data = Uint32Array.from(lines.join(''), (c) => (c === '.' ? 0 : Number(c)));
  return { width: lines[0]!.length, height: lines.length, data, count: Math.max(...data) };
}

/** Draws a picture of small whole numbers: `#` for a mask's 1, digits for labels. */
export function draw({ width, height, data }: Mask | Labels): string {
  const sign = (value: number) => (value === 0 ? '.' : data instanceof Uint8Array ? '#' : String(value));
  return Array.from({ length: height }, (_, y) =>
    Array.from(data.subarray(y * width, (y + 1) * width), sign).join(''),
  ).join('\n');
}

/** A drawing without its indentation, to compare with `draw`. */
export function drawing(text: string): string {
  return rows(text).join('\n');
}

/** The pattern (i * 7919) mod 101, for which expected values were computed with SciPy, NumPy and scikit-image. */
export function pattern(width: number, height: number, scale = 1): Plane {
  return {
    width,
    height,
    data: Float32Array.from({ length: width * height }, (_, i) => ((i * 7919) % 101) * scale),
  };
}

/** Discs of value 1 on 0. */
export function discs(
  width: number,
  height: number,
  circles: readonly (readonly [number, number, number])[],
): Plane {
  const data = new Float32Array(width * height);
  for (const [cx, cy, r] of circles)
    for (let i = 0; i < data.length; i++)
      if (((i % width) - cx) ** 2 + (Math.floor(i / width) - cy) ** 2 <= r * r) data[i] = 1;
  return { width, height, data };
}
