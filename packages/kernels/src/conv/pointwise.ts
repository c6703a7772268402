import type { DeviceCaps, KernelDefinition, KernelInstance } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { chainWgsl } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { rejectsBlocks } from './blocked.ts';
import { type ConvProblem, type Geometry, geometryOf, inPlane, operand } from './geometry.ts';
import { blockChannels, blockedWeights, paddedVector, weightSlots } from './packing.ts';
import text from './pointwise.wgsl?raw';
import {
  bindingsOf,
  costOf,
  elementOf,
  epilogueSlots,
  inFours,
  paramsIndex,
  scalarSlots,
  viewParams,
  workgroupOf,
} from './slots.ts';

function gridOf(g: Geometry, caps: DeviceCaps): readonly [number, number, number] {
  const tiles = Math.ceil(inPlane(g) / 8);
  return [Math.ceil(tiles / workgroupOf(tiles, caps)), Math.ceil(g.outChannels / blockChannels), g.batch];
}

function preSlots({ attributes, inputs }: ConvProblem): Specialisation {
  if (inputs[operand.preScale]) return { pre: chainWgsl(attributes.pre, 'v') };
  return { preScale: null, preShift: null, scaleOf: 'vec2f()', shiftOf: 'vec2f()', affine: 'v', pre: 'v' };
}

function unalignedSlots(problem: ConvProblem): Specialisation {
  const four = ['f32(x[at])', ...[1, 2, 3].map((i) => `f32(x[at + min(${i}u, count - 1u)])`)];
  return { ...scalarSlots(problem), load4: `vec4f(${four.join(', ')})` };
}

/** Kernels of one tap; see pointwise.wgsl. */
export const pointwise: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/pointwise',
  rejects(problem, caps) {
    const g = geometryOf(problem);
    if (
      sizeOf(g.kernel) !== 1 ||
      sizeOf(g.strides) !== 1 ||
      g.pads.some((pad) => pad !== 0) ||
      inPlane(g) !== sizeOf(g.output)
    )
      return 'one tap, stride 1, no padding';
    const { preScale, preShift } = operand;
    if (problem.inputs[preScale] && !(problem.constant?.[preScale] && problem.constant[preShift]))
      return 'scale and shift must be constant';
    return rejectsBlocks(problem, gridOf(g, caps), caps);
  },
  cost: (problem, caps) => costOf(problem, caps, inFours(problem, inPlane(geometryOf(problem))) ? 2 : 3),
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const weights = weightSlots(caps, 4);
    const slots: Specialisation = {
      Elem: elem,
      WORKGROUP: workgroupOf(Math.ceil(inPlane(g) / 8), caps),
      ...preSlots(problem),
      ...epilogueSlots(problem, 'vec4f'),
      ...weights.slots,
      ...(inFours(problem, inPlane(g)) ? {} : unalignedSlots(problem)),
    };
    const pre = problem.inputs[operand.preScale]
      ? [paddedVector(operand.preScale, 2), paddedVector(operand.preShift, 2)]
      : [];
    return {
      name: 'conv/pointwise',
      source: specialise('conv/pointwise.wgsl', text, slots, [...enable, ...weights.enable]),
      bindings: bindingsOf(problem),
      packings: [blockedWeights(g, 2), ...pre],
      params: {
        index: paramsIndex,
        values: [
          ['inChannels', 'u32', g.inChannels],
          ['outChannels', 'u32', g.outChannels],
          ['positions', 'u32', inPlane(g)],
          ...viewParams(problem),
        ],
      },
      grid: gridOf(g, caps),
    };
  },
};
