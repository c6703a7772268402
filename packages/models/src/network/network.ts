import { type HostArray, RoentgenError } from '@roentgen/kernels';
import type { ModelSource, OnnxModel } from '@roentgen/runtime';

/** A float32 tensor on the host, channels-first and densely packed. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** What the systems need of a runtime `Session`: a network that turns named tensors into named tensors. */
export interface Network {
  run(
    inputs: Readonly<Record<string, FloatTensor>>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Readonly<Record<string, { readonly data: HostArray; readonly shape: readonly number[] }>>>;
  dispose(): void;
}

/** What is done to a model between reading and compiling: checks, and rewrites that keep its meaning. */
export type ModelEdit = (model: OnnxModel) => OnnxModel;

/**
 * What the systems need of where they run. `weights` finds a file that ships with the project, by its name in the model
 * cards; `open` compiles a model for the host's GPU, after `edit`.
 */
export interface ModelHost {
  weights(file: string): ModelSource;
  open(source: ModelSource, edit: ModelEdit): Promise<Network>;
}

/** Throws `aborted` where the caller has asked to stop. */
export function checkAborted(signal: AbortSignal | undefined, what: string): void {
  if (signal?.aborted)
    throw new RoentgenError('aborted', `${what} was stopped`, { cause: signal.reason as unknown });
}

/** One float32 output of a run. Throws `model` where the network gave none of that name or another type. */
export function floatOutput(
  outputs: Awaited<ReturnType<Network['run']>>,
  name: string,
): { readonly data: Float32Array; readonly shape: readonly number[] } {
  const found = outputs[name];
  if (!(found?.data instanceof Float32Array))
    throw new RoentgenError('model', `the network gave no floats called '${name}'`, {
      hint: `it gave ${Object.keys(outputs).join(', ') || 'nothing'}`,
    });
  return { data: found.data, shape: found.shape };
}

/** Applies edits in order. */
export function chainEdits(...edits: readonly ModelEdit[]): ModelEdit {
  return (model) => edits.reduce((edited, edit) => edit(edited), model);
}
