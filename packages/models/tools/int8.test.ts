import { describe, expect, it } from 'vitest';
import { fromInt8, toInt8 } from './int8.ts';

/** Reproducible numbers of a bell-like spread: sums of uniform ones. */
function noise(count: number): Float32Array {
  let state = 1;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Float32Array.from({ length: count }, () => uniform() + uniform() + uniform() - 1.5);
}

const squaredError = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0);

describe('toInt8', () => {
  it('keeps multiples of a scale as they are', () => {
    const weights = Float32Array.of(-127, 64, 1, 0, 12.7, -0.1, 0.2, 6.3);
    const { codes, scales } = toInt8(weights, [2, 4], 0);
    expect([...codes]).toEqual([-127, 64, 1, 0, 127, -1, 2, 63]);
    expect(scales[0]).toBe(1);
    expect(scales[1]).toBeCloseTo(0.1, 6);
  });

  it('gives each slice along any axis a scale of its own', () => {
    // Columns of a 2 x 3 matrix: each has one largest weight, which becomes 127.
    const { codes, scales } = toInt8(Float32Array.of(1.27, 0, -25.4, 0.01, 127, 0.2), [2, 3], 1);
    expect(scales).toHaveLength(3);
    for (const [i, scale] of [0.01, 1, 0.2].entries()) expect(scales[i]).toBeCloseTo(scale, 5);
    expect([...codes]).toEqual([127, 0, -127, 1, 127, 1]);
  });

  it('never does worse than half a step of the full range, in the mean', () => {
    const dims = [4, 9, 3, 3];
    const weights = noise(4 * 81).map((value, i) => value * 10 ** -Math.floor(i / 81));
    const restored = fromInt8(toInt8(weights, dims, 0), dims, 0);
    for (let channel = 0; channel < 4; channel++) {
      const [own, back] = [weights, restored].map((all) => all.subarray(channel * 81, (channel + 1) * 81));
      const halfStep = Math.max(...own.map(Math.abs)) / 254;
      expect(squaredError(own, back)).toBeLessThanOrEqual(81 * halfStep ** 2);
    }
  });

  it('cuts off a lone large weight where that serves the others', () => {
    const weights = noise(4000);
    weights[7] = 1.7;
    const { codes, scales } = toInt8(weights, [1, 4000], 0);
    const whole = weights.map((value) => Math.round(value / (1.7 / 127)) * (1.7 / 127));
    expect(scales[0]).toBeLessThan(1.7 / 127);
    expect(codes[7]).toBe(127);
    expect(squaredError(weights, fromInt8({ codes, scales }, [1, 4000], 0))).toBeLessThan(
      squaredError(weights, whole),
    );
  });

  it('stores zeros under a scale of 1, and refuses what is no number', () => {
    expect(toInt8(new Float32Array(4), [1, 4], 0)).toEqual({
      codes: new Int8Array(4),
      scales: Float32Array.of(1),
    });
    expect(() => toInt8(Float32Array.of(1, 2, Number.NaN, 4), [2, 2], 0)).toThrow(
      /channel 1 of the weights holds infinity or NaN/,
    );
    expect(() => toInt8(Float32Array.of(1, -Infinity), [1, 2], 0)).toThrow(/infinity/);
  });
});
