import { RoentgenError } from '@roentgen/kernels';
import type { Labels } from '../types.ts';
import { labelComponents } from './components.ts';
import { FloodQueue } from './flood-queue.ts';
import { expectSameSize, type Mask, type Plane } from './plane.ts';
import { type Ranks, ranksOf } from './ranks.ts';

export interface WatershedOptions {
  /** Floods only where this is foreground; everywhere without it. */
  readonly mask?: Mask;
  /** Leaves a line of 0, one pixel wide, between basins. Seeds of different basins should not touch. */
  readonly line?: boolean;
}

/** Everything with a rim of one pixel that is never flooded, so that neighbours need no bounds check. */
interface Flood {
  readonly stride: number;
  readonly level: Int32Array;
  /** 1 where water may still come: in the mask, and not on a line. */
  readonly open: Uint8Array;
  readonly labels: Int32Array;
  /** With lines: the label that was last told to come here. */
  readonly told: Int32Array;
}

interface Sea {
  readonly width: number;
  readonly height: number;
  readonly open: Uint8Array;
  readonly seeds: Uint32Array;
}

function rimmed({ width, height, open, seeds }: Sea, { rank }: Ranks): Flood {
  const stride = width + 2;
  const size = stride * (height + 2);
  const flood = {
    stride,
    level: new Int32Array(size),
    open: new Uint8Array(size),
    labels: new Int32Array(size),
    told: new Int32Array(size),
  };
  for (let y = 0; y < height; y++)
    for (let x = 0, from = y * width, to = (y + 1) * stride + 1; x < width; x++, from++, to++) {
      if (open[from] === 0) continue;
      flood.level[to] = rank[from]!;
      flood.open[to] = 1;
      flood.labels[to] = seeds[from]!;
    }
  return flood;
}

/** Puts the open, unlabelled neighbours of a pixel into the queue; they flood no earlier than the pixel itself. */
function spread({ stride, level, open, labels }: Flood, queue: FloodQueue): void {
  const { index, label, level: from } = queue;
  for (let side = 0; side < 4; side++) {
    const next = index + (side === 0 ? -stride : side === 1 ? -1 : side === 2 ? 1 : stride);
    if (open[next] === 0 || labels[next] !== 0) continue;
    labels[next] = label;
    queue.push(level[next]! > from ? level[next]! : from, next, label);
  }
}

/** Floods to the end without lines: a pixel gets its label when it is found. */
function run(flood: Flood, queue: FloodQueue): void {
  while (queue.size > 0) {
    queue.next();
    spread(flood, queue);
  }
}

/** Whether an open pixel about to get `label` touches another basin. */
function meets({ open, labels, stride }: Flood, index: number, label: number): boolean {
  const [a, b] = [labels[index - stride]!, labels[index - 1]!];
  const [c, d] = [labels[index + 1]!, labels[index + stride]!];
  return (
    (a !== 0 && a !== label && open[index - stride] === 1) ||
    (b !== 0 && b !== label && open[index - 1] === 1) ||
    (c !== 0 && c !== label && open[index + 1] === 1) ||
    (d !== 0 && d !== label && open[index + stride] === 1)
  );
}

/**
 * The same with lines: a pixel gets its label when its turn comes, so that it may wait for several. Once no seeds wait,
 * a label that was the last to be told to come here is not told again: it would come later, and change nothing.
 */
function spreadTold({ stride, level, open, labels, told }: Flood, queue: FloodQueue, all: boolean): void {
  const { index, label, level: from } = queue;
  for (let side = 0; side < 4; side++) {
    const next = index + (side === 0 ? -stride : side === 1 ? -1 : side === 2 ? 1 : stride);
    if (open[next] === 0 || labels[next] !== 0 || (told[next] === label && !all)) continue;
    told[next] = label;
    queue.push(level[next]! > from ? level[next]! : from, next, label);
  }
}

/** Floods to the end with lines. */
function runWithLines(flood: Flood, queue: FloodQueue): void {
  const { open, labels } = flood;
  while (queue.size > 0) {
    queue.next();
    const { index, label, seed } = queue;
    if (labels[index] !== 0 && !seed) continue;
    if (open[index] === 1) {
      if (meets(flood, index, label)) open[index] = 0;
      else labels[index] = label;
    }
    spreadTold(flood, queue, queue.seedsWait);
  }
}

