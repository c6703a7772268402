/**
 * Convex areas by the pixel convention of scikit-image's `convex_hull_image` with `offset_coordinates=True`: a
 * pixel stands for the four middles of its sides; the hull's pixels are those whose centres lie in the convex hull
 * of all these points, its boundary included. Coordinates are doubled, so that everything is a whole number.
 */

/** Leftmost and rightmost column of an object in each of its rows, from `top` downwards. */
export interface Extent {
  readonly top: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Least doubled column at each doubled row from 2 * top - 1 to 2 * bottom + 1; rows without a pixel stay Infinity. */
function sideMiddles(columns: Int32Array, empty: (row: number) => boolean): Float64Array {
  const out = new Float64Array(2 * columns.length + 1).fill(Number.POSITIVE_INFINITY);
  columns.forEach((column, row) => {
    if (empty(row)) return;
    const at = 2 * row + 1;
    out[at] = Math.min(out[at]!, 2 * column - 1);
    out[at - 1] = Math.min(out[at - 1]!, 2 * column);
    out[at + 1] = Math.min(out[at + 1]!, 2 * column);
  });
  return out;
}

/** Rows of the corners of the lower convex hull of the points (row, value[row]). */
function convexCorners(value: Float64Array): number[] {
  const corners: number[] = [];
  const bends = (i: number, j: number, k: number) =>
    (value[j]! - value[i]!) * (k - j) < (value[k]! - value[j]!) * (j - i);
  for (let row = 0; row < value.length; row++) {
    if (value[row] === Number.POSITIVE_INFINITY) continue;
    while (corners.length > 1 && !bends(corners.at(-2)!, corners.at(-1)!, row)) corners.pop();
    corners.push(row);
  }
  return corners;
}

/** First whole (undoubled) column that is not left of the hull, for each row of the object. */
function firstColumns(value: Float64Array, rows: number): Int32Array {
  const corners = convexCorners(value);
  const out = new Int32Array(rows);
  for (let row = 0, edge = 0; row < rows; row++) {
    const at = 2 * row + 1;
    while (corners[edge + 1]! < at) edge++;
    const [from, to] = [corners[edge]!, corners[edge + 1]!];
    const doubled = (value[from]! * (to - at) + value[to]! * (at - from)) / (to - from);
    out[row] = Math.ceil(doubled / 2);
  }
  return out;
}

/** Number of pixels in the convex hull of an object. Rows with left > right hold no pixel. */
export function convexArea({ left, right }: Extent): number {
  const empty = (row: number) => left[row]! > right[row]!;
  const first = firstColumns(sideMiddles(left, empty), left.length);
  const last = firstColumns(
    sideMiddles(
      right.map((column) => -column),
      empty,
    ),
    right.length,
  );
  return first.reduce((area, column, row) => area + Math.max(0, -last[row]! - column + 1), 0);
}
