/** Which cell is which, on both sides of a change: pure functions of labels and rows. */
import type { CellRow, CellsFound, Point } from '../../cells-protocol.ts';

type Labels = CellsFound['labels'];

export const labelAt = ({ width, height, data }: Labels, { x, y }: Point): number =>
  x >= 0 && y >= 0 && x < width && y < height ? data[y * width + x] : 0;

/** The pixel of a cell that lies nearest to its centre of mass, which itself may lie outside of a bent cell. */
export function innerPixel({ width, data }: Labels, row: CellRow): Point | null {
  const { label, centroidX = 0, centroidY = 0, boxLeft = 0, boxTop = 0, boxWidth = 0, boxHeight = 0 } = row;
  let [best, found]: [number, Point | null] = [Number.POSITIVE_INFINITY, null];
  for (let y = boxTop ?? 0; y < (boxTop ?? 0) + (boxHeight ?? 0); y++)
    for (let x = boxLeft ?? 0; x < (boxLeft ?? 0) + (boxWidth ?? 0); x++) {
      const away = (x - (centroidX ?? 0)) ** 2 + (y - (centroidY ?? 0)) ** 2;
      if (data[y * width + x] === label && away < best) [best, found] = [away, { x, y }];
    }
  return found;
}

/** Where some cells are, whatever they are called. */
export function pointsOf(found: CellsFound, labels: ReadonlySet<number>): Point[] {
  return found.rows
    .filter(({ label }) => labels.has(label ?? 0))
    .map((row) => innerPixel(found.labels, row))
    .filter((point) => point !== null);
}

/** The cells that now are at these places. */
export function labelsAt(found: CellsFound, points: readonly Point[]): ReadonlySet<number> {
  return new Set(points.map((point) => labelAt(found.labels, point)).filter((label) => label !== 0));
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** Rows in order of a column; rows without a value come last either way, equal ones in order of label. */
export function sortedRows(rows: readonly CellRow[], { key, descending }: Sorting): readonly CellRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[key] ?? null, b[key] ?? null];
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
    return sign * (x - y) || (a.label ?? 0) - (b.label ?? 0);
  });
}

/** What a click on a cell selects: it alone; with Ctrl it is added or taken away; with Shift all from the last one on. */
export function selectedBy(
  before: ReadonlySet<number>,
  label: number,
  order: readonly number[],
  keys: { readonly toggle: boolean; readonly range: boolean },
): ReadonlySet<number> {
  if (keys.range && before.size > 0) {
    const [from, to] = [order.indexOf([...before].at(-1)!), order.indexOf(label)].sort((a, b) => a - b);
    if (from >= 0) return new Set([...before, ...order.slice(from, to + 1)]);
  }
  if (keys.toggle)
    return before.has(label)
      ? new Set([...before].filter((each) => each !== label))
      : new Set([...before, label]);
  return before.size === 1 && before.has(label) ? new Set() : new Set([label]);
}
