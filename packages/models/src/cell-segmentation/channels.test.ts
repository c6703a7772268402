import { describe, expect, it } from 'vitest';
import { channelPlane, greyPlane, pseudoRgbInput, singleChannelInput } from './channels.ts';

const plane = (width: number, height: number, of: (x: number, y: number) => number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width))),
});

describe('singleChannelInput', () => {
  it('is one scaled picture three times', () => {
    const input = singleChannelInput(plane(1001, 1, (x) => x));
    expect(input.channels[1]).toBe(input.channels[0]);
    // Percentiles 1 and 99.8 of 0..1000 are 10 and 998: 504 lies halfway.
    const { data } = input.channels[0];
    expect([data[0], data[10], data[504], data[999]]).toEqual([0, 0, 0.5, 1]);
    expect(input.intensity.data[504]).toBe(504);
  });
});

describe('pseudoRgbInput', () => {
  it('takes out a slope of the light', () => {
    // Two equal cells under light that doubles from left to right.
    const light = (x: number) => 1 + x / 100;
    const cells = plane(100, 20, (x) => light(x) * (x % 50 >= 20 && x % 50 < 30 ? 1200 : 400));
    const { channels } = pseudoRgbInput(
      { nucleus: cells, cytoplasm: cells },
      { nucleus: 20, cytoplasm: 20, dic: 20 },
    );
    const [left, right] = [channels[0].data[1025], channels[0].data[1075]];
    expect(Math.abs(left - right)).toBeLessThan(0.15);
    expect(cells.data[1075] / cells.data[1025]).toBeGreaterThan(1.35);
    expect(Math.min(left, right)).toBeGreaterThan(0.8);
    expect(Math.max(...channels[2].data)).toBe(0);
  });

  it('wants pictures of one field', () => {
    const nucleus = plane(4, 4, (x) => x);
    expect(() => pseudoRgbInput({ nucleus, cytoplasm: plane(4, 5, (x) => x) })).toThrow(/4 x 4 and 4 x 5/);
  });
});

describe('planes of a file', () => {
  const raster = {
    width: 2,
    height: 1,
    channels: 5,
    bits: 8,
    range: [0, 255] as const,
    data: Float32Array.from({ length: 10 }, (_, i) => i),
  };
  it('are chosen by number', () => {
    expect([...channelPlane(raster, 3, 'a.tif').data]).toEqual([6, 7]);
    expect(() => channelPlane(raster, 5, 'a.tif')).toThrow(/no channel 5/);
  });
  it('are not guessed from a stack', () => {
    expect(() => greyPlane(raster, 'a.tif')).toThrow(/a.tif: 5 channels/);
  });
});
