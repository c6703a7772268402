import type { DType } from '@roentgen/kernels';
import type { Plan, StepTime } from '@roentgen/runtime';
import { quantile } from '../contest/statistics.ts';
import { floorOf, type Peaks, type Work } from '../peaks/roofline.ts';
import type { Memory } from '../report/report.ts';

/** One dispatch of a network: what it is, and how long it took. */
export interface Layer {
  readonly index: number;
  readonly kernel: string;
  readonly op: string;
  readonly node: string;
  /** The value that it computes, and its type. */
  readonly result: string;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly flops: number;
  readonly bytes: number;
  /** Median over the profiled runs; null without timestamps. */
  readonly ms: number | null;
}

/** What is known of a network's runs beside their length. */
export interface Inspection {
  readonly layers: readonly Layer[];
  /** Time on the GPU of each profiled run: the sum of its dispatches; null without timestamps. */
  readonly gpu: readonly number[] | null;
  readonly memory: Memory;
}

/** What the dispatches of a plan are, with their times in some runs. */
export function layersOf(plan: Plan, runs: readonly (readonly StepTime[])[]): Layer[] {
  return plan.steps.map(({ kernel, origin, result, type, cost: { flops, bytes } }, index) => ({
    index,
    kernel: kernel.name,
    op: origin.op,
    node: origin.node,
    result,
    dtype: type.dtype,
    shape: type.shape,
    flops,
    bytes,
    ms:
      runs.length === 0
        ? null
        : quantile(
            runs.map((steps) => steps[index].milliseconds),
            0.5,
          ),
  }));
}

/** Arithmetic and traffic of all layers. */
export function workOf(layers: readonly Layer[]): Work {
  return layers.reduce((sum, { flops, bytes }) => ({ flops: sum.flops + flops, bytes: sum.bytes + bytes }), {
    flops: 0,
    bytes: 0,
  });
}

/** A line of a profile: a layer with its share of the run and how near it comes to the roof. */
export interface ProfileRow extends Layer {
  /** Of the sum of all layers, 0 to 1. */
  readonly share: number | null;
  readonly gflops: number | null;
  readonly gbs: number | null;
  readonly roofline: number | null;
}

/** What `bench --profile` writes for one network at one shape. */
export interface Profile {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  /** Sum of the layers; null without timestamps. */
  readonly ms: number | null;
  readonly layers: readonly ProfileRow[];
}

/** The profile of a network from its inspection. */
export function profileOf(
  { name, shape, dtype }: Pick<Profile, 'name' | 'shape' | 'dtype'>,
  { layers, gpu }: Inspection,
  peaks: Peaks | null,
): Profile {
  const total = gpu && layers.reduce((sum, { ms }) => sum + (ms ?? 0), 0);
  return { name, shape, dtype, ms: total, layers: layers.map((layer) => rated(layer, total, peaks)) };
}

function rated(layer: Layer, total: number | null, peaks: Peaks | null): ProfileRow {
  const { ms, flops, bytes, dtype } = layer;
  // Chrome's rounding can make the time of a short dispatch 0, which has no rate.
  if (ms === null || ms === 0 || total === null) {
    return { ...layer, share: ms, gflops: null, gbs: null, roofline: null };
  }
  return {
    ...layer,
    share: ms / total,
    gflops: flops / ms / 1e6,
    gbs: bytes / ms / 1e6,
    roofline: peaks && floorOf({ flops, bytes }, peaks, dtype) / ms,
  };
}
