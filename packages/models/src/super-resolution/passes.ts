import { roundToByte } from '../imaging/resample/index.ts';
import { type EnlargePlan, type Enlarger, enlargePictures, picturesPerRun } from './enlarge.ts';
import { emptyGrid, type Grid } from './grid.ts';
import { addPictures, readPictures, type Stack, stackOf } from './stack.ts';

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
  round = false,
): Promise<void> {
  const size = { width: from.columns, height: from.rows };
  const most = Math.min(picturesPerRun(size, enlarger.reach, plan.maxPixels), from.count);
  const batch = Math.ceil(from.count / Math.ceil(from.count / most));
  for (let done = 0; done < from.count; done += batch) {
    const first = Math.min(done, from.count - batch);
    const pictures = await enlargePictures(enlarger, readPictures(from, first, batch), plan);
    const fresh = pictures.slice(done - first);
    const rounded = fresh.map((plane) => (round ? { ...plane, data: roundToByte(plane.data) } : plane));
    addPictures(to, done, rounded, weight);
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
  await enlargeStack(enlarger, stackOf(volume, 'axial'), stackOf(out, 'axial'), 1, plan, round);
  return out;
}

/** Enlarges along z, into zeros: the mean of what the network makes of the sagittal and of the coronal pictures. */
export async function enlargeDepth(
  enlarger: Enlarger,
  volume: Grid,
  into: Grid,
  plan: EnlargePlan,
): Promise<void> {
  for (const orientation of ['sagittal', 'coronal'] as const)
    await enlargeStack(enlarger, stackOf(volume, orientation), stackOf(into, orientation), 0.5, plan);
}
