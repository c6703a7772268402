import { describe, expect, test } from 'vitest';
import { labelComponents, removeBorderObjects, removeSmallObjects } from './components.ts';
import { distanceTransform } from './distance.ts';
import { fillHoles, medianFilter, medianMask, minimumMask } from './morphology.ts';
import { draw, drawing, labelsOf, maskOf, pattern } from './testing/drawing.ts';

describe('components', () => {
  const mask = maskOf(`
    #.#.#
    ###..
    ....#
    .#.#.
    #...#`);

  test('objects are numbered in raster order, joined across sides', () => {
    expect(draw(labelComponents(mask, 4))).toBe(
      drawing(`
        1.1.2
        111..
        ....3
        .4.5.
        6...7`),
    );
  });

  test('or across corners too', () => {
    const labels = labelComponents(mask, 8);
    expect(labels.count).toBe(4);
    expect(draw(labels)).toBe(
      drawing(`
        1.1.2
        111..
        ....3
        .4.3.
        4...3`),
    );
  });

  test('rows do not touch around the border', () => {
    expect(labelComponents(maskOf('..#\n#..'), 8).count).toBe(2);
  });

  test('small objects go, the rest is renumbered', () => {
    expect(draw(removeSmallObjects(labelsOf('1.22.333.4'), 2))).toBe('..11.222..');
    expect(removeSmallObjects(labelsOf('1.22.333.4'), 3).count).toBe(1);
  });

  test('objects at the border go', () => {
    expect(
      draw(
        removeBorderObjects(
          labelsOf(`
            11....
            1.2.3.
            ....3.
            .4....`),
        ),
      ),
    ).toBe(
      drawing(`
        ......
        ..1.2.
        ....2.
        ......`),
    );
  });
});

describe('morphology', () => {
  test('holes closed by corners are holes, bays are not', () => {
    expect(
      draw(
        fillHoles(
          maskOf(`
            .#...###
            #.#..#.#
            .#...#..`),
        ),
      ),
    ).toBe(
      drawing(`
        .#...###
        ###..#.#
        .#...#..`),
    );
  });

  test('the median takes single pixels away and rounds corners, mirrored at the border', () => {
    expect(
      draw(
        medianMask(
          maskOf(`
            ##....
            ##..#.
            ......
            ...###
            ...###`),
          3,
        ),
      ),
    ).toBe(
      drawing(`
        ##....
        #.....
        ......
        ....##
        ...###`),
    );
  });

  test('the grey median equals SciPy', () => {
    expect([...medianFilter(pattern(5, 4), 3).data]).toEqual([
      3, 41, 41, 63, 63, 6, 44, 44, 66, 63, 9, 47, 47, 69, 66, 9, 50, 50, 72, 69,
    ]);
  });

  test('a 4 x 4 minimum reaches two pixels back and one ahead', () => {
    expect(
      draw(
        minimumMask(
          maskOf(`
            ########
            ########
            ########
            ####.###
            ########
            ########
            ########`),
          4,
        ),
      ),
    ).toBe(
      drawing(`
        ########
        ########
        ###....#
        ###....#
        ###....#
        ###....#
        ########`),
    );
  });
});

describe('distance', () => {
  test('is exact between any two pixels', () => {
    const mask = maskOf(`
      #######.#
      #########
      ##.######
      #########
      #########
      ########.`);
    const { data } = distanceTransform(mask);
    const background = [...mask.data.keys()].filter((i) => mask.data[i] === 0);
    data.forEach((value, i) => {
      const nearest = Math.min(
        ...background.map((j) => Math.hypot((i % 9) - (j % 9), Math.floor(i / 9) - Math.floor(j / 9))),
      );
      expect(value).toBeCloseTo(nearest, 6);
    });
  });

  test('without any background there is none to be near', () => {
    expect([...distanceTransform(maskOf('##\n##')).data]).toEqual(
      new Array(4).fill(Number.POSITIVE_INFINITY),
    );
  });
});
