import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition } from '../core/kernel.ts';
import { blockChannels, heldWeights } from '../core/lanes.ts';
import { specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { type Gates, gatesOf } from './frame.ts';
import {
  type AttentionGate,
  bindingsOf,
  costOf,
  gateSlots,
  packingsOf,
  places,
  refusalOfPacked,
  unsigned,
} from './kernels.ts';
import text from './lanes.wgsl?raw';

/** Pixels of one invocation. */
const run = 4;

function tilingOf({ area, m }: Gates, caps: DeviceCaps) {
  const workgroup = caps.software ? 8 : 64;
  const together = m <= blockChannels ? 1 : m <= 2 * blockChannels ? 2 : 4;
  return { workgroup, together, sums: together * blockChannels, tiles: Math.ceil(area / (workgroup * run)) };
}

/** Constant weights, handed round by the lanes of a subgroup; see lanes.wgsl. */
export const attentionLanes: KernelDefinition<AttentionGate> = {
  name: 'attentionGate/lanes',
  rejects: refusalOfPacked,
  // On hardware the small pictures of the lower levels do not fill it; `blocked` shares out each pixel's sums there.
  cost: (problem, caps) => costOf(problem, caps, caps.software ? 1.2 : 4),
  instantiate(problem, caps) {
    const gates = gatesOf(problem);
    const { workgroup, together, sums, tiles } = tilingOf(gates, caps);
    const Elem = elementOf(problem.outputs[0].dtype, caps);
    const weights = heldWeights(caps, { holdGate: 'wg', holdX: 'wx' });
    const slots = { Elem, WORKGROUP: workgroup, BLOCKS: together, ...weights.slots, ...gateSlots(problem) };
    const [columns, lines] = grid1d(tiles, 1, caps);
    const counts = unsigned({
      area: gates.area,
      cg: gates.cg,
      cx: gates.cx,
      m: gates.m,
      blocks: Math.ceil(gates.m / sums),
    });
    const psiBias = unsigned({ psiBiasOffset: problem.inputs[6]!.offset });
    return {
      name: 'attentionGate/lanes',
      source: specialise('attentionGate/lanes.wgsl', text, slots, [...extensionsOf(Elem), ...weights.enable]),
      bindings: bindingsOf(problem),
      packings: packingsOf(gates.m, sums),
      params: { index: 8, values: [...counts, ...places(problem), ...psiBias] },
      grid: [columns, lines, gates.batches],
    };
  },
};
