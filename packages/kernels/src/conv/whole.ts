import type { Cost, DeviceCaps, KernelDefinition, KernelInstance } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type ConvProblem, geometryOf, inPlane, rejectsViews } from './geometry.ts';
import { preSlots } from './pointwise.ts';
import {
  bindingsOf,
  elementOf,
  epilogueSlots,
  paramsIndex,
  plainWeights,
  rejectsGrid,
  viewParams,
  workOf,
} from './slots.ts';
import { coresOf } from './tiles.ts';
import text from './whole.wgsl?raw';

/** Invocations that share the sum of an output. */
const team = 16;
/** Outputs that each team may have to take, one after the other. */
const mostTurns = 4;

function workgroupOf({ software }: DeviceCaps): number {
  return software ? 64 : 256;
}

/** Bytes of workgroup memory: a mean for each channel, and a share of a sum for each invocation. */
function workgroupBytes(problem: ConvProblem, caps: DeviceCaps): number {
  return 4 * (geometryOf(problem).inChannels + workgroupOf(caps));
}

function rejects(problem: ConvProblem, caps: DeviceCaps): string | null {
  const { window, shortcut, pooled, shuffle } = problem.attributes;
  const g = geometryOf(problem);
  if (!window || sizeOf(window) !== inPlane(g)) return 'a window that is all of space';
  if (g.groups !== 1 || shortcut || pooled || shuffle) return 'one group, one output, stored as it is';
  const turns = Math.ceil((g.outChannels * team) / workgroupOf(caps));
  if (turns > mostTurns) return `${g.outChannels} outputs would be the work of more than one workgroup`;
  if (workgroupBytes(problem, caps) > caps.limits.workgroupBytes)
    return `${workgroupBytes(problem, caps)} bytes of workgroup memory`;
  return rejectsGrid([g.batch], caps) ?? rejectsViews(problem);
}

/**
 * Each item has a core to itself, which draws three times its share of what memory gives to all of them (an estimate). Memory is what it
 * waits for.
 */
function costOf(problem: ConvProblem, caps: DeviceCaps): Cost {
  const g = geometryOf(problem);
  const cores = caps.software ? 2 : coresOf(caps);
  const share = caps.software ? 1 : 3;
  const { flops, bytes } = workOf(problem, caps, 1, plainWeights(problem, caps));
  const read = 4 * g.batch * g.inChannels * inPlane(g);
  return { flops: flops + read, bytes, slowdown: Math.max(1, cores / share / g.batch) };
}

/** The mean over all of space, and products with it; see whole.wgsl. */
export const whole: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/whole',
  rejects,
  cost: costOf,
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const w = plainWeights(problem, caps);
    const slots = {
      Elem: elem,
      ...(w === elem ? {} : { w: `array<${w}>` }),
      WORKGROUP: workgroupOf(caps),
      TEAM: team,
      CHANNELS: g.inChannels,
      ...preSlots(problem),
      ...epilogueSlots(problem),
    };
    return {
      name: 'conv/whole',
      source: specialise('conv/whole.wgsl', text, slots, w === 'f16' ? ['f16'] : enable),
      bindings: bindingsOf(problem),
      params: {
        index: paramsIndex,
        values: [
          ['inChannels', 'u32', g.inChannels],
          ['outChannels', 'u32', g.outChannels],
          ['area', 'u32', inPlane(g)],
          ...viewParams(problem),
        ],
      },
      grid: [g.batch, 1, 1],
    };
  },
};
