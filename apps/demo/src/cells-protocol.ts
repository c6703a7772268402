/** What the page and its worker say to each other about cells. Plain data. */
import type { WatershedSettings } from '@roentgen/models';
import type { Column, Grey, PlainError, Source, Told } from './protocol.ts';

/** What a channel is used as: one of the paper's three pictures, the only one, or (null) nothing. */
export type ChannelRole = 'nucleus' | 'cytoplasm' | 'dic' | 'only' | null;

/** The plane of a stack: a depth of focus counted from 0 or the maximum over all, and a point in time. */
export interface PlaneChoice {
  readonly slice: number | 'max';
  readonly frame: number;
}

/** What a field's channels are used as. */
export interface ChannelChoice extends PlaneChoice {
  /** One for each channel. */
  readonly roles: readonly ChannelRole[];
}

/** The channels of a field, for the user to say what they show. */
export interface ChannelReport {
  readonly title: string;
  readonly channels: readonly { readonly name: string; readonly from: string; readonly preview: Grey }[];
  readonly width: number;
  readonly height: number;
  readonly slices: number;
  readonly frames: number;
  /** What the names suggest. */
  readonly guess: ChannelChoice;
  /** Whether there is anything to choose that the user should be asked. */
  readonly ask: boolean;
  /** The same for files alike. */
  readonly signature: string;
  /** Files that were left out, and why. */
  readonly notes: readonly string[];
  /** Names of the fields that this is asked for; one or none where there is one field. */
  readonly fields: readonly string[];
}

/** One field of several: its cells, or why there are none. Neither: it has not been run. */
export interface FieldRow {
  readonly name: string;
  readonly files: readonly string[];
  readonly count: number | null;
  /** What the checks of the input doubted. */
  readonly warnings: readonly string[];
  readonly error: PlainError | null;
  /** What its cells were told apart by, or will be; null: its own defaults, or nothing. */
  readonly settings: WatershedSettings | null;
}

/** What became of one field's settings when they were used for all fields, or of all when each got back its own. */
export interface SettingsForAll {
  readonly batch: readonly FieldRow[];
  /** The cells of the field that is shown. */
  readonly found: CellsFound;
  /** Fields that keep what they had, and why. */
  readonly failed: readonly string[];
  /** Whether a stop came in before the last field. */
  readonly stopped: boolean;
  /** Whether each field can get back what it had. */
  readonly revertible: boolean;
}

/** A pixel. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture as measured, and the values between which it is shown. */
export interface CellChannel {
  readonly name: string;
  readonly data: Float32Array;
  readonly range: readonly [low: number, high: number];
}

export type CellRow = Readonly<Record<string, number | null>>;

/** Cells as they stand: what a change of the watershed's settings changes. */
export interface CellsFound {
  readonly labels: { readonly width: number; readonly height: number; readonly data: Uint32Array };
  readonly count: number;
  readonly rows: readonly CellRow[];
  /** How many there are, where it is known. */
  readonly truth: { readonly count: number; readonly dice: number } | null;
  readonly settings: WatershedSettings;
  /** Pixels whose cells were deleted by hand. */
  readonly marks: readonly Point[];
  /** How long the watershed and the measures took. */
  readonly ms: number;
}

export interface CellsResult extends Told {
  readonly system: 'cells';
  /** Counts runs of the network: settings are for the run they were made on. */
  readonly run: number;
  readonly width: number;
  readonly height: number;
  /** The channels in use, in the order nucleus, cytoplasm, DIC. */
  readonly channels: readonly CellChannel[];
  /** All fields in their order, where there were several; this result is that of the one at `shown`. */
  readonly batch: readonly FieldRow[] | null;
  readonly shown: number;
  /** Whether one field's settings were used for all, and each can get back its own. */
  readonly revertible: boolean;
  /** Whether the file has more to choose from than is in use. */
  readonly choosable: boolean;
  readonly choice: ChannelChoice;
  /** Size of a pixel, where the file states one. */
  readonly spacing: { readonly row: number; readonly column: number; readonly unit: 'mm' | 'um' } | null;
  readonly columns: readonly Column[];
  /** What the settings were before anybody touched them. */
  readonly defaults: WatershedSettings;
  /** As the run left them. */
  readonly found: CellsFound;
}

/** Questions about cells alone. */
export type CellsRequest =
  /** The channels of a field, for the user to say what they show. */
  | { readonly type: 'cells-channels'; readonly source: Source; readonly plane?: PlaneChoice }
  /** Cells of the last map by other settings; the network does not run. */
  | {
      readonly type: 'cells-segment';
      readonly run: number;
      readonly settings: WatershedSettings;
      readonly marks: readonly Point[];
    }
  /** These settings for all fields that were opened together; null: each gets back what it had before. */
  | { readonly type: 'cells-settings'; readonly run: number; readonly settings: WatershedSettings | null };

/** What they are answered with. */
export interface CellsAnswers {
  'cells-channels': ChannelReport;
  'cells-segment': CellsFound;
  'cells-settings': SettingsForAll;
}
