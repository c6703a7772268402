import type { Cost, DeviceCaps } from './kernel.ts';

/** A class of adapters in three numbers: enough to rank kernels and rewrites of a graph, not to foretell a time. */
export interface Machine {
  /** Arithmetic of a kernel whose slowdown is 1, in floating-point operations per microsecond (1e6 is 1 TFLOP/s). */
  readonly flops: number;
  /** Bytes per microsecond to and from memory (1000 is 1 GB/s). */
  readonly bytes: number;
  /** What a dispatch takes before it does anything, in microseconds: encoding, launch, and the wait for the one before. */
  readonly dispatch: number;
}

/**
 * Measured on two cores: what the best convolutions reach (slowdown 1.2, 37 to 57 GFLOP/s) on lavapipe; on SwiftShader those of before
 * (slowdown 2) at 1.8, so that today's are about 1.6 times as fast as it says; vec4 copies of
 * 64 MiB at 5.1 and at 2.4 to 3.3 GB/s, a thousand dispatches of one workgroup at 16 to 29 and at 14 to 21 us each.
 */
const lavapipe: Machine = { flops: 54_000, bytes: 5_100, dispatch: 20 };
const swiftshader: Machine = { flops: 3_600, bytes: 2_800, dispatch: 20 };

/**
 * Not measured: what vendors state of a GPU in the middle of their range (f32 arithmetic, memory), and 3 us between dependent
 * dispatches of a desktop GPU, 8 of a telephone's. An autotuner's table comes before all of it.
 */
const hardware: Readonly<Record<string, Machine>> = {
  nvidia: { flops: 20e6, bytes: 450e3, dispatch: 3 },
  'nvidia hopper': { flops: 67e6, bytes: 4_000e3, dispatch: 3 },
  amd: { flops: 15e6, bytes: 400e3, dispatch: 3 },
  apple: { flops: 5e6, bytes: 200e3, dispatch: 5 },
  intel: { flops: 2e6, bytes: 60e3, dispatch: 5 },
  qualcomm: { flops: 1.5e6, bytes: 50e3, dispatch: 8 },
  arm: { flops: 1e6, bytes: 40e3, dispatch: 8 },
};

const unknown: Machine = { flops: 5e6, bytes: 150e3, dispatch: 5 };

/** The class that an adapter belongs to, by what it says of itself; a vendor's architecture comes before the vendor. */
export function machineOf({ software, vendor, architecture }: DeviceCaps): Machine {
  if (software) return /swiftshader/i.test(`${vendor} ${architecture}`) ? swiftshader : lavapipe;
  return hardware[`${vendor} ${architecture}`] ?? hardware[vendor] ?? unknown;
}

/** Microseconds that a dispatch of this cost should take: a dispatch's own, then the slower of arithmetic and traffic, each as far from its peak as it is. */
export function estimate({ flops, bytes, slowdown, traffic = slowdown }: Cost, caps: DeviceCaps): number {
  const machine = machineOf(caps);
  return machine.dispatch + Math.max((flops / machine.flops) * slowdown, (bytes / machine.bytes) * traffic);
}
