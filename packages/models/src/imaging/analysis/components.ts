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

/** A forest of equivalent labels, of which `next` is the first that nobody has. */
interface Forest {
  readonly parent: Uint32Array;
  next: number;
}

/** The label of a pixel between its left neighbour's and the least of those above, which become one. */
function labelBy(forest: Forest, label: number, other: number): number {
  if (other === 0 || other === label) return label;
  return label === 0 ? other : join(forest.parent, label, other);
}

/** First pass: provisional labels, numbered as they appear, and which of them touch. */
function provisional({ width, height, data }: Mask, eight: boolean, out: Uint32Array): Forest {
  const forest = { parent: new Uint32Array(data.length + 1), next: 1 };
  for (let y = 0; y < height; y++) {
    const from = y * width;
    for (let x = 0, i = from; x < width; x++, i++) {
      if (data[i] === 0) continue;
      let label = x > 0 ? out[i - 1]! : 0;
      if (y > 0) {
        label = labelBy(forest, label, out[i - width]!);
        if (eight && x > 0) label = labelBy(forest, label, out[i - width - 1]!);
        if (eight && x < width - 1) label = labelBy(forest, label, out[i - width + 1]!);
      }
      if (label === 0) {
        label = forest.next++;
        forest.parent[label] = label;
      }
      out[i] = label;
    }
  }
  return forest;
}

/**
 * Labels connected components 1..n in raster order of their first pixels, as SciPy's and scikit-image's `label` do.
 * Their defaults differ: SciPy's is 4, scikit-image's 8.
 */
export function labelComponents(mask: Mask, connectivity: Connectivity): Labels {
  const data = new Uint32Array(mask.data.length);
  const { parent, next } = provisional(mask, connectivity === 8, data);
  // The root of a component is its least provisional label, which its first pixel has.
  const number = new Uint32Array(next);
  let count = 0;
  for (let label = 1; label < next; label++) {
    const first = root(parent, label);
    number[label] = first === label ? ++count : number[first]!;
  }
  for (let i = 0; i < data.length; i++) data[i] = number[data[i]!]!;
  return { width: mask.width, height: mask.height, data, count };
}

/** Keeps the objects whose label satisfies `keep` and numbers them anew, in raster order. */
export function keepLabels(labels: Labels, keep: (label: number) => boolean): Labels {
  const kept = new Uint8Array(labels.count + 1);
  for (let label = 1; label <= labels.count; label++) kept[label] = keep(label) ? 1 : 0;
  const number = new Uint32Array(labels.count + 1);
  const data = new Uint32Array(labels.data.length);
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    const old = labels.data[i]!;
    if (kept[old] === 0) continue;
    if (number[old] === 0) number[old] = ++count;
    data[i] = number[old]!;
  }
  return { ...labels, data, count };
}

/** Pixels of each label; entry 0 is the background. */
export function labelAreas(labels: Labels): Uint32Array {
  const areas = new Uint32Array(labels.count + 1);
  for (let i = 0; i < labels.data.length; i++) areas[labels.data[i]!]!++;
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
