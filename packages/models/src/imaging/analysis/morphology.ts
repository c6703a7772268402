import { mirrored } from './mirror.ts';
import type { Mask, Plane } from './plane.ts';

/** Pushes a background pixel that no flood has reached yet. */
function visit(
  mask: Uint8Array,
  reached: Uint8Array,
  stack: Uint32Array,
  top: number,
  index: number,
): number {
  if (mask[index] !== 0 || reached[index] !== 0) return top;
  reached[index] = 1;
  stack[top] = index;
  return top + 1;
}

/**
 * Fills the background that cannot be reached from the border through shared sides, as SciPy's
 * `binary_fill_holes`: a hole closed only by corners counts as closed.
 */
export function fillHoles({ width, height, data }: Mask): Mask {
  const reached = new Uint8Array(data.length);
  const stack = new Uint32Array(data.length);
  let top = 0;
  const see = (index: number) => {
    top = visit(data, reached, stack, top, index);
  };
  for (let x = 0; x < width; x++) {
    see(x);
    see((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    see(y * width);
    see((y + 1) * width - 1);
  }
  while (top > 0) {
    const at = stack[--top]!;
    const x = at % width;
    if (x > 0) see(at - 1);
    if (x < width - 1) see(at + 1);
    if (at >= width) see(at - width);
    if (at < data.length - width) see(at + width);
  }
  return { width, height, data: reached.map((outside) => 1 - outside) };
}

/** First and last offset of a window as SciPy centres it: an even one reaches one further to the left and up. */
function span(size: number): readonly [number, number] {
  const before = Math.floor(size / 2);
  return [-before, size - 1 - before];
}

/** Index table of a line mirrored at its ends, from `-before` to `length - 1 + after`. */
function mirroredIndices(length: number, size: number): Int32Array {
  const [from] = span(size);
  return Int32Array.from({ length: length + size - 1 }, (_, i) => mirrored(i + from, length));
}

/** Counts foreground in the window ending at each pixel of one row of column counts. */
function countRow(
  columns: Int32Array,
  at: Int32Array,
  size: number,
  width: number,
  emit: (x: number, n: number) => void,
) {
  let count = 0;
  for (let i = 0; i < size - 1; i++) count += columns[at[i]!]!;
  for (let x = 0; x < width; x++) {
    count += columns[at[x + size - 1]!]!;
    emit(x, count);
    count -= columns[at[x]!]!;
  }
}

/**
 * Median of a binary picture in a `size` x `size` window, edges mirrored (SciPy `median_filter`): foreground where
 * more than half of the window is. `size` must be odd for the median to be a value of the picture.
 */
export function medianMask({ width, height, data }: Mask, size: number): Mask {
  const rows = mirroredIndices(height, size);
  const at = mirroredIndices(width, size);
  const columns = new Int32Array(width);
  const out = new Uint8Array(data.length);
  const half = Math.floor((size * size) / 2);
  const add = (row: number, sign: 1 | -1) => {
    for (let x = 0; x < width; x++) if (data[row * width + x] !== 0) columns[x]! += sign;
  };
  for (let i = 0; i < size - 1; i++) add(rows[i]!, 1);
  for (let y = 0; y < height; y++) {
    add(rows[y + size - 1]!, 1);
    countRow(columns, at, size, width, (x, count) => {
      out[y * width + x] = count > half ? 1 : 0;
    });
    add(rows[y]!, -1);
  }
  return { width, height, data: out };
}

/** Median of grey values in a `size` x `size` window, edges mirrored (SciPy `median_filter`). */
export function medianFilter({ width, height, data }: Plane, size: number): Plane {
  const rows = mirroredIndices(height, size);
  const at = mirroredIndices(width, size);
  const window = new Float32Array(size * size);
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      for (let i = 0, k = 0; i < size; i++) {
        const from = rows[y + i]! * width;
        for (let j = 0; j < size; j++) window[k++] = data[from + at[x + j]!]!;
      }
      out[y * width + x] = window.sort()[window.length >> 1]!;
    }
  return { width, height, data: out };
}

/** Marks what lies within a window of any marked pixel of a line. */
function spreadRow(
  line: Uint8Array,
  from: number,
  at: Int32Array,
  size: number,
  width: number,
  out: Uint8Array,
) {
  let count = 0;
  for (let i = 0; i < size - 1; i++) count += line[from + at[i]!]!;
  for (let x = 0; x < width; x++) {
    count += line[from + at[x + size - 1]!]!;
    out[from + x] = count > 0 ? 1 : 0;
    count -= line[from + at[x]!]!;
  }
}

/**
 * Minimum over a `size` x `size` window of a binary picture, edges mirrored, with SciPy's `minimum_filter` centring:
 * a 4 x 4 window takes the pixels from two before to one after. Thickens background by the window.
 */
export function minimumMask({ width, height, data }: Mask, size: number): Mask {
  const background = data.map((value) => (value === 0 ? 1 : 0));
  const wide = new Uint8Array(data.length);
  const at = mirroredIndices(width, size);
  for (let y = 0; y < height; y++) spreadRow(background, y * width, at, size, width, wide);
  const rows = mirroredIndices(height, size);
  const out = new Uint8Array(data.length).fill(1);
  for (let y = 0; y < height; y++)
    for (let i = 0; i < size; i++) {
      const from = rows[y + i]! * width;
      for (let x = 0; x < width; x++) if (wide[from + x] !== 0) out[y * width + x] = 0;
    }
  return { width, height, data: out };
}
