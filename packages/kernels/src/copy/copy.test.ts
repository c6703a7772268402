import { describe, expect, it } from 'vitest';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { copyFamily } from './copy.ts';
import { composeView } from './view.ts';

type View = Vocabulary['copy'];
const x = Float32Array.from([0, 1, 2, 3, 4, 5]);

function copied(view: View, values = x): number[] {
  const input = tensor([values.length]);
  const [type] = copyFamily.outputs(view, [input]);
  const problem = { attributes: view, inputs: [input], outputs: [tensor(type.shape)] };
  return [...copyFamily.reference(problem, [values])[0]];
}

describe('copy', () => {
  it('transposes 2 x 3', () => {
    expect(copied({ shape: [3, 2], strides: [1, 3], offset: 0 })).toEqual([0, 3, 1, 4, 2, 5]);
  });
  it('reverses', () => {
    expect(copied({ shape: [6], strides: [-1], offset: 5 })).toEqual([5, 4, 3, 2, 1, 0]);
  });
  it('repeats with stride 0', () => {
    expect(copied({ shape: [2, 3], strides: [0, 2], offset: 1 })).toEqual([1, 3, 5, 1, 3, 5]);
  });
  it('refuses a view that leaves the tensor, at either end', () => {
    expect(() => copied({ shape: [7], strides: [1], offset: 0 })).toThrow(/0 to 6 of a tensor of 6/);
    expect(() => copied({ shape: [2], strides: [-1], offset: 0 })).toThrow(/-1 to 0/);
  });
  it('takes an empty view of anything', () => {
    expect(copied({ shape: [0, 9], strides: [9, 1], offset: 0 })).toEqual([]);
  });
});

/** Buffer positions of a view, in order. */
function positions(view: Tensor): number[] {
  const [rows, columns] = view.shape;
  return Array.from(
    { length: rows * columns },
    (_, i) => view.offset + Math.floor(i / columns) * view.strides[0] + (i % columns) * view.strides[1],
  );
}

describe('composeView', () => {
  const gapped = piece([2, 3], 10, 5); // rows at 10 and 18

  it('transposes a piece of a Concat', () => {
    const view = composeView({ shape: [3, 2], strides: [1, 3], offset: 0 }, gapped);
    expect(positions(view!)).toEqual([10, 18, 11, 19, 12, 20]);
  });
  it('reverses within it', () => {
    const view = composeView({ shape: [2, 3], strides: [-3, -1], offset: 5 }, gapped);
    expect(positions(view!)).toEqual([20, 19, 18, 12, 11, 10]);
  });
  it('gives up where an axis of the view would carry over the gap', () => {
    expect(composeView({ shape: [6], strides: [1], offset: 0 }, gapped)).toBeNull();
    expect(composeView({ shape: [2], strides: [2], offset: 1 }, gapped)).toBeNull();
  });
});
