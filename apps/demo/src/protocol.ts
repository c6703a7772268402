/** What the page and its worker say to each other. Plain data, so that it survives the journey. */
import type { BenchReport, BenchRow } from '@roentgen/bench';
import type { Overshoot, Region } from '@roentgen/models';
import type { CellsAnswers, CellsRequest, CellsResult, ChannelChoice } from './cells-protocol.ts';
import type { MeasuredVolume } from './drawing/scene.ts';
import type { Found, GivenFile, ModelReport } from './opening-protocol.ts';
import type { RadiographResult } from './radiograph-protocol.ts';

export type { CellsResult } from './cells-protocol.ts';
export type {
  Extent,
  Found,
  GivenFile,
  ModelReport,
  Openable,
  SkipGroup,
  Skipped,
} from './opening-protocol.ts';
export type { BatchRow, GreyPlane, RadiographResult } from './radiograph-protocol.ts';

/** The three systems, one card each. */
export const systemIds = ['radiograph', 'volume', 'cells'] as const;
export type SystemId = (typeof systemIds)[number];

/** Pictures that the page generates itself. */
export type SampleName = 'chest' | 'chest-opacity' | 'head' | 'nuclei' | 'cells';

/** What of a volume's files is to be taken, all of it where nothing is said, and what is done with the result. */
export interface Take {
  /** Of a file of several volumes: which one, from 0. */
  readonly volume?: number;
  readonly region?: Region;
  /** Joins a series across its gaps, although places beyond them are wrong then. */
  readonly allowGaps?: boolean;
  /** Holds each voxel of the result to the input around it: the models' `limitOvershoot`. */
  readonly limit?: boolean;
}

/** What a run starts from. */
export type Source =
  | { readonly kind: 'sample'; readonly name: SampleName }
  | {
      readonly kind: 'files';
      readonly files: readonly File[];
      /** Where each file lay within what was opened. A file that was dropped in a folder does not know it by itself. */
      readonly paths?: readonly string[];
      /** Which opening these files came with: two sources of one opening are the same files. */
      readonly opening?: number;
      /** Of a series in files of several frames: which frames of each file. All, where it is left out. */
      readonly frames?: readonly (readonly number[])[];
      readonly take?: Take;
      /** Of several radiographs or fields of cells: which one to show. The first that has a result, where it is left out. */
      readonly show?: number;
    };

/** A weights file of the site: what is known of it before it is asked for. */
export interface WeightsFile {
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Figures of the file as it ships, in words. */
  readonly measured: readonly string[];
}
export type Weights = Readonly<Record<string, WeightsFile>>;

/** An error as it travels; see `RoentgenError`. */
export interface PlainError {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly node?: string;
}

/** Where a job is. `done` of `total` counts bytes for `download` and pieces of work for the others. */
export interface Progress {
  readonly stage:
    | 'read'
    | 'decode'
    | 'download'
    | 'check'
    | 'plan'
    | 'tune'
    | 'compile'
    | 'upload'
    | 'run'
    | 'finish'
    | 'save'
    | 'measure'
    | 'time';
  readonly done?: number;
  readonly total?: number;
  /** Of files that are looked at or decoded: bytes behind `done` and `total`, or, of a single file, instead of them. */
  readonly bytes?: { readonly done: number; readonly total: number };
  /** What is being read, downloaded, run or timed. */
  readonly what?: string;
  /** Of a benchmark: rows that have come in. */
  readonly rows?: readonly BenchRow[];
}

/** What the bench page asks to be timed. */
export interface BenchWish {
  readonly suite: 'models' | 'kernels';
  readonly dtype: 'f32' | 'f16';
  /** Runs of each, at most. */
  readonly rounds: number;
  /** Of the suite of models: weights files. */
  readonly models: readonly string[];
  /** Of their open axes; null: what each is quoted at. */
  readonly size: number | null;
  /** Of the suite of kernels: only cases or kernels with this in their name. */
  readonly filter: string;
}

/** A line of "what the model saw". */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** One look at an input against a limit. */
export interface Check {
  readonly level: 'ok' | 'warn' | 'refuse';
  readonly message: string;
  /** The same in parts, for a table: what was measured, the number or word found, and what is wanted. */
  readonly parts?: { readonly what: string; readonly found: string; readonly limit: string };
  /** Of what came out, which its own view tells; of what went in, where it is left out. */
  readonly of?: 'result';
}

