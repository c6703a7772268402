import type { OnnxNode } from '@roentgen/runtime';
import type { Layer } from './layers.ts';
import type { HostValues } from './layout.ts';
import type { Tf, TfTensor } from './tf.ts';

/** What a builder of a step finds. */
export interface Build {
  readonly tf: Tf;
  /** Puts values on the GPU for as long as the model is there, in the order of axes in which they are given. */
  upload(values: HostValues): TfTensor;
  /** A constant input of a node, by its place; refused where it is computed. */
  constant(node: OnnxNode, place: number): HostValues;
}

/** Computes a layer's value from the values of its node's inputs; those that are missing or constant are there too. */
export type Step = (inputs: readonly TfTensor[]) => TfTensor;

/** Makes the step of a layer once, when the model is loaded. Throws 'unsupported' for what TF.js cannot run. */
export type Builder = (build: Build, layer: Layer) => Step;
