import { RoentgenError } from '@roentgen/kernels';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { generator } from '../src/graph/testing/sketch.ts';
import { type HostTensor, type LoadProgress, Session, type StepTime } from '../src/index.ts';
import { encodeModel } from '../src/onnx/testing/encode.ts';
import { openTestGpu, type TestGpu } from './device.ts';
import { affine, classifier, picker, reshaper, resolver, total } from './models.ts';

let test: TestGpu;
beforeAll(async () => {
  test = await openTestGpu();
});
afterAll(() => test?.release());
// Whatever a test does, it leaves no error unsaid and no buffer behind.
afterEach(() => {
  expect(test.errors.splice(0)).toEqual([]);
  expect([...test.alive].map(({ label }) => label)).toEqual([]);
});

const open = (model: Uint8Array, options = {}) => Session.create(model, { device: test.device, ...options });

function image(seed: number, shape: readonly number[]): HostTensor & { data: Float32Array } {
  const random = generator(seed);
  const count = shape.reduce((product, extent) => product * extent, 1);
  return { data: Float32Array.from({ length: count }, () => random() - 0.5), shape };
}

function line(...values: number[]): HostTensor {
  return { data: Float32Array.from(values), shape: [values.length] };
}

const values = async (session: Session, ...x: number[]) => [...(await session.run({ x: line(...x) })).y.data];

describe('shapes', () => {
  it('change from run to run; plans of the last four are kept', async () => {
    const planned: number[] = [];
    let current = 0;
    const onProgress = ({ stage, done }: LoadProgress) => {
      if (stage === 'plan' && done === 1) planned.push(current);
    };
    using session = await open(affine(), { onProgress });
    for (const length of [1, 2, 3, 4, 1, 5, 1, 2]) {
      current = length;
      const x = Array.from({ length }, (_, i) => i - 1);
      expect(await values(session, ...x)).toEqual(x.map((value) => 2 * value + 1));
    }
    expect(planned).toEqual([1, 2, 3, 4, 5, 2]);
  });

  it('that are known are compiled at once, and not again', async () => {
    const stages: string[] = [];
    const onProgress = ({ stage }: LoadProgress) => stages.push(stage);
    using session = await open(affine(), { onProgress, shapes: { x: [3] } });
    expect(stages).toContain('compile');
    stages.length = 0;
    expect(await values(session, 1, 2, 3)).toEqual([3, 5, 7]);
    expect(stages).toEqual([]);
  });

  it('may have no elements', async () => {
    using session = await open(resolver());
    const { y } = await session.run({ x: { data: new Float32Array(), shape: [0, 1, 4, 4] } });
    expect(y).toEqual({ data: new Float32Array(), shape: [0, 1, 8, 8], dtype: 'float32' });
    const { y: some } = await session.run({ x: image(1, [1, 1, 4, 4]) });
    expect(some.shape).toEqual([1, 1, 8, 8]);
  });

  it('may be open altogether, until a run or the options give them', async () => {
    using session = await open(affine(null));
    expect(await values(session, 1, 2)).toEqual([3, 5]);
    using ready = await open(affine(null), { shapes: { x: [1] } });
    expect(ready.plan({ x: [1] }).outputs[0].type.shape).toEqual([1]);
    expect(await values(ready, 4)).toEqual([9]);
  });

  it('may depend on the data of an input', async () => {
    using session = await open(reshaper());
    const x = { data: Float32Array.of(-1, 2, 3, 4), shape: [4] };
    const to = (rows: bigint, columns: bigint) => ({ data: BigInt64Array.of(rows, columns), shape: [2] });
    const results = [];
    for (const shape of [to(2n, 2n), to(4n, 1n), to(1n, -1n), to(2n, 2n)])
      results.push((await session.run({ x, shape })).y);
    expect(results.map(({ shape }) => shape)).toEqual([
      [2, 2],
      [4, 1],
      [1, 4],
      [2, 2],
    ]);
    for (const { data } of results) expect([...data]).toEqual([0, 2, 3, 4]);
  });

  it.each([
    ['super-resolution', resolver, [1, 9, 11]],
    ['DenseNet', classifier, [3, 16, 16]],
  ] as const)('a batch through %s is its items one by one', async (_, model, item) => {
    using session = await open(model());
    const batch = 3;
    const x = image(5, [batch, ...item]);
    const { y } = await session.run({ x });
    const each = x.data.length / batch;
    const singles: number[] = [];
    for (let i = 0; i < batch; i++) {
      const data = x.data.slice(i * each, (i + 1) * each);
      singles.push(...(await session.run({ x: { data, shape: [1, ...item] } })).y.data);
    }
    expect(y.data.length).toBe(singles.length);
    expect(Math.max(...y.data.map((value, i) => Math.abs(value - singles[i])))).toBeLessThan(1e-6);
    expect(new Set(singles.map((value) => value.toFixed(5))).size).toBeGreaterThan(3);
  });
});

