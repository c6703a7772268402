import { describe, expect, it } from 'vitest';
import { mergeAxes, padAxes } from './merge.ts';

describe('mergeAxes', () => {
  it('makes a dense walk one axis', () => {
    expect(mergeAxes({ shape: [2, 3, 4], strides: [[12, 4, 1]] })).toEqual({ shape: [24], strides: [[1]] });
  });

  it('keeps an axis where any tensor has a gap', () => {
    const axes = {
      shape: [2, 3, 4],
      strides: [
        [12, 4, 1],
        [20, 4, 1],
      ],
    };
    expect(mergeAxes(axes)).toEqual({
      shape: [2, 12],
      strides: [
        [12, 1],
        [20, 1],
      ],
    });
  });

  it('drops axes of extent 1 whatever their strides, and joins across them', () => {
    expect(mergeAxes({ shape: [2, 1, 3], strides: [[3, 99, 1]] })).toEqual({ shape: [6], strides: [[1]] });
  });

  it('joins repeated and reversed axes', () => {
    expect(mergeAxes({ shape: [2, 3], strides: [[0, 0]] })).toEqual({ shape: [6], strides: [[0]] });
    expect(mergeAxes({ shape: [2, 3], strides: [[-3, -1]] })).toEqual({ shape: [6], strides: [[-1]] });
  });

  it('joins only what it may', () => {
    const axes = { shape: [2, 3, 4], strides: [[12, 4, 1]] };
    expect(mergeAxes(axes, (outer) => outer !== 0).shape).toEqual([2, 12]);
  });
});

describe('padAxes', () => {
  it('puts single axes in front', () => {
    expect(padAxes({ shape: [5], strides: [[1]] }, 3)).toEqual({ shape: [1, 1, 5], strides: [[0, 0, 1]] });
  });
});
