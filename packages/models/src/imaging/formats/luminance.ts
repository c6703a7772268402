import type { Raster } from '../types.ts';

/**
 * A colour picture's luminance (ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B) as one channel; for a picture of
 * one channel, itself. Alpha, the second or fourth channel, is left out. Grey stored as RGB keeps its values.
 */
export function luminance(raster: Raster): Raster {
  if (raster.channels === 1) return raster;
  const pixels = raster.width * raster.height;
  const [red, green, blue] = [0, 1, 2].map((c) => raster.data.subarray(c * pixels, (c + 1) * pixels));
  if (raster.channels === 2) return { ...raster, channels: 1, data: red.slice() };
  const mix = (value: number, i: number) =>
    value === green[i] && value === blue[i] ? value : 0.299 * value + 0.587 * green[i] + 0.114 * blue[i];
  return { ...raster, channels: 1, data: red.map(mix) };
}
