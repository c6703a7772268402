import { isFloat } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import type { TensorType } from '../core/tensor.ts';
import { require, three, written } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Pool = Vocabulary['pool'];

/** Type of y; throws RoentgenError('shape') where window and tensor do not fit. */
export function pooledType(
  pool: Pool,
  x: TensorType,
  scale: TensorType | null = null,
  shift: TensorType | null = null,
): TensorType {
  const spatial = x.shape.length - 2;
  const facts = `pool: x of ${written(x.shape)}, window ${written(pool.kernel)}`;
  require(spatial >= 1 && spatial <= 3, `${facts}: one to three spatial axes wanted`);
  for (const own of [pool.kernel, pool.strides, pool.dilations, pool.outputShape])
    require(own.length === spatial &&
      own.every((n) => n >= 1), `${facts}: ${written(own)} for ${spatial} spatial axes`);
  require(pool.pads.length === 2 * spatial, `${facts}: ${pool.pads.length} pads`);
  require(pool.pads.every((n) => n >= 0), `${facts}: negative pads`);
  require(pool.kind === 'max' || isFloat(x.dtype), `${facts}: ${pool.kind} of ${x.dtype}`);
  require(!scale === !shift, `${facts}: preScale and preShift go together`);
  require(scale !== null ||
    pool.pre.length === 0, `${facts}: functions of a pre-activation that is not there`);
  for (const own of [scale, shift])
    require(!own ||
      (isFloat(x.dtype) &&
        own.shape.length === 1 &&
        own.shape[0] ===
          x.shape[1]), `${facts}: a pre-activation of ${written(own?.shape ?? [])} for ${x.dtype}`);
  require(pool.kind !== 'lp' || pool.p > 0, `${facts}: p is ${pool.p}`);
  return { dtype: x.dtype, shape: [...x.shape.slice(0, 2), ...pool.outputShape] };
}

/** A pooling problem brought to depth, height and width. */
export interface Window {
  readonly planes: number;
  readonly input: readonly [number, number, number];
  readonly output: readonly [number, number, number];
  readonly kernel: readonly [number, number, number];
  readonly strides: readonly [number, number, number];
  readonly dilations: readonly [number, number, number];
  readonly begin: readonly [number, number, number];
  readonly end: readonly [number, number, number];
}

export function windowOf({ attributes, inputs: [x] }: Problem<Pool>): Window {
  const { kernel, strides, dilations, pads, outputShape } = attributes;
  const spatial = kernel.length;
  return {
    planes: x!.shape[0] * x!.shape[1],
    input: three(x!.shape.slice(2), 1),
    output: three(outputShape, 1),
    kernel: three(kernel, 1),
    strides: three(strides, 1),
    dilations: three(dilations, 1),
    begin: three(pads.slice(0, spatial), 0),
    end: three(pads.slice(spatial), 0),
  };
}
