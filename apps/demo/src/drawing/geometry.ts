/** Where a sheet lies on a canvas, and back. All lengths of a canvas are in its own pixels. */
import type { Place, Sheet, View } from './scene.ts';
import { sliceSize } from './slices.ts';

/** A width and a height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Size {
  readonly left: number;
  readonly top: number;
}

/** A place on a canvas. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A sheet's pixels, and how large it is in its unit: mm of a volume, the pixel's unit of a picture. */
export interface Extent extends Size {
  readonly columns: number;
  readonly rows: number;
  readonly unit: 'mm' | 'µm' | 'px';
}

/** The whole sheet in the middle of the stage. */
export const fitted: View = { zoom: 1, x: 0.5, y: 0.5 };

const zooms = { least: 0.25, most: 64 };
const within = (low: number, high: number, value: number) => Math.min(high, Math.max(low, value));

/** How large a sheet is. */
export function extentOf(sheet: Sheet): Extent {
  if (sheet.kind === 'flat') {
    const { width, height, pixel } = sheet;
    return {
      columns: width,
      rows: height,
      width: width * pixel.x,
      height: height * pixel.y,
      unit: pixel.unit,
    };
  }
  const { width, height, across, down } = sliceSize(sheet.volume, sheet.plane);
  return { columns: width, rows: height, width: across, height: down, unit: 'mm' };
}

/** The rectangle that a sheet covers. */
export function sheetRect({ zoom, x, y }: View, extent: Size, canvas: Size): Rect {
  const scale = zoom * Math.min(canvas.width / extent.width, canvas.height / extent.height);
  const [width, height] = [extent.width * scale, extent.height * scale];
  return { left: canvas.width / 2 - x * width, top: canvas.height / 2 - y * height, width, height };
}

/** The place of the sheet under a point of the canvas; outside 0..1 where there is no sheet. */
export const placeAt = ({ x, y }: Point, rect: Rect): Place => ({
  u: (x - rect.left) / rect.width,
  v: (y - rect.top) / rect.height,
});

/** The point of the canvas at a place of the sheet. */
export const pointAt = ({ u, v }: Place, rect: Rect): Point => ({
  x: rect.left + u * rect.width,
  y: rect.top + v * rect.height,
});

/** Zooms by a factor, 0.25 to 64 in all; what is under the point stays there. */
export function zoomAt(view: View, extent: Size, canvas: Size, point: Point, factor: number): View {
  const zoom = within(zooms.least, zooms.most, view.zoom * factor);
  const { u, v } = placeAt(point, sheetRect(view, extent, canvas));
  const { width, height } = sheetRect({ ...view, zoom }, extent, canvas);
  return held({
    zoom,
    x: u - (point.x - canvas.width / 2) / width,
    y: v - (point.y - canvas.height / 2) / height,
  });
}

/** Moves the sheet by pixels of the canvas. */
export function panBy(view: View, extent: Size, canvas: Size, by: Point): View {
  const { width, height } = sheetRect(view, extent, canvas);
  return held({ ...view, x: view.x - by.x / width, y: view.y - by.y / height });
}

/** A view whose middle is on the sheet, so that a sheet cannot be lost. */
const held = ({ zoom, x, y }: View): View => ({ zoom, x: within(0, 1, x), y: within(0, 1, y) });

/** The longest round length, 1, 2 or 5 times a power of ten, of at most so many units. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const digit = [5, 2, 1].find((each) => each * power <= most * (1 + 1e-9)) ?? 1;
  return digit * power;
}

/** A length in words: µm from 1000 on as mm, mm below one as µm. */
export function lengthText(length: number, unit: Extent['unit']): string {
  const [value, word] =
    unit === 'µm' && length >= 1000
      ? [length / 1000, 'mm']
      : unit === 'mm' && length < 1
        ? [length * 1000, 'µm']
        : [length, unit];
  return `${Number(value.toPrecision(3))} ${word}`;
}