/** A grey picture, 0..255. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** What every result says about itself. */
export interface Told {
  readonly title: string;
  /** Made by code, not by a scanner. */
  readonly generated: boolean;
  /** The user's own model, by file name; null for the shipped weights. */
  readonly model: string | null;
  readonly notice: string;
  readonly facts: readonly Fact[];
  readonly checks: readonly Check[];
  /** Milliseconds by stage. */
  readonly times: readonly { readonly stage: string; readonly ms: number }[];
}

/** A volume in measured values, and where it lies. */
export type ShownVolume = MeasuredVolume;

/** What a volume's values are. */
export interface Reading {
  /** As DICOM names it; null where nothing says so. */
  readonly modality: string | null;
  /** Nothing says so, but the values look like it. */
  readonly guessed: boolean;
  readonly unit: 'HU' | '';
  /** Lowest and highest value of the input. */
  readonly range: readonly [number, number];
  /** Its 0.5th and 99.5th percentile. */
  readonly middle: readonly [number, number];
}

export interface VolumeResult extends Told {
  readonly system: 'volume';
  readonly scale: number;
  readonly reading: Reading;
  /** A difference of network and interpolation that few voxels exceed. */
  readonly difference: number;
  readonly input: ShownVolume;
  /** The interpolation, unrounded, in the same units. */
  readonly baseline: ShownVolume;
  readonly baselineName: string;
  readonly network: ShownVolume;
  /** Where the network's volume goes beyond the input around it. */
  readonly overshoot: Overshoot;
  /** Against the truth, where there is one. */
  readonly figures: readonly { readonly method: string; readonly psnr: number; readonly ssim: number }[];
}

/** A column of the cell table. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
}

export type Result = RadiographResult | VolumeResult | CellsResult;

/** Files that a result can be saved as by the worker; PNG of the view is the page's. */
export type ExportFormat =
  | 'nifti'
  | 'label-tiff'
  | 'heat-tiff'
  | 'rois'
  | 'csv'
  | 'json'
  | 'npy'
  | 'fields-labels'
  | 'fields-rois';

/** The adapter that computes. */
export interface AdapterReport {
  readonly name: string;
  readonly vendor: string;
  readonly architecture: string;
  readonly software: boolean;
  readonly features: readonly string[];
  readonly limits: Readonly<Record<string, number>>;
}

/** Why nothing can be computed here. */
export type Obstacle =
  | { readonly kind: 'insecure' }
  | { readonly kind: 'no-webgpu' }
  | { readonly kind: 'no-adapter' }
  | {
      readonly kind: 'small-limits';
      readonly shortfalls: readonly {
        readonly limit: string;
        readonly needs: number;
        readonly has: number;
      }[];
    };

/** A model card as the page shows it. */
export interface Card {
  readonly name: string;
  readonly rows: readonly Fact[];
  readonly limits: readonly string[];
  readonly scores: readonly Fact[];
  /** Of a score: where it starts to count, measured with the weights as they ship. */
  readonly point: readonly Fact[];
}

/** A question to the worker; it answers with `answer` or `failed` of the same `id`. */
export type Request =
  | { readonly type: 'probe' }
  /** Fetches the engine before it is needed, and with `device` opens the GPU too. */
  | { readonly type: 'warm'; readonly device: boolean }
  | { readonly type: 'recognise'; readonly files: readonly GivenFile[] }
  | { readonly type: 'card'; readonly system: SystemId }
  | { readonly type: 'inspect-model'; readonly system: SystemId; readonly model: File }
  | {
      readonly type: 'check-model';
      readonly system: SystemId;
      readonly model: File;
      readonly weights: Weights;
    }
  | {
      readonly type: 'run';
      readonly system: SystemId;
      readonly source: Source;
      readonly scale: number;
      readonly model: File | null;
      readonly weights: Weights;
      /** Of cells: what the channels are used as; without it what their names suggest. */
      readonly cells?: ChannelChoice;
    }
  | CellsRequest
  | { readonly type: 'export'; readonly system: SystemId; readonly format: ExportFormat }
  | { readonly type: 'bench'; readonly wish: BenchWish; readonly weights: Weights };

/** What each question is answered with. */
export interface Answers extends CellsAnswers {
  probe: AdapterReport | Obstacle;
  warm: null;
  recognise: Found;
  card: Card;
  'inspect-model': ModelReport;
  'check-model': { readonly description: string };
  run: Result;
  export: { readonly name: string; readonly blob: Blob };
  bench: BenchReport;
}

/** Beside these a worker hears `live` and answers `alive`: see lifeline.ts. */
export type ToWorker =
  | { readonly type: 'ask'; readonly id: number; readonly request: Request }
  | { readonly type: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answers[Request['type']] }
  | { readonly type: 'failed'; readonly id: number; readonly error: PlainError }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'lost'; readonly reason: string };
