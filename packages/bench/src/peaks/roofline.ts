import type { DType } from '@roentgen/kernels';

/** What an adapter reaches at best, by kernels that do nothing else. */
export interface Peaks {
  /** GFLOP/s of fused multiply-adds (each counts 2) in f32. */
  readonly f32: number;
  /** The same in f16; null without shader-f16. */
  readonly f16: number | null;
  /** GB/s (10^9 bytes) of copying a buffer too large for the caches, read and write counted. */
  readonly copy: number;
  /** Microseconds that a dispatch costs which does nothing and waits for the one before. */
  readonly gap: number;
}

/** Arithmetic and traffic. */
export interface Work {
  readonly flops: number;
  readonly bytes: number;
}

/** FLOP a byte; null where nothing is moved. */
export function intensityOf({ flops, bytes }: Work): number | null {
  return bytes > 0 ? flops / bytes : null;
}

/** GFLOP/s of the roof above work of this intensity: bandwidth times intensity, or the peak of arithmetic (Williams, Waterman and Patterson 2009). */
export function roofAt(intensity: number, peaks: Peaks, arithmetic = peaks.f32): number {
  return Math.min(arithmetic, intensity * peaks.copy);
}

/**
 * Milliseconds that work takes at the roof. Kernels of float16 tensors compute in f32, so the peak of f16 is theirs only where it
 * is the higher one.
 */
export function floorOf({ flops, bytes }: Work, peaks: Peaks, dtype: DType): number {
  const arithmetic = dtype === 'float16' ? Math.max(peaks.f32, peaks.f16 ?? 0) : peaks.f32;
  return Math.max(flops / arithmetic, bytes / peaks.copy) / 1e6;
}
