import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelInstance } from '../core/kernel.ts';
import { specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './blocked.wgsl?raw';
import { type ConvProblem, type Geometry, geometryOf, operand, rejectsViews } from './geometry.ts';
import { heldPacking, weightsOf } from './halves.ts';
import { blockedWeights, blockingOf } from './packing.ts';
import {
  bindingsOf,
  costOf,
  elementOf,
  epilogueSlots,
  paramsIndex,
  shapeParams,
  viewParams,
  workgroupOf,
} from './slots.ts';

/** What every kernel over blocks of output channels asks: constant weights and dense items. */
export function rejectsBlocks(problem: ConvProblem): string | null {
  if (!problem.constant?.[operand.w]) return 'weights must be constant, they are packed when loaded';
  const { window, shortcut, pooled } = problem.attributes;
  if (window) return 'no mean over windows';
  if (shortcut || pooled) return 'one output, of channels that are all alike';
  return rejectsViews(problem);
}

function tilingOf(g: Geometry, caps: DeviceCaps) {
  const quads = Math.ceil(g.output[2] / 4) * g.output[1] * g.output[0];
  const workgroup = workgroupOf(quads, caps);
  return { ...blockingOf(g), workgroup, tiles: Math.ceil(quads / workgroup) };
}

/** Any kernel and stride over blocks of output channels; see blocked.wgsl. */
export const blocked: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/blocked',
  rejects: (problem) => (problem.inputs[operand.preScale] ? 'no pre-activation' : rejectsBlocks(problem)),
  cost(problem, caps) {
    const g = geometryOf(problem);
    return costOf(problem, caps, 1.8, blockingOf(g).waste * ((Math.ceil(g.output[2] / 4) * 4) / g.output[2]));
  },
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const weights = weightsOf(problem, caps);
    const { workgroup, groupOut, together, channels, blocks, tiles } = tilingOf(g, caps);
    const slots = {
      Elem: elem,
      WORKGROUP: workgroup,
      BLOCKS: together,
      ...epilogueSlots(problem),
      ...weights.slots,
    };
    const [columns, lines] = grid1d(blocks * tiles, 1, caps);
    return {
      name: 'conv/blocked',
      source: specialise('conv/blocked.wgsl', text, slots, [...enable, ...weights.enable]),
      bindings: bindingsOf(problem),
      packings: [heldPacking(blockedWeights(g, channels), problem, caps)],
      params: {
        index: paramsIndex,
        values: [
          ['inChannels', 'u32', g.inChannels],
          ['outChannels', 'u32', groupOut],
          ['groups', 'u32', g.groups],
          ['blocks', 'u32', blocks],
          ...shapeParams(g),
          ...viewParams(problem),
        ],
      },
      grid: [columns, lines, g.batch * g.groups],
    };
  },
};
