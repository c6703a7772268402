import { dense, families, type KernelFamily, type Problem, type RoentgenError } from '@roentgen/kernels';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type LoadProgress,
  memoryStore,
  type RankReport,
  rank,
  readArchive,
  Session,
  type SessionOptions,
  type TuneOptions,
} from '../src/index.ts';
import { openTestGpu, type TestGpu } from './device.ts';
import { classifier } from './models.ts';

let test: TestGpu;
beforeAll(async () => {
  test = await openTestGpu();
});
afterAll(() => test?.release());
afterEach(() => {
  expect(test.errors.splice(0)).toEqual([]);
  expect([...test.alive].map(({ label }) => label)).toEqual([]);
});

const shapes = { x: [1, 3, 16, 16] };
const x = { data: Float32Array.from({ length: 768 }, (_, i) => Math.sin(i)), shape: shapes.x };

/** A session that tunes, and what it told. */
async function tuned(tune: TuneOptions, options: SessionOptions = {}) {
  const reports: RankReport[] = [];
  const warnings: RoentgenError[] = [];
  const told: LoadProgress[] = [];
  const listen = {
    onReport: (r: RankReport) => reports.push(r),
    onWarning: (w: RoentgenError) => warnings.push(w),
  };
  const session = await Session.create(classifier(), {
    device: test.device,
    shapes,
    onProgress: (progress) => told.push(progress),
    ...options,
    tune: { ...listen, ...tune },
  });
  return { session, reports, warnings, told: told.filter(({ stage }) => stage === 'tune') };
}

const scoresOf = async (session: Session) => [...(await session.run({ x })).y.data];
const kernelsOf = (session: Session) => session.plan(shapes).steps.map(({ kernel }) => kernel.name);

