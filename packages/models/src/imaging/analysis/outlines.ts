import type { Labels } from '../types.ts';

/**
 * A closed outline along the edges of pixels: corners x0, y0, x1, y1, … in whole numbers from the picture's upper left
 * corner, where pixel (x, y) covers x..x+1 and y..y+1. The object lies on the right hand of whoever walks it, so that
 * outer outlines run clockwise as seen on a screen and holes the other way round.
 */
export type Ring = Int32Array;

/** The outlines of one object: filled by the even-odd or the non-zero rule, they cover its pixels and no others. */
export interface Outline {
  readonly label: number;
  readonly rings: readonly Ring[];
}

/** East, south, west, north. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** The pixel ahead on the left of someone at a corner who looks east, south, west or north; ahead on the right. */
const aheadLeft = [
  [0, -1],
  [0, 0],
  [-1, 0],
  [-1, -1],
] as const;
const aheadRight = [
  [0, 0],
  [-1, 0],
  [-1, -1],
  [0, -1],
] as const;

/** Walks around an object from the upper side of a pixel, and marks every upper side that it passes. */
function walk({ width, height, data }: Labels, passed: Uint8Array, from: number): Ring {
  const label = data[from];
  const [startX, startY] = [from % width, Math.floor(from / width)];
  const inside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === label;
  const corners: number[] = [];
  let [x, y, facing] = [startX, startY, 0];
  do {
    if (facing === 0) passed[y * width + x] = 1;
    x += steps[facing][0];
    y += steps[facing][1];
    const [left, right] = [aheadLeft[facing], aheadRight[facing]];
    // A left turn first joins pixels that touch at a corner only, as 8-connected labels do.
    const turn = inside(x + left[0], y + left[1]) ? 3 : inside(x + right[0], y + right[1]) ? 0 : 1;
    if (turn !== 0) corners.push(x, y);
    facing = (facing + turn) % 4;
  } while (x !== startX || y !== startY || facing !== 0);
  return Int32Array.from(corners);
}

/**
 * Outlines of every object along the edges of its pixels, in order of label; labels without pixels are left out. Parts
 * that touch at a corner share a ring; holes and parts that lie apart have rings of their own.
 */
export function traceOutlines(labels: Labels): Outline[] {
  const { width, data } = labels;
  const passed = new Uint8Array(data.length);
  const rings = new Map<number, Ring[]>();
  for (let i = 0; i < data.length; i++) {
    const label = data[i];
    if (label === 0 || passed[i] === 1 || (i >= width && data[i - width] === label)) continue;
    const found = rings.get(label);
    const ring = walk(labels, passed, i);
    if (found === undefined) rings.set(label, [ring]);
    else found.push(ring);
  }
  return [...rings].map(([label, each]) => ({ label, rings: each })).sort((a, b) => a.label - b.label);
}
