import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { importModel, type OnnxModel, readModel, runOnHost } from '@roentgen/runtime';
import { expect, test } from 'vitest';
import { disagreement } from '../../contest/outputs.ts';
import { benchInput } from '../../models/inputs.ts';
import { tfModel } from './executor.ts';
import { asOnnx, kept } from './layout.ts';
import type { Tf } from './tf.ts';

/* The executor against the reference interpreter, by TF.js on the CPU, which comes with its WebGPU backend. */

const models = new URL('../../../../../../shared/models/', import.meta.url);
/** A package that need not be there. */
const optional: (name: string) => unknown = createRequire(import.meta.url);

/** TF.js by its CPU backend; undefined where it is not installed. */
async function tfOnCpu(): Promise<Tf | undefined> {
  try {
    const tf = optional('@tensorflow/tfjs-core') as Tf;
    optional('@tensorflow/tfjs-backend-cpu');
    await tf.setBackend('cpu');
    return tf;
  } catch {
    return undefined;
  }
}

const tf = await tfOnCpu();
const there = tf !== undefined && existsSync(models);
if (!there)
  console.warn('SKIPPED, the executor of TF.js: it is not installed, or ../shared/models is missing');

/** The same network for an input of any size: what the file declares is taken away. */
function undeclared(model: OnnxModel): OnnxModel {
  const open = ({ name }: { readonly name: string }) => ({
    name,
    type: { kind: 'tensor', dtype: 'float32', shape: null } as const,
  });
  const { inputs, outputs } = model.graph;
  const graph = { inputs: inputs.map(open), outputs: outputs.map(open), valueInfo: new Map() };
  return { ...model, graph: { ...model.graph, ...graph } };
}

// Small, since both sides are slow: the networks are the same at any size.
test.skipIf(!there).each([
  ['densenet121', [1, 3, 32, 32]],
  ['sr-hw-x2', [1, 1, 6, 8]],
  ['rau-net', [1, 3, 16, 16]],
  ['meshnet', [1, 1, 8, 9, 10]],
])('%s agrees with the reference', { timeout: 60_000 }, async (name, shape) => {
  const bytes = await readFile(new URL(`${name}.onnx`, models));
  const model = undeclared(await readModel(bytes, { name }));
  const data = benchInput('float32', shape) as Float32Array;
  const graph = importModel(model, new Map([['input', { type: { dtype: 'float32', shape } }]]));
  const expected = runOnHost(graph, new Map([['input', data]]));
  const network = tfModel(tf!, model);
  const results = await network.run({ input: kept({ data, dims: shape }) });
  network.dispose();
  for (const [output, values] of Object.entries(results)) {
    const { data: found, dims } = asOnnx(values);
    const ours = { [output]: { data: expected.get(output)!, shape: dims } };
    expect(disagreement(ours, { [output]: { data: found, shape: dims } }, 1e-4)).toBeUndefined();
  }
});
