import { describe, expect, it } from 'vitest';
import { tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { gatherFamily } from './gather.ts';

type Gather = Vocabulary['gather'];

function gathered(rest: Partial<Gather>, shape: number[], x: number[], own: number[], indices: number[]) {
  const attributes: Gather = { kind: 'axis', axis: 0, batchDims: 0, ...rest };
  const inputs = [tensor(shape), tensor(own, 'int64')];
  const [type] = gatherFamily.outputs(attributes, inputs);
  const problem = { attributes, inputs, outputs: [tensor(type.shape)] };
  const [y] = gatherFamily.reference(problem, [Float32Array.from(x), Float64Array.from(indices)]);
  return { shape: type.shape, y: [...y] };
}

// The worked examples of the ONNX operator documentation.
describe('gather', () => {
  it('along axis 0', () => {
    const data = [1, 1.25, 2.5, 3.5, 4.5, 5.75];
    expect(gathered({}, [3, 2], data, [2, 2], [0, 1, 1, 2])).toEqual({
      shape: [2, 2, 2],
      y: [1, 1.25, 2.5, 3.5, 2.5, 3.5, 4.5, 5.75],
    });
  });
  it('along axis 1', () => {
    const data = [1, 1.25, 2, 2.5, 3.5, 4, 4.5, 5.75, 6];
    expect(gathered({ axis: 1 }, [3, 3], data, [1, 2], [0, 2])).toEqual({
      shape: [3, 1, 2],
      y: [1, 2, 2.5, 4, 4.5, 6],
    });
  });
  it('a scalar index drops the axis, a negative one counts from the end', () => {
    expect(gathered({}, [3], [5, 6, 7], [], [-1])).toEqual({ shape: [], y: [7] });
  });
  it('elements', () => {
    expect(gathered({ kind: 'elements', axis: 1 }, [2, 2], [1, 2, 3, 4], [2, 2], [0, 0, 1, 0]).y).toEqual([
      1, 1, 4, 3,
    ]);
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(gathered({ kind: 'elements' }, [3, 3], nine, [2, 3], [-1, -2, 0, -2, 0, 0]).y).toEqual([
      7, 5, 3, 4, 2, 3,
    ]);
  });
  it('nd', () => {
    expect(gathered({ kind: 'nd' }, [2, 2], [0, 1, 2, 3], [2, 2], [0, 0, 1, 1])).toEqual({
      shape: [2],
      y: [0, 3],
    });
    expect(gathered({ kind: 'nd' }, [2, 2], [0, 1, 2, 3], [2, 1], [1, 0]).y).toEqual([2, 3, 0, 1]);
    const eight = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(gathered({ kind: 'nd', batchDims: 1 }, [2, 2, 2], eight, [2, 1], [1, 0])).toEqual({
      shape: [2, 2],
      y: [2, 3, 4, 5],
    });
  });
  it('refuses indices outside the axis, and shapes that do not fit', () => {
    expect(() => gathered({}, [3], [5, 6, 7], [1], [3])).toThrow(/index 3 into an axis of 3/);
    expect(() => gathered({}, [3], [5, 6, 7], [1], [-4])).toThrow(/index -4/);
    expect(() => gathered({ axis: 1 }, [3], [5, 6, 7], [1], [0])).toThrow(/no axis 1/);
    expect(() => gathered({ kind: 'nd' }, [3], [5, 6, 7], [1, 2], [0, 0])).toThrow(/tuples of 2/);
    expect(() => gathered({ kind: 'elements' }, [3], [5, 6, 7], [1, 1], [0])).toThrow(/ranks differ/);
  });
});
