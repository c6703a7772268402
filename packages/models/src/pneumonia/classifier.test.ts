import type { OnnxModel } from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';
import type { FloatTensor, ModelHost } from '../network/network.ts';
import { floats, model, node, value } from '../network/testing/model.ts';
import { loadPneumoniaClassifier } from './classifier.ts';
import { evaluatePneumonia, scoreRadiographs } from './evaluate.ts';
import { activationOutput, withClassActivation } from './surgery.ts';

/** The end of a DenseNet: features, pooled, flattened, 13 sums, sigmoid. */
const network = (batch: string | number) =>
  model({
    inputs: [value('x', [batch, 3, 224, 224])],
    outputs: [value('scores', [batch, 13])],
    nodes: [
      node('Conv', ['x', 'k'], 'f', { strides: [32, 32] }),
      node('GlobalAveragePool', ['f'], 'p'),
      node('Flatten', ['p'], 'v'),
      node('Gemm', ['v', 'w', 'b'], 'g', { transB: 1 }),
      node('Sigmoid', ['g'], 'scores'),
    ],
    weights: [floats('k', [4, 3, 32, 32]), floats('w', [13, 4]), floats('b', [13])],
  });

/** Scores each picture by its first value, on every finding; keeps what it was asked. */
function fakeHost(file: OnnxModel) {
  const seen = { model: file, batches: [] as number[] };
  const run = (inputs: Readonly<Record<string, FloatTensor>>) => {
    const { data, shape } = Object.values(inputs)[0];
    const [count] = shape;
    seen.batches.push(count);
    const scores = Float32Array.from({ length: 13 * count }, (_, i) => {
      const first = data[Math.floor(i / 13) * 3 * 224 * 224];
      return i % 13 === 6 ? 0.485 + 0.229 * first : 0;
    });
    const activation = Float32Array.from({ length: 13 * count * 4 }, (_, i) => Math.floor(i / 4));
    return Promise.resolve({
      scores: { data: scores, shape: [count, 13] },
      [activationOutput]: { data: activation, shape: [count, 13, 2, 2] },
    });
  };
  const host: ModelHost = {
    weights: (name) => new URL(name, 'https://example.org/'),
    open: (_source, edit) => {
      seen.model = edit(file);
      return Promise.resolve({ run, dispose: () => {} });
    },
  };
  return { host, seen };
}

const grey = (level: number) => ({
  plane: { width: 224, height: 224, data: new Float32Array(224 * 224).fill(level) },
});

describe('PneumoniaClassifier', () => {
  it('scores in batches, in order', async () => {
    const { host, seen } = fakeHost(network('n'));
    const classifier = await loadPneumoniaClassifier(host);
    const results = await classifier.classify([0.1, 0.9, 0.4].map(grey), { batch: 2 });
    expect(seen.batches).toEqual([2, 1]);
    expect(results.map(({ pneumonia }) => pneumonia.toFixed(3))).toEqual(['0.100', '0.900', '0.400']);
    expect(results[1].scores.Pneumonia).toBe(results[1].pneumonia);
    expect(results[1].map).toBeUndefined();
  });

  it('keeps to a batch that the file fixes', async () => {
    const { host, seen } = fakeHost(network(2));
    const classifier = await loadPneumoniaClassifier(host);
    const results = await classifier.classify([0.1, 0.9, 0.4].map(grey));
    expect(seen.batches).toEqual([2, 2]);
    expect(results).toHaveLength(3);
  });

  it('gives the map of pneumonia, and only where it was loaded for that', async () => {
    const { host } = fakeHost(network('n'));
    const [one, two] = await (await loadPneumoniaClassifier(host, { maps: true })).classify(
      [grey(0), grey(1)],
      { map: true },
    );
    expect([one.map?.peak, two.map?.peak]).toEqual([6, 19]);
    const plain = await loadPneumoniaClassifier(host);
    await expect(plain.classify([grey(0)], { map: true })).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('withClassActivation', () => {
  it('adds one convolution by the classifier’s weights', () => {
    const { graph } = withClassActivation(network('n'));
    const conv = graph.nodes.at(-1);
    expect(conv).toMatchObject({ op: 'Conv', outputs: [activationOutput] });
    expect(conv?.inputs[0]).toBe('f');
    expect(graph.nodes.at(-2)).toMatchObject({ op: 'Reshape', inputs: ['w', expect.any(String)] });
    expect(graph.outputs.map(({ name }) => name)).toEqual(['scores', activationOutput]);
  });

  it('says why there is none', () => {
    const bare = model({ inputs: [], outputs: [], nodes: [node('Relu', ['x'], 'y')] });
    expect(() => withClassActivation(bare)).toThrow(/0 GlobalAveragePool/);
  });
});

describe('evaluation', () => {
  const cases = [
    { file: 'a', pneumonia: true, view: 'PA' },
    { file: 'b', pneumonia: true, view: 'AP' },
    { file: 'c', pneumonia: false, view: 'AP' },
    { file: 'd', pneumonia: false, view: 'AP' },
  ] as const;

  it('counts pairs in order', () => {
    const result = scoreRadiographs(cases, [0.3, 0.9, 0.5, 0.1]);
    // Of 4 pairs of a positive and a negative one, (a, c) is out of order.
    expect(result.auroc).toBe(0.75);
    // PA scores above 1 of 3 AP: guessing "higher is AP" is right for the other two.
    expect(result.viewHigher).toBe('AP');
    expect(result.viewAuroc).toBeCloseTo(2 / 3, 9);
  });

  it('reads a batch at a time', async () => {
    const { host, seen } = fakeHost(network('n'));
    const classifier = await loadPneumoniaClassifier(host);
    const levels = [0.3, 0.9, 0.5, 0.1];
    const readable = cases.map((one, i) => ({ ...one, read: () => Promise.resolve(grey(levels[i])) }));
    const { scores } = await evaluatePneumonia(classifier, readable, { batch: 3 });
    expect(seen.batches).toEqual([3, 1]);
    expect(scores.map(({ score }) => score.toFixed(2))).toEqual(['0.30', '0.90', '0.50', '0.10']);
  });
});
