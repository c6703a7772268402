import type { Plane } from './plane.ts';

/** Where each value stands in the order of all values, from 0; equal values have one rank. */
export interface Ranks {
  readonly rank: Int32Array;
  readonly levels: number;
}

const fewLevels = 64;

/** The ranks of a picture's values if it has at most 64 different ones. */
function fewRanks({ data }: Plane): Ranks | undefined {
  const values: number[] = [];
  let last = Number.NaN;
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (value === last) continue;
    last = value;
    if (values.includes(value)) continue;
    if (values.length === fewLevels) return undefined;
    values.push(value);
  }
  values.sort((a, b) => a - b);
  const rank = new Int32Array(data.length);
  let at = 0;
  for (let i = 0; i < data.length; i++) {
    if (data[i] !== values[at]) at = values.indexOf(data[i]!);
    rank[i] = at;
  }
  return { rank, levels: values.length };
}

/** Bits of a digit: three of them hold a float32. */
const digit = 11;
const digits = 1 << digit;

/** Moves `from` to `to` in the order of one digit of their keys, equals as they come. */
function sortByDigit(keys: Uint32Array, from: Int32Array, to: Int32Array, shift: number): void {
  const starts = new Int32Array(digits + 1);
  for (let i = 0; i < from.length; i++) starts[((keys[from[i]!]! >>> shift) & (digits - 1)) + 1]!++;
  for (let d = 0; d < digits; d++) starts[d + 1]! += starts[d]!;
  for (let i = 0; i < from.length; i++) {
    const at = from[i]!;
    to[starts[(keys[at]! >>> shift) & (digits - 1)]!++] = at;
  }
}

/** Float32 bits as whole numbers in the same order; -0 is 0. */
function orderedKeys(data: Float32Array): Uint32Array {
  const keys = new Uint32Array(Float32Array.from(data).buffer);
  for (let i = 0; i < keys.length; i++) {
    const bits = keys[i]!;
    keys[i] = bits === 0x80000000 ? bits : bits >>> 31 === 1 ? ~bits : bits | 0x80000000;
  }
  return keys;
}

/** Ranks of the values where `open` is 1, by a radix sort; what lies elsewhere is not ranked. */
export function ranksOf(plane: Plane, open: Uint8Array): Ranks {
  const few = fewRanks(plane);
  if (few) return few;
  const keys = orderedKeys(plane.data);
  let count = 0;
  for (let i = 0; i < open.length; i++) count += open[i]!;
  let order = new Int32Array(count);
  for (let i = 0, at = 0; i < open.length; i++) if (open[i] === 1) order[at++] = i;
  let other = new Int32Array(count);
  for (let shift = 0; shift < 32; shift += digit) {
    sortByDigit(keys, order, other, shift);
    [order, other] = [other, order];
  }
  const rank = new Int32Array(keys.length);
  let level = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0 && keys[order[i]!] !== keys[order[i - 1]!]) level++;
    rank[order[i]!] = level;
  }
  return { rank, levels: level + 1 };
}
