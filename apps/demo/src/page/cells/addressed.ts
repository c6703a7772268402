import type { WatershedSettings } from '@roentgen/models';
import { useMemo } from 'preact/hooks';
import { type Knob, useLinked } from '../linked.ts';
import type { Store } from '../store.ts';
import { useAddressedStages } from '../viewer/addressed.ts';
import { numberOrAuto, numberWithin, oneOf, writtenFlag } from '../written.ts';
import type { CellsSession } from './session.ts';

/** One of the watershed's settings by itself. A session whose result is no longer shown takes no more wishes. */
function knobOf<K extends keyof WatershedSettings>(
  { state }: Store,
  { settings, change, result }: CellsSession,
  name: K,
): Knob<WatershedSettings[K]> {
  return {
    get value() {
      return settings.value[name];
    },
    set value(next) {
      if (state.cells.peek() === result) change({ [name]: next });
    },
    peek: () => settings.peek()[name],
  };
}

function knobsOf(store: Store, session: CellsSession) {
  return {
    threshold: knobOf(store, session, 'threshold'),
    area: knobOf(store, session, 'minimumArea'),
    seeds: knobOf(store, session, 'seeds'),
    spacing: knobOf(store, session, 'seedSpacing'),
    smoothing: knobOf(store, session, 'smoothing'),
    radius: knobOf(store, session, 'nucleusRadius'),
    border: knobOf(store, session, 'border'),
  };
}

const written = {
  threshold: numberWithin(0.05, 0.95),
  area: numberWithin(0, 1e6),
  distance: oneOf<WatershedSettings['seeds']>(['distance', 'none']),
  nuclei: oneOf<WatershedSettings['seeds']>(['nuclei', 'distance', 'none']),
  spacing: { ...numberWithin(1, 40), read: (text: string) => wholeNumber(numberWithin(1, 40).read(text)) },
  smoothing: numberWithin(0, 6),
  radius: numberOrAuto(2, 40),
  border: oneOf<WatershedSettings['border']>(['keep', 'remove']),
  percent: numberWithin(0, 100),
};

const wholeNumber = (value: number | undefined) => (Number.isInteger(value) ? value : undefined);

/** How a map becomes cells, and how they are drawn, as parts of the address. Which cells were deleted or selected is not. */
export function useAddressedCells(store: Store, session: CellsSession): void {
  const { linked, opacity, fill, coloured, result } = session;
  const knobs = useMemo(() => knobsOf(store, session), [store, session]);
  // As the run left them: a field of several that is shown again comes with what was done to it.
  const { threshold, minimumArea, seeds, seedSpacing, smoothing, nucleusRadius, border } =
    result.found.settings;
  const seedKinds = result.channels.length > 1 ? written.nuclei : written.distance;
  useLinked(store, 'cells', 'threshold', knobs.threshold, written.threshold, threshold);
  useLinked(store, 'cells', 'area', knobs.area, written.area, minimumArea);
  useLinked(store, 'cells', 'seeds', knobs.seeds, seedKinds, seeds);
  useLinked(store, 'cells', 'spacing', knobs.spacing, written.spacing, seedSpacing);
  useLinked(store, 'cells', 'smoothing', knobs.smoothing, written.smoothing, smoothing);
  useLinked(store, 'cells', 'radius', knobs.radius, written.radius, nucleusRadius);
  useLinked(store, 'cells', 'border', knobs.border, written.border, border);
  useLinked(store, 'cells', 'labels', opacity, written.percent, 80);
  useLinked(store, 'cells', 'fill', fill, written.percent, 30);
  useLinked(store, 'cells', 'coloured', coloured, writtenFlag, false);
  useAddressedStages(store, 'cells', linked);
}
