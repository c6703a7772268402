import { describe, expect, it } from 'vitest';
import { tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { subpixelFamily } from './subpixel.ts';

function enlarged(attributes: Vocabulary['subpixel'], shape: number[], x: number[]) {
  const inputs = [tensor(shape)];
  const [type] = subpixelFamily.outputs(attributes, inputs);
  const problem = { attributes, inputs, outputs: [tensor(type.shape)] };
  return { shape: type.shape, y: [...subpixelFamily.reference(problem, [Float32Array.from(x)])[0]] };
}

// The worked example of ONNX DepthToSpace: 8 channels of 2 x 3, numbered so that channel k begins at 9 k.
const example = Array.from({ length: 8 }, (_, channel) =>
  Array.from({ length: 6 }, (_, i) => channel * 9 + i),
).flat();

describe('subpixel', () => {
  it('DCR as the ONNX documentation has it', () => {
    const { shape, y } = enlarged({ block: [2, 2], order: 'DCR' }, [1, 8, 2, 3], example);
    expect(shape).toEqual([1, 2, 4, 6]);
    expect(y.slice(0, 24)).toEqual([
      0, 18, 1, 19, 2, 20, 36, 54, 37, 55, 38, 56, 3, 21, 4, 22, 5, 23, 39, 57, 40, 58, 41, 59,
    ]);
    expect(y.slice(24, 30)).toEqual([9, 27, 10, 28, 11, 29]);
  });
  it('CRD as the ONNX documentation has it', () => {
    const { y } = enlarged({ block: [2, 2], order: 'CRD' }, [1, 8, 2, 3], example);
    expect(y.slice(0, 12)).toEqual([0, 9, 1, 10, 2, 11, 18, 27, 19, 28, 20, 29]);
    expect(y.slice(24, 30)).toEqual([36, 45, 37, 46, 38, 47]);
  });
  it('along one axis interleaves the channels', () => {
    const { shape, y } = enlarged({ block: [1, 2], order: 'CRD' }, [1, 2, 1, 3], [1, 2, 3, 4, 5, 6]);
    expect(shape).toEqual([1, 1, 1, 6]);
    expect(y).toEqual([1, 4, 2, 5, 3, 6]);
  });
  it('in 3-D counts the block depth, height, width', () => {
    const { shape, y } = enlarged(
      { block: [2, 2, 2], order: 'CRD' },
      [1, 8, 1, 1, 1],
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
    expect(shape).toEqual([1, 1, 2, 2, 2]);
    expect(y).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
  it('refuses channels that do not divide', () => {
    expect(() => enlarged({ block: [2, 2], order: 'CRD' }, [1, 6, 1, 1], [0, 1, 2, 3, 4, 5])).toThrow(
      /6 channels .* 4/,
    );
    expect(() => enlarged({ block: [2], order: 'CRD' }, [1, 2, 1, 1], [0, 1])).toThrow(/one factor for each/);
  });
});
