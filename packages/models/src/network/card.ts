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
}
