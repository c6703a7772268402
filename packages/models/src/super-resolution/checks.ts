import type { Volume } from '../imaging/types.ts';
import { checkLimits, type InputCheck, type Limits } from '../network/check.ts';

const infinite = Number.POSITIVE_INFINITY;

/** Distances between voxels of the volumes that the shipped networks were trained on, in mm. */
const trained = [0.72, 1.0] as const;

/** Below the reach of the networks most of a picture is border. */
const sides: Limits = { warn: [20, infinite], refuse: [2, infinite] };

/**
 * What there is to say about a volume before the networks see it. They were trained to restore volumes of 0.72 to
 * 1 mm from ones `scale` times coarser; the detail that they add elsewhere comes from another scale of anatomy.
 */
export function checkVolume({ width, height, depth, spacing }: Volume, scale: 2 | 4): InputCheck[] {
  // A tenth more on either side, in two digits.
  const warn = [trained[0] * scale * 0.9, trained[1] * scale * 1.1].map((mm) => Number(mm.toPrecision(2)));
  const limits: Limits = { warn: [warn[0], warn[1]], refuse: [0.01, 50] };
  const [x, y, z] = spacing;
  return [
    checkLimits('size', 'the shortest side', Math.min(width, height, depth), ' voxels', sides),
    checkLimits('spacing', `the distance in the plane (for ${scale}x)`, Math.max(x, y), ' mm', limits),
    checkLimits('depth spacing', `the distance between slices (for ${scale}x)`, z, ' mm', limits),
  ];
}
