import { describe, expect, it } from 'vitest';
import { tensor } from '../layout/tensors.ts';
import { attentionGateFamily } from './attentionGate.ts';
import { packRows } from './kernels.ts';

const attributes = { kind: 'additive' } as const;

function gated(shapes: number[][], values: number[][]): number[] {
  const inputs = shapes.map((shape) => tensor(shape));
  const [type] = attentionGateFamily.outputs(attributes, inputs);
  const problem = { attributes, inputs, outputs: [tensor(type.shape)] };
  return [
    ...attentionGateFamily.reference(
      problem,
      values.map((own) => Float32Array.from(own)),
    )[0],
  ];
}

describe('attentionGate', () => {
  it('by hand: two pixels, one channel each, two sums', () => {
    // sums at pixel 0: 1 * 2 + 2 * 3 + 0.5 = 8.5 and -1 * 2 + 0 * 3 + 1 -> 0; attention 0.5 * 8.5 + 4 * 0 - 4.25 = 0
    // sums at pixel 1: 1 * -1 + 2 * 0 + 0.5 -> 0 and -1 * -1 + 0 + 1 = 2; attention 4 * 2 - 4.25 = 3.75
    const shapes = [[1, 1, 2], [1, 1, 2], [2, 1], [2, 1], [2], [2], [1]];
    const y = gated(shapes, [[2, -1], [3, 0], [1, -1], [2, 0], [0.5, 1], [0.5, 4], [-4.25]]);
    expect(y).toEqual([1.5, 0]);
  });
  it('an open gate lets x through, a closed one nothing', () => {
    const shapes = [[1, 1, 1], [1, 2, 1], [1, 1], [1, 2], [1], [1], [1]];
    expect(gated(shapes, [[0], [5, -7], [0], [0, 0], [0], [0], [40]])).toEqual([5, -7]);
    const [a, b] = gated(shapes, [[0], [5, -7], [0], [0, 0], [0], [0], [-800]]);
    expect([a, Math.abs(b)]).toEqual([0, 0]);
  });
  it('refuses operands that do not fit', () => {
    const shapes = [[1, 1, 2], [1, 1, 3], [2, 1], [2, 1], [2], [2], [1]];
    expect(() =>
      gated(
        shapes,
        shapes.map(() => []),
      ),
    ).toThrow(/only their channels may differ/);
    const short = [[1, 1, 2], [1, 1, 2], [2, 1], [2, 1], [2], [3], [1]];
    expect(() =>
      gated(
        short,
        short.map(() => []),
      ),
    ).toThrow(/psi of 3/);
  });
});

describe('packRows', () => {
  it('puts the sums of a block innermost, zeros after the last', () => {
    // w[m][c] = 10 m + c, three sums of two channels in blocks of four
    expect([...packRows(Float32Array.of(0, 1, 10, 11, 20, 21), 3, 4)]).toEqual([0, 10, 20, 0, 1, 11, 21, 0]);
  });
});
