import type { PlaneName } from '../drawing/scene.ts';
import { cutSlice, hang, sliceSize } from '../drawing/slices.ts';
import type { ShownVolume } from '../protocol.ts';
import { greyPixels, type Pixels } from './picture.tsx';

export type { PlaneName } from '../drawing/scene.ts';
export { planes, sliceCount } from '../drawing/slices.ts';

/** One slice, turned as radiologists hang it. */
export interface Slice {
  readonly pixels: Pixels;
  /** Letters at the left, right, top and bottom edge. */
  readonly edges: readonly [string, string, string, string];
  /** Width over height in millimetres. */
  readonly ratio: number;
}

/** Cuts slice `index` out of a volume. */
export function sliceOf(volume: ShownVolume, plane: PlaneName, index: number): Slice {
  const { width, height, across, down } = sliceSize(volume, plane);
  const grey = cutSlice({ ...volume, slope: 1, intercept: 0 }, plane, index);
  return {
    pixels: greyPixels(width, height, grey),
    edges: hang(volume, plane).edges,
    ratio: across / down,
  };
}
