import type { DType } from './core/dtype.ts';
import type { UnaryCall } from './map/functions.ts';

/**
 * Every operation that can run, with its attributes and, in the comment, its inputs and outputs in order
 * (`?` marks one that may be null). Graph nodes, kernel families, references and plans all speak this vocabulary.
 * Tensors are channels-first: N, C, then one to three spatial dimensions.
 */
export interface Vocabulary {
  /**
   * x [N, Cin, ...], w [Cout, Cin/groups, ...], bias? [Cout], residual? [N, Cout, ...], preScale? [Cin], preShift? [Cin]
   * -> y [N, Cout, ...]. Cross-correlation as ONNX Conv. With preScale and preShift the input is first
   * `pre(x * preScale + preShift)`, and padding is zero after that. `y = after(residual + activation(sum + bias))`.
   * With `window` the input, after `pre`, is first averaged over windows of this size; strides are between windows. For one tap, no padding.
   * With `shuffle` the channels of `activation(sum + bias)`, which has Cout of them, are places within blocks of the output, as subpixel
   * takes them in order 'CRD'; then `crop` elements go at both ends of each axis. y and residual are [N, Cout / product(block), ...].
   * With `shortcut` the last so many output channels are a 1 x 1 convolution beside the others: of their weights only the middle tap
   * counts, and `activation` is not theirs. With `pooled` the maxima of y over windows of 2 x 2, two apart, are an output 'beside' y, or the only one,
   * 'instead' of y.
   */
  conv: {
    readonly strides: readonly number[];
    readonly dilations: readonly number[];
    /** Padding at the begin of each spatial axis, then at the end of each. */
    readonly pads: readonly number[];
    readonly groups: number;
    readonly pre: readonly UnaryCall[];
    readonly activation: readonly UnaryCall[];
    readonly after: readonly UnaryCall[];
    readonly window?: readonly number[];
    readonly shuffle?: { readonly block: readonly number[]; readonly crop: readonly number[] };
    readonly shortcut?: number;
    readonly pooled?: 'beside' | 'instead';
  };
  /** x [N, Cin, ...], w [Cin, Cout/groups, ...], bias? [Cout] -> y. The gradient of conv, as ONNX ConvTranspose. */
  convTranspose: {
    readonly strides: readonly number[];
    readonly dilations: readonly number[];
    readonly pads: readonly number[];
    readonly outputPadding: readonly number[];
    readonly groups: number;
    readonly activation: readonly UnaryCall[];
  };
  /**
   * x [N, C, ...], preScale? [C], preShift? [C] -> y. `outputShape` (spatial) is settled by the importer: ceil mode and
   * auto_pad are its business. With preScale and preShift what is pooled is `pre(x * preScale + preShift)`, padding as without.
   * `pads` are what the model states (or auto_pad comes to), without what ceil mode adds.
   */
  pool: {
    readonly kind: 'max' | 'average' | 'lp';
    readonly kernel: readonly number[];
    readonly strides: readonly number[];
    readonly dilations: readonly number[];
    readonly pads: readonly number[];
    readonly outputShape: readonly number[];
    /** Average: divide by the whole window, padding counted in (but not what ceil mode adds beyond it). */
    readonly countIncludePad: boolean;
    readonly p: number;
    readonly pre: readonly UnaryCall[];
  };
  /**
   * x -> y with the same rank; each axis of `axes` is resampled by its own table of taps (see resize/taps.ts). A kernel
   * takes up to three axes, from the first named to the last; more must be resized in turn, which is the same sum.
   */
  resize: {
    readonly mode: 'nearest' | 'linear' | 'cubic';
    readonly coordinates:
      | 'half_pixel'
      | 'half_pixel_symmetric'
      | 'pytorch_half_pixel'
      | 'align_corners'
      | 'asymmetric'
      | 'tf_half_pixel_for_nn'
      | 'tf_crop_and_resize';
    readonly nearest: 'round_prefer_floor' | 'round_prefer_ceil' | 'floor' | 'ceil';
    readonly cubicA: number;
    readonly excludeOutside: boolean;
    readonly antialias: boolean;
    readonly extrapolation: number;
    readonly axes: readonly {
      readonly axis: number;
      readonly size: number;
      /** Output extent over input extent, as the model states it (not size / extent where that was rounded). */
      readonly scale: number;
      readonly roi: readonly [start: number, end: number];
    }[];
  };
  /** x [N, C * product(block), ...] -> y [N, C, ... * block]: ONNX DepthToSpace over any spatial axes. */
  subpixel: {
    /** Factor of each spatial axis. */
    readonly block: readonly number[];
    /** Which varies slowest in the input's channels: the channel ('CRD', as PyTorch's PixelShuffle) or the block ('DCR'). */
    readonly order: 'CRD' | 'DCR';
  };
  /**
   * x, scale?, bias? -> y [, mean, inverseDeviation]. 'group': x [N, C, ...] over C/groups channels and all of space, scale and
   * bias [C] (groups = C is InstanceNormalization). 'layer': over axes `axis`.., scale and bias broadcast to x. 'rms': as layer, no mean taken off.
   */
  normalize: {
    readonly kind: 'group' | 'layer' | 'rms';
    readonly groups: number;
    readonly axis: number;
    readonly epsilon: number;
    readonly activation: readonly UnaryCall[];
  };
  /** a [..., M, K], b [..., K, N], c? (broadcast to y) -> y = activation(alpha * a b + beta * c). Batch dimensions broadcast as NumPy's. */
  matmul: {
    readonly transA: boolean;
    readonly transB: boolean;
    readonly alpha: number;
    readonly beta: number;
    readonly activation: readonly UnaryCall[];
  };
  /**
   * a, b?, c? -> y: one function of one to three broadcast operands, then a chain of unary functions (see map/functions.ts).
   * `fn` takes no constants: a unary function that has some goes into `then`, after `identity`. `to` is the output's type, of any
   * class: what is computed is converted as ONNX Cast does, so Cast is `identity` with another `to`. Integers and truths may be
   * chained too. Operands may differ in type (pow; where's condition); the function is computed in f32 as soon as a value is real.
   */
  map: { readonly fn: string; readonly then: readonly UnaryCall[]; readonly to: DType };
  /** x -> y. Axes sorted, not negative; argmax and argmin take one axis and give int64. */
  reduce: {
    readonly kind:
      | 'sum'
      | 'mean'
      | 'max'
      | 'min'
      | 'prod'
      | 'l1'
      | 'l2'
      | 'sumSquare'
      | 'logSum'
      | 'logSumExp'
      | 'argmax'
      | 'argmin';
    readonly axes: readonly number[];
    readonly keepDims: boolean;
    /** argmax, argmin: of equal values the last, not the first. */
    readonly selectLast: boolean;
  };
  /** x -> y, along one axis. */
  softmax: { readonly kind: 'softmax' | 'logSoftmax' | 'hardmax'; readonly axis: number };
  /**
   * x -> y: reads x through another view: transpose, slice (negative strides too), expand (stride 0), tile. Strides and
   * offset count elements in x's dense row-major order, wherever x itself lies. An x with gaps (a piece of a Concat) is
   * taken where each axis of the view moves along one axis of x and does not carry into the next.
   */
  copy: { readonly shape: readonly number[]; readonly strides: readonly number[]; readonly offset: number };
  /** x, value? (a scalar that replaces `value`) -> y. `begin` and `end` per axis; negative ones crop. */
  pad: {
    readonly begin: readonly number[];
    readonly end: readonly number[];
    readonly mode: 'constant' | 'reflect' | 'edge' | 'wrap';
    readonly value: number;
  };
  /** x, indices -> y. 'axis': ONNX Gather. 'elements': GatherElements. 'nd': GatherND. Negative indices count from the end. */
  gather: { readonly kind: 'axis' | 'elements' | 'nd'; readonly axis: number; readonly batchDims: number };
  /** x -> y: running sum or product along an axis. */
  scan: {
    readonly kind: 'sum' | 'prod';
    readonly axis: number;
    readonly exclusive: boolean;
    readonly reverse: boolean;
  };
  /**
   * gate [N, Cg, ...], x [N, Cx, ...], wg [M, Cg], wx [M, Cx], bias [M], psi [M], psiBias [1] -> y [N, Cx, ...]:
   * the additive attention gate x * sigmoid(psi . relu(wg gate + wx x + bias) + psiBias) (Oktay et al. 2018), 1 x 1 convolutions all.
   */
  attentionGate: { readonly kind: 'additive' };
  /**
   * The two transforms of a Winograd convolution, of a 3 x 3 kernel at stride 1 over two axes (winograd/algorithm.ts). T products of
   * a tile, C channels, P positions: one for each tile, row by row, item by item, then up to three of no meaning, so that P is a
   * multiple of four. Between them is a convolution of one tap in T groups, with weights by `winogradWeights`.
   * 'input': x [N, C, H, W], preScale? [C], preShift? [C] -> v [1, T C, P]; `pre`, preScale and preShift are conv's. With algorithm
   * 'nearest2' x is read as if each element were repeated twice along both axes, and pads are 1.
   * 'output': m [1, T C, P], bias? [C], residual? [N, C, H, W] -> y [N, C, H, W]; the epilogue is conv's, `extent` is [N, H, W].
   */
  winograd:
    | {
        readonly kind: 'input';
        readonly algorithm: 'f2' | 'f4' | 'nearest2';
        readonly pads: readonly number[];
        readonly pre: readonly UnaryCall[];
      }
    | {
        readonly kind: 'output';
        readonly algorithm: 'f2' | 'f4' | 'nearest2';
        readonly extent: readonly number[];
        readonly activation: readonly UnaryCall[];
        readonly after: readonly UnaryCall[];
      };
}

export type FamilyName = keyof Vocabulary;
