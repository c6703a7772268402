import { describe, expect, it } from 'vitest';
import { fitted } from '../drawing/geometry.ts';
import {
  numberOrAuto,
  numberWithin,
  oneOf,
  type Written,
  writtenFlag,
  writtenPlace,
  writtenView,
  writtenWindow,
} from './written.ts';

const presets = [
  { name: 'Auto, 1 to 99 %', centre: 0.4, width: 0.7 },
  { name: 'Lung', centre: -600, width: 1500 },
];
const window = writtenWindow(presets);
const place = writtenPlace([76, 92, 40]);

/** What an address holds of it comes back as it was. */
const returns = <T>(written: Written<T>, ...values: readonly T[]) => {
  for (const value of values) {
    const text = written.write(value);
    expect(text).toMatch(/^[\w.+-]{1,40}$/);
    expect(written.read(text)).toEqual(value);
  }
};

describe('settings in an address', () => {
  it('come back as they were', () => {
    returns(oneOf(['axial', 'coronal']), 'axial', 'coronal');
    returns(writtenFlag, true, false);
    returns(numberWithin(0, 100), 0, 55, 33.25, 100);
    returns(numberOrAuto(2, 40), null, 2, 19.5);
    returns(writtenView, fitted, { zoom: 2.5, x: 0.125, y: 0.875 }, { zoom: 64, x: 0, y: 1 });
    returns(
      window,
      { centre: -600, width: 1500, inverted: false },
      { centre: 40, width: 80, inverted: true },
    );
    returns(place, [0.5 / 76, 91.5 / 92, 20.5 / 40]);
  });

  it('are written as people would', () => {
    expect(window.write({ centre: 0.4, width: 0.7, inverted: false })).toBe('auto-1-to-99');
    expect(window.write({ centre: -600, width: 1500, inverted: true })).toBe('lung.inverted');
    expect(window.write({ centre: 1 / 3, width: 80, inverted: false })).toBe('0.33333_80');
    expect(writtenView.write({ zoom: 1.8221188, x: 0.4321987, y: 0.5 })).toBe('1.822_0.4322_0.5');
    // The middle of an even count is the first voxel of its second half.
    expect(place.write([0.5, 0.5, 0.999999])).toBe('39_47_40');
  });

  it('says with the one object that says it that the whole picture is shown', () => {
    expect(writtenView.read('1_0.5_0.5')).toBe(fitted);
  });

  it.each([
    [
      writtenView,
      ['', '1', '1_2_3', '0.1_0.5_0.5', '65_0.5_0.5', 'NaN_0_0', '1_0.5_0.5_0.5', '1__0.5', '0x10_0_0'],
    ],
    [window, ['', 'liver', '40', '40_0', '40_-1', '1_2_3', 'inverted', '.inverted', '1e999_1', 'Infinity_1']],
    [place, ['', '0_1_1', '77_1_1', '1_1', '1.5_1_1', '1_1_1_1', '-1_1_1']],
    [numberWithin(0, 1), ['', '2', '-0.1', 'x', '1,5', '0x1', ' 1', 'NaN', '__proto__']],
    [numberOrAuto(2, 40), ['none', '1', '41', 'Auto']],
    [oneOf(['axial']), ['Axial', 'constructor', '']],
    [writtenFlag, ['true', '1', '']],
  ] as readonly (readonly [Written<unknown>, readonly string[]])[])(
    'drops nonsense, case %#',
    (written, texts) => {
      for (const text of texts) expect(written.read(text), text).toBeUndefined();
    },
  );
});
