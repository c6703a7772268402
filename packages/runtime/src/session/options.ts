import type { DType } from '@roentgen/kernels';
import type { Device } from '../device/device.ts';
import type { ExternalFiles, OnnxDim, OnnxModel } from '../onnx/index.ts';
import type { PassName } from '../passes/optimize.ts';
import type { TuneOptions } from '../tune/tuner.ts';

/** What a model declares about an input or output; a size may be a name, or null where the file leaves it open. */
export interface ValueInfo {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: readonly OnnxDim[];
  /** The model holds a value for it, used when none is given. */
  readonly optional: boolean;
}

export interface LoadProgress {
  readonly stage: 'download' | 'read' | 'plan' | 'tune' | 'compile' | 'upload';
  readonly done: number;
  /** Undefined where it is not known. */
  readonly total: number | undefined;
}

export interface SessionOptions {
  /** Dawn's in Node (`nodeGpu()` of @roentgen/runtime/node); left out: `navigator.gpu`. */
  readonly gpu?: GPU;
  /** A device to share between sessions, instead of `gpu`; whoever opened it closes it. With `gpu` too, a lost one is replaced. */
  readonly device?: Device;
  /**
   * 'f16' holds weights and activations in half precision; sums stay in single. On an adapter without `shader-f16` only the weights of
   * convolutions, which is half their memory and upload; all else stays in single.
   */
  readonly dtype?: 'f32' | 'f16';
  /** Passes over the graph to leave out, so that a model can be compared with and without; the result is the same up to rounding. */
  readonly without?: readonly PassName[];
  /**
   * Times the kernels that could do each part of the model before it is compiled, takes the fastest whose results are right, and keeps the
   * answers for next time: in the browser's storage, or in Node in the store that is handed in (`fileStore` of `@roentgen/runtime/node`).
   * Left out, kernels are chosen by what was measured elsewhere and by estimates.
   */
  readonly tune?: boolean | TuneOptions;
  /** Reads weights that the model keeps in files beside it; by default they are fetched where the model was fetched from. */
  readonly externalData?: ExternalFiles;
  /** Shapes of inputs to compile for while loading; otherwise models of fixed shape are compiled at once, others at their first run. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  /** Told of loading, and of compiling for shapes that come later. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Stops the loading; later runs have signals of their own. */
  readonly signal?: AbortSignal;
}

/** What a model declares of an input or output. */
export function valueInfo(info: OnnxModel['graph']['inputs'][number], optional: boolean): ValueInfo {
  const { name, type } = info;
  const known = type.kind === 'tensor' ? type : { dtype: null, shape: null };
  return { name, dtype: (known.dtype ?? 'float32') as DType, shape: known.shape ?? [], optional };
}
