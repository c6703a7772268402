import { bytesOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type {
  Binding,
  DeviceCaps,
  KernelDefinition,
  KernelInstance,
  Param,
  Problem,
} from '../core/kernel.ts';
import { isDenseFrom, sizeOf, type Tensor } from '../core/tensor.ts';
import { specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { chainWgsl } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './groups.wgsl?raw';
import { runsOf, spreadOf } from './runs.ts';

type Normalize = Vocabulary['normalize'];
type NormalizeProblem = Problem<Normalize>;

function operands({ inputs, outputs }: NormalizeProblem) {
  const [x, scale, bias] = [inputs[0]!, inputs[1] ?? null, inputs[2] ?? null];
  const [y, mean, inverse] = [outputs[0], outputs[1] ?? null, outputs[2] ?? null];
  return { x, scale, bias, y, mean, inverse };
}

function rejects(problem: NormalizeProblem): string | null {
  const { attributes } = problem;
  const { x, scale, bias, y, mean, inverse } = operands(problem);
  const from = attributes.kind !== 'group' && attributes.axis === 0 ? 0 : 1;
  for (const [name, tensor] of Object.entries({ x, y }))
    if (!isDenseFrom(tensor, from)) return `${name} is not dense from axis ${from} on`;
  for (const [name, tensor] of Object.entries({ scale, bias, mean, inverse }))
    if (tensor && !isDenseFrom(tensor, 0)) return `${name} is not dense`;
  for (const [name, tensor] of Object.entries({ scale, bias }))
    if (!spreadOf(attributes, x, tensor)) return `${name} varies along axes of x that are no neighbours`;
  return null;
}

function paramsOf(problem: NormalizeProblem): Param[] {
  const { attributes } = problem;
  const { x, scale, bias, y, mean, inverse } = operands(problem);
  const runs = runsOf(attributes, x);
  const [scaled, biased] = [scale, bias].map((tensor) => spreadOf(attributes, x, tensor)!);
  return [
    ['runs', 'u32', runs.count],
    ['length', 'u32', runs.length],
    ['perBatch', 'u32', runs.perBatch],
    ['offsetX', 'u32', x.offset],
    ['batchX', 'u32', x.strides[0]],
    ['offsetY', 'u32', y.offset],
    ['batchY', 'u32', y.strides[0]],
    ['scaleOffset', 'u32', scale?.offset ?? 0],
    ['scaleInner', 'u32', scaled.inner],
    ['scaleCount', 'u32', scaled.count],
    ['biasOffset', 'u32', bias?.offset ?? 0],
    ['biasInner', 'u32', biased.inner],
    ['biasCount', 'u32', biased.count],
    ['meanOffset', 'u32', mean?.offset ?? 0],
    ['inverseOffset', 'u32', inverse?.offset ?? 0],
    ['epsilon', 'f32', attributes.epsilon],
  ];
}

function headOf(problem: NormalizeProblem, caps: DeviceCaps) {
  const { attributes } = problem;
  const { x, scale, bias, y, mean, inverse } = operands(problem);
  const element = (tensor: Tensor | null) => (tensor ? elementOf(tensor.dtype, caps) : 'f32');
  return {
    ElemX: element(x),
    ElemY: element(y),
    ElemS: element(scale),
    ElemB: element(bias),
    WORKGROUP: runsOf(attributes, x).length > 4096 ? 256 : 64,
    CENTRED: attributes.kind !== 'rms',
    activate: chainWgsl(attributes.activation, 'v'),
    ...(scale ? {} : { scale: null, scaleAt: '1.0' }),
    ...(bias ? {} : { bias: null, biasAt: '0.0' }),
    // An empty value makes a function that returns nothing and does nothing.
    ...(mean ? {} : { mean: null, keepMean: '' }),
    ...(inverse ? {} : { inverseDeviation: null, keepInverse: '' }),
  };
}

function instantiate(problem: NormalizeProblem, caps: DeviceCaps): KernelInstance {
  const { x, scale, bias, y, mean, inverse } = operands(problem);
  const first = problem.inputs.length;
  const all: readonly (Binding & { tensor: Tensor | null })[] = [
    { index: 0, name: 'x', access: 'read', operand: 0, tensor: x },
    { index: 1, name: 'scale', access: 'read', operand: 1, tensor: scale },
    { index: 2, name: 'bias', access: 'read', operand: 2, tensor: bias },
    { index: 3, name: 'y', access: 'read_write', operand: first, tensor: y },
    { index: 4, name: 'mean', access: 'read_write', operand: first + 1, tensor: mean },
    { index: 5, name: 'inverseDeviation', access: 'read_write', operand: first + 2, tensor: inverse },
  ];
  const bound = all.filter(({ tensor }) => tensor !== null);
  const held = bound.map(({ tensor }) => elementOf(tensor!.dtype, caps));
  return {
    name: 'normalize/groups',
    source: specialise('normalize/groups.wgsl', text, headOf(problem, caps), extensionsOf(...held)),
    bindings: bound.map(({ index, name, access, operand }) => ({ index, name, access, operand })),
    params: { index: 6, values: paramsOf(problem) },
    grid: grid1d(runsOf(problem.attributes, x).count, 1, caps),
  };
}

/** One workgroup a run. */
export const groups: KernelDefinition<Normalize> = {
  name: 'normalize/groups',
  rejects,
  cost({ inputs: [x] }, caps) {
    const size = sizeOf(x!.shape);
    return { flops: 8 * size, bytes: 4 * size * bytesOf(elementOf(x!.dtype, caps)), slowdown: 2 };
  },
  instantiate,
};
