import type { Case } from '../core/kernel.ts';
import type { UnaryCall } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { sketched } from './cases.ts';

const relu: UnaryCall = { fn: 'relu', args: [] };
const same3 = { pads: [1, 1, 1, 1] };

/** Convolutions that have taken over what stood before or behind them. */
export const fusedCases: readonly Case<Vocabulary['conv']>[] = [
  // Sub-pixel images, and what a repeated image and a 3 x 3 kernel come to (passes/upsample.ts).
  sketched('shuffle', {
    x: [2, 3, 5, 9],
    w: [8, 3, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    shuffle: { block: [2, 2], crop: [0, 0] },
  }),
  sketched('shuffle-cropped', {
    x: [1, 36, 6, 7],
    w: [16, 36, 2, 2],
    ...same3,
    bias: true,
    activation: [relu],
    residual: true,
    after: [relu],
    shuffle: { block: [2, 2], crop: [1, 1] },
  }),
  sketched('shuffle-3d-groups', {
    x: [1, 4, 3, 4, 5],
    w: [24, 2, 1, 1, 1],
    groups: 2,
    shuffle: { block: [1, 3, 2], crop: [0, 1, 0] },
  }),
  sketched('shuffle-f16', {
    x: [2, 32, 9, 7],
    w: [16, 32, 2, 2],
    ...same3,
    bias: true,
    shuffle: { block: [2, 2], crop: [1, 1] },
    view: { channels: 40, first: 5 },
    dtype: 'float16',
  }),
  // A 1 x 1 convolution beside another of the same input (passes/shortcut.ts): in tiles of its own, in mixed ones, taps and channels as one axis.
  sketched('shortcut', {
    x: [2, 40, 6, 10],
    w: [96, 40, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    shortcut: 32,
  }),
  sketched('shortcut-few', {
    x: [1, 3, 9, 11],
    w: [24, 3, 3, 3],
    ...same3,
    stride: [2, 2],
    bias: true,
    activation: [relu],
    shortcut: 9,
  }),
  sketched('shortcut-f16', {
    x: [2, 72, 7, 9],
    w: [128, 72, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    shortcut: 64,
    view: { channels: 130, first: 1 },
    dtype: 'float16',
  }),
  // Maxima of what is stored (passes/maxima.ts).
  sketched('pooled', {
    x: [2, 24, 8, 16],
    w: [36, 24, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    residual: true,
    after: [{ fn: 'clip', args: [-0.5, 0.5] }],
    pooled: 'beside',
  }),
  sketched('pooled-odd-windows', { x: [1, 4, 6, 10], w: [5, 4, 3, 3], ...same3, pooled: 'beside' }),
  sketched('pooled-groups', {
    x: [2, 48, 8, 8],
    w: [64, 24, 3, 3],
    ...same3,
    groups: 2,
    bias: true,
    activation: [relu],
    pooled: 'beside',
  }),
  sketched('pooled-f16', {
    x: [2, 40, 8, 8],
    w: [36, 40, 3, 3],
    ...same3,
    residual: true,
    view: { channels: 45, first: 2 },
    pooled: 'beside',
    dtype: 'float16',
  }),
  sketched('pooled-instead', {
    x: [2, 24, 8, 16],
    w: [36, 24, 3, 3],
    ...same3,
    bias: true,
    activation: [relu],
    residual: true,
    after: [{ fn: 'clip', args: [-0.5, 0.5] }],
    pooled: 'instead',
  }),
  sketched('pooled-instead-f16', {
    x: [2, 40, 8, 8],
    w: [36, 40, 3, 3],
    ...same3,
    view: { channels: 45, first: 2 },
    pooled: 'instead',
    dtype: 'float16',
  }),
  // A mean before a 1 x 1 convolution, taken as it loads (passes/fuse-pool.ts).
  sketched('window-pre', {
    x: [2, 72, 7, 10],
    w: [18, 72, 1, 1],
    window: [2, 2],
    stride: [2, 2],
    pre: [relu],
    bias: true,
    activation: [relu],
    view: { channels: 80, first: 3 },
  }),
  sketched('window-3d-groups', {
    x: [1, 6, 5, 6, 7],
    w: [10, 3, 1, 1, 1],
    window: [2, 3, 1],
    stride: [1, 2, 1],
    groups: 2,
  }),
  // The mean of all of space and a classifier (passes/classifier.ts).
  sketched('window-whole', {
    x: [2, 70, 2, 3],
    w: [9, 70, 1, 1],
    window: [2, 3],
    stride: [2, 3],
    pre: [relu],
    bias: true,
    activation: [relu],
    view: { channels: 75, first: 2 },
  }),
  sketched('window-whole-3d-f16', {
    x: [1, 6, 1, 2, 3],
    w: [18, 6, 1, 1, 1],
    window: [1, 2, 3],
    dtype: 'float16',
  }),
  sketched('window-f16', {
    x: [1, 32, 8, 8],
    w: [18, 32, 1, 1],
    window: [2, 2],
    stride: [2, 2],
    pre: [relu],
    dtype: 'float16',
  }),
];