/** Which label a connected part of the mask has if it has one only; 0: none, -1: several. */
function onlyLabels(parts: Labels, seeds: Uint32Array): Int32Array {
  const only = new Int32Array(parts.count + 1);
  for (let i = 0; i < seeds.length; i++) {
    const [seed, part] = [seeds[i]!, parts.data[i]!];
    if (seed === 0 || part === 0 || only[part] === seed) continue;
    only[part] = only[part] === 0 ? seed : -1;
  }
  return only;
}

/** Whether two seeds in a part that floods from several have one level: then the order of seeds matters. */
function hasTies(plane: Plane, parts: Labels, only: Int32Array, seeds: Uint32Array): boolean {
  const planted: number[] = [];
  for (let i = 0; i < seeds.length; i++) if (seeds[i] !== 0 && only[parts.data[i]!] === -1) planted.push(i);
  const [part, level] = [(i: number) => parts.data[i]!, (i: number) => plane.data[i]!];
  planted.sort((i, j) => part(i) - part(j) || level(i) - level(j));
  return planted.some((i, at) => {
    const before = planted[at - 1] ?? i;
    return part(i) === part(before) && level(i) === level(before) && seeds[i] !== seeds[before];
  });
}

/** The plain labels of a flood, without its rim, and with the labels of parts that needed no flood. */
function unrimmed({ labels, stride }: Flood, { width, height }: Sea): Uint32Array {
  const data = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + 1) * stride + 1;
    data.set(labels.subarray(from, from + width), y * width);
  }
  return data;
}

function plantAll({ labels, level }: Flood, queue: FloodQueue, inHeap: boolean): void {
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue;
    if (inHeap) queue.plantInHeap(level[i]!, i, labels[i]!);
    else queue.plant(level[i]!, i, labels[i]!);
  }
}

function withLines(plane: Plane, sea: Sea): Uint32Array {
  const ranks = ranksOf(plane, sea.open);
  const flood = rimmed(sea, ranks);
  const queue = new FloodQueue(ranks.levels, flood.labels.length);
  plantAll(flood, queue, true);
  runWithLines(flood, queue);
  return unrimmed(flood, sea);
}

/** The sea without the parts that have one label or none. */
function crowded(sea: Sea, parts: Labels, only: Int32Array): Sea {
  const open = sea.open.slice();
  for (let i = 0; i < open.length; i++) if (only[parts.data[i]!] !== -1) open[i] = 0;
  return { ...sea, open };
}

/**
 * Without lines the connected parts of the mask flood without regard to one another: one with a single label gets it
 * everywhere, and only those with several are flooded. Seeds of one level, though, have an order that follows from all
 * that waits, everywhere; where it matters everything is flooded.
 */
function withoutLines(plane: Plane, sea: Sea): Uint32Array {
  const { width, height, open, seeds } = sea;
  const parts = labelComponents({ width, height, data: open }, 4);
  const only = onlyLabels(parts, seeds);
  const ties = hasTies(plane, parts, only, seeds);
  const rest = ties ? sea : crowded(sea, parts, only);
  const ranks = ranksOf(plane, rest.open);
  const flood = rimmed(rest, ranks);
  const queue = new FloodQueue(ranks.levels, 1 << 16);
  plantAll(flood, queue, ties);
  run(flood, queue);
  const data = unrimmed(flood, sea);
  for (let i = 0; i < data.length; i++) {
    const label = only[parts.data[i]!]!;
    if (label > 0) data[i] = label;
  }
  return data;
}

function checkNumbers({ data }: Plane): void {
  for (let i = 0; i < data.length; i++)
    if (Number.isNaN(data[i]!))
      throw new RoentgenError('value', 'The picture to flood holds NaN, which has no place in an order.');
}

/**
 * Marker-controlled watershed with 4-connectivity: basins grow from the seeds in order of pixel value and, among
 * equal values, of the time of discovery. Agrees with scikit-image's `watershed` from 0.25.2 on (older
 * ones let a pixel flood before the one it was reached from). Throws `shape` for pictures of different
 * size and `value` for NaN.
 */
export function watershed(plane: Plane, seeds: Labels, options: WatershedOptions = {}): Labels {
  const { width, height } = plane;
  const { mask } = options;
  expectSameSize('The picture to flood and its seeds', plane, seeds);
  if (mask) expectSameSize('The picture to flood and its mask', plane, mask);
  checkNumbers(plane);
  const open = new Uint8Array(width * height).fill(1);
  if (mask) for (let i = 0; i < open.length; i++) if (mask.data[i] === 0) open[i] = 0;
  const sea = { width, height, open, seeds: seeds.data };
  const data = options.line ? withLines(plane, sea) : withoutLines(plane, sea);
  return { width, height, data, count: seeds.count };
}
