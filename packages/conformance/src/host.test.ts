import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordedDevices } from '@roentgen/kernels';
import { allPasses, compare, type Graph, optimize, runOnHost, specialise } from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';
import { readBackendTest } from './backend.ts';

interface Listed {
  readonly name: string;
  readonly path: string;
  readonly op: string;
  readonly suite: string;
  readonly tier: number;
  readonly tolerance: { readonly rtol: number; readonly atol: number };
}

const root = fileURLToPath(new URL('../../../../shared/onnx-node-tests', import.meta.url));
const manifest = path.join(root, 'manifest.public.json');
const listed: Listed[] = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).tests : [];
/** What we know that we lack; everything else of tiers 1 and 2 has to pass. */
const lacking = ['BitCast', 'DeformConv', 'MaxUnpool', 'RoiAlign', 'TensorScatter', 'TopK'];
// Whole classifiers would take minutes in float64 loops.
const chosen = listed.filter(
  ({ name, op, suite, tier }) =>
    tier <= 2 && suite !== 'light' && !lacking.includes(op) && !name.startsWith('test_maxpool_with_argmax'),
);

if (chosen.length === 0) console.warn(`SKIPPED: the ONNX backend tests, for want of ${manifest}`);

async function run(test: Listed, prepare: (graph: Graph) => Graph): Promise<void> {
  const { model, dataSets } = await readBackendTest(path.join(root, test.path));
  expect(dataSets.length).toBeGreaterThan(0);
  for (const { inputs, outputs } of dataSets) {
    const types = new Map([...inputs].map(([name, { type }]) => [name, type]));
    const { graph: imported } = specialise(model, types, (name) => inputs.get(name)?.data);
    const graph = prepare(imported);
    const feeds = new Map([...inputs].map(([name, { data }]) => [name, data]));
    const results = runOnHost(graph, feeds);
    for (const [name, expected] of outputs) {
      const output = graph.outputs.find((each) => each.name === name)!;
      expect(graph.values.get(output.value)!.type).toEqual(expected.type);
      const tolerance = { relative: test.tolerance.rtol, absolute: test.tolerance.atol };
      expect(compare(results.get(name)!, expected.data, expected.type.shape, tolerance).report).toBe('');
    }
  }
}

describe.skipIf(chosen.length === 0)('ONNX backend tests of tiers 1 and 2, by the references', () => {
  it.each(chosen)('$path', (test) => run(test, (graph) => graph), 30_000);

  it.each(chosen)('$path, after the passes', (test) => run(test, passes), 30_000);
});

function passes(graph: Graph): Graph {
  return optimize(graph, allPasses(recordedDevices.nvidia));
}