describe('runs', () => {
  it('called at once follow one another, each with its own result', async () => {
    using session = await open(affine());
    const order: number[] = [];
    const lengths = [3, 1, 2, 3, 1, 2];
    const results = await Promise.all(
      lengths.map(async (length, i) => {
        const y = await values(session, ...Array<number>(length).fill(i));
        order.push(i);
        return y;
      }),
    );
    expect(results).toEqual(lengths.map((length, i) => Array<number>(length).fill(2 * i + 1)));
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('of two sessions at once on one device do not disturb each other', async () => {
    const [a, b] = await Promise.all([open(resolver()), open(classifier())]);
    const [first, second] = [image(1, [1, 1, 8, 8]), image(2, [1, 3, 16, 16])];
    const [x, y] = await Promise.all([a.run({ x: first }), b.run({ x: second })]);
    expect((await a.run({ x: first })).y.data).toEqual(x.y.data);
    expect((await b.run({ x: second })).y.data).toEqual(y.y.data);
    a.dispose();
    b.dispose();
  });

  it('of the same input give the same bits', async () => {
    using session = await open(classifier());
    const x = image(3, [2, 3, 16, 16]);
    const [a, b] = [await session.run({ x }), await session.run({ x })];
    expect(new Uint8Array(a.y.data.buffer)).toEqual(new Uint8Array(b.y.data.buffer));
  });

  it('let NaN and infinities through', async () => {
    using session = await open(affine());
    expect(await values(session, Number.NaN, Number.POSITIVE_INFINITY, -1)).toEqual([
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
    ]);
  });

  it('in half precision take and give single, rounded', async () => {
    using single = await open(classifier());
    using half = await open(classifier(), { dtype: 'f16' });
    const x = image(4, [2, 3, 16, 16]);
    const [a, b] = [(await single.run({ x })).y, (await half.run({ x })).y];
    expect(b.dtype).toBe('float32');
    const worst = Math.max(...a.data.map((value, i) => Math.abs(value - b.data[i])));
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(0.02);
    expect(half.plan({ x: [2, 3, 16, 16] }).constantBytes).toBeLessThan(
      single.plan({ x: [2, 3, 16, 16] }).constantBytes,
    );
  });

  it('tell the time of every dispatch when asked', async ({ skip }) => {
    using session = await open(resolver());
    const times: StepTime[] = [];
    const x = image(1, [1, 1, 8, 8]);
    const run = session.run({ x }, { profile: (step) => times.push(step) });
    if (!test.device.caps.features.has('timestamps')) {
      await expect(run).rejects.toMatchObject({ code: 'unsupported' });
      return skip('no timestamp-query');
    }
    await run;
    const { steps } = session.plan({ x: x.shape });
    expect(times.map(({ index, kernel }) => [index, kernel])).toEqual(
      steps.map(({ kernel }, i) => [i, kernel.name]),
    );
    for (const { milliseconds } of times) expect(milliseconds).toBeGreaterThanOrEqual(0);
  });
});

describe('buffers', () => {
  it('that one session leaves on the GPU feed another, and the same one', async () => {
    using first = await open(resolver());
    using second = await open(affine(['n', 1, 'h', 'w']));
    const x = image(6, [1, 1, 4, 6]);
    const { y: expected } = await first.run({ x });
    const { y } = await first.runOnGpu({ x });
    expect(y).toMatchObject({ shape: [1, 1, 8, 12], dtype: 'float32', elements: 'f32' });
    const { y: doubled } = await second.run({ x: y });
    expect(doubled.data).toEqual(expected.data.map((value) => Math.fround(Math.fround(2 * value) + 1)));
    const { y: once } = await second.runOnGpu({ x });
    const { y: twice } = await second.run({ x: once });
    expect([...twice.data]).toEqual([...x.data].map((v) => Math.fround(2 * Math.fround(2 * v + 1) + 1)));
  });

  it('that are too small, or cannot be copied, are refused by name', async () => {
    using session = await open(affine());
    const small = test.device.gpu.createBuffer({ size: 8, usage: 0x4 });
    const closed = test.device.gpu.createBuffer({ size: 16, usage: 0x80 });
    await expect(session.run({ x: { buffer: small, shape: [4] } })).rejects.toThrow(
      "the buffer of input 'x' has 8 bytes; [4] takes 16",
    );
    await expect(session.run({ x: { buffer: closed, shape: [4] } })).rejects.toMatchObject({ code: 'usage' });
    for (const buffer of [small, closed]) buffer.destroy();
    await expect(session.run({ x: { buffer: small, shape: [2] } })).rejects.toMatchObject({ code: 'device' });
    expect(await values(session, 1)).toEqual([3]);
  });
});

describe('what does not fit', () => {
  const x = line(1, 2);
  it.each([
    ['another name', { z: x }, 'usage', "the model has no input 'z'"],
    ['a name too many', { x, z: x }, 'usage', "the model has no input 'z'"],
    ['nothing', {}, 'usage', "input 'x' is missing"],
    ['another rank', { x: { ...x, shape: [1, 2] } }, 'shape', "input 'x' is ['length'], and [1,2] is given"],
    ['another size', { x: { ...x, shape: [3] } }, 'shape', 'has 2 values for the shape [3], which takes 3'],
    ['a negative extent', { x: { ...x, shape: [-2] } }, 'shape', 'is given the shape [-2]'],
    ['another type', { x: { ...x, dtype: 'int32' } }, 'usage', "input 'x' is float32, and is given as int32"],
    ['integers', { x: { data: Int32Array.of(1), shape: [1] } }, 'usage', 'is given a Int32Array'],
    ['no array', { x: { data: [1], shape: [1] } }, 'usage', 'has no array of numbers'],
  ])('%s', async (_, inputs, code, message) => {
    using session = await open(affine());
    const error = await session.run(inputs as never).catch((reason) => reason);
    expect(error).toBeInstanceOf(RoentgenError);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message.replaceAll("['length']", '[length]'));
  });

  it('fixed extents of the model', async () => {
    using session = await open(classifier());
    await expect(session.run({ x: image(1, [1, 1, 16, 16]) })).rejects.toMatchObject({ code: 'shape' });
    await expect(open(classifier(), { shapes: { x: [1, 1, 16, 16] } })).rejects.toMatchObject({
      code: 'shape',
    });
    await expect(open(classifier(), { shapes: { image: [1] } })).rejects.toThrow("no input 'image'");
    expect(() => session.plan({ image: [1] })).toThrow("no input 'image'");
  });

  it('64-bit integers beyond 32 bits, by name and place', async () => {
    using session = await open(picker());
    const picked = (data: Float64Array | BigInt64Array) =>
      session.run({
        x: { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] },
        indices: { data, shape: [data.length] },
      });
    expect([...(await picked(BigInt64Array.of(1n, -2n))).y.data]).toEqual([3, 4, 1, 2]);
    await expect(picked(Float64Array.of(0, 2 ** 40))).rejects.toThrow(
      "'indices' holds 1099511627776 at index 1",
    );
    await expect(picked(BigInt64Array.of(2n ** 60n))).rejects.toMatchObject({ code: 'value' });
    await expect(picked(Float64Array.of(0.5))).rejects.toMatchObject({ code: 'value' });
  });

  it('a tensor larger than a binding or a buffer, with both sizes', async () => {
    using session = await open(total());
    const buffer = test.device.gpu.createBuffer({ size: 16, usage: 0x4 });
    await expect(session.run({ x: { buffer, shape: [2 ** 30] } })).rejects.toMatchObject({
      code: 'memory',
      message: expect.stringMatching(
        /'x' \[1073741824\] takes 4096 MiB; .*this adapter (binds|holds) \d+ MiB at most/,
      ),
    });
    buffer.destroy();
  });

  it('models that break the standard, before anything is allocated', async () => {
    const node = { op: 'Conv', inputs: ['x', 'w'], outputs: ['y'] };
    const initializers = [{ name: 'w', dims: [2, 5, 3, 3], floats: Array<number>(90).fill(1) }];
    const inputs = [{ name: 'x', shape: [1, 3, 8, 8] }];
    const model = encodeModel({ nodes: [node], initializers, inputs, outputs: [{ name: 'y' }] });
    const before = test.made();
    await expect(open(model)).rejects.toBeInstanceOf(RoentgenError);
    await expect(open(model.subarray(0, 40))).rejects.toBeInstanceOf(RoentgenError);
    expect(test.made()).toBe(before);
  });
});
