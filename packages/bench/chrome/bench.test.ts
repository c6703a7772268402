import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findChromePeers } from '../src/chrome/installed.ts';
import { benchInChrome, chromeAdapter, chromePeers } from '../src/node/index.ts';

const weights = (file: string) => fileURLToPath(new URL(`../../models/weights/${file}`, import.meta.url));

const effort = {
  dtype: 'f32',
  without: [],
  sizes: { size: 16 },
  peers: [],
  gpu: 'swiftshader',
  rounds: 2,
  budget: 1000,
  limits: { load: 110_000, run: 110_000 },
  signal: new AbortController().signal,
} as const;

function peersInstalled(): boolean {
  try {
    findChromePeers();
    return true;
  } catch (error) {
    console.warn(`SKIPPED, the peers in Chrome: ${(error as Error).message}`);
    return false;
  }
}

it('times a network in Chrome', async () => {
  const { model, timings, refusals } = await benchInChrome(weights('sr-hw-x2.onnx'), effort);
  expect(model).toMatchObject({ name: 'sr-hw-x2', inputs: [{ name: 'input', shape: [1, 1, 16, 16] }] });
  expect(timings.map(({ peer, samples }) => [peer, samples.length])).toEqual([['roentgen', 2]]);
  expect(timings[0].inspection?.layers.length).toBeGreaterThan(5);
  expect(refusals).toEqual([]);
});

it('tells of the adapter', async () => {
  const { name, chrome, peaks, gpu } = await chromeAdapter('swiftshader', effort);
  expect(name).toMatch(/^Chrome .*swiftshader/);
  expect(Number(chrome)).toBeGreaterThan(100);
  expect(peaks.f32).toBeGreaterThan(0);
  expect(gpu).toBe('swiftshader');
});

it('says what went wrong in the page', async () => {
  const wrong = { ...effort, sizes: { batch: 2, size: -1 } };
  await expect(benchInChrome(weights('sr-hw-x2.onnx'), wrong)).rejects.toThrow(/Chrome: /);
});

describe.skipIf(!peersInstalled())('with peers', () => {
  it('takes those that compute the same', { timeout: 300_000 }, async () => {
    const { timings, refusals } = await benchInChrome(weights('sr-hw-x2.onnx'), {
      ...effort,
      peers: chromePeers,
    });
    expect(refusals).toEqual([]);
    expect(timings.map(({ peer }) => peer)).toEqual(['roentgen', ...chromePeers]);
    for (const { ratio } of timings.slice(1)) expect(ratio).toBeGreaterThan(0);
  });
});

it('leaves out a peer that is too slow, and begins anew without it', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roentgen-peer-'));
  const endless =
    'export const env = { wasm: {} }, InferenceSession = { create: () => new Promise(() => {}) };';
  writeFileSync(join(folder, 'ort.webgpu.bundle.min.mjs'), endless);
  const peers = ['onnxruntime-web-webgpu'] as const;
  const { timings, refusals } = await benchInChrome(
    weights('sr-hw-x2.onnx'),
    { ...effort, peers, limits: { load: 30_000, run: 110_000 } },
    { ort: folder, tfjsCore: folder, tfjsWebgpu: folder },
  );
  rmSync(folder, { recursive: true });
  expect(timings.map(({ peer }) => peer)).toEqual(['roentgen']);
  expect(refusals).toEqual([{ peer: peers[0], reason: 'slower than 30 s to its first answer' }]);
});
