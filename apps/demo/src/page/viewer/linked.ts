import { type Signal, signal } from '@preact/signals';
import { fitted } from '../../drawing/geometry.ts';
import type { Place, View, Window } from '../../drawing/scene.ts';
import { download } from '../download.ts';
import type { Drawing } from './drawing.ts';
import { type Preset, windowOf } from './presets.ts';

/** What a drag with the first button does. */
export type Tool = 'move' | 'window' | 'probe';

/** What several stages have in common: change one and all follow. */
export interface Linked {
  readonly view: Signal<View>;
  readonly window: Signal<Window>;
  readonly tool: Signal<Tool>;
  /** Interpolated between pixels. */
  readonly smooth: Signal<boolean>;
  /** Where one of the stages is pointed at. */
  readonly cursor: Signal<Place | null>;
  /** The first is what the picture opens with. */
  readonly presets: readonly Preset[];
  /** Stages on the page, in their order; each adds and removes itself. */
  readonly stages: Set<number>;
}

/** Signals for stages that are to move together. */
export function createLinked(presets: readonly Preset[]): Linked {
  return {
    view: signal(fitted),
    window: signal(windowOf(presets[0])),
    tool: signal('move'),
    smooth: signal(true),
    cursor: signal(null),
    presets,
    stages: new Set(),
  };
}

/** Saves the linked stages as they are painted, side by side. */
export async function savePng(drawing: Drawing, linked: Linked, name: string): Promise<void> {
  download(await drawing.png([...linked.stages]), name);
}
