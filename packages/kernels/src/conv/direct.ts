import type { DeviceCaps, KernelDefinition, KernelInstance } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './direct.wgsl?raw';
import { type ConvProblem, geometryOf, rejectsViews } from './geometry.ts';
import {
  bindingsOf,
  costOf,
  elementOf,
  epilogueSlots,
  paramsIndex,
  preSlots,
  rejectsGrid,
  shapeParams,
  viewParams,
} from './slots.ts';

function gridOf(problem: ConvProblem): readonly [number, number, number] {
  const g = geometryOf(problem);
  const fours = Math.ceil(g.output[2] / 4) * g.output[1] * g.output[0];
  return [Math.ceil(fours / 64), g.outChannels, g.batch];
}

/** Takes every convolution; see direct.wgsl. */
export const direct: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/direct',
  rejects: (problem, caps) => rejectsViews(problem) ?? rejectsGrid(gridOf(problem), caps),
  cost: (problem, caps) => costOf(problem, caps, 20 * sizeOf(problem.attributes.window ?? [])),
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const slots = { Elem: elem, ...epilogueSlots(problem), ...preSlots(problem) };
    return {
      name: 'conv/direct',
      source: specialise('conv/direct.wgsl', text, slots, enable),
      bindings: bindingsOf(problem),
      params: {
        index: paramsIndex,
        values: [
          ['inChannels', 'u32', g.inChannels],
          ['groupOut', 'u32', g.outChannels / g.groups],
          ...shapeParams(g),
          ...viewParams(problem),
        ],
      },
      grid: gridOf(problem),
    };
  },
};
