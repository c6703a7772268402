import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  loadPneumoniaClassifier,
  type ModelHost,
  type PneumoniaClassifier,
  readRadiograph,
} from '../src/index.ts';
import { bytesAt, dataAt, describeShared, sharedHost } from './shared.ts';

/** Pneumonia's score by PyTorch with the same weights (../shared/models/README.md). */
const expected = {
  'cxr/images/00000506_013.png': 0.2183,
  'cxr/images/00000506_015.png': 0.8235,
  'cxr/images/00000506_016.png': 0.8743,
  'cxr/images/00001299_000.png': 0.305,
  'cxr-dicom/1.2.276.0.7230010.3.1.4.8323329.6904.1517875201.850819.dcm': 0.5852,
  'cxr-dicom/Fake_MONOHR1.dcm': 0.9691,
};

describeShared('the pneumonia classifier', () => {
  let host: ModelHost & Disposable;
  let classifier: PneumoniaClassifier;

  beforeAll(async () => {
    host = await sharedHost();
    classifier = await loadPneumoniaClassifier(host, { maps: true });
  });
  afterAll(() => {
    classifier?.[Symbol.dispose]();
    host?.[Symbol.dispose]();
  });

  it('gives the scores of the reference for PNG and DICOM, and maps that add up to them', async () => {
    const files = Object.keys(expected);
    const radiographs = await Promise.all(files.map((file) => readRadiograph(bytesAt(dataAt(file)), file)));
    const results = await classifier.classify(radiographs, { batch: 6, map: true });
    for (const [i, score] of Object.values(expected).entries())
      expect(Math.abs(results[i].pneumonia - score), files[i]).toBeLessThan(0.005);
    // A higher score has a map that adds up to more: logits differ by the mean of the maps.
    const logit = (i: number) => Math.log(results[i].pneumonia / (1 - results[i].pneumonia));
    const mean = (i: number) => {
      const data = results[i].map?.data ?? new Float32Array(1);
      return data.reduce((sum, value) => sum + value, 0) / data.length;
    };
    // Spreading a 7 x 7 map over a square picture keeps its mean but for the border: within a tenth.
    expect(Math.abs(logit(5) - logit(0) - (mean(5) - mean(0)))).toBeLessThan(
      0.1 * Math.abs(logit(5) - logit(0)),
    );
    expect([results[4].map?.width, results[4].map?.height]).toEqual([1024, 1024]);
  });
});
