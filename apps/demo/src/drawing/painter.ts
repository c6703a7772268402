/** Puts a scene on a canvas. Layers are kept between paintings, so that zooming and panning compute no pixel anew. */
import { extentOf, type Rect, type Size, sheetRect } from './geometry.ts';
import { drawMarks } from './marks.ts';
import {
  type Pixels,
  paintChannels,
  paintChosen,
  paintDifference,
  paintGrey,
  paintHeat,
  paintLabels,
} from './paint.ts';
import type {
  BoxOverlay,
  HeatOverlay,
  LabelOverlay,
  Measured,
  Overlay,
  Scene,
  Sheet,
  Window,
} from './scene.ts';
import { cutSlice, sliceSize } from './slices.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Layers of the last painting by what they were painted from. */
export interface Layers {
  /** The layer of this key; `paint` is called where there is none yet. */
  take(key: string, size: Size, paint: () => Pixels): OffscreenCanvas;
  /** Forgets layers that were not taken since the last call. */
  sweep(): void;
}

/**
 * A surface that the processor holds, so that a lost device loses no picture. It holds for surfaces that are in no
 * document only: Chrome keeps those that stand in for a canvas of the page on the GPU, whatever is asked of it.
 */
export function softCanvas(size: Size, alpha = true): readonly [OffscreenCanvas, Context] {
  const canvas = new OffscreenCanvas(size.width, size.height);
  return [canvas, canvas.getContext('2d', { alpha, willReadFrequently: true })!];
}

export function createLayers(): Layers {
  let kept = new Map<string, OffscreenCanvas>();
  let taken = new Map<string, OffscreenCanvas>();
  const make = (size: Size, pixels: Pixels) => {
    const [canvas, context] = softCanvas(size);
    context.putImageData(new ImageData(pixels, size.width, size.height), 0, 0);
    return canvas;
  };
  return {
    take(key, size, paint) {
      const layer = taken.get(key) ?? kept.get(key) ?? make(size, paint());
      taken.set(key, layer);
      return layer;
    },
    sweep() {
      kept = taken;
      taken = new Map();
    },
  };
}

/** The measures of a sheet of one channel as they hang. */
function measures(sheet: Sheet): Measured {
  if (sheet.kind === 'flat') return { data: sheet.channels[0].data, slope: 1, intercept: 0 };
  const { slope, intercept } = sheet.volume;
  return { data: cutSlice(sheet.volume, sheet.plane, sheet.index), slope, intercept };
}

function sheetPixels(sheet: Sheet, window: Window): Pixels {
  if (sheet.kind === 'slice') return paintGrey(measures(sheet), window);
  const [first] = sheet.channels;
  const plain = sheet.channels.length === 1 && first.colour === undefined;
  if (!plain) return paintChannels(sheet.channels, window);
  const [low, high] = first.range ?? [0, 1];
  const slope = 1 / (high - low || 1);
  return paintGrey({ data: first.data, slope, intercept: -low * slope }, window);
}

const pixelsOf = (sheet: Sheet): Size =>
  sheet.kind === 'flat' ? sheet : sliceSize(sheet.volume, sheet.plane);

/** What one painting needs at hand. `keyOf` gives a text that is the same only for equal things. */
interface Work {
  readonly context: Context;
  readonly scene: Scene;
  readonly layers: Layers;
  readonly keyOf: (thing: unknown) => string;
  readonly rect: Rect;
}

function put({ context, rect }: Work, layer: OffscreenCanvas, smooth: boolean, opacity = 1): void {
  // A picture that is made smaller is always smoothed: leaving pixels out would show patterns that are not in it.
  context.imageSmoothingEnabled = smooth || rect.width < layer.width;
  context.imageSmoothingQuality = 'medium';
  context.globalAlpha = opacity;
  context.drawImage(layer, rect.left, rect.top, rect.width, rect.height);
  context.globalAlpha = 1;
}

