import { describe, expect, it } from 'vitest';
import type { FloatTensor, ModelHost } from '../network/network.ts';
import { model, node, value } from '../network/testing/model.ts';
import { type CellInput, singleChannelInput } from './channels.ts';
import { checkCells } from './checks.ts';
import { evaluateCells } from './evaluate.ts';
import { tileSide } from './probability.ts';
import { cellsOf, loadCellSegmenter } from './segmenter.ts';

const file = model({
  inputs: [value('x', [1, 3, 256, 256])],
  outputs: [value('logits', [1, 1, 256, 256])],
  nodes: [node('Relu', ['x'], 'logits')],
});

/** Logit +10 where the first channel is above a half, else -10. */
function fakeHost() {
  const shapes: string[] = [];
  const run = ({ x: { data, shape } }: Readonly<Record<string, FloatTensor>>) => {
    shapes.push(shape.join());
    const [, , height, width] = shape;
    const logits = data.slice(0, height * width).map((one) => (one > 0.5 ? 10 : -10));
    return Promise.resolve({ logits: { data: logits, shape: [1, 1, height, width] } });
  };
  const host: ModelHost = {
    weights: (name) => new URL(name, 'https://example.org/'),
    open: (_source, edit) => {
      edit(file);
      return Promise.resolve({ run, dispose: () => {} });
    },
  };
  return { host, shapes };
}

/** Two discs of radius 6, at (12, 10) and (40, 20), on 60 x 30. */
const inDisc = (x: number, y: number, cx: number, cy: number) => (x - cx) ** 2 + (y - cy) ** 2 <= 36;
const truth = {
  width: 60,
  height: 30,
  count: 2,
  data: Uint32Array.from({ length: 1800 }, (_, i) => {
    const [x, y] = [i % 60, Math.floor(i / 60)];
    return inDisc(x, y, 12, 10) ? 1 : inDisc(x, y, 40, 20) ? 2 : 0;
  }),
};
const picture = {
  width: 60,
  height: 30,
  data: Float32Array.from(truth.data, (label) => (label > 0 ? 90 : 5)),
};

