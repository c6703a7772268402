import type { HostArray } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import { chainJs } from '../map/functions.ts';
import { algorithms, bothSides } from './algorithm.ts';
import {
  isInput,
  isOutput,
  tilesOver,
  tilesUnder,
  type Winograd,
  type WinogradInput,
  type WinogradOutput,
} from './geometry.ts';

type Values = readonly (HostArray | null)[];

/** Calls `visit` with the item, first row and first column of every tile in units of tiles, in the order of positions. */
function eachTile(
  { batch, tilesY, tilesX }: { batch: number; tilesY: number; tilesX: number },
  visit: (position: number, item: number, row: number, column: number) => void,
): void {
  for (let position = 0; position < batch * tilesY * tilesX; position++) {
    const line = Math.floor(position / tilesX);
    visit(position, Math.floor(line / tilesY), line % tilesY, position % tilesX);
  }
}

/** B^T d B of every tile and channel, d the inputs under it. */
function transformed(
  { attributes, inputs }: Problem<WinogradInput>,
  [x, scale, shift]: Values,
): Float64Array {
  const { bt, sources, step } = algorithms[attributes.algorithm];
  const [, channels, height, width] = inputs[0]!.shape;
  const tiles = tilesOver(attributes, inputs[0]!);
  const pre = chainJs(attributes.pre);
  const [padTop, padLeft] = attributes.pads;
  const v = new Float64Array(bt.length ** 2 * channels * tiles.positions);
  const d = new Float64Array(sources ** 2);
  eachTile(tiles, (position, item, row, column) => {
    for (let c = 0; c < channels; c++) {
      for (let k = 0; k < d.length; k++) {
        const iy = row * step + Math.floor(k / sources) - padTop;
        const ix = column * step + (k % sources) - padLeft;
        const inside = iy >= 0 && iy < height && ix >= 0 && ix < width;
        const value = inside ? x![((item * channels + c) * height + iy) * width + ix] : 0;
        d[k] = inside && scale ? pre(value * scale[c] + shift![c]) : value;
      }
      for (const [k, product] of bothSides(bt, d).entries())
        v[(k * channels + c) * tiles.positions + position] = product;
    }
  });
  return v;
}

/** after(residual + activation(bias + A^T m A)) of every tile and channel, m its products. */
function gathered(
  { attributes, outputs }: Problem<WinogradOutput>,
  [m, bias, residual]: Values,
): Float64Array {
  const { at, products } = algorithms[attributes.algorithm];
  const [batch, channels, height, width] = outputs[0].shape;
  const tiles = tilesUnder(attributes);
  const activation = chainJs(attributes.activation);
  const after = chainJs(attributes.after);
  const y = new Float64Array(batch * channels * height * width);
  eachTile(tiles, (position, item, row, column) => {
    for (let c = 0; c < channels; c++) {
      const own = Float64Array.from(
        { length: products ** 2 },
        (_, k) => m![(k * channels + c) * tiles.positions + position],
      );
      for (const [k, sum] of bothSides(at, own).entries()) {
        const oy = row * at.length + Math.floor(k / at.length);
        const ox = column * at.length + (k % at.length);
        if (oy >= height || ox >= width) continue;
        const to = ((item * channels + c) * height + oy) * width + ox;
        y[to] = after(activation(sum + (bias ? bias[c] : 0)) + (residual ? residual[to] : 0));
      }
    }
  });
  return y;
}

/** The definition of the family, in float64. */
export function winogradReference(problem: Problem<Winograd>, values: Values): readonly Float64Array[] {
  if (isInput(problem)) return [transformed(problem, values)];
  return isOutput(problem) ? [gathered(problem, values)] : [];
}
