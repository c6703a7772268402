import { type ActivationMap, unitMap, writePng } from '@roentgen/models';

/** Vermilion of Okabe and Ito's palette, told from grey by every kind of colour vision. */
const HOT: readonly [number, number, number] = [213, 94, 0];
/** How much of the picture the strongest place covers. */
const OPACITY = 0.75;

/** A grey picture (0..1) with what raised the score in colour over it, as an RGB PNG of the picture's size. */
export function heatmapPng(
  plane: { readonly width: number; readonly height: number; readonly data: Float32Array },
  map: ActivationMap,
): Uint8Array {
  const { width, height } = plane;
  const heat = unitMap(map).data;
  const pixels = width * height;
  const data = new Float32Array(3 * pixels);
  for (let i = 0; i < pixels; i++) {
    const cover = OPACITY * heat[i];
    for (const [c, hot] of HOT.entries())
      data[c * pixels + i] = (1 - cover) * plane.data[i] * 255 + cover * hot;
  }
  return writePng({ width, height, channels: 3, data }, 8);
}
