import type { Problem } from '../core/kernel.ts';
import { sizeOf, type TensorType } from '../core/tensor.ts';
import { require, three, written } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type ConvTranspose = Vocabulary['convTranspose'];

/** Type of y; throws RoentgenError('shape') where x, w, bias and attributes do not fit each other. */
export function spreadType(
  attributes: ConvTranspose,
  x: TensorType,
  w: TensorType,
  bias: TensorType | null | undefined,
): TensorType {
  const { strides, dilations, pads, outputPadding, groups } = attributes;
  const spatial = x.shape.length - 2;
  const facts = `convTranspose: x of ${written(x.shape)}, w of ${written(w.shape)}, ${groups} groups`;
  require(spatial >= 1 &&
    spatial <= 3 &&
    w.shape.length === spatial + 2, `${facts}: one to three spatial axes wanted`);
  for (const own of [strides, dilations, outputPadding, pads.slice(spatial)])
    require(own.length === spatial, `${facts}: ${written(own)} for ${spatial} spatial axes`);
  require([...strides, ...dilations, groups].every(
    (n) => n >= 1,
  ), `${facts}: strides, dilations or groups below 1`);
  require(x.shape[1] === w.shape[0], `${facts}: w is for ${w.shape[0]} channels`);
  require(x.shape[1] % groups === 0, `${facts}: the channels do not divide by the groups`);
  const channels = w.shape[1] * groups;
  require(!bias ||
    sizeOf(bias.shape) === channels, `${facts}: a bias of ${written(bias?.shape ?? [])} for ${channels}`);
  const extents = strides.map((stride, axis) => {
    const reach = (w.shape[axis + 2] - 1) * dilations[axis] + 1 + outputPadding[axis];
    return (x.shape[axis + 2] - 1) * stride + reach - pads[axis] - pads[axis + spatial];
  });
  require(extents.every((extent) => extent >= 0), `${facts}: pads leave ${written(extents)}`);
  return { dtype: x.dtype, shape: [x.shape[0], channels, ...extents] };
}

type Three = readonly [number, number, number];

/** The problem brought to depth, height and width. */
export interface Spread {
  readonly batches: number;
  readonly groups: number;
  /** Channels of a group. */
  readonly cin: number;
  readonly cout: number;
  readonly input: Three;
  readonly output: Three;
  readonly kernel: Three;
  readonly strides: Three;
  readonly dilations: Three;
  readonly begin: Three;
}

export function spreadOf({ attributes, inputs: [x, w], outputs: [y] }: Problem<ConvTranspose>): Spread {
  const { groups, strides, dilations, pads } = attributes;
  return {
    batches: x!.shape[0],
    groups,
    cin: x!.shape[1] / groups,
    cout: w!.shape[1],
    input: three(x!.shape.slice(2), 1),
    output: three(y.shape.slice(2), 1),
    kernel: three(w!.shape.slice(2), 1),
    strides: three(strides, 1),
    dilations: three(dilations, 1),
    begin: three(pads.slice(0, strides.length), 0),
  };
}
