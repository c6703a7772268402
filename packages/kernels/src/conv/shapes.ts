import type { Case } from '../core/kernel.ts';
import type { UnaryCall } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { sketched } from './cases.ts';

const relu: UnaryCall = { fn: 'relu', args: [] };
const around = (reach: number, rank: number) => new Array<number>(2 * rank).fill(reach);
const activated = { bias: true, activation: [relu], bench: true } as const;

/** A layer of a dense block: 1 x 1 behind batch normalisation, over the first `channels` of the block's. */
function bottleneck(channels: number, block: number, size: number) {
  return sketched(`densenet-bottleneck-${size}-${channels}`, {
    ...activated,
    x: [1, channels, size, size],
    w: [128, channels, 1, 1],
    pre: [relu],
    view: { channels: block, first: 0 },
  });
}

function transition(channels: number, size: number) {
  return sketched(`densenet-transition-${size}`, {
    x: [1, channels, size, size],
    w: [channels / 2, channels, 1, 1],
    bench: true,
  });
}

function growth(size: number) {
  return sketched(`densenet-growth-${size}`, {
    x: [1, 128, size, size],
    w: [32, 128, 3, 3],
    pads: around(1, 2),
    bench: true,
  });
}

/** A 3 x 3 convolution that keeps the size, with bias and ReLU. */
function same(model: string, from: number, to: number, size: number, residual = false) {
  return sketched(`${model}-${size}-${from}-${to}${residual ? '-residual' : ''}`, {
    ...activated,
    x: [1, from, size, size],
    w: [to, from, 3, 3],
    pads: around(1, 2),
    residual,
  });
}

function shortcut(from: number, to: number, size: number) {
  return sketched(`rau-net-1x1-${size}-${from}-${to}`, {
    x: [1, from, size, size],
    w: [to, from, 1, 1],
    bias: true,
    bench: true,
  });
}

/** A layer of MeshNet on 64^3. */
function volume(from: number, dilation: number) {
  return sketched(`meshnet-64-${from}-5-dilation-${dilation}`, {
    ...activated,
    x: [1, from, 64, 64, 64],
    w: [5, from, 3, 3, 3],
    dilation: [dilation, dilation, dilation],
    pads: around(dilation, 3),
  });
}

/**
 * The convolutions of the networks at the sizes that these are quoted at: DenseNet-121 at 224, super-resolution x2 and the Residual
 * Attention U-Net at 256, MeshNet at 64^3. They are here to be timed; small cases hold every path to the reference.
 */
export const convShapes: readonly Case<Vocabulary['conv']>[] = [
  bottleneck(128, 256, 56),
  bottleneck(512, 1024, 14),
  transition(256, 28),
  transition(512, 14),
  transition(1024, 7),
  sketched('densenet-classifier', {
    x: [1, 1024, 7, 7],
    w: [13, 1024, 1, 1],
    window: [7, 7],
    pre: [relu],
    bias: true,
    bench: true,
  }),
  growth(56),
  growth(28),
  growth(7),
  same('super-resolution', 1, 32, 256),
  same('super-resolution', 32, 32, 256, true),
  same('super-resolution', 32, 4, 256),
  same('super-resolution', 1, 32, 512),
  same('super-resolution', 32, 32, 512, true),
  same('super-resolution', 32, 1, 512),
  same('rau-net', 3, 32, 256),
  same('rau-net', 32, 32, 256, true),
  same('rau-net', 64, 32, 256),
  same('rau-net', 32, 64, 128),
  same('rau-net', 64, 64, 128, true),
  same('rau-net', 128, 64, 128),
  same('rau-net', 128, 128, 64, true),
  same('rau-net', 256, 128, 64),
  same('rau-net', 256, 256, 32, true),
  same('rau-net', 512, 256, 32),
  same('rau-net', 512, 512, 16, true),
  shortcut(3, 32, 256),
  shortcut(64, 128, 64),
  shortcut(32, 1, 256),
  volume(1, 1),
  volume(5, 1),
  volume(5, 2),
  volume(5, 4),
  volume(5, 8),
  volume(5, 16),
  sketched('meshnet-64-1x1x1', { x: [1, 5, 64, 64, 64], w: [3, 5, 1, 1, 1], bias: true, bench: true }),
];
