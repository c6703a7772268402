import type { AdapterReport, Obstacle } from '../protocol.ts';

/** What our largest network needs of a device; WebGPU's own guaranteed limits are above all of these. */
const needs = {
  maxStorageBufferBindingSize: 64 * 2 ** 20,
  maxBufferSize: 64 * 2 ** 20,
  maxComputeInvocationsPerWorkgroup: 128,
  maxComputeWorkgroupStorageSize: 16384,
  maxStorageBuffersPerShaderStage: 8,
} as const;

type Limit = keyof typeof needs;

/** Limits that the adapter does not reach. */
export function shortfallsOf(limits: Readonly<Record<Limit, number>>) {
  return (Object.keys(needs) as Limit[])
    .filter((limit) => limits[limit] < needs[limit])
    .map((limit) => ({ limit, needs: needs[limit], has: limits[limit] }));
}

const softwareNames = /swiftshader|llvmpipe|lavapipe|softpipe|warp|basic render/i;

function describe(adapter: GPUAdapter): AdapterReport {
  const { info } = adapter;
  const names = [info.vendor, info.architecture, info.device, info.description];
  const limits = Object.fromEntries(
    (Object.keys(needs) as Limit[]).map((name) => [name, adapter.limits[name]]),
  );
  return {
    name: info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'unnamed adapter',
    vendor: info.vendor,
    architecture: info.architecture,
    software: info.isFallbackAdapter === true || softwareNames.test(names.join(' ')),
    features: [...adapter.features].sort(),
    limits,
  };
}

/** Asks what would compute here, or why nothing can: the order is that in which a user would fix things. */
export async function probe(): Promise<AdapterReport | Obstacle> {
  if (!isSecureContext) return { kind: 'insecure' };
  const gpu = (navigator as { gpu?: GPU }).gpu;
  if (gpu === undefined) return { kind: 'no-webgpu' };
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return { kind: 'no-adapter' };
  const shortfalls = shortfallsOf(adapter.limits as unknown as Record<Limit, number>);
  return shortfalls.length > 0 ? { kind: 'small-limits', shortfalls } : describe(adapter);
}
