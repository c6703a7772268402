import type { DType } from '../core/dtype.ts';
import type { Case } from '../core/kernel.ts';
import { dense, type Tensor } from '../core/tensor.ts';
import type { UnaryCall } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { convOutputs } from './geometry.ts';

interface Sketch {
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly stride?: readonly number[];
  readonly dilation?: readonly number[];
  readonly pads?: readonly number[];
  readonly groups?: number;
  readonly bias?: boolean;
  readonly residual?: boolean;
  readonly pre?: readonly UnaryCall[];
  readonly activation?: readonly UnaryCall[];
  readonly after?: readonly UnaryCall[];
  readonly dtype?: DType;
  /** Only the weights are in half precision. */
  readonly halves?: boolean;
  readonly dynamic?: boolean;
  readonly window?: readonly number[];
  readonly shuffle?: Vocabulary['conv']['shuffle'];
  readonly shortcut?: number;
  readonly pooled?: Vocabulary['conv']['pooled'];
  /** Items of x and y lie this many channels apart, and begin after this many. */
  readonly view?: { readonly channels: number; readonly first: number };
  readonly bench?: true;
}

const relu: UnaryCall = { fn: 'relu', args: [] };

/** A tensor as some channels of a wider one, as in a DenseNet block. */
function slice(tensor: Tensor, { channels, first }: { channels: number; first: number }): Tensor {
  const plane = tensor.strides[1];
  return { ...tensor, offset: first * plane, strides: [channels * plane, ...tensor.strides.slice(1)] };
}

/** A case from the few things that differ between cases. */
export function sketched(name: string, s: Sketch): Case<Vocabulary['conv']> {
  const rank = s.x.length - 2;
  const dtype = s.dtype ?? 'float32';
  const tensor = (shape: readonly number[]) => dense({ dtype, shape });
  const attributes: Vocabulary['conv'] = {
    strides: s.stride ?? new Array<number>(rank).fill(1),
    dilations: s.dilation ?? new Array<number>(rank).fill(1),
    pads: s.pads ?? new Array<number>(2 * rank).fill(0),
    groups: s.groups ?? 1,
    pre: s.pre ?? [],
    activation: s.activation ?? [],
    after: s.after ?? [],
    ...(s.window ? { window: s.window } : {}),
    ...(s.shuffle ? { shuffle: s.shuffle } : {}),
    ...(s.shortcut ? { shortcut: s.shortcut } : {}),
    ...(s.pooled ? { pooled: s.pooled } : {}),
  };
  const x = tensor(s.x);
  const w = dense({ dtype: s.halves ? 'float16' : dtype, shape: s.w });
  const [y, ...more] = convOutputs(attributes, [x, w]).map(dense);
  // All that is computed, of which only the maxima may be an output.
  const { pooled: _, ...plain } = attributes;
  const [whole] = convOutputs(plain, [x, w]).map(dense);
  const pre = s.pre ? tensor([s.x[1]]) : null;
  const inputs = [
    s.view ? slice(x, s.view) : x,
    w,
    s.bias ? tensor([s.w[0]]) : null,
    s.residual ? whole : null,
    pre,
    pre,
  ];
  return {
    name,
    problem: {
      attributes,
      inputs,
      outputs: [s.view ? slice(y, s.view) : y, ...more],
      constant: inputs.map((_, i) => i !== 0 && i !== 3 && !s.dynamic),
    },
    ...(s.bench ? { bench: s.bench } : {}),
  };
}

const same3 = { pads: [1, 1, 1, 1] };

