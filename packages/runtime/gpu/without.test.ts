import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generator } from '../src/graph/testing/sketch.ts';
import {
  type HostTensor,
  type OnnxModel,
  type PassName,
  passNames,
  readModel,
  Session,
} from '../src/index.ts';
import { bytesAt, describeShared, resizable } from '../src/onnx/testing/shared.ts';
import { openTestGpu, type TestGpu } from './device.ts';
import { affine, classifier, resolver } from './models.ts';

let test: TestGpu;
beforeAll(async () => {
  test = await openTestGpu();
});
afterAll(() => test?.release());

function image(shape: readonly number[]): HostTensor {
  const random = generator(5);
  const count = shape.reduce((product, extent) => product * extent, 1);
  return { data: Float32Array.from({ length: count }, () => random() - 0.5), shape };
}

/** The first output without some passes, and how many dispatches it took. */
async function result(model: Uint8Array | OnnxModel, x: HostTensor, without: readonly PassName[]) {
  using session = await Session.create(model, { device: test.device, without });
  const [{ name }] = session.inputs;
  const [y] = Object.values(await session.run({ [name]: x }));
  return { data: Float64Array.from(y.data), dispatches: session.plan({ [name]: x.shape }).steps.length };
}

/** The largest difference between two results, as a share of the largest value. */
function difference(a: Float64Array, b: Float64Array): number {
  const worst = a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
  return worst / b.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

describe('a pass left out', () => {
  it.each(passNames)('%s: the result is the same', async (name) => {
    for (const [model, x] of [
      [classifier(), image([2, 3, 16, 16])],
      [resolver(), image([1, 1, 12, 10])],
    ] as const) {
      const [plain, other] = [await result(model, x, []), await result(model, x, [name])];
      expect(difference(other.data, plain.data)).toBeLessThan(1e-5);
      expect(other.dispatches).toBeGreaterThanOrEqual(plain.dispatches);
    }
  });

  it('that there is not is refused', async () => {
    const open = Session.create(affine(), { device: test.device, without: ['fusion' as never] });
    await expect(open).rejects.toMatchObject({ code: 'usage', hint: expect.stringContaining('dead-code') });
  });
});

describeShared('models', 'the Residual Attention U-Net at 48 px', (folder) => {
  it('gives the same without any of the passes', { timeout: 120_000 }, async () => {
    const model = resizable(await readModel(bytesAt(new URL('rau-net.onnx', folder))));
    const x = image([1, 3, 48, 48]);
    const expected = await result(model, x, []);
    for (const name of passNames)
      expect(difference((await result(model, x, [name])).data, expected.data), name).toBeLessThan(1e-4);
    const plain = await result(model, x, passNames);
    expect(difference(plain.data, expected.data)).toBeLessThan(1e-4);
    expect(plain.dispatches).toBeGreaterThan(1.5 * expected.dispatches);
  });
});
