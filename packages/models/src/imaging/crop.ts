import { RoentgenError } from '@roentgen/kernels';
import { affineFrom, position } from './formats/affine.ts';
import type { Volume } from './types.ts';

/** Voxels of a volume: from the first to before the second, along x, y and z. */
export interface Region {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly z: readonly [from: number, to: number];
}

function checkRange(axis: string, [from, to]: readonly [number, number], size: number): void {
  const good = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= size;
  if (!good)
    throw new RoentgenError('usage', `no voxels ${from} to ${to} along ${axis}`, {
      hint: `the volume has 0 to ${size}, and the first must be below the second`,
    });
}

/** The voxels in a region, in their places in the patient: the affine's origin moves. Throws `usage` beyond the volume. */
export function volumeRegion(volume: Volume, { x, y, z }: Region): Volume {
  checkRange('x', x, volume.width);
  checkRange('y', y, volume.height);
  checkRange('z', z, volume.depth);
  const [width, height, depth] = [x[1] - x[0], y[1] - y[0], z[1] - z[0]];
  const data = new Float32Array(width * height * depth);
  for (let k = 0; k < depth; k++)
    for (let j = 0; j < height; j++) {
      const at = ((z[0] + k) * volume.height + y[0] + j) * volume.width + x[0];
      data.set(volume.data.subarray(at, at + width), (k * height + j) * width);
    }
  const { affine } = volume;
  const step = (axis: number) => [affine[axis], affine[4 + axis], affine[8 + axis]] as const;
  const origin = position(affine, [x[0], y[0], z[0]]);
  return { ...volume, width, height, depth, data, affine: affineFrom(step(0), step(1), step(2), origin) };
}
