import type { DeviceCaps } from './kernel.ts';
import type { Specialisation } from './wgsl.ts';

/** Output channels that one hold of weights serves. */
export const blockChannels = 8;

/**
 * How a shader gets at eight consecutive weights that all its invocations want, `holds` naming its functions that load them and
 * the buffer of each. Measured on lavapipe, ns a vector of 8 lanes: a load, at a uniform index or not, 3; a broadcast 1. So each lane loads
 * one weight and hands it round. Without subgroups each invocation loads all eight.
 */
export function heldWeights(
  caps: DeviceCaps,
  holds: Readonly<Record<string, string>>,
): { slots: Specialisation; enable: readonly string[] } {
  if (caps.subgroupLanes < 4) return { slots: {}, enable: [] };
  const wide = caps.subgroupLanes >= 8;
  const slots: Record<string, string> = {
    Entry:
      '@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32, @builtin(subgroup_invocation_id) lane: u32',
    Held: wide ? 'f32' : 'vec2f',
    laneOf: `e.lane & ${wide ? 7 : 3}u`,
  };
  for (const [name, w] of Object.entries(holds))
    slots[name] = wide ? `f32(${w}[at])` : `vec2f(f32(${w}[at]), f32(${w}[at + 4u]))`;
  for (let i = 0; i < blockChannels; i++)
    slots[`w${i}`] = wide
      ? `subgroupBroadcast(h, ${i}u)`
      : `subgroupBroadcast(h.${i < 4 ? 'x' : 'y'}, ${i % 4}u)`;
  return { slots, enable: ['subgroups'] };
}
