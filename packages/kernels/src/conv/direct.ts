import type { DeviceCaps, KernelDefinition, KernelInstance } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { specialise } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './direct.wgsl?raw';
import { type ConvProblem, geometryOf, rejectsViews } from './geometry.ts';
import { keptSlots, pooledParams } from './pooled.ts';
import {
  bindingsOf,
  costOf,
  elementOf,
  epilogueSlots,
  paramsIndex,
  plainWeights,
  preSlots,
  rejectsGrid,
  shapeParams,
  viewParams,
} from './slots.ts';

function gridOf(problem: ConvProblem): readonly [number, number, number] {
  const g = geometryOf(problem);
  // In a row, or with maxima two by two.
  const fours = problem.attributes.pooled
    ? sizeOf(g.output) / 4
    : Math.ceil(g.output[2] / 4) * g.output[1] * g.output[0];
  return [Math.ceil(fours / 64), g.outChannels, g.batch];
}

/** Takes every convolution; see direct.wgsl. */
export const direct: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/direct',
  rejects: (problem, caps) => rejectsViews(problem) ?? rejectsGrid(gridOf(problem), caps),
  cost(problem, caps) {
    const slowdown = 20 * sizeOf(problem.attributes.window ?? []);
    return costOf(problem, caps, slowdown, 1, plainWeights(problem, caps));
  },
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const w = plainWeights(problem, caps);
    const taps = sizeOf(g.kernel);
    const own = `channel < ${g.outChannels - g.narrow}u || at % ${taps}u == ${(taps - 1) >> 1}u`;
    const weigh = g.narrow > 0 ? { weigh: `select(0.0, w, ${own})` } : {};
    const slots = {
      Elem: elem,
      ...(w === elem ? {} : { w: `array<${w}>` }),
      ...epilogueSlots(problem),
      ...preSlots(problem),
      ...keptSlots(problem),
      ...weigh,
    };
    return {
      name: 'conv/direct',
      source: specialise('conv/direct.wgsl', text, slots, w === 'f16' ? ['f16'] : enable),
      bindings: bindingsOf(problem),
      params: {
        index: paramsIndex,
        values: [
          ['inChannels', 'u32', g.inChannels],
          ['groupOut', 'u32', g.outChannels / g.groups],
          ...shapeParams(g),
          ...viewParams(problem),
          ...pooledParams(problem),
        ],
      },
      grid: gridOf(problem),
    };
  },
};
