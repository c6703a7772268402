import { RoentgenError } from '@roentgen/kernels';
import { reflected } from './mirror.ts';
import type { Plane } from './plane.ts';

/** A square of the picture as the network sees it; it may begin before and end after the picture. */
export interface Tile {
  readonly left: number;
  readonly top: number;
}

/** Equal square tiles that cover a picture; neighbours share at least `overlap` pixels. */
export interface TilePlan {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly overlap: number;
  readonly tiles: readonly Tile[];
}

/**
 * Starts of tiles along one axis: as few as cover `length` with the overlap, spread evenly in whole pixels. A
 * picture smaller than a tile gets one, centred, whose rest is padding.
 */
function starts(length: number, side: number, overlap: number): number[] {
  if (length <= side) return [-Math.floor((side - length) / 2)];
  const steps = Math.ceil((length - side) / (side - overlap));
  return Array.from({ length: steps + 1 }, (_, i) => Math.round((i * (length - side)) / steps));
}

/**
 * Plans tiles for a picture of any size, row by row. Throws `value` unless 0 <= overlap < side. The paper cuts
 * 3200 x 4792 into 4 x 6 tiles of 800 that overlap by 0 and 2 pixels and leave two columns out; this plan leaves none.
 */
export function planTiles(width: number, height: number, side: number, overlap: number): TilePlan {
  const whole = [width, height, side, overlap].every(Number.isInteger);
  if (!whole || width < 1 || height < 1 || overlap < 0 || overlap >= side)
    throw new RoentgenError(
      'value',
      `No tiles of ${side} overlapping by ${overlap} cover ${width} x ${height}.`,
      {
        hint: 'Give whole numbers, and an overlap smaller than the tile.',
      },
    );
  const columns = starts(width, side, overlap);
  const tiles = starts(height, side, overlap).flatMap((top) => columns.map((left) => ({ left, top })));
  return { width, height, side, overlap, tiles };
}

/** A window of the picture that may leave it; beyond the edges the picture is mirrored about its end pixels (NumPy `reflect`). */
export function windowOf(plane: Plane, left: number, top: number, width: number, height: number): Plane {
  const columns = Int32Array.from({ length: width }, (_, x) => reflected(left + x, plane.width));
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = reflected(top + y, plane.height) * plane.width;
    for (let x = 0; x < width; x++) data[y * width + x] = plane.data[from + columns[x]!]!;
  }
  return { width, height, data };
}

/** The pixels of one tile. */
export function cutTile(plane: Plane, plan: TilePlan, tile: Tile): Plane {
  return windowOf(plane, tile.left, tile.top, plan.side, plan.side);
}

/** Pads to the next multiple of `multiple` on the right and at the bottom, mirrored. Undo it with `cropPlane`. */
export function padToMultiple(plane: Plane, multiple: number): Plane {
  const up = (length: number) => Math.ceil(length / multiple) * multiple;
  return windowOf(plane, 0, 0, up(plane.width), up(plane.height));
}

/** How tiles are put together: `blend` weighs each pixel by its distance to the tile's edge, `centre` takes the tile in whose middle it lies most. */
export type Stitching = 'blend' | 'centre';

/** Puts tiles together one by one, in any order, so that no more than one need be held. */
export interface Stitcher {
  add(tile: Tile, data: Float32Array): void;
  /** The whole picture. Throws `value` while a pixel is missing. */
  finish(): Plane;
}

/** Weight of a pixel within a tile: rises from the edge over the overlap, then stays level. */
function ramp(side: number, overlap: number, stitching: Stitching): Float64Array {
  const reach = stitching === 'centre' ? side : Math.max(overlap, 1);
  return Float64Array.from({ length: side }, (_, i) => Math.min(i + 0.5, side - i - 0.5, reach));
}

function expectTile(plan: TilePlan, data: Float32Array): void {
  if (data.length !== plan.side ** 2)
    throw new RoentgenError(
      'shape',
      `A tile of ${plan.side} x ${plan.side} came with ${data.length} values.`,
    );
}

/** Calls `put` for every pixel of a tile that lies in the picture. */
function eachPixel(
  plan: TilePlan,
  { left, top }: Tile,
  put: (pixel: number, x: number, y: number) => void,
): void {
  const { width, height, side } = plan;
  for (let y = Math.max(0, -top); y < Math.min(side, height - top); y++)
    for (let x = Math.max(0, -left); x < Math.min(side, width - left); x++)
      put((top + y) * width + left + x, x, y);
}

/** Begins to put the tiles of a plan together. */
export function stitchTiles(plan: TilePlan, stitching: Stitching = 'blend'): Stitcher {
  const weights = ramp(plan.side, plan.overlap, stitching);
  const sum = new Float32Array(plan.width * plan.height);
  const total = new Float32Array(sum.length);
  const blend = (pixel: number, weight: number, value: number) => {
    sum[pixel]! += weight * value;
    total[pixel]! += weight;
  };
  const take = (pixel: number, weight: number, value: number) => {
    if (weight <= total[pixel]!) return;
    sum[pixel] = weight * value;
    total[pixel] = weight;
  };
  const put = stitching === 'blend' ? blend : take;
  return {
    add(tile, data) {
      expectTile(plan, data);
      eachPixel(plan, tile, (pixel, x, y) => {
        const weight = stitching === 'blend' ? weights[x]! * weights[y]! : Math.min(weights[x]!, weights[y]!);
        put(pixel, weight, data[y * plan.side + x]!);
      });
    },
    finish() {
      const missing = total.indexOf(0);
      if (missing >= 0)
        throw new RoentgenError(
          'value',
          `Pixel ${missing % plan.width}, ${Math.floor(missing / plan.width)} is in no tile added so far.`,
        );
      return { width: plan.width, height: plan.height, data: sum.map((value, i) => value / total[i]!) };
    },
  };
}
