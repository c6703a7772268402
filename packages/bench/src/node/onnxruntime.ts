import { createRequire } from 'node:module';
import { RoentgenError } from '@roentgen/kernels';
import { type Contender, type Loaded, timed } from '../contest/contest.ts';
import type { Outputs } from '../contest/outputs.ts';
import { benchInput } from '../models/inputs.ts';
import type { BenchModel } from '../models/model.ts';
import { asOutputs, forOnnxRuntime, type OrtTensor } from '../peers/onnxruntime.ts';
import { PEERS_REMEDY } from '../peers/remedy.ts';

/** What is used of onnxruntime-node; its own types are not at hand where it is not installed. */
interface Runtime {
  readonly Tensor: new (type: string, data: unknown, dims: readonly number[]) => unknown;
  readonly InferenceSession: { create(model: string | Uint8Array, options: object): Promise<RuntimeSession> };
}

interface RuntimeSession {
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, OrtTensor>>>;
  release(): Promise<void>;
}

const PACKAGE = 'onnxruntime-node';

/** ONNX Runtime's providers that are timed, by the names rows carry. */
const PROVIDERS = { 'onnxruntime-webgpu': 'webgpu', 'onnxruntime-cpu': 'cpu' } as const;

/** Where its package is; undefined where it is not installed. */
export function findOnnxruntime(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    return undefined; // absence is an answer
  }
}

/**
 * ONNX Runtime by its WebGPU provider and by its CPU provider, on a model. It brings a Dawn of its own, which takes the
 * adapter that the Vulkan loader offers first. Throws 'file' when the package is not installed.
 */
export function onnxruntime(model: BenchModel): Contender[] {
  const path = findOnnxruntime();
  if (path === undefined) {
    throw new RoentgenError('file', `${PACKAGE} is not installed, and nothing here needs it but --peers`, {
      hint: `add it with ${PEERS_REMEDY}`,
    });
  }
  const runtime = createRequire(import.meta.url)(path) as Runtime;
  return Object.entries(PROVIDERS).map(([peer, provider]) => ({
    peer,
    load: () => load(runtime, model, provider),
  }));
}

async function load(runtime: Runtime, model: BenchModel, provider: string): Promise<Loaded> {
  const options = { executionProviders: [provider], logSeverityLevel: 4 };
  const start = performance.now();
  const session = await runtime.InferenceSession.create(model.path ?? model.bytes, options);
  const loadTime = performance.now() - start;
  const feeds = Object.fromEntries(
    model.inputs.map(({ name, dtype, shape }) => [
      name,
      new runtime.Tensor(dtype, forOnnxRuntime(benchInput(dtype, shape), dtype), shape),
    ]),
  );
  const run = async () => {
    await session.run(feeds);
  };
  // Its shaders are compiled during the first run, which cannot be told from that run itself.
  let outputs: Outputs = {};
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
