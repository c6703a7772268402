import type { HostArray } from '../core/dtype.ts';
import type { DeviceCaps, Packing } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import type { Specialisation } from '../core/wgsl.ts';
import { type Geometry, operand } from './geometry.ts';

/** Output channels that one hold of weights serves. */
export const blockChannels = 8;

/**
 * Weights [Cout, Cin, taps] as [group][Cout of a group / channels][Cin][taps][channels], zero where there is no channel:
 * what an invocation reads next lies next.
 */
export function blockedWeights(g: Geometry, channels: number): Packing {
  const inner = g.inChannels * sizeOf(g.kernel);
  const groupOut = g.outChannels / g.groups;
  const blocks = Math.ceil(groupOut / channels);
  return {
    operand: operand.w,
    layout: `block${channels}g${g.groups}`,
    pack(values: HostArray): Float32Array {
      const packed = new Float32Array(g.groups * blocks * inner * channels);
      for (let co = 0, from = 0; co < g.outChannels; co++) {
        const own = co % groupOut;
        const block = Math.floor(co / groupOut) * blocks + Math.floor(own / channels);
        const to = block * inner * channels + (own % channels);
        for (let at = 0; at < inner; at++) packed[to + at * channels] = values[from++];
      }
      return packed;
    },
  };
}

/**
 * How many blocks of eight output channels an invocation computes together. Measured on lavapipe, ns for one input channel at four
 * positions: 40, 57 and 92 with one, two and four blocks, of which what is not arithmetic (22) is shared.
 */
export function blocksTogether(groupOut: number, most: 2 | 4): 1 | 2 | 4 {
  const counts = [4, 2, 1] as const;
  const times = counts.map((count) =>
    count > most ? Number.POSITIVE_INFINITY : Math.ceil(groupOut / (8 * count)) * (22 + 17.5 * count),
  );
  return counts[times.indexOf(Math.min(...times))];
}

/**
 * How a shader gets at eight consecutive weights that all its invocations want. Measured on lavapipe, ns a vector of 8 lanes: a load,
 * at a uniform index or not, 3; a broadcast 1. So each lane loads one weight and hands it round. Without subgroups each weight is loaded
 * where it is used.
 */
export function weightSlots(caps: DeviceCaps): { slots: Specialisation; enable: readonly string[] } {
  if (caps.subgroupLanes < 4) return { slots: {}, enable: [] };
  const wide = caps.subgroupLanes >= 8;
  const slots: Record<string, string> = {
    Entry:
      '@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32, @builtin(subgroup_invocation_id) lane: u32',
    Held: wide ? 'f32' : 'vec2f',
    laneOf: `e.lane & ${wide ? 7 : 3}u`,
    hold: wide ? 'f32(w[at])' : 'vec2f(f32(w[at]), f32(w[at + 4u]))',
  };
  for (let i = 0; i < blockChannels; i++)
    slots[`w${i}`] = wide
      ? `subgroupBroadcast(h, ${i}u)`
      : `subgroupBroadcast(h.${i < 4 ? 'x' : 'y'}, ${i % 4}u)`;
  return { slots, enable: ['subgroups'] };
}
