import { createRequire } from 'node:module';
import type { DType, HostArray } from '@roentgen/kernels';
import { RoentgenError } from '@roentgen/kernels';
import { type Contender, type Loaded, timed } from '../contest/contest.ts';
import { benchInput } from '../models/inputs.ts';
import type { BenchModel } from '../models/model.ts';

/** What is used of onnxruntime-node; its own types are not at hand where it is not installed. */
interface Runtime {
  readonly Tensor: new (type: string, data: unknown, dims: readonly number[]) => unknown;
  readonly InferenceSession: { create(model: string | Uint8Array, options: object): Promise<RuntimeSession> };
}

interface RuntimeSession {
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  release(): Promise<void>;
}

const PACKAGE = 'onnxruntime-node';
const REMEDY = `ONNXRUNTIME_NODE_INSTALL=skip npm i --no-save ${PACKAGE}`;

/** ONNX Runtime's providers that are timed, by the names rows carry. */
const PROVIDERS = { 'onnxruntime-webgpu': 'webgpu', 'onnxruntime-cpu': 'cpu' } as const;

/** The peers that `--peers` knows, whether each is installed, and the command that adds it. */
export function peerNames(): readonly {
  readonly name: string;
  readonly present: boolean;
  readonly remedy: string;
}[] {
  return [{ name: PACKAGE, present: find() !== undefined, remedy: REMEDY }];
}

function find(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    return undefined; // absence is an answer; see `peerNames`
  }
}

/**
 * ONNX Runtime by its WebGPU provider and by its CPU provider, on a model. It brings a Dawn of its own, which takes the
 * adapter that the Vulkan loader offers first. Throws 'file' when the package is not installed.
 */
export function onnxruntime(model: BenchModel): Contender[] {
  const path = find();
  if (path === undefined) {
    throw new RoentgenError('file', `${PACKAGE} is not installed, and nothing here needs it but --peers`, {
      hint: `add it with ${REMEDY}`,
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
      new runtime.Tensor(dtype, foreign(benchInput(dtype, shape), dtype), shape),
    ]),
  );
  const run = async () => {
    await session.run(feeds);
  };
  // Its shaders are compiled during the first run, which cannot be told from that run itself.
  return {
    cold: { load: loadTime, compile: null, firstRun: await timed(run) },
    run,
    dispose: () => session.release(),
  };
}

/** 64-bit integers travel in another array there; float16 models are fed zeros by bits. */
function foreign(data: HostArray, dtype: DType): unknown {
  if (dtype === 'int64') return BigInt64Array.from(data, BigInt);
  if (dtype === 'uint64') return BigUint64Array.from(data, BigInt);
  return dtype === 'float16' ? new Uint16Array(data.length) : data;
}
