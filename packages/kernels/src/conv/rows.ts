import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelInstance, Param } from '../core/kernel.ts';
import { blockChannels } from '../core/lanes.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { rejectsBlocks } from './blocked.ts';
import { type ConvProblem, type Geometry, geometryOf, operand } from './geometry.ts';
import { heldPacking, weightsOf } from './halves.ts';
import { optionalResidual } from './optional.ts';
import { blockedWeights } from './packing.ts';
import text from './rows.wgsl?raw';
import {
  bindingsOf,
  costOf,
  elementOf,
  epilogueSlots,
  paramsIndex,
  viewParams,
  workgroupOf,
} from './slots.ts';

function tilingOf(g: Geometry, caps: DeviceCaps) {
  const wide = g.outChannels <= blockChannels;
  const [channels, outputs] = wide ? [blockChannels, 2 * 4] : [2 * blockChannels, 4];
  const dilation = g.dilations[2];
  const width = g.output[2];
  const across = Math.min(dilation, width) * Math.ceil(width / (outputs * dilation));
  const all = across * g.output[1] * g.output[0];
  const workgroup = workgroupOf(all, caps);
  const blocks = Math.ceil(g.outChannels / channels);
  const live = wide ? Math.max(g.outChannels, 4) : blockChannels;
  // Outputs and channels computed, over those there are.
  const computed = wide ? live : blocks * channels;
  const waste = ((across * outputs) / width) * (computed / g.outChannels);
  return { wide, live, channels, workgroup, blocks, tiles: Math.ceil(all / workgroup), waste };
}

function params(problem: ConvProblem, g: Geometry, blocks: number): Param[] {
  const axes = (name: string, values: readonly number[], letters: string): Param[] =>
    [...letters].map((axis): Param => [`${name}${axis}`, 'u32', values['DHW'.indexOf(axis)]]);
  return [
    ['inChannels', 'u32', g.inChannels],
    ['outChannels', 'u32', g.outChannels],
    ['blocks', 'u32', blocks],
    ...axes('k', g.kernel, 'DH'),
    ...axes('in', g.input, 'DHW'),
    ...axes('out', g.output, 'DHW'),
    ...axes('stride', g.strides, 'DH'),
    ...axes('dilation', g.dilations, 'DHW'),
    ...axes('pad', g.pads, 'DHW'),
    ...viewParams(problem),
  ];
}

/** Three taps along width at stride 1; see rows.wgsl. */
export const rows: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/rows',
  rejects(problem) {
    const g = geometryOf(problem);
    if (g.kernel[2] !== 3 || g.strides[2] !== 1) return 'three taps and stride 1 along width';
    if (g.groups !== 1) return 'one group only';
    if (problem.inputs[operand.preScale]) return 'no pre-activation';
    return rejectsBlocks(problem);
  },
  cost: (problem, caps) => costOf(problem, caps, 1.2, tilingOf(geometryOf(problem), caps).waste),
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const weights = weightsOf(problem, caps);
    const { wide, live, channels, workgroup, blocks, tiles } = tilingOf(g, caps);
    const residual = optionalResidual(problem, caps);
    const slots: Specialisation = {
      Elem: elem,
      WORKGROUP: workgroup,
      WIDE: wide,
      LIVE: live,
      ...epilogueSlots(problem),
      ...residual.slots,
      ...weights.slots,
    };
    const [columns, lines] = grid1d(blocks * tiles, 1, caps);
    return {
      name: 'conv/rows',
      source: specialise('conv/rows.wgsl', text, slots, [...enable, ...weights.enable]),
      bindings: residual.bindings(bindingsOf(problem)),
      packings: [heldPacking(blockedWeights(g, channels), problem, caps)],
      params: { index: paramsIndex, values: residual.params(params(problem, g, blocks)) },
      grid: [columns, lines, g.batch],
    };
  },
};
