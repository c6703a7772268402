import { readFileSync } from 'node:fs';

/** The folder of the weights that ship with the project. */
export const weightsFolder = new URL('../weights/', import.meta.url);

/** One measure of a network, before and after its weights were made small. */
export interface Measured {
  readonly metric: string;
  readonly on: string;
  readonly unit?: string;
  readonly float32: number;
  readonly shipped: number;
}

/** Some of all cases. */
export interface Count {
  readonly hits: number;
  readonly of: number;
}

/** What `weights/manifest.json` says of a file. */
export interface ShippedFile {
  readonly file: string;
  /** Name of the system that uses it, as in its model card. */
  readonly system: string;
  readonly parameters: number;
  readonly bytes: number;
  readonly sha256: string;
  /** The float32 file of the same name that it was made from, by `npm run weights` with these options. */
  readonly source: { readonly bytes: number; readonly sha256: string };
  readonly options: readonly string[];
  /**
   * By output: the largest difference from PyTorch's float32 result for the golden input, in parts of that output's
   * range, as ONNX Runtime computes it; rounded up.
   */
  readonly difference: Readonly<Record<string, number>>;
  readonly measured: readonly Measured[];
  /** Of a classifier: where its score starts to speak for its finding, by `command`; counts are of the shipped weights. */
  readonly operatingPoint?: {
    readonly threshold: number;
    readonly unsure: readonly [low: number, high: number];
    readonly chosenOn: string;
    readonly measuredOn: string;
    readonly command: string;
    readonly sensitivity: Count;
    readonly specificity: Count;
    readonly inUnsure: Count;
  };
}

/** The list of shipped weights. */
export function readManifest(): readonly ShippedFile[] {
  const { files } = JSON.parse(readFileSync(new URL('manifest.json', weightsFolder), 'utf8')) as {
    readonly files: readonly ShippedFile[];
  };
  return files;
}