/** Every path through the kernels, and the shapes of the models. */
export const convCases: readonly Case<Vocabulary['conv']>[] = [
  sketched('1d', { x: [2, 3, 17], w: [5, 3, 3], pads: [1, 1], bias: true }),
  sketched('3x3', { x: [1, 4, 12, 16], w: [8, 4, 3, 3], ...same3 }),
  sketched('3x3-odd-sizes', {
    x: [2, 5, 13, 19],
    w: [11, 5, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
  }),
  sketched('3x3-narrow', { x: [1, 3, 5, 3], w: [4, 3, 3, 3], ...same3 }),
  sketched('3x3-valid', { x: [1, 3, 9, 12], w: [4, 3, 3, 3] }),
  sketched('3x3-residual-after', {
    x: [1, 8, 8, 24],
    w: [8, 8, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    residual: true,
    after: [{ fn: 'clip', args: [-0.5, 0.5] }],
  }),
  sketched('3x3-residual-odd', {
    x: [2, 3, 7, 9],
    w: [5, 3, 3, 3],
    ...same3,
    activation: [relu],
    residual: true,
  }),
  sketched('3x3-stride-height', { x: [1, 4, 15, 16], w: [8, 4, 3, 3], stride: [2, 1], ...same3 }),
  sketched('3x3-asymmetric-pads', { x: [1, 2, 8, 9], w: [3, 2, 3, 3], pads: [0, 2, 1, 0] }),
  sketched('3x3-dilation-2', { x: [1, 4, 16, 20], w: [8, 4, 3, 3], dilation: [2, 2], pads: [2, 2, 2, 2] }),
  sketched('3x3-dilation-3', { x: [1, 2, 9, 11], w: [4, 2, 3, 3], dilation: [1, 3], pads: [1, 3, 1, 3] }),
  sketched('3x3-dilation-8', { x: [1, 2, 20, 24], w: [4, 2, 3, 3], dilation: [8, 8], pads: [8, 8, 8, 8] }),
  sketched('3x3-view', { x: [2, 8, 8, 8], w: [8, 8, 3, 3], ...same3, view: { channels: 24, first: 8 } }),
  sketched('3x3-view-unaligned', {
    x: [2, 4, 7, 7],
    w: [6, 4, 3, 3],
    ...same3,
    view: { channels: 11, first: 3 },
  }),
  sketched('3x3-f16', {
    x: [1, 8, 12, 16],
    w: [8, 8, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    residual: true,
    dtype: 'float16',
  }),
  sketched('3x3-f16-odd', { x: [1, 3, 5, 7], w: [9, 3, 3, 3], ...same3, dtype: 'float16' }),
  sketched('3x3-dynamic-weights', { x: [1, 3, 8, 8], w: [4, 3, 3, 3], ...same3, bias: true, dynamic: true }),
  sketched('3x3-groups', { x: [1, 6, 9, 10], w: [4, 3, 3, 3], groups: 2, ...same3, bias: true }),
  sketched('3x3-depthwise', { x: [2, 6, 10, 9], w: [6, 1, 3, 3], groups: 6, ...same3 }),
  sketched('5x5-stride-2', {
    x: [1, 3, 17, 15],
    w: [10, 3, 5, 5],
    stride: [2, 2],
    pads: [2, 2, 2, 2],
    bias: true,
    activation: [{ fn: 'leakyRelu', args: [0.1] }],
  }),
  sketched('2x4-even-kernel', { x: [1, 2, 6, 9], w: [3, 2, 2, 4] }),
  sketched('1x1', { x: [1, 8, 8, 16], w: [16, 8, 1, 1] }),
  sketched('1x1-odd', { x: [2, 7, 7, 7], w: [13, 7, 1, 1], bias: true, activation: [relu] }),
  sketched('1x1-residual', { x: [1, 5, 3, 3], w: [6, 5, 1, 1], residual: true, after: [relu] }),
  sketched('1x1-stride-2', { x: [1, 8, 9, 9], w: [8, 8, 1, 1], stride: [2, 2] }),
  sketched('1x1-pre', { x: [1, 12, 8, 8], w: [16, 12, 1, 1], pre: [relu], bias: true, activation: [relu] }),
  sketched('1x1-pre-odd-view', {
    x: [2, 6, 7, 7],
    w: [9, 6, 1, 1],
    pre: [relu],
    view: { channels: 17, first: 5 },
  }),
  sketched('1x1-f16-pre', { x: [1, 6, 7, 8], w: [9, 6, 1, 1], pre: [relu], dtype: 'float16' }),
  sketched('3x3-pre-padded', { x: [1, 4, 6, 6], w: [4, 4, 3, 3], ...same3, pre: [relu] }),
  sketched('3d-3x3x3', {
    x: [1, 3, 6, 7, 12],
    w: [5, 3, 3, 3, 3],
    pads: [1, 1, 1, 1, 1, 1],
    bias: true,
    activation: [relu],
  }),
  sketched('3d-dilated', {
    x: [1, 2, 9, 9, 16],
    w: [5, 2, 3, 3, 3],
    dilation: [4, 4, 4],
    pads: [4, 4, 4, 4, 4, 4],
  }),
  sketched('3d-dilation-16', {
    x: [1, 2, 18, 18, 40],
    w: [3, 2, 3, 3, 3],
    dilation: [16, 16, 16],
    pads: [16, 16, 16, 16, 16, 16],
  }),
  sketched('3d-stride-2', {
    x: [1, 3, 8, 9, 10],
    w: [4, 3, 3, 3, 3],
    stride: [2, 2, 2],
    pads: [1, 1, 1, 1, 1, 1],
    bias: true,
  }),
  sketched('3d-depthwise', { x: [1, 4, 5, 6, 7], w: [4, 1, 3, 3, 3], groups: 4, pads: [1, 1, 1, 1, 1, 1] }),
  sketched('3d-1x1x1', { x: [1, 5, 6, 7, 8], w: [3, 5, 1, 1, 1], bias: true }),
  // Large enough for tiles in workgroup memory, and for sharing their inner axis; sizes that fit none of them.
  sketched('tiles-groups', {
    x: [2, 36, 9, 7],
    w: [52, 18, 3, 3],
    groups: 2,
    ...same3,
    bias: true,
    activation: [relu],
  }),
  sketched('tiles-1x1-groups', { x: [3, 320, 11], w: [108, 80, 1], groups: 4 }),
  sketched('tiles-f16-pre-view', {
    x: [3, 44, 9, 9],
    w: [52, 44, 2, 3],
    stride: [2, 1],
    dilation: [1, 2],
    pads: [1, 0, 0, 3],
    pre: [relu],
    bias: true,
    residual: true,
    after: [relu],
    view: { channels: 59, first: 5 },
    dtype: 'float16',
  }),
  sketched('tiles-f16-flat-groups', {
    x: [2, 10, 4, 7, 6],
    w: [58, 5, 2, 3, 3],
    groups: 2,
    pads: [0, 1, 1, 1, 1, 0],
    bias: true,
    activation: [relu],
    dtype: 'float16',
  }),
  sketched('tiles-3d', {
    x: [1, 40, 6, 7, 5],
    w: [50, 40, 3, 3, 2],
    stride: [1, 2, 1],
    pads: [1, 2, 0, 2, 1, 1],
  }),
  sketched('densenet-stem', {
    x: [1, 3, 224, 224],
    w: [64, 3, 7, 7],
    stride: [2, 2],
    pads: [3, 3, 3, 3],
    bias: true,
    activation: [relu],
    bench: true,
  }),
  sketched('densenet-bottleneck-28', {
    x: [1, 256, 28, 28],
    w: [128, 256, 1, 1],
    pre: [relu],
    bias: true,
    activation: [relu],
    view: { channels: 512, first: 0 },
    bench: true,
  }),
  sketched('densenet-growth-14', { x: [1, 128, 14, 14], w: [32, 128, 3, 3], ...same3, bench: true }),
  sketched('densenet-bottleneck-7', {
    x: [1, 992, 7, 7],
    w: [128, 992, 1, 1],
    pre: [relu],
    bias: true,
    activation: [relu],
    bench: true,
  }),
  sketched('super-resolution-128', {
    x: [1, 32, 128, 128],
    w: [32, 32, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    residual: true,
    bench: true,
  }),
  sketched('rau-net-64', {
    x: [1, 128, 64, 64],
    w: [64, 128, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    bench: true,
  }),
  sketched('meshnet-32', {
    x: [1, 5, 32, 32, 32],
    w: [5, 5, 3, 3, 3],
    dilation: [2, 2, 2],
    pads: [2, 2, 2, 2, 2, 2],
    bias: true,
    activation: [relu],
    bench: true,
  }),
];
