import { afterAll, beforeAll, expect, it } from 'vitest';
import { generator } from '../src/graph/testing/sketch.ts';
import { Device, readModel, Session } from '../src/index.ts';
import { bytesAt, describeShared, resizable } from '../src/onnx/testing/shared.ts';
import { openTestGpu, type TestGpu } from './device.ts';

let test: TestGpu;
beforeAll(async () => {
  test = await openTestGpu();
});
afterAll(() => test?.release());

/** The test's device under the name of a GPU: plans are as for that one, and right here as well. */
function named(vendor: string, architecture: string): Device {
  const { gpu, info } = test.device;
  const { subgroupMinSize, subgroupMaxSize } = info;
  const said = { vendor, architecture, device: '', description: '', isFallbackAdapter: false };
  return new Device(gpu, { ...said, subgroupMinSize, subgroupMaxSize } as GPUAdapterInfo);
}

const shape: readonly number[] = [1, 3, 32, 32];

describeShared('models', 'a plan for hardware, on the adapter of the tests', (folder) => {
  // A small picture: lavapipe takes long for the tiles of hardware. Winograd would take the convolutions that are fused.
  it('computes what the plan for this adapter does', { timeout: 300_000 }, async () => {
    const model = resizable(await readModel(bytesAt(new URL('rau-net.onnx', folder))));
    const random = generator(3);
    const data = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => random());
    const run = async (device: Device) => {
      using session = await Session.create(model, { device, without: ['winograd'] });
      const [{ name: input }] = session.inputs;
      const { steps } = session.plan({ [input]: shape });
      return { steps, outputs: await session.run({ [input]: { data, shape } }) };
    };
    const here = await run(test.device);
    const there = await run(named('nvidia', 'hopper'));
    // Shortcuts and maxima are stored by the convolutions before them.
    expect(there.steps.length).toBeLessThan(here.steps.length);
    expect(there.steps.map(({ kernel }) => kernel.source.text).join()).toContain('const POOLED: bool = true');
    for (const [output, { data: expected }] of Object.entries(here.outputs)) {
      const largest = Math.max(...Float64Array.from(expected, Math.abs));
      const actual = there.outputs[output].data;
      for (const [i, value] of expected.entries())
        if (!(Math.abs(value - actual[i]) <= 1e-4 * largest))
          expect.fail(`${output}[${i}] is ${actual[i]}, not ${value}`);
    }
    expect(test.errors.splice(0)).toEqual([]);
  });
});
