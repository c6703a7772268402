import { RoentgenError } from '@roentgen/kernels';
import { type OnnxModel, readModel } from '@roentgen/runtime';
import { type Contender, type Loaded, timed } from '../contest/contest.ts';
import type { Outputs } from '../contest/outputs.ts';
import { benchInput } from '../models/inputs.ts';
import type { BenchModel } from '../models/model.ts';
import { tfModel } from './tfjs/executor.ts';
import { asOnnx, type HostValues, kept } from './tfjs/layout.ts';
import type { Tf } from './tfjs/tf.ts';

/**
 * TF.js by its WebGPU backend, in a page. It reads no ONNX, so the graph is run operator by operator as its own
 * converter would write it (see tfjs/executor.ts). Input and output are channels-last, as its users have them: turning
 * them is not timed. `scripts`: addresses of tfjs-core and of the backend, in this order.
 */
export function tfjsWebgpu(model: BenchModel, scripts: readonly string[]): Contender {
  return { peer: 'tfjs-webgpu', load: () => load(model, scripts) };
}

async function load(model: BenchModel, scripts: readonly string[]): Promise<Loaded> {
  const inputs: Record<string, HostValues> = {};
  for (const { name, dtype, shape } of model.inputs) {
    if (dtype !== 'float32') throw new RoentgenError('unsupported', `the input '${name}' is ${dtype}`);
    inputs[name] = kept({ data: benchInput(dtype, shape) as Float32Array, dims: shape });
  }
  const start = performance.now();
  for (const script of scripts) await loadScript(script);
  const tf = (globalThis as unknown as { readonly tf: Tf }).tf;
  if (!(await tf.setBackend('webgpu')))
    throw new RoentgenError('device', 'its WebGPU backend does not start');
  await tf.ready();
  const onnx: OnnxModel = await readModel(model.bytes, { name: model.name });
  const network = tfModel(tf, onnx);
  const loadTime = performance.now() - start;
  let outputs: Outputs = {};
  const firstRun = await timed(async () => {
    outputs = asOutputs(await network.run(inputs));
  });
  return {
    cold: { load: loadTime, compile: null, firstRun },
    outputs,
    run: async () => {
      await network.run(inputs);
    },
    dispose: network.dispose,
  };
}

function asOutputs(results: Readonly<Record<string, HostValues>>): Outputs {
  return Object.fromEntries(
    Object.entries(results).map(([name, values]) => {
      const { data, dims } = asOnnx(values);
      return [name, { data, shape: dims }];
    }),
  );
}

/** Its bundles for pages are scripts that share one global name. */
function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new RoentgenError('file', `${src} cannot be loaded`));
    document.head.append(script);
  });
}
