import type { DeviceCaps, Packing } from '../core/kernel.ts';
import { blockChannels, heldWeights } from '../core/lanes.ts';
import type { Specialisation } from '../core/wgsl.ts';
import type { ConvProblem } from './geometry.ts';
import { isPaired, packedWeights } from './slots.ts';

/** A packing of weights as this problem has them, in halves or as values are held. Every layout is of an even number of elements. */
export function heldPacking(packing: Packing, problem: ConvProblem, caps: DeviceCaps): Packing {
  const layout = isPaired(problem, caps) ? `${packing.layout} halves` : packing.layout;
  return { ...packing, layout, held: packedWeights(problem, caps) };
}

/** What gets eight consecutive weights to all invocations; see `heldWeights`. */
export function weightsOf(
  problem: ConvProblem,
  caps: DeviceCaps,
): { slots: Specialisation; enable: readonly string[] } {
  const { slots, enable } = heldWeights(caps, { hold: 'w' });
  return { slots: isPaired(problem, caps) ? { ...slots, ...pairedSlots(caps) } : slots, enable };
}

/** What is different of pairs. Of eight lanes each unpacks its half of a word; of four each holds both halves of one. */
function pairedSlots({ subgroupLanes }: DeviceCaps): Specialisation {
  const w = 'array<u32>';
  if (subgroupLanes >= 8) return { w, hold: 'unpack2x16float(w[at >> 1u] >> ((at & 1u) << 4u)).x' };
  const eight = Array.from({ length: blockChannels }, (_, i) => ({ word: i >> 1, half: 'xy'[i % 2] }));
  if (subgroupLanes < 4) {
    const words = [0, 1, 2, 3].map((i) => `let h${i} = unpack2x16float(w[(at >> 1u) + ${i}u]);`);
    const held = eight.map(({ word, half }) => `h${word}.${half}`);
    return { w, hold: `{ ${words.join(' ')} return Held(${held.join(', ')}); }` };
  }
  const handed = eight.map(({ word, half }, i) => [`w${i}`, `subgroupBroadcast(h.${half}, ${word}u)`]);
  return {
    w,
    laneOf: '(e.lane & 3u) << 1u',
    hold: 'unpack2x16float(w[at >> 1u])',
    ...Object.fromEntries(handed),
  };
}
