import { bytesOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelInstance, Param, Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { bitsOf, elementOf, extensionsOf } from '../layout/element.ts';
import { type Axes, mergeAxes, padAxes } from '../layout/merge.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { identityOf, numOf, slotsOf } from './slots.ts';
import stridedText from './strided.wgsl?raw';
import workgroupText from './workgroup.wgsl?raw';

type ReduceProblem = Problem<Vocabulary['reduce']>;
const maxRank = 4;

/** The kept axes with their strides in x and y, and the reduced ones with theirs in x; merged, innermost first. */
function walks({ attributes, inputs, outputs }: ReduceProblem): { kept: Axes; reduced: Axes } {
  const x = inputs[0]!;
  const [y] = outputs;
  const keep = x.shape.flatMap((_, axis) => (attributes.axes.includes(axis) ? [] : [axis]));
  const inY = keep.map((axis, i) => (attributes.keepDims ? axis : i));
  const kept = {
    shape: keep.map((axis) => x.shape[axis]),
    strides: [keep.map((axis) => x.strides[axis]), inY.map((axis) => y.strides[axis])],
  };
  const reduced = {
    shape: attributes.axes.map((axis) => x.shape[axis]),
    strides: [attributes.axes.map((axis) => x.strides[axis])],
  };
  return { kept: inwards(kept), reduced: inwards(reduced) };
}

function inwards(axes: Axes): Axes {
  const { shape, strides } = padAxes(mergeAxes(axes), 1);
  return { shape: shape.toReversed(), strides: strides.map((own) => own.toReversed()) };
}

function rejects(problem: ReduceProblem): string | null {
  const { kept, reduced } = walks(problem);
  const most = Math.max(kept.shape.length, reduced.shape.length);
  return most > maxRank ? `${most} axes that do not merge are more than ${maxRank}` : null;
}

function paramsOf(problem: ReduceProblem): Param[] {
  const { attributes, inputs, outputs } = problem;
  const { kept, reduced } = walks(problem);
  const x = inputs[0]!;
  const num = numOf(attributes.kind, x.dtype);
  const identity = identityOf(attributes.kind, x.dtype);
  const params: Param[] = [
    ['outputs', 'u32', sizeOf(kept.shape)],
    ['count', 'u32', sizeOf(reduced.shape)],
    ['identity', 'u32', bitsOf(num === 'f32' ? 'float32' : num === 'i32' ? 'int32' : 'uint32', identity)],
    ['offsetX', 'i32', x.offset],
    ['offsetY', 'i32', outputs[0].offset],
  ];
  for (let axis = 0; axis < maxRank; axis++)
    params.push(
      [`kept${axis}`, 'u32', kept.shape[axis] ?? 1],
      [`x${axis}`, 'i32', kept.strides[0][axis] ?? 0],
      [`y${axis}`, 'i32', kept.strides[1][axis] ?? 0],
    );
  for (let axis = 0; axis < maxRank; axis++)
    params.push(
      [`reduced${axis}`, 'u32', reduced.shape[axis] ?? 1],
      [`r${axis}`, 'i32', reduced.strides[0][axis] ?? 0],
    );
  return params;
}

function instance(
  name: string,
  file: string,
  text: string,
  head: Specialisation,
  problem: ReduceProblem,
  caps: DeviceCaps,
  grid: KernelInstance['grid'],
): KernelInstance {
  const x = inputType(problem, caps);
  const y = elementOf(problem.outputs[0].dtype, caps);
  const { kept, reduced } = walks(problem);
  const values = {
    ...slotsOf(problem.attributes),
    Num: numOf(problem.attributes.kind, problem.inputs[0]!.dtype),
    ElemX: x,
    ElemY: y,
    KEPT: kept.shape.length,
    REDUCED: reduced.shape.length,
    ...head,
  };
  return {
    name,
    source: specialise(file, text, values, extensionsOf(x, y)),
    bindings: [
      { index: 0, name: 'x', access: 'read', operand: 0 },
      { index: 1, name: 'y', access: 'read_write', operand: 1 },
    ],
    params: { index: 2, values: paramsOf(problem) },
    grid,
  };
}

function inputType({ inputs }: ReduceProblem, caps: DeviceCaps) {
  return elementOf(inputs[0]!.dtype, caps);
}

function costOf(problem: ReduceProblem, caps: DeviceCaps, slowdown: number) {
  const size = sizeOf(problem.inputs[0]!.shape);
  return { flops: 2 * size, bytes: size * bytesOf(inputType(problem, caps)), slowdown };
}

/** Outputs past which one thread for each fills a GPU. */
const enoughThreads = 16384;

/** One thread an output. */
export const strided: KernelDefinition<Vocabulary['reduce']> = {
  name: 'reduce/strided',
  rejects,
  cost(problem, caps) {
    const outputs = sizeOf(problem.outputs[0].shape);
    const idle = Math.max(1, (caps.software ? 8 : enoughThreads) / outputs);
    return costOf(problem, caps, 2 * idle);
  },
  instantiate(problem, caps) {
    const grid = grid1d(sizeOf(problem.outputs[0].shape), 64, caps);
    return instance(strided.name, 'reduce/strided.wgsl', stridedText, {}, problem, caps, grid);
  },
};

/**
 * What a workgroup and its barriers cost a software adapter, whatever the length of its row, over the traffic of one element: 4 us each
 * on lavapipe, whose memory moves the 4 bytes in 0.8 ns.
 */
const barriers = 5000;

/** One workgroup an output, for long rows and few of them. */
export const workgroup: KernelDefinition<Vocabulary['reduce']> = {
  name: 'reduce/workgroup',
  rejects,
  cost(problem, caps) {
    const outputs = sizeOf(problem.outputs[0].shape);
    const count = sizeOf(problem.inputs[0]!.shape) / Math.max(1, outputs);
    const idle = Math.max(1, enoughThreads / 64 / outputs, 128 / Math.max(1, count));
    return costOf(problem, caps, caps.software ? Math.max(6, barriers / Math.max(1, count)) : 1.5 * idle);
  },
  instantiate(problem, caps) {
    const outputs = sizeOf(problem.outputs[0].shape);
    const count = sizeOf(problem.inputs[0]!.shape) / Math.max(1, outputs);
    const head = { WORKGROUP: count > 4096 ? 256 : 64 };
    const grid = grid1d(outputs, 1, caps);
    return instance(workgroup.name, 'reduce/workgroup.wgsl', workgroupText, head, problem, caps, grid);
  },
};
