import type { Case } from '../core/kernel.ts';
import type { UnaryCall } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { sketched } from './cases.ts';

const relu: UnaryCall = { fn: 'relu', args: [] };
const halves = { halves: true } as const;
const same3 = { pads: [1, 1, 1, 1], halves: true };

/**
 * Weights in half precision beside values in single: every packing of them and every loader (halves.ts), and those that are held in f32
 * because they are computed or little of what is moved.
 */
export const halvesCases: readonly Case<Vocabulary['conv']>[] = [
  sketched('halves-1x1', { x: [2, 48, 3, 3], w: [13, 48, 1, 1], ...halves, bias: true, activation: [relu] }),
  sketched('halves-1x1-pre', { x: [1, 72, 7, 7], w: [18, 72, 1, 1], ...halves, pre: [relu] }),
  sketched('halves-3x3', { x: [1, 12, 5, 7], w: [9, 12, 3, 3], ...same3, residual: true, after: [relu] }),
  sketched('halves-3x3-wide', { x: [2, 33, 6, 13], w: [6, 33, 3, 3], ...same3 }),
  sketched('halves-3x3-long', { x: [1, 64, 7, 7], w: [20, 64, 3, 3], ...same3 }),
  sketched('halves-5x5-groups', {
    x: [1, 6, 11, 10],
    w: [14, 3, 5, 5],
    groups: 2,
    stride: [2, 2],
    pads: [2, 2, 2, 2],
    ...halves,
  }),
  sketched('halves-3d', { x: [1, 6, 3, 4, 9], w: [5, 6, 3, 3, 3], pads: [1, 1, 1, 1, 1, 1], ...halves }),
  sketched('halves-window', {
    x: [1, 32, 6, 6],
    w: [18, 32, 1, 1],
    window: [2, 2],
    stride: [2, 2],
    pre: [relu],
    ...halves,
  }),
  sketched('halves-window-whole', { x: [1, 30, 2, 2], w: [5, 30, 1, 1], window: [2, 2], ...halves }),
  sketched('halves-dynamic', { x: [1, 3, 8, 8], w: [4, 3, 3, 3], ...same3, dynamic: true }),
  sketched('halves-large-map', { x: [1, 6, 12, 12], w: [5, 6, 3, 3], ...same3 }),
];
