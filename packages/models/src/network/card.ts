import type { Proportion } from '../metrics/proportion.ts';

/** One measured figure of a model. */
export interface CardScore {
  readonly metric: string;
  readonly value: number;
  readonly unit?: string;
  /** What it was measured on. */
  readonly on: string;
}

/** A file of weights that ships with the project. */
export interface CardFile {
  readonly file: string;
  readonly parameters: number;
}

/** Where a classifier's score starts to speak for its finding, and how well that holds on cases of other patients. */
export interface CardOperatingPoint {
  readonly threshold: number;
  /** Scores from the first to the second say little either way. */
  readonly unsure: readonly [low: number, high: number];
  readonly chosenOn: string;
  readonly measuredOn: string;
  readonly sensitivity: Proportion;
  readonly specificity: Proportion;
  /** Of the cases that it was measured on, those in the unsure zone. */
  readonly inUnsure: Proportion;
}

/** What a person should know before believing a model's answer; shown by the command line and the demo. */
export interface ModelCard {
  readonly system: string;
  readonly name: string;
  /** Always shown beside an answer. */
  readonly notice: string;
  /** The paper that the network follows, and how these weights differ from the paper's. */
  readonly paper: string;
  readonly input: string;
  readonly output: string;
  readonly files: readonly CardFile[];
  readonly training: string;
  readonly data: string;
  readonly licence: string;
  readonly limits: readonly string[];
  readonly scores: readonly CardScore[];
  /** Of the weights as they ship; left out where an answer is no score. */
  readonly operatingPoint?: CardOperatingPoint;
}