describe('CellSegmenter', () => {
  it('pads to multiples of 16 and gives labels and features', async () => {
    const { host, shapes } = fakeHost();
    const segmenter = await loadCellSegmenter(host);
    const found = await segmenter.segment(singleChannelInput(picture), {
      spacing: { row: 0.5, column: 0.5, unit: 'um' },
    });
    expect(shapes).toEqual(['1,3,32,64']);
    expect(found.labels.data).toEqual(truth.data);
    // 113 pixels lie within 6 of a pixel's centre, each 0.25 square micrometres.
    expect(found.features.map(({ area }) => area)).toEqual([28.25, 28.25]);
    expect(found.features[1]).toMatchObject({ centroidX: 40, centroidY: 20, meanIntensity: 90 });
  });

  it('cuts large pictures into overlapping tiles', async () => {
    const { host, shapes } = fakeHost();
    const segmenter = await loadCellSegmenter(host);
    const input = singleChannelInput(picture);
    const progress: number[] = [];
    const found = await segmenter.segment(input, {
      wholePixels: 0,
      side: 32,
      overlap: 8,
      onProgress: (done) => progress.push(done),
    });
    expect(shapes).toEqual(['1,3,32,32', '1,3,32,32', '1,3,32,32']);
    expect(progress).toEqual([1, 2, 3]);
    expect(found.labels.data).toEqual(truth.data);
  });

  it('makes tiles as small as few of them can be', () => {
    // Two of 544 share 82 pixels of 1006; three of 512 would be needed, for two share 18.
    expect(tileSide(1006, 1000, 393_216, 64)).toBe(544);
    // One row of two: the height rules.
    expect(tileSide(1100, 600, 393_216, 64)).toBe(608);
    for (let length = 700; length < 3000; length += 37) {
      const side = tileSide(length, 100, 393_216, 64);
      expect(side).toBeLessThanOrEqual(624);
      expect(side % 16).toBe(0);
    }
  });

  it('shows three stains as grey to the shipped network, as colours to another', async () => {
    const dim = { ...picture, data: picture.data.map((one) => one / 300) };
    const zero = { ...picture, data: new Float32Array(picture.data.length) };
    const stained = { channels: [zero, dim, zero] as const, intensity: zero };
    const bright = { ...picture, data: picture.data.map((one) => one / 100) };
    const input = { ...stained, stains: { nucleus: zero, cytoplasm: bright } };
    const shipped = await loadCellSegmenter(fakeHost().host);
    const own = await loadCellSegmenter(fakeHost().host, { model: new Uint8Array() });
    // The fake network looks at the first channel: the brighter stain in grey, the (empty) nucleus in colours.
    expect((await shipped.probability(input)).data.filter((p) => p > 0.5)).toHaveLength(226);
    expect((await own.probability(input)).data.filter((p) => p > 0.5)).toHaveLength(0);
    expect([shipped.stainsAs, own.stainsAs]).toEqual(['grey', 'pseudo-rgb']);
  });

  it('stops', async () => {
    const { host } = fakeHost();
    const segmenter = await loadCellSegmenter(host);
    const signal = AbortSignal.abort();
    await expect(segmenter.segment(singleChannelInput(picture), { signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('cellsOf', () => {
  const probability = { ...picture, data: Float32Array.from(truth.data, (label) => [0.1, 0.4, 0.9][label]) };
  const input: Pick<CellInput, 'intensity'> = { intensity: picture };

  it('has a threshold of a half, or the one given', () => {
    expect(cellsOf(probability, input).labels.count).toBe(1);
    expect(cellsOf(probability, input, { threshold: 0.2 }).labels.count).toBe(2);
  });

  it('drops specks', () => {
    expect(cellsOf(probability, input, { minimumArea: 200 }).labels.count).toBe(0);
  });
});

describe('evaluateCells', () => {
  it('scores pixels, cells and shapes', async () => {
    const { host } = fakeHost();
    const segmenter = await loadCellSegmenter(host);
    // The network misses the second cell of the second picture.
    const half = { ...picture, data: picture.data.map((one, i) => (truth.data[i] === 2 ? 5 : one)) };
    const cases = [picture, half].map((shown, i) => ({
      file: `${i}.png`,
      read: () => Promise.resolve({ input: singleChannelInput(shown), truth }),
    }));
    const result = await evaluateCells(segmenter, cases);
    expect(result.rows[0]).toMatchObject({ file: '0.png', dice: 1, jaccard: 1, precision: 1, recall: 1 });
    // 113 of 226 pixels: Dice 2 * 113 / (113 + 226).
    expect(result.rows[1]).toMatchObject({ jaccard: 0.5, precision: 1, recall: 0.5, cellRecall: 0.5 });
    expect(result.rows[1].dice).toBeCloseTo(2 / 3, 9);
    expect(result.mean.jaccard).toBe(0.75);
    expect([result.matchedCells, result.missedCells]).toEqual([3, 1]);
    expect(result.featureErrors.area).toBe(0);
  });
});

describe('checkCells', () => {
  const levels = (data: Float32Array) =>
    Object.fromEntries(checkCells({ ...picture, data }).map(({ check, level }) => [check, level]));
  it('passes bright cells on a dark ground', () => {
    const spread = picture.data.map((one, i) => one + (i % 7));
    expect(levels(spread)).toEqual({ size: 'warn', contrast: 'ok', saturation: 'ok', background: 'ok' });
  });
  it('refuses an empty field and warns of a bright ground', () => {
    expect(levels(new Float32Array(1800).fill(7))).toMatchObject({ contrast: 'refuse' });
    expect(levels(picture.data.map((one) => 100 - one))).toMatchObject({ background: 'warn' });
  });
});
