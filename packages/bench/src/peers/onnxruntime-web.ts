import type { OnnxModel } from '@roentgen/runtime';
import { type Contender, type Loaded, timed } from '../contest/contest.ts';
import type { Outputs } from '../contest/outputs.ts';
import { benchInput } from '../models/inputs.ts';
import type { BenchModel } from '../models/model.ts';
import { asOutputs, forOnnxRuntime, type OrtTensor } from './onnxruntime.ts';

/** What is used of onnxruntime-web; its own types are not at hand where it is not installed. */
interface Runtime {
  readonly env: { readonly wasm: { wasmPaths?: string; numThreads?: number }; logLevel?: string };
  readonly Tensor: new (type: string, data: unknown, dims: readonly number[]) => unknown;
  readonly InferenceSession: { create(bytes: Uint8Array, options: object): Promise<RuntimeSession> };
}

interface RuntimeSession {
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, OrtTensor>>>;
  release(): Promise<void>;
}

/** The module of each provider: the one with WebGPU is the one its documentation names, the other is faster on the CPU. */
const MODULES = {
  webgpu: 'ort.webgpu.bundle.min.mjs',
  wasm: 'ort.wasm.bundle.min.mjs',
} as const;

/**
 * ONNX Runtime Web in a page, from its bytes at `folder` (an address that ends in a slash). Sizes that the model leaves
 * open are told to it beforehand, and its CPU provider is given every core. Its cold start has its module and its
 * WebAssembly in it, fetched from this machine: a page that uses it has to load them.
 */
export function onnxruntimeWeb(
  model: BenchModel,
  graph: OnnxModel['graph'],
  provider: keyof typeof MODULES,
  folder: string,
): Contender {
  const options = {
    executionProviders: [provider],
    freeDimensionOverrides: openSizes(model, graph),
    logSeverityLevel: 4,
  };
  return { peer: `onnxruntime-web-${provider}`, load: () => load(model, options, folder, MODULES[provider]) };
}

async function load(model: BenchModel, options: object, folder: string, file: string): Promise<Loaded> {
  const start = performance.now();
  const runtime = (await import(/* @vite-ignore */ folder + file)) as Runtime;
  runtime.env.wasm.wasmPaths = folder;
  runtime.env.wasm.numThreads = navigator.hardwareConcurrency;
  runtime.env.logLevel = 'error';
  const session = await runtime.InferenceSession.create(model.bytes, options);
  const loadTime = performance.now() - start;
  const feeds = Object.fromEntries(
    model.inputs.map(({ name, dtype, shape }) => [
      name,
      new runtime.Tensor(dtype, forOnnxRuntime(benchInput(dtype, shape), dtype), shape),
    ]),
  );
  let outputs: Outputs = {};
  const run = async () => {
    await session.run(feeds);
  };
  // Its shaders are compiled during the first run, which cannot be told from that run itself.
  const firstRun = await timed(async () => {
    outputs = asOutputs(await session.run(feeds));
  });
  return {
    cold: { load: loadTime, compile: null, firstRun },
    outputs,
    run,
    dispose: () => session.release(),
  };
}

/** Sizes that the model calls by a name, as they will be. */
function openSizes(model: BenchModel, { inputs }: OnnxModel['graph']): Record<string, number> {
  const sizes = inputs.flatMap(({ name, type }) => {
    const given = model.inputs.find((input) => input.name === name)?.shape;
    if (type.kind !== 'tensor' || given === undefined) return [];
    return (type.shape ?? []).flatMap((dim, axis) =>
      typeof dim === 'string' ? [[dim, given[axis]] as const] : [],
    );
  });
  return Object.fromEntries(sizes);
}
