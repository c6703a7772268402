import { describe, expect, test } from 'vitest';
import type { Labels } from '../types.ts';
import { cellFeatures, featureColumns } from './features.ts';
import { convexArea } from './hull.ts';
import { featureError, matchCells, meanFeatureErrors } from './matching.ts';
import { perimeters } from './perimeter.ts';
import { labelsOf } from './testing/drawing.ts';

/** Two objects measured by scikit-image 0.26 (regionprops). */
const drawn = labelsOf(`
  ..........
  .11111....
  .111111...
  .1111111..
  ..111111..
  ...111....
  ....11.22.
  .......22.
  ..........`);

/** A filled rectangle in the middle of a picture. */
function rectangle(width: number, height: number): Labels {
  const data = new Uint32Array((width + 4) * (height + 4));
  for (let y = 0; y < height; y++) data.fill(1, (y + 2) * (width + 4) + 2, (y + 2) * (width + 4) + 2 + width);
  return { width: width + 4, height: height + 4, data, count: 1 };
}

describe('features', () => {
  const [large, small] = cellFeatures(drawn);

  test('equal scikit-image for a drawn object', () => {
    expect(large).toMatchObject({ label: 1, area: 29, boxLeft: 1, boxTop: 1, boxWidth: 7, boxHeight: 6 });
    expect(large!.centroidX).toBeCloseTo(3.8620689655172415, 12);
    expect(large!.centroidY).toBeCloseTo(3.0689655172413794, 12);
    expect(large!.eccentricity).toBeCloseTo(0.6828861006892654, 12);
    expect(large!.majorAxis).toBeCloseTo(7.230091324664573, 12);
    expect(large!.minorAxis).toBeCloseTo(5.28176146465092, 12);
    expect(large!.orientation).toBeCloseTo(1.0406150867898118, 12);
    expect(large!.solidity).toBeCloseTo(29 / 30, 12);
    expect(large!.extent).toBeCloseTo(29 / 42, 12);
    expect(large!.perimeter).toBeCloseTo(18.48528137423857, 12);
    expect(large!.equivalentDiameter).toBeCloseTo(6.076507779746499, 12);
  });

  test('a square has no direction, which scikit-image writes as -45 degrees', () => {
    expect(small).toMatchObject({
      area: 4,
      eccentricity: 0,
      majorAxis: 2,
      minorAxis: 2,
      solidity: 1,
      perimeter: 4,
    });
    expect(small!.orientation).toBe(-Math.PI / 4);
  });

  test('a rectangle: axis 4 sqrt((n^2 - 1) / 12), orientation along the longer side', () => {
    const [wide] = cellFeatures(rectangle(9, 4));
    expect(wide!.majorAxis).toBeCloseTo(4 * Math.sqrt(80 / 12), 12);
    expect(wide!.minorAxis).toBeCloseTo(4 * Math.sqrt(15 / 12), 12);
    expect(wide!.eccentricity).toBeCloseTo(Math.sqrt(1 - 15 / 80), 12);
    expect(Math.abs(wide!.orientation)).toBeCloseTo(Math.PI / 2, 12);
    const [high] = cellFeatures(rectangle(4, 9));
    expect(high!.orientation).toBeCloseTo(0, 12);
    expect(wide!.perimeter).toBe(2 * (9 + 4) - 4);
  });

  test('a single pixel is round and its own hull', () => {
    const [pixel] = cellFeatures(rectangle(1, 1));
    expect(pixel).toMatchObject({
      area: 1,
      eccentricity: 0,
      majorAxis: 0,
      solidity: 1,
      extent: 1,
      perimeter: 0,
    });
  });

  test('spacing scales lengths and areas; the centroid stays in pixels', () => {
    const [scaled] = cellFeatures(drawn, { spacing: { row: 0.5, column: 0.5, unit: 'um' } });
    expect(scaled!.area).toBe(7.25);
    expect(scaled!.majorAxis).toBeCloseTo(3.6150456623322866, 12);
    expect(scaled!.perimeter).toBeCloseTo(9.242640687119286, 12);
    expect(scaled!.centroidX).toBeCloseTo(3.8620689655172415, 12);
    expect(
      featureColumns({ row: 0.5, column: 0.5, unit: 'um' }).find(({ key }) => key === 'area')!.unit,
    ).toBe('um^2');
    expect(
      featureColumns()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(Object.keys(scaled!).sort());
  });

  test('pixels that are not square turn the ellipse and have no perimeter', () => {
    const [stretched] = cellFeatures(rectangle(9, 4), { spacing: { row: 3, column: 1, unit: 'um' } });
    expect(stretched!.majorAxis).toBeCloseTo(12 * Math.sqrt(15 / 12), 12);
    expect(stretched!.orientation).toBeCloseTo(0, 12);
    expect(stretched!.perimeter).toBeNull();
  });

  test('mean intensity is over the object alone', () => {
    const intensity = {
      width: 10,
      height: 9,
      data: Float32Array.from(drawn.data, (label) => [100, 3, 8][label]!),
    };
    expect(cellFeatures(drawn, { intensity }).map(({ meanIntensity }) => meanIntensity)).toEqual([3, 8]);
    expect(() => cellFeatures(drawn, { intensity: { ...intensity, width: 9 } })).toThrowError(
      /10 x 9 and 9 x 9/,
    );
  });
});

describe('hull and outline', () => {
  const area = (left: number[], right: number[]) =>
    convexArea({ top: 0, left: Int32Array.from(left), right: Int32Array.from(right) });

  test('the hull of an L takes the pixels whose centres lie on its slanting side', () => {
    // Side middles (0.5, 0), (3.5, 3) ... : column x of row y is inside while x - y <= 0.5, so 1 + 2 + 3 + 4.
    expect(area([0, 0, 0, 0], [0, 0, 0, 3])).toBe(10);
  });

  test('two pixels apart in a column hold those between', () => {
    expect(area([2, 9, 2], [2, -1, 2])).toBe(3);
  });

  test('a diagonal line of pixels is its own hull', () => {
    expect(area([0, 1, 2, 3], [0, 1, 2, 3])).toBe(4);
  });

  test('a diamond has an outline of four diagonals', () => {
    const diamond = labelsOf(`
      ...1...
      ..111..
      .11111.
      1111111
      .11111.
      ..111..
      ...1...`);
    // Twelve outline pixels, each with two outline neighbours across corners.
    expect(perimeters(diamond)[1]).toBeCloseTo(12 * Math.SQRT2, 12);
  });

  test('touching objects have outlines of their own', () => {
    expect([...perimeters(labelsOf('111222\n111222\n111222'))].slice(1)).toEqual([8, 8]);
  });
});

describe('matching', () => {
  const predicted = labelsOf(`
    .........
    .2222....
    .2222.11.
    .2222.11.
    .........`);
  const truth = labelsOf(`
    3........
    .11111...
    .11111.22
    .11111...
    .........`);
  const { matched, missed } = matchCells(cellFeatures(truth), cellFeatures(predicted), predicted);

  test('a true cell is paired with the label at its centroid', () => {
    expect(matched.map((pair) => [pair.truth.label, pair.predicted.label])).toEqual([[1, 2]]);
    expect(missed.map(({ label }) => label)).toEqual([2, 3]);
  });

  test('errors are percentages of the truth', () => {
    expect(featureError(matched[0]!, 'area')).toBeCloseTo(20, 12);
    expect(featureError(matched[0]!, 'majorAxis')).toBeCloseTo(100 * (1 - Math.sqrt(15 / 24)), 10);
    expect(featureError(matched[0]!, 'solidity')).toBe(0);
  });

  test('orientation turns over at half a circle', () => {
    const axis = (orientation: number) => ({ ...matched[0]!.truth, orientation });
    const pair = { truth: axis(1.5), predicted: axis(-1.5) };
    expect(featureError(pair, 'orientation')).toBeCloseTo(((Math.PI - 3) / (Math.PI / 2)) * 100, 10);
  });

  test('a truth of 0 has no percentage and stays out of the mean', () => {
    const round = { ...matched[0]!.truth, eccentricity: 0 };
    const pairs = [matched[0]!, { truth: round, predicted: matched[0]!.predicted }];
    expect(meanFeatureErrors(pairs).eccentricity).toBeCloseTo(featureError(matched[0]!, 'eccentricity'), 12);
    expect(meanFeatureErrors([]).area).toBeNaN();
  });
});
