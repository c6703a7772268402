import { describe, expect, it } from 'vitest';
import { recordedDevices } from '../recorded.ts';
import { estimate, machineOf } from './machine.ts';

const { lavapipe, swiftshader, nvidia } = recordedDevices;

describe('estimate', () => {
  it('is a dispatch and the slower of arithmetic and traffic, in microseconds', () => {
    // 54 GFLOP/s and 5.1 GB/s: 1.08 GFLOP take 20 ms, 51 MB take 10 ms.
    expect(estimate({ flops: 1.08e9, bytes: 51e6, slowdown: 1 }, lavapipe)).toBeCloseTo(20_020, 6);
    expect(estimate({ flops: 1.08e9, bytes: 204e6, slowdown: 1 }, lavapipe)).toBeCloseTo(40_020, 6);
  });

  it('slows the work down, not the dispatch', () => {
    expect(estimate({ flops: 54e6, bytes: 0, slowdown: 3 }, lavapipe)).toBeCloseTo(3_020, 6);
    expect(estimate({ flops: 0, bytes: 0, slowdown: 100 }, lavapipe)).toBe(20);
  });
});

describe('machineOf', () => {
  it('tells software adapters, architectures and vendors apart', () => {
    expect(machineOf(swiftshader)).not.toBe(machineOf(lavapipe));
    expect(machineOf(nvidia)).not.toBe(machineOf({ ...nvidia, architecture: 'turing' }));
    expect(machineOf({ ...nvidia, architecture: 'turing' })).not.toBe(machineOf({ ...nvidia, vendor: 'x' }));
  });

  it('takes an unknown rasteriser for a fast one', () => {
    expect(machineOf({ ...lavapipe, vendor: 'microsoft', architecture: 'warp' })).toBe(machineOf(lavapipe));
  });
});
