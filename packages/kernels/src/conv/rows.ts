import type { DeviceCaps, KernelDefinition, KernelInstance, Param } from '../core/kernel.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { rejectsBlocks } from './blocked.ts';
import { type ConvProblem, type Geometry, geometryOf, operand } from './geometry.ts';
import { blockChannels, blockedWeights, weightSlots } from './packing.ts';
import text from './rows.wgsl?raw';
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

function tilesOf(g: Geometry): number {
  return Math.ceil(g.output[2] / 8) * g.output[1] * g.output[0];
}

function gridOf(g: Geometry, caps: DeviceCaps): readonly [number, number, number] {
  const tiles = tilesOf(g);
  return [Math.ceil(tiles / workgroupOf(tiles, caps)), Math.ceil(g.outChannels / blockChannels), g.batch];
}

/** Inputs `dilation` to the left and right of four neighbours, from them and the four beside them. */
function shiftSlots(dilation: number): Specialisation {
  if (dilation === 1) return {};
  if (dilation === 2) return { before: 'vec4f(l.zw, m.xy)', behind: 'vec4f(m.zw, r.xy)' };
  if (dilation === 3) return { before: 'vec4f(l.yzw, m.x)', behind: 'vec4f(m.w, r.xyz)' };
  return { before: 'l', behind: 'r' };
}

/** Loads one by one, for rows that are not multiples of four. */
function unalignedSlots(problem: ConvProblem): Specialisation {
  const four = ['x', 'y', 'z', 'w'].map((i) => `f32(x[row + at.columns.${i}])`);
  return {
    ...scalarSlots(problem),
    load4: `select(vec4f(), vec4f(${four.join(', ')}), at.inside & vec4<bool>(ok))`,
  };
}

function params(problem: ConvProblem, g: Geometry): Param[] {
  const pairs = {
    in: g.input,
    out: g.output,
    stride: g.strides,
    dilation: g.dilations,
    pad: g.pads,
  };
  const of = (name: keyof typeof pairs): Param[] => [
    [`${name}D`, 'u32', pairs[name][0]],
    [`${name}H`, 'u32', pairs[name][1]],
  ];
  return [
    ['inChannels', 'u32', g.inChannels],
    ['outChannels', 'u32', g.outChannels],
    ...of('in'),
    ['width', 'u32', g.input[2]],
    ...of('out'),
    ...of('stride'),
    ...of('dilation'),
    ...of('pad'),
    ...viewParams(problem),
  ];
}

/** Three taps along width at stride 1; see rows.wgsl. */
export const rows: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/rows',
  rejects(problem, caps) {
    const g = geometryOf(problem);
    const dilation = g.dilations[2];
    if (g.kernel[2] !== 3 || g.strides[2] !== 1) return 'three taps and stride 1 along width';
    if (g.pads[2] !== dilation || g.output[2] !== g.input[2])
      return 'padding along width must equal its dilation';
    if (dilation > 4 && dilation % 4 !== 0) return 'a dilation along width of 1 to 4 or a multiple of 4';
    if (problem.inputs[operand.preScale]) return 'no pre-activation';
    return rejectsBlocks(problem, gridOf(g, caps), caps);
  },
  cost(problem, caps) {
    const g = geometryOf(problem);
    // Outputs computed past the end of a row, over those in it; at its worst still taken before `blocked`, which costs 6.
    const waste = Math.min((Math.ceil(g.output[2] / 8) * 8) / g.output[2], 1.9);
    return costOf(problem, caps, (inFours(problem, g.input[2]) ? 2 : 3) * waste);
  },
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const weights = weightSlots(caps, 6);
    const slots: Specialisation = {
      Elem: elem,
      WORKGROUP: workgroupOf(tilesOf(g), caps),
      KERNEL_D: g.kernel[0],
      KERNEL_H: g.kernel[1],
      DILATION_W: g.dilations[2],
      ...shiftSlots(g.dilations[2]),
      ...epilogueSlots(problem, 'vec4f'),
      ...weights.slots,
      ...(inFours(problem, g.input[2]) ? {} : unalignedSlots(problem)),
    };
    return {
      name: 'conv/rows',
      source: specialise('conv/rows.wgsl', text, slots, [...enable, ...weights.enable]),
      bindings: bindingsOf(problem),
      packings: [blockedWeights(g, 1)],
      params: { index: paramsIndex, values: params(problem, g) },
      grid: gridOf(g, caps),
    };
  },
};
