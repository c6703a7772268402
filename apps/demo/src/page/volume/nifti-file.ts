import type { MeasuredVolume } from '../../drawing/scene.ts';

/** A volume with at most `most` voxels: every second, third… of each axis where there are more. */
export function thinned(
  volume: MeasuredVolume,
  most: number,
): { readonly volume: MeasuredVolume; readonly step: number } {
  const { width, height, depth, spacing, affine, data } = volume;
  const step = Math.ceil(Math.cbrt((width * height * depth) / most));
  if (step <= 1) return { volume, step: 1 };
  const [w, h, d] = [width, height, depth].map((length) => Math.ceil(length / step));
  const out = new (data.constructor as new (length: number) => typeof data)(w * h * d);
  let to = 0;
  for (let z = 0; z < d; z++)
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) out[to++] = data[step * (x + width * (y + height * z))];
  const grid = {
    width: w,
    height: h,
    depth: d,
    spacing: spacing.map((length) => length * step) as unknown as MeasuredVolume['spacing'],
    affine: affine.map((value, i) => (i < 12 && i % 4 < 3 ? value * step : value)),
  };
  return { volume: { ...volume, ...grid, data: out }, step };
}

const types = { int16: { code: 4, bits: 16 }, float32: { code: 16, bits: 32 } } as const;

/** A NIfTI-1 header: size, spacing, rescale and sform, all that a viewer needs. */
function header({ width, height, depth, spacing, affine, slope, intercept }: MeasuredVolume, float: boolean) {
  const view = new DataView(new ArrayBuffer(352));
  const { code, bits } = types[float ? 'float32' : 'int16'];
  const shorts = (at: number, ...values: number[]) => {
    values.forEach((value, i) => {
      view.setInt16(at + 2 * i, value, true);
    });
  };
  const floats = (at: number, ...values: number[]) => {
    values.forEach((value, i) => {
      view.setFloat32(at + 4 * i, value, true);
    });
  };
  view.setInt32(0, 348, true);
  shorts(40, 3, width, height, depth, 1, 1, 1, 1);
  shorts(70, code, bits);
  floats(76, 1, ...spacing);
  floats(108, 352, slope, intercept);
  view.setUint8(123, 2); // millimetres
  shorts(252, 0, 1); // no qform; sform: scanner coordinates
  floats(280, ...affine.slice(0, 12));
  new Uint8Array(view.buffer).set([0x6e, 0x2b, 0x31, 0], 344); // "n+1"
  return view;
}

/** A volume as an uncompressed NIfTI-1 file in memory, for a viewer that reads files: int16 with a rescale, or float32. */
export function niftiFile(volume: MeasuredVolume, name: string): File {
  const { data } = volume;
  const float = !(data instanceof Int16Array);
  // A copy: a file cannot be made of memory that is shared.
  return new File([header(volume, float), float ? new Float32Array(data) : new Int16Array(data)], name);
}
