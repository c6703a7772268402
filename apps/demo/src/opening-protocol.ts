/** What the page and its worker say to each other about files that are looked at before anything is run. */
import type { Fact, SystemId } from './protocol.ts';

/** A file and where it came from: its folders, or the archive that it lay in. */
export interface GivenFile {
  readonly file: File;
  readonly path: string;
}

/** Why files were left out, for grouping. */
export type SkipGroup =
  | 'empty'
  | 'unknown'
  | 'unreadable'
  | 'no-image'
  | 'damaged'
  | 'large'
  | 'twice'
  | 'elsewhere';

/** A file that was left out, and why, in words that follow its name. */
export interface Skipped {
  readonly path: string;
  readonly bytes: number;
  readonly group: SkipGroup;
  readonly reason: string;
}

/** Size and place of a volume, as its headers tell. */
export interface Extent {
  readonly size: readonly [number, number, number];
  /** In millimetres; null where the headers do not say. */
  readonly spacing: readonly [number, number, number] | null;
  /** Volumes in the file: time points or components. */
  readonly volumes: number;
}

/** One thing that can be opened: a picture, a volume, a DICOM series of many files, a network. */
export interface Openable {
  readonly id: string;
  readonly kind: 'picture' | 'volume' | 'series' | 'model';
  /** The file's name, or the series' description. */
  readonly title: string;
  /** The folders or the archive that its file lay in; left out for series, and where it came without any. */
  readonly folder?: string;
  /** The format, and for DICOM the modality. */
  readonly what: string;
  readonly files: readonly File[];
  /** Of a series in files of several frames: which frames of each file it takes. */
  readonly frames?: readonly (readonly number[])[];
  readonly bytes: number;
  /** Systems that could take it; none for a network. */
  readonly possible: readonly SystemId[];
  readonly extent: Extent | null;
  /** Gaps, uneven distances, duplicates, what else there is to know. */
  readonly notes: readonly string[];
  /** A gap in the series, in words: it opens only if the user has it joined. */
  readonly gap: string | null;
  /** Why it cannot be opened, where it cannot. */
  readonly refusal: string | null;
}

/** What was found among some files. */
export interface Found {
  readonly things: readonly Openable[];
  readonly skipped: readonly Skipped[];
  readonly files: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** A network of the user's, read and held against what a card wants. */
export interface ModelReport {
  readonly system: SystemId;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Opset, producer, size; empty where the file could not be read as a network. */
  readonly facts: readonly Fact[];
  readonly rows: readonly {
    readonly what: string;
    readonly wanted: string;
    readonly found: string;
    readonly fits: boolean;
  }[];
  /** Cards whose network it could be, by what it takes and gives. */
  readonly fits: readonly SystemId[];
  /** Damage, or every operator that cannot run here; null where there is none. */
  readonly trouble: string | null;
}
