import type { HostArray } from '../core/dtype.ts';
import type { Packing } from '../core/kernel.ts';
import { blockChannels } from '../core/lanes.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Geometry, operand } from './geometry.ts';

/** Writes a filter of `inner` values from `from` on `step` apart; the number of filters, one. */
function layOne(
  values: HostArray,
  from: number,
  inner: number,
  packed: Float32Array,
  to: number,
  step: number,
): number {
  for (let at = 0; at < inner; at++) packed[to + at * step] = values[from + at];
  return 1;
}

/** Writes four filters side by side, which takes two thirds of the time of one after another; `step` is a multiple of four. */
function layFour(
  values: HostArray,
  from: number,
  inner: number,
  packed: Float32Array,
  to: number,
  step: number,
): number {
  for (let at = 0; at < inner; at++, from++, to += step) {
    packed[to] = values[from];
    packed[to + 1] = values[from + inner];
    packed[to + 2] = values[from + 2 * inner];
    packed[to + 3] = values[from + 3 * inner];
  }
  return 4;
}

/**
 * Weights [Cout, Cin, taps] as [group][Cout of a group / channels][Cin][taps][channels], zero where there is no channel:
 * what an invocation reads next lies next.
 */
export function blockedWeights(g: Geometry, channels: number): Packing {
  const inner = g.inChannels * sizeOf(g.kernel);
  const groupOut = g.outChannels / g.groups;
  const blocks = Math.ceil(groupOut / channels);
  const elements = g.groups * blocks * inner * channels;
  return {
    operand: operand.w,
    layout: `block${channels}g${g.groups}`,
    elements: () => elements,
    pack(values: HostArray, packed = new Float32Array(elements)): Float32Array {
      for (let co = 0; co < g.outChannels; ) {
        const own = co % groupOut;
        const block = Math.floor(co / groupOut) * blocks + Math.floor(own / channels);
        const to = block * inner * channels + (own % channels);
        const lay = groupOut - own < 4 ? layOne : layFour;
        co += lay(values, co * inner, inner, packed, to, channels);
      }
      return packed;
    },
  };
}

/**
 * How many blocks of eight output channels an invocation computes together. Measured on lavapipe, ns for one input channel at four
 * positions: 40, 57 and 92 with one, two and four blocks, of which what is not arithmetic (22) is shared.
 */
function blocksTogether(groupOut: number): 1 | 2 | 4 {
  const counts = [4, 2, 1] as const;
  const times = counts.map((count) => Math.ceil(groupOut / (8 * count)) * (22 + 17.5 * count));
  return counts[times.indexOf(Math.min(...times))];
}

/** How the output channels of a group are shared out: `blocks` of `channels` each, `waste` times as many as there are. */
export function blockingOf(g: Geometry) {
  const groupOut = g.outChannels / g.groups;
  const together = blocksTogether(groupOut);
  const channels = together * blockChannels;
  const blocks = Math.ceil(groupOut / channels);
  return { groupOut, together, channels, blocks, waste: (blocks * channels) / groupOut };
}
