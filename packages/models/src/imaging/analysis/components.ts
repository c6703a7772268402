import type { Labels } from '../types.ts';
import type { Mask } from './plane.ts';

/** 4: pixels that share a side belong together; 8: those that share a corner do as well. */
export type Connectivity = 4 | 8;

/** Smallest label equivalent to `label`; the path is shortened on the way. */
function root(parent: Uint32Array, label: number): number {
  let at = label;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}

function join(parent: Uint32Array, a: number, b: number): number {
  const [i, j] = [root(parent, a), root(parent, b)];
  const low = Math.min(i, j);
  parent[Math.max(i, j)] = low;
  return low;
}

/** Labels of the neighbours that a raster scan has seen already: left, above and, for 8, the two above corners. */
function seenNeighbours(eight: boolean, width: number): readonly (readonly [number, number])[] {
  const straight = [
    [-1, -1],
    [0, -width],
  ] as const;
  return eight ? [...straight, [-1, -width - 1], [1, -width + 1]] : straight;
}

/** First pass: provisional labels, and which of them touch. Returns the forest of equivalent labels. */
function provisional({ width, data }: Mask, connectivity: Connectivity, out: Uint32Array): Uint32Array {
  const parent = new Uint32Array(data.length + 1);
  const neighbours = seenNeighbours(connectivity === 8, width);
  let next = 1;
  for (let i = 0; i < data.length; i++) {
    if (data[i] === 0) continue;
    const x = i % width;
    let label = 0;
    for (const [dx, step] of neighbours) {
      if (x + dx < 0 || x + dx >= width || i + step < 0) continue;
      const other = out[i + step]!;
      if (other !== 0 && other !== label) label = label === 0 ? other : join(parent, label, other);
    }
    if (label === 0) {
      label = next++;
      parent[label] = label;
    }
    out[i] = label;
  }
  return parent;
}

/** Numbers the objects 1..n in the order in which their first pixels appear; `keep` may drop some. */
function renumber(data: Uint32Array, label: (value: number) => number, slots: number): number {
  const numbers = new Uint32Array(slots);
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    const old = data[i] === 0 ? 0 : label(data[i]!);
    if (old !== 0 && numbers[old] === 0) numbers[old] = ++count;
    data[i] = numbers[old]!;
  }
  return count;
}

/**
 * Labels connected components 1..n in raster order of their first pixels, as SciPy's and scikit-image's `label` do.
 * Their defaults differ: SciPy's is 4, scikit-image's 8.
 */
export function labelComponents(mask: Mask, connectivity: Connectivity): Labels {
  const data = new Uint32Array(mask.data.length);
  const parent = provisional(mask, connectivity, data);
  const count = renumber(data, (label) => root(parent, label), parent.length);
  return { width: mask.width, height: mask.height, data, count };
}

/** Keeps the objects whose label satisfies `keep` and numbers them anew, in raster order. */
export function keepLabels(labels: Labels, keep: (label: number) => boolean): Labels {
  const kept = Uint8Array.from({ length: labels.count + 1 }, (_, label) =>
    label > 0 && keep(label) ? 1 : 0,
  );
  const data = labels.data.slice();
  const count = renumber(data, (label) => (kept[label] === 1 ? label : 0), labels.count + 1);
  return { ...labels, data, count };
}

/** Pixels of each label; entry 0 is the background. */
export function labelAreas(labels: Labels): Uint32Array {
  const areas = new Uint32Array(labels.count + 1);
  for (const label of labels.data) areas[label]!++;
  return areas;
}

/** Drops objects of fewer than `minimumArea` pixels (scikit-image `remove_small_objects`) and renumbers. */
export function removeSmallObjects(labels: Labels, minimumArea: number): Labels {
  const areas = labelAreas(labels);
  return keepLabels(labels, (label) => areas[label]! >= minimumArea);
}

/** Drops objects that touch the picture's border, whose shape is not known (scikit-image `clear_border`). */
export function removeBorderObjects(labels: Labels): Labels {
  const { width, height, data } = labels;
  const touching = new Set<number>();
  for (let x = 0; x < width; x++) touching.add(data[x]!).add(data[(height - 1) * width + x]!);
  for (let y = 0; y < height; y++) touching.add(data[y * width]!).add(data[(y + 1) * width - 1]!);
  return keepLabels(labels, (label) => !touching.has(label));
}
