import { expect, it } from 'vitest';
import { cellsOf } from './index.ts';
import { measureNucleusRadius, nucleusBlobs } from './nuclei.ts';

/** Six nuclei of radius 6 in two touching rows of cells of radius 12, on 100 x 70. */
const centres = [20, 50, 80].flatMap((x) => [22, 46].map((y) => ({ x, y })));
const discs = (radius: number) => ({
  width: 100,
  height: 70,
  data: Float32Array.from({ length: 7000 }, (_, i) => {
    const [x, y] = [i % 100, Math.floor(i / 100)];
    return centres.some((c) => Math.hypot(x - c.x, y - c.y) <= radius) ? 1 : 0;
  }),
});
const stains = { nucleus: discs(6), cytoplasm: { ...discs(12), data: discs(12).data.map((v) => v / 2) } };

it('measures nuclei, and looks for discs of that size', () => {
  // The 5 x 5 median rounds the disc of 113 pixels a little.
  expect(measureNucleusRadius(stains.nucleus, stains.cytoplasm)).toBeCloseTo(6, 0);
  const { minSigma, maxSigma } = nucleusBlobs(10 * Math.SQRT2);
  expect(minSigma).toBeCloseTo(8, 9);
  expect(maxSigma).toBeCloseTo(12, 9);
  expect(measureNucleusRadius(discs(0.5), stains.cytoplasm)).toBeNull();
});

it('tells touching cells apart by nuclei smaller than the paper’s', () => {
  const input = { stains, intensity: stains.nucleus };
  expect(cellsOf(discs(12), input).labels.count).toBe(6);
  expect(cellsOf(discs(12), input, { nucleusRadius: 'paper' }).labels.count).toBeLessThan(6);
});
