import { describe, expect, it } from 'vitest';
import type { VolumeResult } from '../../protocol.ts';
import { bytesFor, duration, memoryVerdict, networkPixels, paceOf, secondsFor } from './estimate.ts';

describe('what a run will take', () => {
  const input = { width: 10, height: 20, depth: 5 };
  const result = { input, scale: 2, times: [{ stage: 'run', ms: 9000 }] } as unknown as VolumeResult;

  it('follows from a run on the same adapter', () => {
    // 1000 voxels once, and 4000 twice.
    expect(networkPixels([10, 20, 5], 2)).toBe(9000);
    expect(paceOf(result)).toEqual({ 2: 0.001 });
    expect(secondsFor([20, 20, 5], 2, paceOf(result))).toBeCloseTo(18);
    expect(secondsFor([10, 20, 5], 4, paceOf(result))).toBeCloseTo(33);
    expect(secondsFor([10, 20, 5], 2, {})).toBeNull();
  });

  it('counts memory, and refuses a result beyond one buffer', () => {
    expect(bytesFor([1, 1, 1], 2)).toBe(4 * (1 + 4 + 24) + 16);
    expect(memoryVerdict([512, 512, 32], 2, 8 * 2 ** 30)).toBe('ok');
    expect(memoryVerdict([512, 512, 32], 2, 2 ** 30)).toBe('warn');
    // 512 x 512 x 32 x 64 x 4 bytes is 2 GiB exactly; one slice more is beyond.
    expect(memoryVerdict([512, 512, 32], 4, 2 ** 40)).toBe('ok');
    expect(memoryVerdict([512, 512, 33], 4, 2 ** 40)).toBe('refuse');
  });

  it('is said no finer than it is known', () => {
    expect([0.4, 7.3, 42, 200, 9000].map(duration)).toEqual([
      'about a second',
      'about 7 s',
      'about 40 s',
      'about 3 min',
      'about 3 h',
    ]);
  });
});
