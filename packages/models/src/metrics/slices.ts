import { RoentgenError } from '@roentgen/kernels';
import { psnr } from './psnr.ts';
import { ssim } from './ssim.ts';

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly data: Float32Array;
}

/**
 * PSNR and SSIM of each axial slice, averaged over all slices, as the super-resolution paper's authors count them:
 * the infinite PSNR of two equal slices counts as 100 dB, no border is cut. `range` as in `psnr` and `ssim`.
 */
export function sliceQuality(reference: Grid, test: Grid, range: number): { psnr: number; ssim: number } {
  const { width, height, depth } = reference;
  if (test.width !== width || test.height !== height || test.depth !== depth)
    throw new RoentgenError(
      'shape',
      `The reference is ${width} x ${height} x ${depth}, the test volume ${test.width} x ${test.height} x ${test.depth}.`,
    );
  const total = { psnr: 0, ssim: 0 };
  for (let z = 0; z < depth; z++) {
    const a = reference.data.subarray(z * width * height, (z + 1) * width * height);
    const b = test.data.subarray(z * width * height, (z + 1) * width * height);
    const ratio = psnr(a, b, range);
    total.psnr += ratio === Number.POSITIVE_INFINITY ? 100 : ratio;
    total.ssim += ssim(a, b, width, height, range);
  }
  return { psnr: total.psnr / depth, ssim: total.ssim / depth };
}
