import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelInstance } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { chainWgsl } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { rejectsBlocks } from './blocked.ts';
import { type ConvProblem, type Geometry, geometryOf, inPlane, operand } from './geometry.ts';
import { heldPacking, weightsOf } from './halves.ts';
import { blockedWeights, blockingOf } from './packing.ts';
import text from './pointwise.wgsl?raw';
import {
  bindingsOf,
  costOf,
  elementOf,
  epilogueSlots,
  paramsIndex,
  viewParams,
  workgroupOf,
} from './slots.ts';

/** Positions of one invocation. */
const run = 4;

function tilingOf(g: Geometry, caps: DeviceCaps) {
  const workgroup = workgroupOf(Math.ceil(inPlane(g) / run), caps);
  const tiles = Math.ceil(inPlane(g) / (workgroup * run));
  return { ...blockingOf(g), workgroup, tiles };
}

/** The pre-activation where scale and shift of a channel are fetched once for several positions. */
export function preSlots({ attributes, inputs }: ConvProblem): Specialisation {
  if (inputs[operand.preScale]) return { pre: chainWgsl(attributes.pre, 'v') };
  return { preScale: null, preShift: null, scaleOf: '0.0', shiftOf: '0.0', affine: 'v', pre: 'v' };
}

/** Kernels of one tap; see pointwise.wgsl. */
export const pointwise: KernelDefinition<Vocabulary['conv']> = {
  name: 'conv/pointwise',
  rejects(problem) {
    const g = geometryOf(problem);
    if (
      sizeOf(g.kernel) !== 1 ||
      sizeOf(g.strides) !== 1 ||
      g.pads.some((pad) => pad !== 0) ||
      inPlane(g) !== sizeOf(g.output)
    )
      return 'one tap, stride 1, no padding';
    if (problem.attributes.shuffle) return 'no sub-pixel store';
    return rejectsBlocks(problem);
  },
  cost(problem, caps) {
    const g = geometryOf(problem);
    const { workgroup, tiles, waste } = tilingOf(g, caps);
    return costOf(problem, caps, 1.2, waste * ((tiles * workgroup * run) / inPlane(g)));
  },
  instantiate(problem: ConvProblem, caps: DeviceCaps): KernelInstance {
    const g = geometryOf(problem);
    const { elem, enable } = elementOf(problem, caps);
    const weights = weightsOf(problem, caps);
    const { workgroup, groupOut, together, channels, blocks, tiles } = tilingOf(g, caps);
    const slots: Specialisation = {
      Elem: elem,
      WORKGROUP: workgroup,
      BLOCKS: together,
      ...preSlots(problem),
      ...epilogueSlots(problem),
      ...weights.slots,
    };
    const [columns, lines] = grid1d(blocks * tiles, 1, caps);
    return {
      name: 'conv/pointwise',
      source: specialise('conv/pointwise.wgsl', text, slots, [...enable, ...weights.enable]),
      bindings: bindingsOf(problem),
      packings: [heldPacking(blockedWeights(g, channels), problem, caps)],
      params: {
        index: paramsIndex,
        values: [
          ['inChannels', 'u32', g.inChannels],
          ['outChannels', 'u32', groupOut],
          ['groups', 'u32', g.groups],
          ['blocks', 'u32', blocks],
          ['positions', 'u32', inPlane(g)],
          ...viewParams(problem),
        ],
      },
      grid: [columns, lines, g.batch * g.groups],
    };
  },
};
