import { RoentgenError } from '@roentgen/kernels';
import {
  type Baseline,
  enlargeVolume,
  roundToByte,
  sliceQuality,
  toUnitBytes,
  type Volume,
  valueRange,
} from '@roentgen/models';

/** One way of enlarging, and how close it came to the reference. */
export interface QualityRow {
  readonly method: 'network' | Baseline;
  /** Mean over axial slices, in dB. */
  readonly psnr: number;
  readonly ssim: number;
}

const BASELINES: readonly Baseline[] = ['trilinear', 'bicubic', 'lanczos'];

/** Throws 'shape' unless the reference has the size that the result will have. */
export function checkReference(reference: Volume, low: Volume, scale: number): void {
  const sides = ['width', 'height', 'depth'] as const;
  if (sides.every((side) => reference[side] === low[side] * scale)) return;
  const size = (volume: Volume, factor: number) => sides.map((side) => volume[side] * factor).join(' x ');
  throw new RoentgenError(
    'shape',
    `the reference is ${size(reference, 1)}, the result will be ${size(low, scale)}`,
    {
      hint: 'the reference has to be the volume that the input was reduced from',
    },
  );
}

/**
 * PSNR and SSIM of a result and of interpolation, as the paper counts them: on 8-bit values over the reference's range, per
 * axial slice.
 */
export function compareWith(reference: Volume, low: Volume, result: Volume, scale: number): QualityRow[] {
  const [black, white] = valueRange(reference);
  const bytes = (volume: Volume): Volume => ({
    ...volume,
    data: roundToByte(volume.data.map((value) => (value - black) / (white - black))),
  });
  const truth = toUnitBytes(reference);
  const reduced = bytes(low);
  const rows = BASELINES.map(
    (method): QualityRow => ({ method, ...sliceQuality(truth, enlargeVolume(reduced, scale, method), 1) }),
  );
  return [...rows, { method: 'network', ...sliceQuality(truth, bytes(result), 1) }];
}
