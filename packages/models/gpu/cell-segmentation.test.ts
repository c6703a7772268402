import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type CellSegmenter,
  greyPlane,
  loadCellSegmenter,
  type ModelHost,
  readPng,
  scoreCells,
  singleChannelInput,
} from '../src/index.ts';
import { bytesAt, dataAt, describeShared, sharedHost, table } from './shared.ts';

async function labelled(file: string) {
  const raster = await readPng(bytesAt(dataAt(`cells/images/${file}`)));
  const { width, height, data } = await readPng(bytesAt(dataAt(`cells/labels/${file}`)));
  const count = data.reduce((most, label) => Math.max(most, label), 0);
  return {
    input: singleChannelInput(greyPlane(raster, file)),
    truth: { width, height, count, data: Uint32Array.from(data) },
  };
}

describeShared('the cell segmenter', () => {
  let host: ModelHost & Disposable;
  let segmenter: CellSegmenter;

  beforeAll(async () => {
    host = await sharedHost();
    segmenter = await loadCellSegmenter(host);
  });
  afterAll(() => {
    segmenter?.[Symbol.dispose]();
    host?.[Symbol.dispose]();
  });

  it('finds the nuclei of two small test pictures, whole and in tiles', async () => {
    const small = table(dataAt('cells/index.csv')).filter(
      ({ fold, width, height }) => fold === 'test' && width === '256' && height === '256',
    );
    const files = small.slice(0, 2).map(({ file }) => file);
    expect(files).toHaveLength(2);
    for (const file of files) {
      const { input, truth } = await labelled(file);
      const found = await segmenter.segment(input);
      expect(scoreCells(truth, found, 0.5).dice, file).toBeGreaterThan(0.85);
      expect(found.features).toHaveLength(found.labels.count);
      expect(found.labels.count / truth.count, file).toBeGreaterThan(0.7);
      expect(found.labels.count / truth.count, file).toBeLessThan(1.4);
    }
    const { input, truth } = await labelled(files[0]);
    const tiled = await segmenter.segment(input, { wholePixels: 0, side: 160, overlap: 64 });
    expect(scoreCells(truth, tiled, 0.5).dice).toBeGreaterThan(0.85);
  });
});
