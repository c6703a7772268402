import { afterAll, beforeAll, expect, it } from 'vitest';
import { generator } from '../src/graph/testing/sketch.ts';
import { Device, type OnnxModel, readModel, Session } from '../src/index.ts';
import { bytesAt, describeShared, resizable } from '../src/onnx/testing/shared.ts';
import { openTestGpu, type TestGpu } from './device.ts';

let test: TestGpu;
beforeAll(async () => {
  test = await openTestGpu();
});
afterAll(() => test?.release());

/** The test's device as one that binds no more than so many bytes. */
function binding(bytes: number): Device {
  const { gpu, info } = test.device;
  const limits = new Proxy(gpu.limits, {
    get: (real, name: keyof GPUSupportedLimits) =>
      name === 'maxStorageBufferBindingSize' ? bytes : real[name],
  });
  const smaller = new Proxy(gpu, {
    get(real, name: keyof GPUDevice) {
      if (name === 'limits') return limits;
      const value = real[name];
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
  return new Device(smaller, info);
}

async function result(model: OnnxModel, device: Device, shape: readonly number[]) {
  const random = generator(2);
  const data = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random());
  using session = await Session.create(model, { device });
  const [{ name }] = session.inputs;
  const { steps } = session.plan({ [name]: shape });
  const bound = steps.flatMap(({ operands }) => operands.map((slot) => slot?.size ?? 0));
  const outputs = await session.run({ [name]: { data, shape } });
  return { outputs, dispatches: steps.length, bound: Math.max(...bound) };
}

const networks = [
  ['densenet121', [1, 3, 64, 64], 2 ** 18],
  ['rau-net', [1, 3, 64, 64], 2 ** 19],
  ['rau-net', [1, 3, 48, 80], 2 ** 18],
  ['sr-hw-x2', [3, 1, 40, 50], 2 ** 17],
  ['sr-hw-x4', [2, 1, 40, 50], 2 ** 17],
  ['sr-d-x2', [1, 1, 64, 64], 2 ** 17],
  ['sr-d-x4', [1, 1, 64, 64], 2 ** 17],
  ['meshnet', [1, 1, 32, 32, 32], 2 ** 18],
] as const;

describeShared('models', 'the project’s models on a device that binds little', (folder) => {
  it.each(networks)('%s %j: as on one that binds all', { timeout: 60_000 }, async (name, shape, bytes) => {
    const file = await readModel(bytesAt(new URL(`${name}.onnx`, folder)));
    const model = name.startsWith('sr-d') ? file : resizable(file);
    const whole = await result(model, test.device, shape);
    const parts = await result(model, binding(bytes), shape);
    expect(whole.bound).toBeGreaterThan(bytes);
    expect(parts.bound).toBeLessThanOrEqual(bytes);
    expect(parts.dispatches).toBeGreaterThan(whole.dispatches);
    for (const [output, { data }] of Object.entries(whole.outputs)) {
      const largest = Math.max(...Float64Array.from(data, Math.abs));
      const other = parts.outputs[output].data;
      for (const [i, value] of data.entries())
        if (!(Math.abs(value - other[i]) <= 2e-5 * largest))
          expect.fail(`${output}[${i}] is ${other[i]}, not ${value}`);
    }
    expect(test.errors.splice(0)).toEqual([]);
  });
});
