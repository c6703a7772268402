/** Where the reader is in a volume. */
import { effect, type Signal, signal } from '@preact/signals';
import { fitted } from '../../drawing/geometry.ts';
import type { Spot } from '../../drawing/probe.ts';
import type { MeasuredVolume, PlaneName, SliceSheet, View } from '../../drawing/scene.ts';
import { hang, planes, sliceCount } from '../../drawing/slices.ts';
import type { VolumeResult } from '../../protocol.ts';
import { createLinked, type Linked } from '../viewer/linked.ts';
import { volumePresets } from '../viewer/presets.ts';

/** Fractions of the way along x, y and z of the voxels, the same in volumes of different grids. */
export type Along = readonly [number, number, number];

export const modes = ['beside', 'swipe', 'difference', 'flip', 'planes'] as const;
/** How the network's volume is compared. */
export type Mode = (typeof modes)[number];

/** Everything that the volume view remembers about one result. */
export interface Reader {
  readonly linked: Linked;
  readonly plane: Signal<PlaneName>;
  readonly along: Signal<Along>;
  readonly mode: Signal<Mode>;
  /** The interpolation takes the network's place. */
  readonly held: Signal<boolean>;
  /** The divider of the swipe. */
  readonly divider: Signal<number>;
  /** Swiped against the volume as given instead of the interpolation. */
  readonly given: Signal<boolean>;
  /** The difference of full colour. */
  readonly range: Signal<number>;
  /** The difference map rings what goes beyond the input. */
  readonly rings: Signal<boolean>;
  /** The 3D view is open. */
  readonly solid: Signal<boolean>;
}

/** Where a reader begins. */
export const middle: Along = [0.5, 0.5, 0.5];

export function createReader({ reading, difference }: VolumeResult): Reader {
  return {
    linked: createLinked(volumePresets(reading)),
    plane: signal('axial'),
    along: signal<Along>(middle),
    mode: signal('beside'),
    held: signal(false),
    divider: signal(0.5),
    given: signal(false),
    range: signal(difference),
    rings: signal(true),
    solid: signal(false),
  };
}

/** The slice of a plane that lies at a place. */
export function indexAt(volume: MeasuredVolume, plane: PlaneName, along: Along): number {
  const count = sliceCount(volume, plane);
  return Math.min(count - 1, Math.floor(along[planes[plane].through] * count));
}

/** The slice of a volume at a place. */
export const sheetAt = (volume: MeasuredVolume, plane: PlaneName, along: Along): SliceSheet => ({
  kind: 'slice',
  volume,
  plane,
  index: indexAt(volume, plane, along),
});

/** The place in the middle of slice `index` of a plane, elsewhere as it was; held to the volume. */
export function toSlice(volume: MeasuredVolume, plane: PlaneName, along: Along, index: number): Along {
  const count = sliceCount(volume, plane);
  const next: [number, number, number] = [...along];
  next[planes[plane].through] = (Math.min(count - 1, Math.max(0, index)) + 0.5) / count;
  return next;
}

/** The place of the voxel that is pointed at. */
export function toSpot({ width, height, depth }: MeasuredVolume, { voxel }: Spot, along: Along): Along {
  if (voxel === null) return along;
  return [(voxel[0] + 0.5) / width, (voxel[1] + 0.5) / height, (voxel[2] + 0.5) / depth];
}

/** Where a place lies on the slice of a plane that goes through it. */
export function crossAt(volume: MeasuredVolume, plane: PlaneName, along: Along) {
  const { columns, rows, turnColumns, turnRows } = hang(volume, plane);
  return {
    u: turnColumns ? 1 - along[columns] : along[columns],
    v: turnRows ? 1 - along[rows] : along[rows],
  };
}

/** Signals for a stage of another plane: all but the middle of its view and the cursor, which lie elsewhere there. */
export const ownView = (linked: Linked): Linked => ({
  ...linked,
  view: signal(fitted),
  cursor: signal(null),
});

/** Keeps the zoom of two views the same, and fits both; returns what ends it. */
export function sameZoom(one: Signal<View>, other: Signal<View>): () => void {
  const follow = (from: Signal<View>, to: Signal<View>) =>
    effect(() => {
      const { zoom } = from.value;
      if (from.value === fitted) to.value = fitted;
      else if (to.peek().zoom !== zoom) to.value = { ...to.peek(), zoom };
    });
  const ends = [follow(one, other), follow(other, one)];
  return () => {
    for (const end of ends) end();
  };
}
