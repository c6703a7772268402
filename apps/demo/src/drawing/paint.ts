/** Pixels from measured values. Everything here is a function of its arguments and runs anywhere. */
import { differenceColour, heat, labelColour, type Rgb } from './colours.ts';
import type { Channel, Measured, Values, Window } from './scene.ts';

/** Pixels as a canvas takes them: red, green, blue and alpha, a byte each. */
export type Pixels = Uint8ClampedArray<ArrayBuffer>;

/** How bright a measure is through a window, 0..1. */
export function brightness({ centre, width, inverted }: Window, value: number): number {
  const low = centre - width / 2;
  const share = width > 0 ? Math.min(1, Math.max(0, (value - low) / width)) : value >= centre ? 1 : 0;
  return inverted ? 1 - share : share;
}

const opaque = 0xff000000;
const grey = (level: number) => opaque | (level << 16) | (level << 8) | level;

/** The first number that a type of 8 or 16 bits holds, and how many there are; null for wider types. */
function span(data: Values): { readonly first: number; readonly count: number } | null {
  if (data instanceof Uint8Array || data instanceof Uint8ClampedArray) return { first: 0, count: 256 };
  if (data instanceof Int8Array) return { first: -128, count: 256 };
  if (data instanceof Uint16Array) return { first: 0, count: 65536 };
  if (data instanceof Int16Array) return { first: -32768, count: 65536 };
  return null;
}

/** Measures as opaque grey through a window. NaN is black. */
export function paintGrey({ data, slope, intercept }: Measured, window: Window): Pixels {
  const out = new Uint32Array(data.length);
  const level = (value: number) => Math.round(255 * brightness(window, slope * value + intercept)) || 0;
  const all = span(data);
  if (all !== null && all.count <= data.length) {
    const table = Uint32Array.from({ length: all.count }, (_, i) => grey(level(all.first + i)));
    for (let i = 0; i < data.length; i++) out[i] = table[data[i] - all.first];
  } else for (let i = 0; i < data.length; i++) out[i] = grey(level(data[i]));
  return new Uint8ClampedArray(out.buffer);
}

const white: Rgb = [255, 255, 255];

/** Channels in their colours, added up. */
export function paintChannels(channels: readonly Channel[], window: Window): Pixels {
  const count = channels[0].data.length;
  const sums = new Float32Array(3 * count);
  for (const { data, colour = white, range: [low, high] = [0, 1] } of channels) {
    const step = high > low ? 1 / (high - low) : 0;
    for (let i = 0, to = 0; i < count; i++, to += 3) {
      const level = brightness(window, (data[i] - low) * step);
      sums[to] += level * colour[0];
      sums[to + 1] += level * colour[1];
      sums[to + 2] += level * colour[2];
    }
  }
  const out = new Uint8ClampedArray(4 * count);
  for (let i = 0, from = 0, to = 0; i < count; i++, from += 3, to += 4) {
    out[to] = sums[from];
    out[to + 1] = sums[from + 1];
    out[to + 2] = sums[from + 2];
    out[to + 3] = 255;
  }
  return out;
}

/** A table of colours, 256 steps from the first to the last. */
const ramp = (colour: (share: number) => Rgb) => Array.from({ length: 256 }, (_, i) => colour(i / 255));

/** `first - other` as blue below and orange above zero; `range` is the difference of full colour. */
export function paintDifference(first: Measured, other: Measured, range: number): Pixels {
  const colours = ramp((share) => differenceColour(2 * share - 1));
  const out = new Uint8ClampedArray(4 * first.data.length);
  for (let i = 0; i < first.data.length; i++) {
    const difference =
      first.slope * first.data[i] + first.intercept - (other.slope * other.data[i] + other.intercept);
    const share = Math.min(1, Math.max(0, (difference / range + 1) / 2));
    const [red, green, blue] = colours[Math.round(255 * share) || 0];
    out[4 * i] = red;
    out[4 * i + 1] = green;
    out[4 * i + 2] = blue;
    out[4 * i + 3] = 255;
  }
  return out;
}

/** A map of 0..1 in heat colours; alpha is 1.4 times the value, so that only what says little is seen through. */
export function paintHeat(data: Float32Array): Pixels {
  const colours = ramp(heat);
  const out = new Uint8ClampedArray(4 * data.length);
  for (let i = 0; i < data.length; i++) {
    const value = Math.min(1, Math.max(0, data[i])) || 0;
    const [red, green, blue] = colours[Math.round(255 * value)];
    out[4 * i] = red;
    out[4 * i + 1] = green;
    out[4 * i + 2] = blue;
    out[4 * i + 3] = 255 * Math.min(1, value * 1.4);
  }
  return out;
}

/** Whether a labelled pixel has another label, or the edge of the picture, above, below or beside it. */
export function onRim(labels: Uint32Array, width: number, i: number): boolean {
  const label = labels[i];
  const x = i % width;
  return (
    x === 0 ||
    x === width - 1 ||
    labels[i - 1] !== label ||
    labels[i + 1] !== label ||
    labels[i - width] !== label ||
    labels[i + width] !== label
  );
}

/** Each object in its colour, its rim opaque and its inside as solid as `fill`, 0..1. */
export function paintLabels(labels: Uint32Array, width: number, fill: number, palette?: Uint32Array): Pixels {
  const colours = new Map<number, number>();
  const colourOf = (label: number) => {
    const known = palette?.[label] ?? colours.get(label);
    if (known !== undefined) return known;
    const [red, green, blue] = labelColour(label);
    const colour = (blue << 16) | (green << 8) | red;
    colours.set(label, colour);
    return colour;
  };
  const inside = Math.round(255 * fill) << 24;
  const out = new Uint32Array(labels.length);
  for (let i = 0; i < labels.length; i++)
    if (labels[i] !== 0) out[i] = colourOf(labels[i]) | (onRim(labels, width, i) ? opaque : inside);
  return new Uint8ClampedArray(out.buffer);
}

/** One object in white: its rim opaque, its inside half clear. */
export function paintChosen(labels: Uint32Array, width: number, chosen: number): Pixels {
  const out = new Uint32Array(labels.length);
  for (let i = 0; i < labels.length; i++)
    if (labels[i] === chosen) out[i] = onRim(labels, width, i) ? 0xffffffff : 0x73ffffff;
  return new Uint8ClampedArray(out.buffer);
}
