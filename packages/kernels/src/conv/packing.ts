import type { HostArray } from '../core/dtype.ts';
import type { DeviceCaps, Packing } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import type { Specialisation } from '../core/wgsl.ts';
import { type Geometry, operand } from './geometry.ts';

/** Output channels that one invocation computes together. */
export const blockChannels = 8;

/**
 * Weights [Cout, Cin, taps] as [Cout / 8][Cin rounded up to `channelStep`][taps][8], zero where there is no channel:
 * two vec4 hold one tap of eight output channels, and what an invocation reads next lies next.
 */
export function blockedWeights(g: Geometry, channelStep: number): Packing {
  const taps = sizeOf(g.kernel);
  const channels = Math.ceil(g.inChannels / channelStep) * channelStep;
  return {
    operand: operand.w,
    layout: `block8x${channelStep}`,
    pack(values: HostArray): Float32Array {
      const blocks = Math.ceil(g.outChannels / blockChannels);
      const packed = new Float32Array(blocks * channels * taps * blockChannels);
      for (let co = 0, from = 0; co < g.outChannels; co++) {
        const block = Math.floor(co / blockChannels) * channels * taps * blockChannels + (co % blockChannels);
        for (let at = 0; at < g.inChannels * taps; at++) packed[block + at * blockChannels] = values[from++];
      }
      return packed;
    },
  };
}

/** A vector of one value a channel, with zeros up to a multiple of `step`. */
export function paddedVector(which: number, step: number): Packing {
  return {
    operand: which,
    layout: `pad${step}`,
    pack(values: HostArray): Float32Array {
      const packed = new Float32Array(Math.ceil(values.length / step) * step);
      packed.set(values);
      return packed;
    },
  };
}

/**
 * How a shader gets at `count` consecutive vec4 of weights that all its invocations want. Measured on lavapipe, ns a
 * vector of 8 lanes: a load at a uniform index 19, a gather of one vec4 a lane 17, a broadcast 1.5; so each lane loads
 * one vec4 and hands it round. Without subgroups each weight is loaded where it is used.
 */
export function weightSlots(
  caps: DeviceCaps,
  count: number,
): { slots: Specialisation; enable: readonly string[] } {
  if (caps.subgroupLanes < 4) return { slots: {}, enable: [] };
  const lanes = caps.subgroupLanes >= 8 ? 8 : 4;
  const at = (first: number) => `vec4f(w[base + min(${first}u + (e.lane & ${lanes - 1}u), ${count - 1}u)])`;
  const second = count > lanes ? at(lanes) : 'vec4f()';
  const slots: Record<string, string> = {
    Entry: '@builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32',
    hold: `Held(base, ${at(0)}, ${second})`,
  };
  for (let i = 0; i < count; i++)
    slots[`w${i}`] = `subgroupBroadcast(h.${i < lanes ? 'a' : 'b'}, ${i % lanes}u)`;
  return { slots, enable: ['subgroups'] };
}
