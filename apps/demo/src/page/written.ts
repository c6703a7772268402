/**
 * How settings are written in an address, and read back. An address is anybody's writing: what is no setting is read as
 * undefined, numbers are held to their limits, and whatever stands there becomes a default or a number, never code.
 */
import { fitted } from '../drawing/geometry.ts';
import type { View, Window } from '../drawing/scene.ts';
import { type Preset, windowOf } from './viewer/presets.ts';

/** One setting as text: letters, digits, `_`, `.`, `+` and `-`, 40 at most. */
export interface Written<T> {
  write(value: T): string;
  /** Undefined where the text is no such setting. */
  read(text: string): T | undefined;
}

/** One of a few words. */
export const oneOf = <T extends string>(words: readonly T[]): Written<T> => ({
  write: (value) => value,
  read: (text) => words.find((word) => word === text),
});

/** Yes or no. */
export const writtenFlag: Written<boolean> = {
  write: (value) => (value ? 'yes' : 'no'),
  read: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
};

const short = (value: number, digits: number) => String(Number(value.toPrecision(digits)));

/** A decimal number as people and `short` write it. */
function decimal(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const between = (value: number | undefined, low: number, high: number) =>
  value !== undefined && value >= low && value <= high ? value : undefined;

/** A number within limits, of so many digits. */
export const numberWithin = (low: number, high: number, digits = 4): Written<number> => ({
  write: (value) => short(value, digits),
  read: (text) => between(decimal(text), low, high),
});

/** A number within limits, or none. */
export function numberOrAuto(low: number, high: number): Written<number | null> {
  const number = numberWithin(low, high);
  return {
    write: (value) => (value === null ? 'auto' : number.write(value)),
    read: (text) => (text === 'auto' ? null : number.read(text)),
  };
}

/** Numbers with underscores between them, each within its limits. */
function numbersOf(
  text: string,
  limits: readonly (readonly [low: number, high: number])[],
): number[] | undefined {
  const parts = text.split('_');
  const values = limits.flatMap(([low, high], i) => between(decimal(parts[i] ?? ''), low, high) ?? []);
  return parts.length === limits.length && values.length === limits.length ? values : undefined;
}

/** Zoom and middle: `2.5_0.4_0.6`. The whole picture is the one object that says so. */
export const writtenView: Written<View> = {
  write: ({ zoom, x, y }) => [short(zoom, 4), short(x, 4), short(y, 4)].join('_'),
  read(text) {
    const unit = [0, 1] as const;
    const found = numbersOf(text, [[0.25, 64], unit, unit]);
    if (found === undefined) return undefined;
    const [zoom, x, y] = found;
    return zoom === fitted.zoom && x === fitted.x && y === fitted.y ? fitted : { zoom, x, y };
  },
};

/** The name of a window as a word: `Auto, 1 to 99 %` is `auto-1-to-99`. */
const slug = ({ name }: Preset) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30);

/** A window by the name of its preset, else as centre and width; `.inverted` behind it: `lung`, `40_80.inverted`. */
export const writtenWindow = (presets: readonly Preset[]): Written<Window> => ({
  write({ centre, width, inverted }) {
    const preset = presets.find((each) => each.centre === centre && each.width === width);
    const plain = preset === undefined ? `${short(centre, 5)}_${short(width, 5)}` : slug(preset);
    return inverted ? `${plain}.inverted` : plain;
  },
  read(text) {
    const [, plain, turned] = /^(.*?)(\.inverted)?$/.exec(text) ?? [];
    const inverted = turned !== undefined;
    const preset = presets.find((each) => slug(each) === plain);
    if (preset !== undefined) return { ...windowOf(preset), inverted };
    const most = 1e9;
    const found = numbersOf(plain ?? '', [
      [-most, most],
      [Number.MIN_VALUE, most],
    ]);
    return found === undefined ? undefined : { centre: found[0], width: found[1], inverted };
  },
});

/** A voxel of a grid of these sizes, counted from 1 as the page does, as fractions of the way: `38_46_21`. */
export const writtenPlace = (
  sizes: readonly [number, number, number],
): Written<readonly [number, number, number]> => ({
  write: (along) => along.map((at, i) => Math.min(sizes[i], Math.floor(at * sizes[i]) + 1)).join('_'),
  read(text) {
    const found = numbersOf(
      text,
      sizes.map((size) => [1, size] as const),
    );
    if (found?.every(Number.isInteger) !== true) return undefined;
    const [x, y, z] = found.map((voxel, i) => (voxel - 0.5) / sizes[i]);
    return [x, y, z];
  },
});
