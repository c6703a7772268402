import { bytesOf, computeOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { Binding, KernelDefinition, Param, Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { bitsOf, elementOf, extensionsOf } from '../layout/element.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { frameOf } from './frame.ts';
import text from './pad.wgsl?raw';

type PadProblem = Problem<Vocabulary['pad']>;

const rank = 8;
const modes = { constant: 0, edge: 1, reflect: 2, wrap: 3 } as const;
const still = { kept: 1, size: 1, begin: 0, xStep: 0, yStep: 0 };

function paramsOf({ attributes, inputs: [x, value], outputs: [y] }: PadProblem): Param[] {
  const { offset, axes } = frameOf(attributes, x!, y);
  const eight = [...axes.toReversed(), ...new Array(rank).fill(still)].slice(0, rank) as (typeof still)[];
  const each = (key: keyof typeof still, type: 'u32' | 'i32'): Param[] =>
    eight.map((axis, i) => [`${key}${i}`, type, axis[key]]);
  return [
    ['count', 'u32', sizeOf(y.shape)],
    ['xOffset', 'i32', offset],
    ['yOffset', 'i32', y.offset],
    ['valueOffset', 'u32', value?.offset ?? 0],
    ['valueBits', 'u32', bitsOf(x!.dtype, attributes.value)],
    ...each('size', 'u32'),
    ...each('kept', 'i32'),
    ...each('begin', 'i32'),
    ...each('xStep', 'i32'),
    ...each('yStep', 'i32'),
  ];
}

const ends: readonly Binding[] = [
  { index: 0, name: 'x', access: 'read', operand: 0 },
  { index: 2, name: 'y', access: 'read_write', operand: 2 },
];
const given: Binding = { index: 1, name: 'value', access: 'read', operand: 1 };

/** Every mode over up to eight axes that do not merge, an element a thread. */
export const padElements: KernelDefinition<Vocabulary['pad']> = {
  name: 'pad/elements',
  rejects({ attributes, inputs: [x], outputs: [y] }) {
    const { axes } = frameOf(attributes, x!, y);
    return axes.length > rank ? `${axes.length} axes that do not merge` : null;
  },
  cost: ({ outputs: [y] }, caps) => ({
    flops: 0,
    bytes: 2 * sizeOf(y.shape) * bytesOf(elementOf(y.dtype, caps)),
    slowdown: 2,
  }),
  instantiate(problem, caps) {
    const { attributes, inputs, outputs } = problem;
    const [x, value] = inputs;
    const Elem = elementOf(x!.dtype, caps);
    const { axes } = frameOf(attributes, x!, outputs[0]);
    const constant: Specialisation = value
      ? {}
      : { value: null, fill: `Elem(bitcast<${computeOf(x!.dtype)}>(params.valueBits))` };
    const head = { Elem, RANK: axes.length, MODE: modes[attributes.mode], ...constant };
    return {
      name: 'pad/elements',
      source: specialise('pad/pad.wgsl', text, head, extensionsOf(Elem)),
      bindings: value ? [...ends, given] : ends,
      params: { index: 3, values: paramsOf(problem) },
      grid: grid1d(sizeOf(outputs[0].shape), 64, caps),
    };
  },
};
