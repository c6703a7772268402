import { RoentgenError, sizeOf } from '@roentgen/kernels';
import type { Origin } from './graph.ts';

/** Tensors past this many elements are a bomb, not a picture; those that the host itself would fill, past half of it. */
const maxElements = 2 ** 28;
const maxFilled = 2 ** 27;

/** Throws RoentgenError('memory') where a tensor of this shape is past any use; `filled`: the host has to fill it. */
export function checkSize(shape: readonly number[], { op, node }: Origin, filled = false): void {
  if (sizeOf(shape) <= (filled ? maxFilled : maxElements)) return;
  throw new RoentgenError(
    'memory',
    `${op} '${node}' makes a tensor of shape [${shape}]: ${sizeOf(shape)} elements`,
    { node, hint: 'use a smaller input, or split it into tiles' },
  );
}
