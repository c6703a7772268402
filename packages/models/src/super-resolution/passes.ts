import { RoentgenError } from '@roentgen/kernels';
import { roundToByte } from '../imaging/resample/index.ts';
import { type EnlargePlan, type Enlarger, enlargePictures, picturesPerRun } from './enlarge.ts';
import { addPictures, readPictures, type Stack, stackOf } from './stack.ts';

/** Values of a volume, x fastest. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly data: Float32Array;
}

function emptyGrid(width: number, height: number, depth: number): Grid {
  try {
    return { width, height, depth, data: new Float32Array(width * height * depth) };
  } catch (cause) {
    const size = ((width * height * depth * 4) / 2 ** 30).toFixed(1);
    throw new RoentgenError(
      'memory',
      `no room for a volume of ${width} x ${height} x ${depth}: ${size} GiB`,
      {
        hint: 'crop the volume, or choose the smaller scale',
        cause,
      },
    );
  }
}

/**
 * Puts a stack through a network in equal batches, so that one compiled shape serves all: the last batch reaches back
 * over pictures that are done already.
 */
async function enlargeStack(
  enlarger: Enlarger,
  from: Stack,
  to: Stack,
  weight: number,
  plan: EnlargePlan,
): Promise<void> {
  const size = { width: from.columns, height: from.rows };
  const most = Math.min(picturesPerRun(size, enlarger.reach, plan.maxPixels), from.count);
  const batch = Math.ceil(from.count / Math.ceil(from.count / most));
  for (let done = 0; done < from.count; done += batch) {
    const first = Math.min(done, from.count - batch);
    const pictures = await enlargePictures(enlarger, readPictures(from, first, batch), plan);
    addPictures(to, done, pictures.slice(done - first), weight);
  }
}

/** Enlarges every axial picture; with `round`, to multiples of 1/255. */
export async function enlargeInPlane(
  enlarger: Enlarger,
  volume: Grid,
  plan: EnlargePlan,
  round: boolean,
): Promise<Grid> {
  const [rows, columns] = enlarger.reach.scale;
  const out = emptyGrid(volume.width * columns, volume.height * rows, volume.depth);
  await enlargeStack(enlarger, stackOf(volume, 'axial'), stackOf(out, 'axial'), 1, plan);
  return round ? { ...out, data: roundToByte(out.data) } : out;
}

/** Enlarges along z: the mean of what the network makes of the sagittal and of the coronal pictures. */
export async function enlargeDepth(enlarger: Enlarger, volume: Grid, plan: EnlargePlan): Promise<Grid> {
  const out = emptyGrid(volume.width, volume.height, volume.depth * enlarger.reach.scale[1]);
  for (const orientation of ['sagittal', 'coronal'] as const)
    await enlargeStack(enlarger, stackOf(volume, orientation), stackOf(out, orientation), 0.5, plan);
  return out;
}
