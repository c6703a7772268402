import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { recordedDevices } from '@roentgen/kernels';
import { type Graph, shipped, staleRankings, takersOf } from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';
import { meshnet } from './meshnet.ts';
import { chosen, graphOf, networks, optimized } from './tuning.ts';

it('measures the networks that are asked for, and refuses names of none', () => {
  expect(chosen(undefined)).toEqual(Object.keys(networks));
  expect(chosen('meshnet, sr-d-x2')).toEqual(['meshnet', 'sr-d-x2']);
  expect(() => chosen('sr-d')).toThrow("there is no network 'sr-d'");
});

/** The networks that are tuned, as sessions have them on a device. */
function graphs(kind: string): Promise<readonly Graph[]> {
  const caps = recordedDevices[kind];
  const all = Object.entries(networks).map(async ([name, shapes]) => {
    if (name === 'meshnet') return optimized(meshnet(shapes.input), caps);
    const path = fileURLToPath(new URL(`../weights/${name}.onnx`, import.meta.url));
    return graphOf(await readFile(path), shapes, caps);
  });
  return Promise.all(all);
}

describe('what is shipped', () => {
  it('is for adapters that are recorded, and names the kernels that take each problem', async () => {
    for (const [kind, rankings] of shipped)
      expect(staleRankings(rankings, await graphs(kind), recordedDevices[kind])).toEqual([]);
  });

  it('may be of MeshNet, whose file is elsewhere', async ({ skip }) => {
    const caps = recordedDevices.lavapipe;
    const asked = takersOf([optimized(meshnet(networks.meshnet.input), caps)], caps);
    // One channel to five, five to five at five dilations, and the last to three.
    expect(asked.size).toBe(7);
    const [[key, kernels]] = asked;
    const answer = new Map([[key, { kernels, refused: [] }]]);
    expect(staleRankings(answer, await graphs('lavapipe'), caps)).toEqual([]);
    const file = new URL('../../../../shared/models/meshnet.onnx', import.meta.url);
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) {
      console.warn('SKIPPED: the layers of MeshNet held to its file: ../shared is not beside this checkout');
      return skip();
    }
    expect(takersOf([await graphOf(bytes, networks.meshnet, caps)], caps)).toEqual(asked);
  });

  it('would be told to be stale', async () => {
    const caps = recordedDevices.lavapipe;
    const graph = await graphOf(
      await readFile(fileURLToPath(new URL('../weights/sr-d-x2.onnx', import.meta.url))),
      networks['sr-d-x2'],
      caps,
    );
    const [key, names] = [...takersOf([graph], caps)].find(([, names]) => names.length > 2)!;
    const stale = (key: string, kernels: readonly string[]) =>
      staleRankings(new Map([[key, { kernels, refused: [] }]]), [graph], caps);
    expect(stale(key, names)).toEqual([]);
    expect(stale(key, [...names, 'conv/none'])).toEqual([expect.stringContaining('conv/none')]);
    expect(stale(key, names.slice(1))).toEqual([expect.stringContaining('are not the kernels')]);
    expect(stale(`${key}?`, names)).toEqual([expect.stringContaining('no network')]);
  });
});
