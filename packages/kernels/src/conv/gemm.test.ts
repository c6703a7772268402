import { describe, expect, it } from 'vitest';
import { choose } from '../core/choose.ts';
import type { DeviceCaps } from '../core/kernel.ts';
import { recordedDevices } from '../recorded.ts';
import { convFamily } from './conv.ts';
import { gemms } from './gemm.ts';
import { geometryOf } from './geometry.ts';
import { slabWeights } from './slabs.ts';
import { tileShapes, tilingOf } from './tiles.ts';

function caseOf(name: string) {
  return convFamily.cases.find((each) => each.name === name)!;
}

function chosen(name: string, caps: DeviceCaps = recordedDevices.nvidia): string {
  return choose(convFamily, caseOf(name).problem, caps).name;
}

describe('the choice of a tile', () => {
  it('is never made on a software adapter', () => {
    for (const caps of [recordedDevices.lavapipe, recordedDevices.swiftshader])
      for (const { problem } of convFamily.cases)
        for (const kernel of gemms) expect(kernel.rejects(problem, caps)).toMatch(/hardware/);
  });

  it('shares the inner axis where the map is small and the sum long', () => {
    for (const name of ['densenet-growth-14', 'densenet-bottleneck-7'])
      expect(chosen(name)).toMatch(/split8/);
  });

  it('takes larger tiles where there are many', () => {
    expect(chosen('super-resolution-256-32-32-residual')).toBe('conv/gemm-32x64');
    expect(chosen('rau-net-64-256-128')).toBe('conv/gemm-32x32');
    const { nvidia } = recordedDevices;
    // With a third of the cores the same map fills them with the largest tiles of its channels.
    expect(chosen('rau-net-128-128-64', { ...nvidia, architecture: 'ada' })).toBe('conv/gemm-64x64');
  });

  it('keeps within the workgroup memory of the adapter', () => {
    const { nvidia } = recordedDevices;
    const small = { ...nvidia, limits: { ...nvidia.limits, workgroupBytes: 8192 } };
    const { problem } = caseOf('densenet-growth-14');
    expect(gemms.map((kernel) => kernel.rejects(problem, small))).toContainEqual(
      expect.stringMatching(/16384 bytes of workgroup memory/),
    );
    expect(choose(convFamily, problem, small).name).toBe('conv/gemm-16x16-split8');
  });

  it('keeps within the storage buffers of the adapter', () => {
    const { nvidia } = recordedDevices;
    const { problem } = caseOf('pooled');
    // Input, weights, bias, residual, two outputs and the table of taps.
    const reasons = (storageBuffers: number) => {
      const caps = { ...nvidia, limits: { ...nvidia.limits, storageBuffers } };
      return gemms.map((kernel) => kernel.rejects(problem, caps));
    };
    expect(new Set(reasons(6))).toEqual(new Set(['7 storage buffers']));
    expect(reasons(7)).toContain(null);
  });
});

it('cuts 7 x 7 positions of 992 channels into steps', () => {
  const g = geometryOf(caseOf('densenet-bottleneck-7').problem);
  const tile = tileShapes.find(({ channels, parts }) => channels === 16 && parts === 2)!;
  // 128 channels in tiles of 16, 49 positions in tiles of 32, 992 places of the inner axis in steps of 16.
  expect(tilingOf(g, tile)).toEqual({
    channelTiles: 8,
    wideTiles: 8,
    positionTiles: 2,
    positions: 49,
    tiles: 16,
    flat: false,
    steps: 62,
    stepsPerTap: 62,
  });
});

it('packs four places of the inner axis of a channel together, taps above channels', () => {
  // Weight [co, ci, tap] is 100 co + 10 ci + tap: two groups of one output channel, five inputs, two taps.
  const g = {
    ...geometryOf(caseOf('1d').problem),
    groups: 2,
    outChannels: 2,
    inChannels: 5,
    kernel: [1, 1, 2] as const,
  };
  const values = Float32Array.from(
    { length: 20 },
    (_, i) => 100 * Math.floor(i / 10) + 10 * (Math.floor(i / 2) % 5) + (i % 2),
  );
  const tile = { channels: 2, positions: 2, rows: 1, columns: 1, parts: 1, depth: 8 };
  const tiling = { ...tilingOf(g, tile), flat: false, steps: 2, stepsPerTap: 1, channelTiles: 1 };
  const packed = slabWeights(g, tile, tiling).pack(values);
  const none = [0, 0, 0, 0];
  // [group][step = tap][channels in fours][output channel of the tile]: the second channel of each tile is not there.
  const tap = (first: number) => [
    first,
    first + 10,
    first + 20,
    first + 30,
    ...none,
    first + 40,
    0,
    0,
    0,
    ...none,
  ];
  expect([...packed]).toEqual([...tap(0), ...tap(1), ...tap(100), ...tap(101)]);
  const flat = slabWeights(g, tile, { ...tiling, flat: true }).pack(values);
  expect([...flat.slice(0, 32)]).toEqual([
    ...[0, 10, 20, 30, ...none, 40, 1, 11, 21, ...none],
    ...[31, 41, 0, 0, ...none, ...none, ...none],
  ]);
});
