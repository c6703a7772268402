import { describe, expect, it } from 'vitest';
import { families } from '../families.ts';
import { recordedDevices } from '../recorded.ts';
import { estimate, machineOf } from './machine.ts';
import { dense } from './tensor.ts';

const { lavapipe, swiftshader, nvidia } = recordedDevices;
const { conv } = families;

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

  it('slows arithmetic and traffic down each by its own', () => {
    // 54 MFLOP take 1 ms and 5.1 MB take 1 ms, at the peaks.
    const cost = { flops: 54e6, bytes: 5.1e6 };
    expect(estimate({ ...cost, slowdown: 32, traffic: 1 }, lavapipe)).toBeCloseTo(32_020, 6);
    expect(estimate({ ...cost, slowdown: 1, traffic: 3 }, lavapipe)).toBeCloseTo(3_020, 6);
    expect(estimate({ ...cost, bytes: 51e6, slowdown: 8, traffic: 2 }, lavapipe)).toBeCloseTo(20_020, 6);
  });

  it('does not take zeros that fill up a block of channels for traffic', () => {
    // 32 channels to one at 256 x 256, 1 x 1: 33 planes of 256 KiB at 4 TB/s take 2.2 us, and at 67 TFLOP/s the arithmetic of 32 channels for one 2.
    const shape = (channels: number) => ({ dtype: 'float32', shape: [1, channels, 256, 256] }) as const;
    const attributes = {
      strides: [1, 1],
      dilations: [1, 1],
      pads: [0, 0, 0, 0],
      groups: 1,
      pre: [],
      activation: [],
      after: [],
    };
    const problem = {
      attributes,
      inputs: [dense(shape(32)), dense({ dtype: 'float32', shape: [1, 32, 1, 1] }), null, null, null, null],
      outputs: [dense(shape(1))],
      constant: [false, true, false, false, false, false],
    };
    const times = conv.kernels
      .filter((kernel) => kernel.rejects(problem, nvidia) === null)
      .map((kernel) => [kernel.name, estimate(kernel.cost(problem, nvidia), nvidia)] as const);
    const floor = 3 + (33 * 65_536 * 4) / 4_000e3;
    for (const [name, time] of times) expect(time, name).toBeGreaterThanOrEqual(floor);
    expect(Math.min(...times.map(([, time]) => time))).toBeLessThan(3 * floor);
    const pointwise = new Map(times).get('conv/pointwise');
    expect(pointwise).toBeLessThan(10 * floor);
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
