import { RoentgenError } from '@roentgen/kernels';
import { humanBytes } from '../imaging/formats/bytes.ts';

/** Values of a volume, x fastest. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly data: Float32Array;
}

/** A volume of zeros. Throws `memory` where nothing so large can be had in one piece. */
export function emptyGrid(width: number, height: number, depth: number): Grid {
  const values = width * height * depth;
  try {
    return { width, height, depth, data: new Float32Array(values) };
  } catch (cause) {
    throw new RoentgenError(
      'memory',
      `no room for a volume of ${width} x ${height} x ${depth}: ${humanBytes(values * 4)} of memory in one piece`,
      {
        hint: 'Chrome gives 2 GiB at most, the command line more: crop the volume, enlarge it in parts, or choose the smaller scale',
        cause,
      },
    );
  }
}
