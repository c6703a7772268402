import { expect, it } from 'vitest';
import type { ChannelReport } from '../../cells-protocol.ts';
import { remember, remembered } from './channel-memory.ts';

function memory() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

const report = (signature: string, channels: number, slices = 1): ChannelReport => {
  const preview = { width: 0, height: 0, data: new Uint8ClampedArray() };
  const roles = Array.from({ length: channels }, () => null);
  return {
    ...{ title: '', width: 1, height: 1, slices, frames: 1, ask: true, notes: [], fields: [], signature },
    channels: roles.map(() => ({ name: '', from: '', preview })),
    guess: { roles, slice: 0, frame: 0 },
  };
};

it('knows files alike again, and no others', () => {
  const at = memory();
  const choice = { roles: ['cytoplasm', 'nucleus', null], slice: 'max', frame: 0 } as const;
  remember(report('3:d|f|r', 3, 5), choice, at);
  expect(remembered(report('3:d|f|r', 3, 9), at)).toEqual(choice);
  expect(remembered(report('3:r|g|b', 3), at)).toBeNull();
  expect(remembered(report('3:d|f|r', 2), at)).toBeNull();
});

it('forgets a slice that is not there, and outlives damaged storage', () => {
  const at = memory();
  remember(report('z', 1, 9), { roles: ['only'], slice: 7, frame: 0 }, at);
  expect(remembered(report('z', 1, 5), at)?.slice).toBe(0);
  at.setItem('roentgen-channels-by-hash', '{broken');
  expect(remembered(report('z', 1, 5), at)).toBeNull();
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('quota');
    },
  };
  expect(() => remember(report('z', 1), { roles: ['only'], slice: 0, frame: 0 }, full)).not.toThrow();
});
