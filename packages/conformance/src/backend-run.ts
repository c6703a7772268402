import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hostArray, RoentgenError, sizeOf, type Tolerance } from '@roentgen/kernels';
import { compare, type Device, type OnnxModel, Session, type Tensor } from '@roentgen/runtime';
import { type BackendDataSet, type BackendTensor, readBackendTest } from './backend.ts';

/** What became of a test. Skipped: it asks for something that we lack, and say so. */
export interface Verdict {
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it did not pass; null where it did. */
  readonly reason: string | null;
}

/**
 * ONNX's own relative tolerance (onnx.backend.test.runner); its absolute one is 1e-7, which sums in float32 near 0 miss in whatever
 * order they are taken. A wider one where values are float16.
 */
const TOLERANCE: Tolerance = { relative: 1e-3, absolute: 1e-5 };
const HALF_TOLERANCE: Tolerance = { relative: 4e-3, absolute: 1e-3 };

/**
 * Runs a backend test on a device, every data set of it. Outputs have to have exactly the element type and shape expected, and
 * values within the tolerance (NaN equals NaN). Never throws for what the test does; rejects only when `signal` is set.
 */
export async function runBackendTest(
  folder: string,
  device: Device,
  tolerance?: Tolerance,
  signal?: AbortSignal,
): Promise<Verdict> {
  const faults: string[] = [];
  const listen = (event: Event) =>
    faults.push((event as GPUUncapturedErrorEvent).error.message.split('\n')[0]);
  device.gpu.addEventListener('uncapturederror', listen);
  try {
    const verdict = await judged(folder, device, tolerance, signal);
    return faults.length > 0 ? failed(`WebGPU refuses what we do: ${faults[0]}`) : verdict;
  } catch (error) {
    signal?.throwIfAborted();
    return excuse(error);
  } finally {
    device.gpu.removeEventListener('uncapturederror', listen);
  }
}

function failed(reason: string): Verdict {
  return { status: 'failed', reason };
}

/** What we know to lack is no failure; anything else is. */
function excuse(error: unknown): Verdict {
  if (!(error instanceof RoentgenError)) return failed(String(error));
  if (error.code === 'unsupported') return { status: 'skipped', reason: `unsupported: ${error.message}` };
  return failed(`${error.code}: ${error.message}`);
}

async function judged(
  folder: string,
  device: Device,
  tolerance: Tolerance | undefined,
  signal: AbortSignal | undefined,
): Promise<Verdict> {
  const bytes = await readFile(path.join(folder, 'model.onnx'));
  const session = await Session.create(bytes, {
    device,
    externalData: (location) => readFile(path.join(folder, location)),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    const { model, dataSets } = await readBackendTest(folder);
    if (dataSets.length === 0) return failed('there is no test_data_set');
    for (const [index, dataSet] of dataSets.entries()) {
      const wrong = await mismatch(session, model, dataSet, tolerance, signal);
      if (wrong !== null) return failed(dataSets.length > 1 ? `data set ${index}: ${wrong}` : wrong);
    }
    return { status: 'passed', reason: null };
  } finally {
    session.dispose();
  }
}

async function mismatch(
  session: Session,
  model: OnnxModel,
  { inputs, outputs }: BackendDataSet,
  given: Tolerance | undefined,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const fed = Object.fromEntries(
    [...inputs, ...formulaInputs(model, inputs)].map(([name, { type, data }]) => [
      name,
      { data, shape: type.shape },
    ]),
  );
  const results = await session.run(fed, signal === undefined ? {} : { signal });
  const halves = [...inputs.values(), ...outputs.values()].some(({ type }) => type.dtype === 'float16');
  const tolerance = given ?? (halves ? HALF_TOLERANCE : TOLERANCE);
  for (const [name, expected] of outputs) {
    const wrong = difference(results[name], expected, tolerance);
    if (wrong !== null) return `output '${name}': ${wrong}`;
  }
  return null;
}

/**
 * ONNX's "light" tests store no inputs: the element at i of the n in a float input is i / n (onnx.backend.test.runner).
 */
function formulaInputs(
  model: OnnxModel,
  stored: ReadonlyMap<string, BackendTensor>,
): [string, BackendTensor][] {
  const { inputs, initializers } = model.graph;
  if (stored.size > 0) return [];
  return inputs.flatMap(({ name, type }): [string, BackendTensor][] => {
    if (initializers.has(name) || type.kind !== 'tensor' || type.dtype !== 'float32') return [];
    const shape = type.shape ?? [];
    if (!shape.every((dim) => typeof dim === 'number')) return [];
    const data = hostArray('float32', sizeOf(shape)).map((_, i, { length }) => i / length);
    return [[name, { type: { dtype: 'float32', shape }, data: data as Float32Array }]];
  });
}

function difference(
  actual: Tensor | undefined,
  expected: BackendTensor,
  tolerance: Tolerance,
): string | null {
  if (actual === undefined) return 'is not computed';
  const { dtype, shape } = expected.type;
  if (actual.dtype !== dtype) return `is ${actual.dtype}, expected ${dtype}`;
  if (actual.shape.join() !== shape.join()) return `has the shape [${actual.shape}], expected [${shape}]`;
  const { report } = compare(actual.data, expected.data, shape, tolerance);
  return report === '' ? null : report;
}
