import { broadcastShapes } from '../core/broadcast.ts';
import { type HostArray, isFloat } from '../core/dtype.ts';
import { RoentgenError } from '../core/errors.ts';
import type { KernelFamily, Problem } from '../core/kernel.ts';
import { sizeOf, type TensorType } from '../core/tensor.ts';
import { stored } from '../core/tolerance.ts';
import { require } from '../layout/tensors.ts';
import { chainJs } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { cases } from './cases.ts';
import { groups } from './kernels.ts';
import { runsOf, spreadOf } from './runs.ts';

type Normalize = Vocabulary['normalize'];

function outputs(attributes: Normalize, inputs: readonly (TensorType | null)[]): TensorType[] {
  const { kind, axis } = attributes;
  const x = inputs[0]!;
  if (!isFloat(x.dtype)) throw new RoentgenError('unsupported', `${kind} normalization of ${x.dtype}`);
  if (kind === 'group') return [checkedGroups(attributes, inputs)];
  require(axis >= 0 &&
    axis < x.shape.length, `${kind} normalization: axis ${axis} is not one of [${x.shape}]`);
  for (const parameter of inputs.slice(1)) {
    if (!parameter) continue;
    const together = broadcastShapes([x.shape, parameter.shape]);
    const fits = sizeOf(together) === sizeOf(x.shape) && together.length === x.shape.length;
    require(fits, `${kind} normalization: [${parameter.shape}] does not broadcast to [${x.shape}]`);
  }
  if (kind === 'rms') return [{ dtype: x.dtype, shape: x.shape }];
  const statistics: TensorType = {
    dtype: 'float32',
    shape: x.shape.map((extent, i) => (i < axis ? extent : 1)),
  };
  return [{ dtype: x.dtype, shape: x.shape }, statistics, statistics];
}

function checkedGroups(
  { groups }: Normalize,
  [x, ...parameters]: readonly (TensorType | null)[],
): TensorType {
  const { dtype, shape } = x!;
  require(shape.length >= 2, `group normalization of [${shape}], which has no channels`);
  require(groups > 0 && shape[1] % groups === 0, `${shape[1]} channels do not divide into ${groups} groups`);
  for (const parameter of parameters)
    require(!parameter ||
      sizeOf(parameter.shape) ===
        shape[1], `group normalization: [${parameter?.shape}] for ${shape[1]} channels`);
  return { dtype, shape };
}

/** y = activation((x - mean) / sqrt(variance + epsilon) * scale + bias), the variance that of the whole run. */
function reference(
  { attributes, inputs, outputs: given }: Problem<Normalize>,
  values: readonly (HostArray | null)[],
): Float64Array[] {
  const x = values[0]!;
  const { count, length } = runsOf(attributes, inputs[0]!);
  const [scale, bias] = [1, 2].map((i) =>
    parameterOf(attributes, inputs[0]!, inputs[i] ?? null, values[i] ?? null),
  );
  const activate = chainJs(attributes.activation);
  const y = new Float64Array(x.length);
  const means = new Float64Array(count);
  const inverses = new Float64Array(count);
  for (let run = 0; run < count; run++) {
    const start = run * length;
    let sum = 0;
    for (let i = start; i < start + length; i++) sum += x[i];
    const mean = attributes.kind === 'rms' ? 0 : sum / length;
    let squares = 0;
    for (let i = start; i < start + length; i++) squares += (x[i] - mean) ** 2;
    const inverse = 1 / Math.sqrt(squares / length + attributes.epsilon);
    for (let i = start; i < start + length; i++)
      y[i] = activate((x[i] - mean) * inverse * scale(i, 1) + bias(i, 0));
    means[run] = mean;
    inverses[run] = inverse;
  }
  return [y, means, inverses].slice(0, given.length);
}

/** The scale or bias of element i of x; `otherwise` where there is none. */
function parameterOf(
  attributes: Normalize,
  x: TensorType,
  type: TensorType | null,
  values: HostArray | null,
): (i: number, otherwise: number) => number {
  const spread = spreadOf(attributes, x, type);
  if (!spread)
    throw new RoentgenError('unsupported', `a scale of shape [${type?.shape}] on x of shape [${x.shape}]`);
  const { inner, count } = spread;
  return (i, otherwise) => (values ? values[Math.floor(i / inner) % count] : otherwise);
}

/**
 * Group (and instance), layer and root-mean-square normalisation, in f32. 'layer' has three outputs: y, mean
 * and 1 / sqrt(variance + epsilon), the latter two float32 with extent 1 along the axes normalised (a problem may leave both out).
 * Throws RoentgenError('shape') for channels that do not divide and parameters that do not broadcast.
 */
export const normalizeFamily: KernelFamily<Normalize> = {
  name: 'normalize',
  kernels: [groups],
  cases,
  outputs,
  reference,
  tolerance({ attributes, inputs: [x] }) {
    const { length } = runsOf(attributes, x!);
    return stored(x!.dtype, { relative: 1e-5, absolute: 4e-6 + Math.sqrt(length) * 2 ** -24 });
  },
};
