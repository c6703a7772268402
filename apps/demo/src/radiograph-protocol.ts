/** What is found in radiographs, as it travels from the worker to the page. */
import type { CardOperatingPoint, Zone } from '@roentgen/models';
import type { Check, PlainError, Told } from './protocol.ts';

/** Grey values from 0 (black, air) to 1, row by row. */
export interface GreyPlane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** One file of a batch of radiographs: scored, refused by its checks, or not read. */
export interface BatchRow {
  readonly file: string;
  /** Null where the checks refused the picture, or it could not be read. */
  readonly score: number | null;
  readonly zone: Zone | null;
  /** The view that the file's header states. */
  readonly view: string | null;
  readonly checks: readonly Check[];
  /** Why it could not be read; what can be read can be looked at. */
  readonly error: PlainError | null;
}

export interface RadiographResult extends Told {
  readonly system: 'radiograph';
  readonly picture: GreyPlane;
  /** What the network was given, 224 x 224; null where the checks kept the picture from it. */
  readonly seen: GreyPlane | null;
  /** Null where a check refused the picture: then no network has run, and `checks` says why. */
  readonly score: number | null;
  /** Where the score lies; null without a score, or for a model of the user's own. */
  readonly zone: Zone | null;
  /** The zone in the words that the command line uses too. */
  readonly zoneText: string | null;
  readonly scores: readonly { readonly finding: string; readonly score: number; readonly trained: boolean }[];
  /** How to read the score; null for a model of the user's own. */
  readonly reading: CardOperatingPoint | null;
  readonly view: string | null;
  /** All files, in their order, where there were several; this result is that of the one at `shown`. */
  readonly batch: readonly BatchRow[] | null;
  readonly shown: number;
  /** Contributions that raised the score over the largest of them, 0..1, on the picture's grid. Null: no map. */
  readonly map: {
    readonly data: Float32Array;
    /** The largest contribution to the logit. */
    readonly peak: number;
    readonly seen: {
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly height: number;
    };
  } | null;
}
