import { fitted } from '../../drawing/geometry.ts';
import type { SystemId } from '../../protocol.ts';
import { useLinked } from '../linked.ts';
import type { Store } from '../store.ts';
import { oneOf, type Written, writtenView, writtenWindow } from '../written.ts';
import type { Linked } from './linked.ts';
import { windowOf } from './presets.ts';

const pixels = oneOf(['smooth', 'square']);

const writtenPixels: Written<boolean> = {
  write: (smooth) => (smooth ? 'smooth' : 'square'),
  read(text) {
    const word = pixels.read(text);
    return word === undefined ? undefined : word === 'smooth';
  },
};

/** Zoom, window and the look of pixels of linked stages as parts of the address. */
export function useAddressedStages(store: Store, system: SystemId, linked: Linked): void {
  const { view, window, smooth, presets } = linked;
  useLinked(store, system, 'at', view, writtenView, fitted);
  useLinked(store, system, 'window', window, writtenWindow(presets), windowOf(presets[0]));
  useLinked(store, system, 'pixels', smooth, writtenPixels, true);
}
