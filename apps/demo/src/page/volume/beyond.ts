/** Voxels of the network's volume beyond the input around them: where they lie on a slice, and the way to the worst. */
import type { MeasuredVolume, Place, PlaneName } from '../../drawing/scene.ts';
import { hang, sliceSize } from '../../drawing/slices.ts';
import type { VolumeResult } from '../../protocol.ts';
import { type Along, crossAt, indexAt, type Reader } from './place.ts';

/** Squares along the longer side of a slice that fits the stage; voxels in one square share a ring, so that rings stay apart. */
const squaresAtFit = 24;

/** What of a slice goes beyond the input: how many voxels, and a ring for each neighbourhood of them. */
export interface BeyondHere {
  readonly count: number;
  readonly rings: readonly Place[];
}

/** Those of the voxels, given by index, that lie on a slice; the nearer it is seen, the more rings there are. */
export function beyondOn(
  places: Uint32Array,
  volume: MeasuredVolume,
  plane: PlaneName,
  index: number,
  zoom = 1,
): BeyondHere {
  const { columns, rows, through, turnColumns, turnRows } = hang(volume, plane);
  const { width, height } = sliceSize(volume, plane);
  const squares = squaresAtFit * 2 ** Math.max(0, Math.floor(Math.log2(zoom)));
  const side = Math.max(1, Math.max(width, height) / squares);
  const sums = new Map<number, { u: number; v: number; count: number }>();
  let count = 0;
  for (const at of places) {
    const line = Math.floor(at / volume.width);
    const voxel = [at % volume.width, line % volume.height, Math.floor(line / volume.height)];
    if (voxel[through] !== index) continue;
    count++;
    const column = turnColumns ? width - 1 - voxel[columns] : voxel[columns];
    const row = turnRows ? height - 1 - voxel[rows] : voxel[rows];
    const square = Math.floor(row / side) * width + Math.floor(column / side);
    const sum = sums.get(square) ?? { u: 0, v: 0, count: 0 };
    sums.set(square, {
      u: sum.u + (column + 0.5) / width,
      v: sum.v + (row + 0.5) / height,
      count: sum.count + 1,
    });
  }
  const rings = [...sums.values()].map((sum) => ({ u: sum.u / sum.count, v: sum.v / sum.count }));
  return { count, rings };
}

/** The place of the voxel that goes farthest; null where none goes beyond the input. */
function worstAlong({ network, overshoot }: VolumeResult): Along | null {
  if (overshoot.worst === null) return null;
  const [x, y, z] = overshoot.worst.voxel;
  return [(x + 0.5) / network.width, (y + 0.5) / network.height, (z + 0.5) / network.depth];
}

/** Where the voxel that goes farthest lies on a slice; null where it lies on another. */
export function worstOn(result: VolumeResult, plane: PlaneName, index: number): Place | null {
  const along = worstAlong(result);
  if (along === null || indexAt(result.network, plane, along) !== index) return null;
  return crossAt(result.network, plane, along);
}

/** Shows the difference at the voxel that goes farthest, near enough to see it. */
export function goToWorst(result: VolumeResult, reader: Reader): void {
  const along = worstAlong(result);
  if (along === null) return;
  const { u, v } = crossAt(result.network, reader.plane.value, along);
  const { view } = reader.linked;
  reader.mode.value = 'difference';
  reader.along.value = along;
  view.value = { zoom: Math.max(4, view.value.zoom), x: u, y: v };
}
