import type { PlaneName } from '../../drawing/scene.ts';
import type { VolumeResult } from '../../protocol.ts';
import { useLinked } from '../linked.ts';
import type { Store } from '../store.ts';
import { useAddressedStages } from '../viewer/addressed.ts';
import { numberWithin, oneOf, writtenFlag, writtenPlace } from '../written.ts';
import { type Mode, middle, modes, type Reader } from './place.ts';

const writtenPlane = oneOf<PlaneName>(['axial', 'coronal', 'sagittal']);
const writtenMode = oneOf<Mode>(modes);
const writtenDivider = numberWithin(0, 1);
const writtenRange = numberWithin(Number.MIN_VALUE, 1e9);

/** Where the reader of a volume is, and how it is compared, as parts of the address. */
export function useAddressedReader(
  store: Store,
  { network, difference }: VolumeResult,
  reader: Reader,
): void {
  const { linked, plane, mode, along, divider, given, range } = reader;
  const { width, height, depth } = network;
  useLinked(store, 'volume', 'plane', plane, writtenPlane, 'axial');
  useLinked(store, 'volume', 'mode', mode, writtenMode, 'beside');
  useLinked(store, 'volume', 'voxel', along, writtenPlace([width, height, depth]), middle);
  useLinked(store, 'volume', 'divider', divider, writtenDivider, 0.5);
  useLinked(store, 'volume', 'given', given, writtenFlag, false);
  useLinked(store, 'volume', 'range', range, writtenRange, difference);
  useAddressedStages(store, 'volume', linked);
}