describe('tuning a session', () => {
  it('times what is contested, once; a session after it takes the answers and times nothing', async () => {
    using plain = await Session.create(classifier(), { device: test.device, shapes });
    const expected = await scoresOf(plain);
    const store = memoryStore();
    const first = await tuned({ store });
    using _ = first.session;
    expect(first.warnings).toEqual([]);
    expect(first.reports.length).toBeGreaterThan(3);
    expect(first.told.at(-1)).toMatchObject({ done: first.reports.length, total: first.reports.length });
    for (const { kernels, refused, microseconds } of first.reports) {
      expect(refused).toEqual([]);
      for (const time of Object.values(microseconds)) expect(time).toBeGreaterThan(0);
      expect(kernels.length).toBeGreaterThan(1);
    }
    const second = await tuned({ store });
    using __ = second.session;
    expect(second.reports).toEqual([]);
    expect(second.told).toEqual([]);
    expect(kernelsOf(second.session)).toEqual(kernelsOf(first.session));
    for (const session of [first.session, second.session])
      for (const [i, score] of (await scoresOf(session)).entries()) expect(score).toBeCloseTo(expected[i], 4);
    const again = await tuned({ store, again: true });
    again.session.dispose();
    expect(again.reports.map(({ key }) => key)).toEqual(first.reports.map(({ key }) => key));
  });

  it('takes the kernels that a store names', async () => {
    const store = memoryStore();
    const first = await tuned({ store });
    first.session.dispose();
    const text = (await store.load())!;
    const [[adapter, table]] = readArchive(text);
    const { kernels } = [...table.values()].find((ranking) => ranking.kernels.length > 1)!;
    const turned = JSON.stringify([...kernels].reverse());
    const second = await tuned({ store: memoryStore(text.replace(JSON.stringify(kernels), turned)) });
    using session = second.session;
    expect(adapter).toContain(test.device.info.vendor);
    expect(second.reports).toEqual([]);
    expect(kernelsOf(session)).not.toEqual(kernelsOf(first.session));
  });

  it.each([
    ['another file', '{"name": "x"}', 'format'],
    ['half a file', '{"format": "roentgen tuning", "ver', 'format'],
  ])('warns of %s, works all the same, and does not write over it', async (_, text, code) => {
    const store = memoryStore(text);
    const { session, warnings, reports } = await tuned({ store });
    using __ = session;
    expect(warnings).toEqual([expect.objectContaining({ code, message: expect.stringContaining('memory') })]);
    expect(reports.length).toBeGreaterThan(0);
    expect(await scoresOf(session)).toHaveLength(5);
    expect(await store.load()).toBe(text);
  });

  it('warns where answers cannot be kept', async () => {
    const full = async () => {
      throw new Error('disk full');
    };
    const { session, warnings } = await tuned({ store: { ...memoryStore(), save: full } });
    session.dispose();
    expect(warnings).toEqual([
      expect.objectContaining({ code: 'file', message: expect.stringContaining('disk full') }),
    ]);
  });

  it('stops when told to, and keeps what it has', async () => {
    const store = memoryStore();
    const stop = new AbortController();
    const onReport = () => stop.abort();
    await expect(tuned({ store, onReport }, { signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
    // The promise rejects at once; the work itself ends at the next kernel.
    await expect.poll(async () => (await store.load()) ?? '').toContain('roentgen tuning');
    const [[, table]] = readArchive((await store.load())!);
    expect(table.size).toBe(1);
    await expect.poll(() => test.alive.size).toBe(0);
  });
});

type Conv = KernelFamily<unknown>;

/** Convolutions of `channels` at `size` squared; `planted` comes first and claims to cost nothing. */
function planted(text: (direct: string) => string): Conv {
  const family = families.conv as Conv;
  const direct = family.kernels.find(({ name }) => name === 'conv/direct')!;
  const wrong: Conv['kernels'][0] = {
    ...direct,
    name: 'conv/planted',
    // Cheap enough to be timed, not the cheapest.
    cost: (problem, caps) => ({ ...direct.cost(problem, caps), slowdown: 2, traffic: 1 }),
    instantiate(problem, caps) {
      const instance = direct.instantiate(problem, caps);
      const source = { ...instance.source, text: text(instance.source.text) };
      expect(source.text, 'the fault is not in the shader').not.toBe(instance.source.text);
      return { ...instance, name: 'conv/planted', source };
    },
  };
  return { ...family, kernels: [wrong, ...family.kernels] };
}

function convolution(channels: number, size: number): Problem<unknown> {
  const tensor = (...shape: number[]) => dense({ dtype: 'float32', shape });
  const { attributes } = families.conv.cases[0].problem;
  return {
    attributes: {
      ...attributes,
      strides: [1, 1],
      dilations: [1, 1],
      pads: [1, 1, 1, 1],
      groups: 1,
      pre: [],
      activation: [],
      after: [],
    },
    inputs: [tensor(1, channels, size, size), tensor(channels, channels, 3, 3), null, null, null, null],
    outputs: [tensor(1, channels, size, size)],
    constant: [false, true, false, false, false, false],
  };
}

describe('a kernel that', () => {
  // 2.4 and 151 MFLOP: compared with the reference, and with the other kernels.
  it.each([
    [8, 46],
    [32, 90],
  ])('computes something else is refused (%i channels, %i squared)', async (channels, size) => {
    const family = planted((text) =>
      text.replace(
        'fn activate(v: f32, channel: u32) -> f32 { return v; }',
        'fn activate(v: f32, channel: u32) -> f32 { return v * 1.001; }',
      ),
    );
    const problem = convolution(channels, size);
    const report = await rank(test.device, family, problem);
    expect(report.refused).toEqual(['conv/planted']);
    expect(report.reasons['conv/planted']).toMatch(/\d+ of \d+ differ/);
    expect(report.kernels).not.toContain('conv/planted');
    expect(report.kernels).toContain('conv/rows');
  });

  it('does not compile is refused', async () => {
    const family = planted((text) => `${text}\nfn broken() -> f32 { return 1u; }`);
    const report = await rank(test.device, family, convolution(8, 16));
    expect(report.refused).toEqual(['conv/planted']);
    expect(report.reasons['conv/planted']).toMatch(/does not compile/);
  });
});
