import { expect, it } from 'vitest';
import { differenceColour } from './colours.ts';
import {
  brightness,
  onRim,
  type Pixels,
  paintChannels,
  paintChosen,
  paintDifference,
  paintGrey,
  paintHeat,
  paintLabels,
} from './paint.ts';

const pixels = (painted: Pixels) =>
  Array.from({ length: painted.length / 4 }, (_, i) => [...painted.subarray(4 * i, 4 * i + 4)]);
const reds = (painted: Pixels) => pixels(painted).map(([red]) => red);
const brain = { centre: 40, width: 80, inverted: false };

it('maps a window linearly: black at its low end, white at its high end', () => {
  expect([-10, 0, 20, 40, 80, 200].map((value) => brightness(brain, value))).toEqual([0, 0, 0.25, 0.5, 1, 1]);
  expect(brightness({ ...brain, inverted: true }, 20)).toBe(0.75);
  const step = { centre: 5, width: 0, inverted: false };
  expect([4, 5].map((value) => brightness(step, value))).toEqual([0, 1]);
});

it('paints measures, not stored numbers: CT stored from 0 on is shown in HU', () => {
  // 1024 is 0 HU, 1064 is 40 HU, 1104 is 80 HU.
  const stored = { data: Uint16Array.from([1024, 1064, 1104, 0]), slope: 1, intercept: -1024 };
  expect(pixels(paintGrey(stored, brain))).toEqual([
    [0, 0, 0, 255],
    [128, 128, 128, 255],
    [255, 255, 255, 255],
    [0, 0, 0, 255],
  ]);
});

it('paints the same by table, for many values of few bits, as one by one', () => {
  const values = Array.from({ length: 70_000 }, (_, i) => (i % 6000) - 3000);
  const window = { centre: -600, width: 1500, inverted: true };
  const whole = { slope: 0.5, intercept: 3 };
  const table = paintGrey({ data: Int16Array.from(values), ...whole }, window);
  const single = paintGrey({ data: Float32Array.from(values), ...whole }, window);
  expect(Buffer.from(table.buffer).equals(Buffer.from(single.buffer))).toBe(true);
  expect(reds(paintGrey({ data: Float32Array.of(Number.NaN), slope: 1, intercept: 0 }, brain))).toEqual([0]);
});

it('adds channels up in their colours', () => {
  const painted = paintChannels(
    [
      { data: Uint8Array.of(0, 255, 255), colour: [255, 0, 0], range: [0, 255] },
      { data: Uint16Array.of(1000, 500, 1000), colour: [0, 0, 255], range: [0, 1000] },
    ],
    { centre: 0.5, width: 1, inverted: false },
  );
  expect(pixels(painted).map((pixel) => pixel.slice(0, 3))).toEqual([
    [0, 0, 255],
    [255, 0, 128],
    [255, 0, 255],
  ]);
});

it('paints a difference dark at zero, blue below and orange above, by measures', () => {
  const first = { data: Int16Array.of(10, 0, 20), slope: 1, intercept: 0 };
  const other = { data: Float32Array.of(5, 5, 5), slope: 2, intercept: 0 };
  const [zero, below, above] = pixels(paintDifference(first, other, 10));
  const near = (pixel: readonly number[], colour: readonly number[]) =>
    expect(Math.max(...colour.map((level, i) => Math.abs(pixel[i] - level)))).toBeLessThanOrEqual(1);
  near(zero, differenceColour(0));
  near(below, differenceColour(-1));
  near(above, differenceColour(1));
  expect(Math.max(...differenceColour(0))).toBeLessThan(32);
  expect(below[2]).toBeGreaterThan(below[0] + 100);
  expect(above[0]).toBeGreaterThan(above[2] + 100);
});

it('lets through what a heat map says nothing about', () => {
  const painted = pixels(paintHeat(Float32Array.of(0, 0.2, 1, Number.NaN)));
  expect(painted.map((pixel) => pixel[3])).toEqual([0, 71, 255, 0]);
  const [, middle, high] = painted.map(([red, green, blue]) => red + green + blue);
  expect(high).toBeGreaterThan(middle);
});

/** Two objects that touch, the first 3 x 3 with one inner pixel. */
const labels = Uint32Array.from(
  [
    [0, 0, 0, 0, 0, 0],
    [0, 1, 1, 1, 2, 0],
    [0, 1, 1, 1, 2, 0],
    [0, 1, 1, 1, 2, 0],
    [0, 0, 0, 0, 0, 0],
  ].flat(),
);

it('draws the rim of each object, also where two touch, and fills the inside', () => {
  expect(onRim(labels, 6, 14)).toBe(false); // the middle of object 1
  const alphas = pixels(paintLabels(labels, 6, 0.4)).map((pixel) => pixel[3]);
  expect(alphas[0]).toBe(0);
  expect(alphas[14]).toBe(102);
  expect([7, 8, 9, 13, 15, 19, 20, 21, 10, 16, 22].map((i) => alphas[i])).toEqual(Array(11).fill(255));
});

it('draws the chosen object in white and nothing else', () => {
  const painted = pixels(paintChosen(labels, 6, 2));
  expect(painted.map((pixel) => pixel[3] > 0)).toEqual([...labels].map((label) => label === 2));
  expect(painted[10]).toEqual([255, 255, 255, 255]);
});
