import { type Signal, signal } from '@preact/signals';
import type {
  AdapterReport,
  CellsResult,
  Obstacle,
  PlainError,
  Progress,
  RadiographResult,
  SampleName,
  SystemId,
  VolumeResult,
} from '../protocol.ts';
import type { ViewSettings } from './address.ts';
import type { ChannelQuestion } from './cells/channels.ts';
import type { CellsSession } from './cells/session.ts';
import { createOpeningState, type OpeningState } from './opening/state.ts';

/** Work that is going on. */
export interface Running {
  readonly system: SystemId;
  readonly title: string;
  readonly startedAt: number;
  /** When this stage began. */
  readonly stageAt: number;
  readonly progress: Progress;
  readonly stopping: boolean;
}

/** A line about a file: taken, skipped or refused, and why. */
export interface Notice {
  readonly level: 'ok' | 'skip' | 'error';
  readonly text: string;
}

export interface Failure {
  readonly system: SystemId | null;
  readonly what: string;
  readonly error: PlainError;
}

export type Dialog =
  | { readonly kind: 'help' | 'storage' | 'palette' }
  | { readonly kind: 'provenance'; readonly system: SystemId };

/** What the page is about, by the part of its address after `#`. */
export type Route = 'systems' | 'bench';

/** Everything the page shows. */
export interface State {
  readonly route: Signal<Route>;
  readonly adapter: Signal<AdapterReport | null>;
  readonly obstacle: Signal<Obstacle | null>;
  readonly active: Signal<SystemId | null>;
  readonly running: Signal<Running | null>;
  readonly failure: Signal<Failure | null>;
  readonly notices: Signal<readonly Notice[]>;
  /** Files that are looked at, and what was found. */
  readonly opening: OpeningState;
  readonly dialog: Signal<Dialog | null>;
  readonly models: Signal<Readonly<Record<SystemId, File | null>>>;
  readonly scale: Signal<2 | 4>;
  /** The generated sample that each card was last asked for; null: none, or the user's own files. */
  readonly samples: Signal<Readonly<Record<SystemId, SampleName | null>>>;
  /** How each card's result is looked at, as the address has it. */
  readonly views: Signal<Readonly<Record<SystemId, ViewSettings>>>;
  readonly radiograph: Signal<RadiographResult | null>;
  readonly volume: Signal<VolumeResult | null>;
  readonly cells: Signal<CellsResult | null>;
  /** What the user does with the cells of the last result. */
  readonly cellsSession: Signal<CellsSession | null>;
  /** What is asked about the channels of a field that is being opened. */
  readonly channels: Signal<ChannelQuestion | null>;
  /** One sentence for screen readers. */
  readonly spoken: Signal<string>;
}

/** The state of a page that was just opened. */
export function createState(): State {
  return {
    route: signal('systems'),
    adapter: signal(null),
    obstacle: signal(null),
    active: signal(null),
    running: signal(null),
    failure: signal(null),
    notices: signal([]),
    opening: createOpeningState(),
    dialog: signal(null),
    models: signal({ radiograph: null, volume: null, cells: null }),
    scale: signal(2),
    samples: signal({ radiograph: null, volume: null, cells: null }),
    views: signal({ radiograph: {}, volume: {}, cells: {} }),
    radiograph: signal(null),
    volume: signal(null),
    cells: signal(null),
    cellsSession: signal(null),
    channels: signal(null),
    spoken: signal(''),
  };
}
