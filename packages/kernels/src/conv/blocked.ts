import type { DeviceCaps, KernelDefinition, KernelInstance } from '../core/kernel.ts';
import { specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './blocked.wgsl?raw';
import { type ConvProblem, type Geometry, geometryOf, operand, rejectsViews } from './geometry.ts';
import { blockChannels, blockedWeights, weightSlots } from './packing.ts';
import {
  bindingsOf,
  costOf,
  elementOf,
  epilogueSlots,
  paramsIndex,
  rejectsGrid,
  shapeParams,
  viewParams,
  workgroupOf,
} from './slots.ts';

/** What every kernel over blocks of output channels asks: one group, constant weights, dense items, a grid that fits. */
export function rejectsBlocks(
  problem: ConvProblem,
  grid: readonly number[],
  caps: DeviceCaps,
): string | null {
  if (problem.attributes.groups !== 1) return 'one group only';
  if (!problem.constant?.[operand.w]) return 'weights must be constant, they are packed when loaded';
  return rejectsViews(problem) ?? rejectsGrid(grid, caps);
}

function tilesOf(g: Geometry): number {
  return Math.ceil(g.output[2] / 4) * g.output[1] * g.output[0];
}

function gridOf(g: Geometry, caps: DeviceCaps): readonly [number, number, number] {
  const tiles = tilesOf(g);
  return [Math.ceil(tiles / workgroupOf(tiles, caps)), Math.ceil(g.outChannels / blockChannels), g.batch];
}

/** Any kernel and stride over blocks of eight output channels; see blocked.wgsl. */
export const blocked: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/blocked',
  rejects(problem, caps) {
    if (problem.inputs[operand.preScale]) return 'no pre-activation';
    return rejectsBlocks(problem, gridOf(geometryOf(problem), caps), caps);
  },
  cost: (problem, caps) => costOf(problem, caps, 6),
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const weights = weightSlots(caps, 2);
    const slots = {
      Elem: elem,
      WORKGROUP: workgroupOf(tilesOf(g), caps),
      ...epilogueSlots(problem, 'f32'),
      ...weights.slots,
    };
    return {
      name: 'conv/blocked',
      source: specialise('conv/blocked.wgsl', text, slots, [...enable, ...weights.enable]),
      bindings: bindingsOf(problem),
      packings: [blockedWeights(g, 1)],
      params: {
        index: paramsIndex,
        values: [
          ['inChannels', 'u32', g.inChannels],
          ['outChannels', 'u32', g.outChannels],
          ...shapeParams(g),
          ...viewParams(problem),
        ],
      },
      grid: gridOf(g, caps),
    };
  },
};
