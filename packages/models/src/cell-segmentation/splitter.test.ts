import { describe, expect, it } from 'vitest';
import { nucleiField, threeChannelCells } from '../samples/index.ts';
import { channelPlane, pseudoRgbInput, singleChannelInput } from './channels.ts';
import { cellsOf } from './segmenter.ts';
import { cellSplitter, watershedDefaults, withoutCellsAt } from './splitter.ts';

/** Discs of a radius around centres, as a map of 0.9 inside, 0.6 in a rim of two pixels, 0.1 outside. */
function discs(
  centres: readonly (readonly [x: number, y: number, radius: number])[],
  width: number,
  height: number,
) {
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const depth = Math.max(...centres.map(([cx, cy, r]) => r - Math.hypot(x - cx, y - cy)));
    return depth >= 2 ? 0.9 : depth >= 0 ? 0.6 : 0.1;
  });
  return { width, height, data };
}

/** Two touching discs, one small disc, one that the border cuts. */
const map = discs(
  [
    [20, 20, 9],
    [36, 20, 9],
    [60, 20, 4],
    [20, 50, 9],
    [79, 50, 9],
  ],
  80,
  64,
);
const input = { intensity: map };
const defaults = watershedDefaults(input);
const count = (change: Partial<typeof defaults>) =>
  cellSplitter(map, input).segment({ ...defaults, ...change }).labels.count;

describe('cellSplitter', () => {
  it('begins where cellsOf does, with one stain and with three', { timeout: 30_000 }, () => {
    const one = nucleiField({ side: 128, count: 12 });
    const three = threeChannelCells({ side: 160, count: 6 });
    const [nucleus, cytoplasm, dic] = [0, 1, 2].map((i) => channelPlane(three.picture, i, 'sample'));
    const sigmas = { nucleus: 20, cytoplasm: 25, dic: 8 };
    const cases = [
      { sample: one, given: singleChannelInput(channelPlane(one.picture, 0, 'sample')) },
      { sample: three, given: pseudoRgbInput({ nucleus, cytoplasm, dic }, sigmas) },
    ];
    for (const { sample, given } of cases) {
      const { width, height } = sample.picture;
      const map = { width, height, data: Float32Array.from(sample.truth.data, (v) => (v > 0 ? 0.8 : 0.2)) };
      const { spacing } = sample.picture;
      const found = cellSplitter(map, given, spacing).segment(watershedDefaults(given));
      expect(found).toEqual(cellsOf(map, given, spacing && { spacing }));
      expect(found.labels.count).toBeGreaterThan(3);
    }
  });

  it('follows each setting', () => {
    expect(count({})).toBe(5);
    expect(count({ border: 'remove' })).toBe(4);
    expect(count({ minimumArea: 60 })).toBe(4); // the small disc has 49 pixels
    expect(count({ seeds: 'none' })).toBe(4);
    expect(count({ seedSpacing: 17 })).toBe(4); // the touching two are 16 apart
    expect(count({ threshold: 0.95 })).toBe(0);
    const area = (threshold: number) =>
      cellSplitter(map, input)
        .segment({ ...defaults, threshold, minimumArea: 0 })
        .features.reduce((sum, cell) => sum + cell.area, 0);
    expect(area(0.7)).toBe(map.data.filter((value) => value > 0.7).length);
    expect(area(0.7)).toBeLessThan(area(0.5));
  });

  it('gives the same whatever was asked before', () => {
    const splitter = cellSplitter(map, input);
    const changes = [
      {},
      { minimumArea: 60 },
      { threshold: 0.7 },
      { seeds: 'none' },
      { threshold: 0.7 },
      {},
    ] as const;
    for (const change of changes) {
      const settings = { ...defaults, ...change };
      expect(splitter.segment(settings)).toEqual(cellSplitter(map, input).segment(settings));
    }
  });

  it('says that there are no nuclei to go by', () => {
    expect(() => count({ seeds: 'nuclei' })).toThrow(/no picture/);
  });
});

describe('withoutCellsAt', () => {
  it('takes out the cell under a mark and leaves the other labels alone', () => {
    const found = cellSplitter(map, input).segment(defaults);
    const second = found.labels.data[20 * 80 + 36];
    const rest = withoutCellsAt(found, [
      { x: 36, y: 20 },
      { x: 0, y: 0 },
      { x: 999, y: 0 },
    ]);
    expect(rest.features.map(({ label }) => label)).toEqual(
      [1, 2, 3, 4, 5].filter((label) => label !== second),
    );
    expect(rest.labels.data.includes(second)).toBe(false);
    expect(rest.labels.data[20 * 80 + 20]).toBe(found.labels.data[20 * 80 + 20]);
    expect(withoutCellsAt(found, [{ x: 0, y: 0 }])).toBe(found);
  });
});
