import { describe, expect, it } from 'vitest';
import { generator } from '../graph/testing/sketch.ts';
import { assignBuffers, type Lifetime } from './memory.ts';

function drawn(seed: number, count: number): Lifetime[] {
  const random = generator(seed);
  return Array.from({ length: count }, () => {
    const first = Math.floor(random() * 60) - 1;
    return { bytes: 256 * Math.ceil(random() * 50), first, last: first + Math.floor(random() * 8) };
  });
}

/** The most bytes that are alive at one step: no assignment can do with less. */
function leastBytes(tensors: readonly Lifetime[]): number {
  const alive = (at: number) => tensors.filter(({ first, last }) => first <= at && at <= last);
  return Math.max(...tensors.map(({ first }) => alive(first).reduce((sum, { bytes }) => sum + bytes, 0)));
}

describe('assignBuffers', () => {
  it('lets a chain take turns in two buffers', () => {
    const chain = Array.from({ length: 9 }, (_, i) => ({ bytes: 256, first: i, last: i + 1 }));
    const { buffers, of } = assignBuffers(chain);
    expect(buffers).toEqual([256, 256]);
    expect(of).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0]);
  });

  it('keeps apart what ends where the other begins: a dispatch may not write what it reads', () => {
    const { of } = assignBuffers([
      { bytes: 512, first: 0, last: 3 },
      { bytes: 512, first: 3, last: 4 },
    ]);
    expect(of[0]).not.toBe(of[1]);
  });

  it('puts the small into the buffer of the large', () => {
    const { buffers } = assignBuffers([
      { bytes: 256, first: 0, last: 1 },
      { bytes: 4096, first: 2, last: 3 },
    ]);
    expect(buffers).toEqual([4096]);
  });

  it.each([1, 2, 3, 4, 5])('never shares between what lives at once, and wastes little (seed %i)', (seed) => {
    const tensors = drawn(seed, 80);
    const { buffers, of } = assignBuffers(tensors);
    for (const [a, own] of tensors.entries()) {
      expect(buffers[of[a]]).toBeGreaterThanOrEqual(own.bytes);
      for (const [b, other] of tensors.entries()) {
        if (a !== b && of[a] === of[b]) expect(own.first > other.last || other.first > own.last).toBe(true);
      }
    }
    const total = buffers.reduce((sum, bytes) => sum + bytes, 0);
    expect(total).toBeGreaterThanOrEqual(leastBytes(tensors));
    expect(total).toBeLessThan(leastBytes(tensors) * 1.5);
    expect(assignBuffers(tensors)).toEqual({ buffers, of });
  });

  it('of nothing is nothing', () => {
    expect(assignBuffers([])).toEqual({ buffers: [], of: [] });
  });
});
