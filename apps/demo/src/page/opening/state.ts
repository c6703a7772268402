import { type Signal, signal } from '@preact/signals';
import type { Found, ModelReport, Openable, Progress, Skipped, SystemId, Take } from '../../protocol.ts';
import type { Pace } from './estimate.ts';

/** Files that were looked at, and what may be opened of them. */
export interface Intake {
  readonly found: Pick<Found, 'files' | 'bytes' | 'milliseconds'>;
  readonly offered: readonly Openable[];
  readonly skipped: readonly Skipped[];
  /** What the user is asked to choose; null once something is open. */
  readonly question: string | null;
  /** Ids of the things that are open. */
  readonly opened: readonly string[];
}

/** Files that are being looked at. */
export interface Reading {
  readonly title: string;
  readonly progress: Progress;
}

/** A volume that waits for its settings. */
export interface Pending {
  readonly thing: Openable;
  /** What the settings were when it was last started, if it was. */
  readonly take: Take;
}

/** A network that was turned down, and its file for another card. */
export interface RefusedModel {
  readonly report: ModelReport;
  readonly file: File;
}

/** Everything that the page shows about opening files. */
export interface OpeningState {
  readonly intake: Signal<Intake | null>;
  readonly reading: Signal<Reading | null>;
  readonly pending: Signal<Pending | null>;
  /** The network that each card uses instead of the shipped one. */
  readonly networks: Signal<Readonly<Record<SystemId, ModelReport | null>>>;
  /** A network that does not fit the card that it was given to. */
  readonly refused: Signal<RefusedModel | null>;
  /** Seconds per pixel of the volume networks on this adapter. */
  readonly pace: Signal<Pace>;
}

/** Nothing was opened yet. */
export function createOpeningState(): OpeningState {
  return {
    intake: signal(null),
    reading: signal(null),
    pending: signal(null),
    networks: signal({ radiograph: null, volume: null, cells: null }),
    refused: signal(null),
    pace: signal({}),
  };
}
