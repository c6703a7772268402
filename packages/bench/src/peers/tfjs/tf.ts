/*
 * What is used of TF.js (@tensorflow/tfjs-core, 4.22); its own types are not at hand where it is not installed.
 */

/** A tensor of TF.js: reference-counted, so that one that shares another's data may be disposed by itself. */
export interface TfTensor {
  readonly shape: readonly number[];
  data(): Promise<Float32Array>;
  dispose(): void;
}

type Unary = (x: TfTensor) => TfTensor;
type Binary = (a: TfTensor, b: TfTensor) => TfTensor;

/** 'same' and 'valid' as TensorFlow means them, a number for all sides, or each side of each axis (conv2d only). */
export type TfPad = 'same' | 'valid' | number | readonly (readonly [number, number])[];

/** What a fused kernel may apply to its result. */
export type TfActivation = 'linear' | 'relu' | 'sigmoid';

interface Convolution {
  readonly x: TfTensor;
  /** Rows, columns, channels in, channels out; for a depthwise convolution rows, columns, channels, multiplier. */
  readonly filter: TfTensor;
  readonly strides: readonly number[];
  readonly pad: TfPad;
  readonly dilations: readonly number[];
  readonly bias?: TfTensor;
  readonly activation: TfActivation;
}

interface Fused {
  conv2d(arguments_: Convolution): TfTensor;
  depthwiseConv2d(arguments_: Convolution): TfTensor;
  matMul(arguments_: {
    readonly a: TfTensor;
    readonly b: TfTensor;
    readonly transposeA: boolean;
    readonly transposeB: boolean;
    readonly bias?: TfTensor;
    readonly activation: TfActivation;
  }): TfTensor;
}

type Pool2d = (
  x: TfTensor,
  size: readonly number[],
  strides: readonly number[],
  pad: TfPad,
  rounding?: 'floor' | 'ceil',
) => TfTensor;

type ResizeImage = (
  x: TfTensor,
  size: readonly number[],
  alignCorners: boolean,
  halfPixelCenters: boolean,
) => TfTensor;

/** The module @tensorflow/tfjs-core, with a backend's side effects on it. */
export interface Tf {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  tensor(data: Float32Array, shape: readonly number[], dtype: 'float32'): TfTensor;
  tidy<T>(work: () => T): T;
  readonly fused: Fused;
  conv3d(
    x: TfTensor,
    filter: TfTensor,
    strides: readonly number[],
    pad: TfPad,
    format: 'NDHWC',
    dilations: readonly number[],
  ): TfTensor;
  batchNorm(
    x: TfTensor,
    mean: TfTensor,
    variance: TfTensor,
    offset: TfTensor,
    scale: TfTensor,
    epsilon: number,
  ): TfTensor;
  readonly maxPool: Pool2d;
  readonly avgPool: Pool2d;
  mean(x: TfTensor, axes: readonly number[], keepDims: boolean): TfTensor;
  concat(parts: readonly TfTensor[], axis: number): TfTensor;
  reshape(x: TfTensor, shape: readonly number[]): TfTensor;
  transpose(x: TfTensor, order: readonly number[]): TfTensor;
  depthToSpace(x: TfTensor, block: number, format: 'NHWC'): TfTensor;
  softmax(x: TfTensor, axis: number): TfTensor;
  readonly image: { readonly resizeNearestNeighbor: ResizeImage; readonly resizeBilinear: ResizeImage };
  readonly relu: Unary;
  readonly sigmoid: Unary;
  readonly tanh: Unary;
  readonly elu: Unary;
  readonly add: Binary;
  readonly sub: Binary;
  readonly mul: Binary;
  readonly div: Binary;
}
