import type { Tensor, TensorType } from '../core/tensor.ts';
import { require, three, written } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Subpixel = Vocabulary['subpixel'];

/** Type of y; throws RoentgenError('shape') where the channels do not divide by the block. */
export function enlargedType({ block }: Subpixel, x: TensorType): TensorType {
  const spatial = x.shape.length - 2;
  const facts = `subpixel: x of ${written(x.shape)}, block ${written(block)}`;
  require(spatial >= 1 &&
    spatial <= 3 &&
    block.length === spatial, `${facts}: one factor for each of one to three axes wanted`);
  require(block.every((factor) => factor >= 1), `${facts}: factors below 1`);
  const factor = block.reduce((a, b) => a * b, 1);
  require(x.shape[1] % factor === 0, `${facts}: ${x.shape[1]} channels do not divide by ${factor}`);
  const extents = block.map((own, axis) => own * x.shape[axis + 2]);
  return { dtype: x.dtype, shape: [x.shape[0], x.shape[1] / factor, ...extents] };
}

/** The problem brought to depth, height and width. */
export interface Blocks {
  readonly batches: number;
  /** Of y. */
  readonly channels: number;
  readonly extents: readonly [number, number, number];
  readonly block: readonly [number, number, number];
  /** Steps, in channels of x, of y's channel and of the place within the block. */
  readonly channelStep: number;
  readonly blockStep: number;
}

export function blocksOf({ block, order }: Subpixel, x: Tensor): Blocks {
  const factors = three(block, 1);
  const factor = factors[0] * factors[1] * factors[2];
  const channels = x.shape[1] / factor;
  const steps =
    order === 'CRD' ? { channelStep: factor, blockStep: 1 } : { channelStep: 1, blockStep: channels };
  return { batches: x.shape[0], channels, extents: three(x.shape.slice(2), 1), block: factors, ...steps };
}