function putSheet(work: Work, sheet: Sheet): void {
  const { scene, layers, keyOf } = work;
  const key = keyOf(['sheet', sheet, scene.window]);
  put(
    work,
    layers.take(key, pixelsOf(sheet), () => sheetPixels(sheet, scene.window)),
    scene.smooth && scene.crisp !== true,
  );
}

/** Runs `paint` where the canvas is at the left or right of `x`. */
function clipped(context: Context, left: number, width: number, paint: () => void): void {
  context.save();
  context.beginPath();
  context.rect(left, 0, width, context.canvas.height);
  context.clip();
  paint();
  context.restore();
}

function putBase(work: Work): void {
  const { scene, context, layers, keyOf } = work;
  const { sheet, compare } = scene;
  if (compare?.kind === 'swipe') {
    const { width } = context.canvas;
    const at = Math.round(compare.at * width);
    clipped(context, 0, at, () => putSheet(work, sheet));
    clipped(context, at, width - at, () => putSheet(work, compare.other));
    return;
  }
  if (compare?.kind !== 'difference') {
    putSheet(work, sheet);
    return;
  }
  const { other, range } = compare;
  const paint = () => paintDifference(measures(sheet), measures(other), range);
  put(work, layers.take(keyOf(['difference', sheet, other, range]), pixelsOf(sheet), paint), scene.smooth);
}

function putBox({ context, scene, rect }: Work, box: BoxOverlay): void {
  const { columns, rows } = extentOf(scene.sheet);
  const [sx, sy] = [rect.width / columns, rect.height / rows];
  const [x, y] = [rect.left + box.left * sx, rect.top + box.top * sy];
  context.globalAlpha = box.opacity;
  context.lineWidth = 1.5 * scene.density;
  context.setLineDash([6 * scene.density, 4 * scene.density]);
  context.strokeStyle = '#7fd4ff';
  context.strokeRect(x, y, box.width * sx, box.height * sy);
  context.setLineDash([]);
  context.font = `${11 * scene.density}px system-ui, sans-serif`;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillStyle = '#7fd4ff';
  if (box.text !== undefined) context.fillText(box.text, x + 5 * scene.density, y + 5 * scene.density);
  context.globalAlpha = 1;
}

function putHeat(work: Work, { data, width, height, opacity }: HeatOverlay): void {
  const layer = work.layers.take(work.keyOf(['heat', data]), { width, height }, () => paintHeat(data));
  put(work, layer, true, opacity);
}

function putLabels(work: Work, overlay: LabelOverlay): void {
  const { layers, keyOf } = work;
  const { data, width, opacity, fill, chosen, palette } = overlay;
  const all = layers.take(keyOf(['labels', data, fill, palette ?? null]), overlay, () =>
    paintLabels(data, width, fill, palette),
  );
  put(work, all, false, opacity);
  if (chosen === 0) return;
  const one = layers.take(keyOf(['chosen', data, chosen]), overlay, () => paintChosen(data, width, chosen));
  put(work, one, false, opacity);
}

function putOverlay(work: Work, overlay: Overlay): void {
  if (overlay.opacity === 0) return;
  if (overlay.kind === 'box') putBox(work, overlay);
  else if (overlay.kind === 'heat') putHeat(work, overlay);
  else putLabels(work, overlay);
}

/** Paints all of a scene. */
export function paintScene(
  context: Context,
  scene: Scene,
  layers: Layers,
  keyOf: (thing: unknown) => string,
): void {
  const { width, height } = context.canvas;
  const extent = extentOf(scene.sheet);
  const rect = sheetRect(scene.view, extent, context.canvas);
  context.fillStyle = '#000';
  context.fillRect(0, 0, width, height);
  const work: Work = { context, scene, layers, keyOf, rect };
  putBase(work);
  for (const overlay of scene.overlays ?? []) putOverlay(work, overlay);
  drawMarks(context, scene, context.canvas, extent, rect);
  layers.sweep();
}
