import { bytesOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { Cost, DeviceCaps, KernelDefinition, Param, Problem } from '../core/kernel.ts';
import { sizeOf, type Tensor } from '../core/tensor.ts';
import { specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { mergeAxes, padAxes } from '../layout/merge.ts';
import { batched, refuseGaps } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import elementsText from './elements.wgsl?raw';
import { tuplesOf } from './frame.ts';
import tuplesText from './tuples.wgsl?raw';

type GatherProblem = Problem<Vocabulary['gather']>;

const most = 8;
const bindings = [
  { index: 0, name: 'x', access: 'read', operand: 0 },
  { index: 1, name: 'indices', access: 'read', operand: 1 },
  { index: 2, name: 'y', access: 'read_write', operand: 2 },
] as const;

function eight(name: string, type: 'u32' | 'i32', values: readonly number[], missing: number): Param[] {
  return Array.from({ length: most }, (_, i) => [`${name}${i}`, type, values[i] ?? missing] as const);
}

function costOf({ outputs: [y] }: GatherProblem, caps: DeviceCaps): Cost {
  return { flops: 0, bytes: sizeOf(y.shape) * (2 * bytesOf(elementOf(y.dtype, caps)) + 4), slowdown: 2 };
}

function placed(name: string, tensor: Tensor): Param[] {
  const { offset, batch, perBatch } = batched(tensor);
  return [
    [`${name}Offset`, 'u32', offset],
    [`${name}Batch`, 'u32', batch],
    [`${name}PerBatch`, 'u32', perBatch],
  ];
}

/** Gather along an axis, and GatherND with tuples of up to eight. */
export const gatherByTuples: KernelDefinition<Vocabulary['gather']> = {
  name: 'gather/tuples',
  rejects({ attributes, inputs: [x, indices], outputs: [y] }) {
    if (attributes.kind === 'elements') return 'for kinds axis and nd';
    if (attributes.kind === 'nd' && indices!.shape.at(-1)! > most) return `tuples of more than ${most}`;
    return refuseGaps({ x: x!, indices: indices!, y });
  },
  cost: costOf,
  instantiate(problem, caps) {
    const [x, indices] = problem.inputs;
    const [y] = problem.outputs;
    const tuples = tuplesOf(problem.attributes, x!, indices!);
    const Elem = elementOf(x!.dtype, caps);
    return {
      name: 'gather/tuples',
      source: specialise('gather/tuples.wgsl', tuplesText, { Elem, DEPTH: tuples.depth }, extensionsOf(Elem)),
      bindings,
      params: {
        index: 3,
        values: [
          ['count', 'u32', sizeOf(y.shape)],
          ['tuples', 'u32', tuples.tuples],
          ['inner', 'u32', tuples.inner],
          ['outerStep', 'u32', tuples.outerStep],
          ['indexOuter', 'u32', tuples.indexOuter],
          ...placed('x', x!),
          ...placed('index', indices!),
          ...placed('y', y),
          ...eight('extent', 'i32', tuples.extents, 1),
          ...eight('step', 'u32', tuples.steps, 0),
        ],
      },
      grid: grid1d(sizeOf(y.shape), 64, caps),
    };
  },
};

function elementAxes({ attributes: { axis }, inputs: [x, indices], outputs: [y] }: GatherProblem) {
  const xStrides = x!.strides.map((stride, a) => (a === axis ? 0 : stride));
  return mergeAxes({ shape: y.shape, strides: [xStrides, indices!.strides, y.strides] });
}

/** GatherElements over up to eight axes that do not merge; any strides. */
export const gatherByElements: KernelDefinition<Vocabulary['gather']> = {
  name: 'gather/elements',
  rejects(problem) {
    if (problem.attributes.kind !== 'elements') return 'for kind elements';
    return elementAxes(problem).shape.length > most ? `more than ${most} axes that do not merge` : null;
  },
  cost: costOf,
  instantiate(problem, caps) {
    const { attributes, inputs, outputs } = problem;
    const [x, indices] = inputs;
    const axes = elementAxes(problem);
    const { shape, strides } = padAxes(axes, most);
    const Elem = elementOf(x!.dtype, caps);
    const head = { Elem, RANK: axes.shape.length };
    return {
      name: 'gather/elements',
      source: specialise('gather/elements.wgsl', elementsText, head, extensionsOf(Elem)),
      bindings,
      params: {
        index: 3,
        values: [
          ['count', 'u32', sizeOf(shape)],
          ['extent', 'i32', x!.shape[attributes.axis]],
          ['step', 'i32', x!.strides[attributes.axis]],
          ['xOffset', 'i32', x!.offset],
          ['indexOffset', 'i32', indices!.offset],
          ['yOffset', 'i32', outputs[0].offset],
          ...eight('size', 'u32', shape.toReversed(), 1),
          ...['xStep', 'indexStep', 'yStep'].flatMap((name, t) =>
            eight(name, 'i32', strides[t].toReversed(), 0),
          ),
        ],
      },
      grid: grid1d(sizeOf(shape), 64, caps),
    };
  },
};
