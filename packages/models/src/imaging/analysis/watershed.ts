import { RoentgenError } from '@roentgen/kernels';
import type { Labels } from '../types.ts';
import { type FloodQueue, heapQueue, levelQueue, type Waiting } from './flood-queue.ts';
import { expectSameSize, type Mask, type Plane } from './plane.ts';

export interface WatershedOptions {
  /** Floods only where this is foreground; everywhere without it. */
  readonly mask?: Mask;
  /** Leaves a line of 0, one pixel wide, between basins. Seeds of different basins should not touch. */
  readonly line?: boolean;
}

/** Everything with a rim of one pixel that is never flooded, so that neighbours need no bounds check. */
interface Flood {
  readonly stride: number;
  readonly level: Float32Array;
  readonly open: Uint8Array;
  readonly labels: Uint32Array;
}

function rimmed(plane: Plane, seeds: Labels, mask: Mask | undefined): Flood {
  const { width, height } = plane;
  const stride = width + 2;
  const size = stride * (height + 2);
  const flood = {
    stride,
    level: new Float32Array(size),
    open: new Uint8Array(size),
    labels: new Uint32Array(size),
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const to = (y + 1) * stride + x + 1;
      flood.level[to] = plane.data[from]!;
      flood.open[to] = mask === undefined || mask.data[from] !== 0 ? 1 : 0;
      flood.labels[to] = flood.open[to] === 1 ? seeds.data[from]! : 0;
    }
  return flood;
}

/** Whether a pixel about to get `label` touches another basin; it then becomes a line and is closed. */
function isLine({ open, labels, stride }: Flood, index: number, label: number): boolean {
  if (open[index] === 0) return true;
  const differs = (neighbour: number) =>
    open[neighbour] === 1 && labels[neighbour] !== 0 && labels[neighbour] !== label;
  if (!differs(index - stride) && !differs(index - 1) && !differs(index + 1) && !differs(index + stride))
    return false;
  open[index] = 0;
  return true;
}

/** Puts the open, unlabelled neighbours of a pixel into the queue; they flood no earlier than the pixel itself. */
function spread(
  flood: Flood,
  queue: FloodQueue,
  { level, index, source }: Waiting,
  age: number,
  line: boolean,
) {
  const { stride, open, labels } = flood;
  let next = age;
  for (let side = 0; side < 4; side++) {
    const neighbour = index + (side === 0 ? -stride : side === 1 ? -1 : side === 2 ? 1 : stride);
    if (open[neighbour] === 0 || labels[neighbour] !== 0) continue;
    if (!line) labels[neighbour] = labels[index]!;
    queue.push(Math.max(flood.level[neighbour]!, level), ++next, neighbour, source);
  }
  return next;
}

/** Floods from the seeds until nothing is left. With lines a pixel gets its label when its turn comes, not when found. */
function run(flood: Flood, queue: FloodQueue, line: boolean): void {
  const { labels } = flood;
  let age = 1;
  for (let i = 0; i < labels.length; i++) if (labels[i] !== 0) queue.push(flood.level[i]!, 0, i, i);
  const at: Waiting = { level: 0, age: 0, index: 0, source: 0 };
  while (queue.size > 0) {
    queue.pop(at);
    if (line) {
      if (labels[at.index] !== 0 && at.index !== at.source) continue;
      const label = labels[at.source]!;
      if (!isLine(flood, at.index, label)) labels[at.index] = label;
    }
    age = spread(flood, queue, at, age, line);
  }
}

const fewLevels = 64;

/** The ranks of a picture's values where it has at most 64 different ones; their order is all that flooding asks for. */
function ranked(plane: Plane): { readonly plane: Plane; readonly levels: number } | undefined {
  const values = new Set<number>();
  for (let i = 0; i < plane.data.length; i++) {
    if (i === 0 || plane.data[i] !== plane.data[i - 1]) values.add(plane.data[i]!);
    if (values.size > fewLevels) return undefined;
  }
  const sorted = Float32Array.from(values).sort();
  const rank = new Map(Array.from(sorted, (value, i) => [value, i]));
  return { plane: { ...plane, data: plane.data.map((value) => rank.get(value)!) }, levels: sorted.length };
}

/**
 * Marker-controlled watershed with 4-connectivity: basins grow from the seeds in order of pixel value and, among
 * equal values, of the time of discovery. Agrees with scikit-image's `watershed` from 0.25.2 on (older
 * ones let a pixel flood before the one it was reached from). Throws `shape` for pictures of different
 * size and `value` for NaN.
 */
export function watershed(plane: Plane, seeds: Labels, options: WatershedOptions = {}): Labels {
  expectSameSize('The picture to flood and its seeds', plane, seeds);
  if (options.mask) expectSameSize('The picture to flood and its mask', plane, options.mask);
  if (plane.data.some(Number.isNaN))
    throw new RoentgenError('value', 'The picture to flood holds NaN, which has no place in an order.');
  const few = ranked(plane);
  const flood = rimmed(few?.plane ?? plane, seeds, options.mask);
  run(flood, few ? levelQueue(few.levels) : heapQueue(), options.line ?? false);
  const { width, height } = plane;
  const data = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + 1) * flood.stride + 1;
    data.set(flood.labels.subarray(from, from + width), y * width);
  }
  return { width, height, data, count: seeds.count };
}
