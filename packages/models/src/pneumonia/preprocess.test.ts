import { describe, expect, it } from 'vitest';
import { normalisedBatch, seenBox, seenPlane } from './preprocess.ts';

const flat = (width: number, height: number, value: number) => ({
  width,
  height,
  data: new Float32Array(width * height).fill(value),
});

describe('what the network sees', () => {
  it('is 224 x 224 of the middle', () => {
    const wide = flat(448, 224, 0);
    // White where the crop must not reach: the outer 112 columns on either side.
    for (let y = 0; y < 224; y++)
      wide.data.fill(1, y * 448, y * 448 + 112).fill(1, y * 448 + 336, (y + 1) * 448);
    const seen = seenPlane(wide);
    expect([seen.width, seen.height]).toEqual([224, 224]);
    expect(Math.max(...seen.data)).toBe(0);
    expect(seenBox(wide)).toEqual({ left: 112, top: 0, width: 224, height: 224 });
  });

  it('lies where it was cut from, in pixels of the radiograph', () => {
    expect(seenBox(flat(1024, 1024, 0))).toEqual({ left: 0, top: 0, width: 1024, height: 1024 });
    // 500 x 1000 becomes 224 x 448; a margin of 112 of 448 is 250 of 1000.
    expect(seenBox(flat(500, 1000, 0))).toEqual({ left: 0, top: 250, width: 500, height: 500 });
  });

  it('is normalised by channel as torchvision does', () => {
    const { data, shape } = normalisedBatch([flat(224, 224, 0), flat(224, 224, 1)]);
    expect(shape).toEqual([2, 3, 224, 224]);
    const at = (image: number, channel: number) => data[(image * 3 + channel) * 224 * 224 + 5];
    // -0.485 / 0.229, -0.456 / 0.224, -0.406 / 0.225; (1 - mean) / deviation.
    expect([0, 1, 2].map((channel) => at(0, channel).toFixed(4))).toEqual(['-2.1179', '-2.0357', '-1.8044']);
    expect([0, 1, 2].map((channel) => at(1, channel).toFixed(4))).toEqual(['2.2489', '2.4286', '2.6400']);
  });
});
