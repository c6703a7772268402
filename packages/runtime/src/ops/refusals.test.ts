import { RoentgenError } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { fold, type OneNode, type Operand } from './testing/fold.ts';

const ints = (...data: number[]): Operand => ({ dtype: 'int64', shape: [data.length], data });
const scalar = (value: number): Operand => ({ shape: [], data: [value] });
const vector = (...data: number[]): Operand => ({ shape: [data.length], data });

describe('refusals', () => {
  const image = { shape: [1, 2, 4, 4] };
  it.each<[string, OneNode, string]>([
    [
      'a bias of the wrong length',
      { op: 'Conv', inputs: [image, { shape: [3, 2, 3, 3] }, vector(1, 2)] },
      'shape',
    ],
    [
      'groups that do not divide',
      { op: 'Conv', attributes: { group: 5 }, inputs: [image, { shape: [3, 2, 3, 3] }] },
      'shape',
    ],
    ['types that differ', { op: 'Add', inputs: [vector(1), ints(1)] }, 'model'],
    ['no number to start from', { op: 'Sqrt', inputs: [ints(1)] }, 'model'],
    ['an axis twice', { op: 'ReduceSum', inputs: [image, ints(1, -3)] }, 'model'],
    ['two open axes', { op: 'Reshape', inputs: [image, ints(-1, -1)] }, 'model'],
    ['a step of zero', { op: 'Slice', inputs: [image, ints(0), ints(1), ints(0), ints(0)] }, 'model'],
    [
      'scales and sizes',
      { op: 'Resize', inputs: [image, null, vector(1, 1, 2, 2), ints(1, 2, 8, 8)] },
      'model',
    ],
    ['a scale of NaN', { op: 'Resize', inputs: [image, null, vector(1, 1, Number.NaN, 2)] }, 'model'],
    [
      'reflections past the edge',
      { op: 'Pad', attributes: { mode: 'reflect' }, inputs: [image, ints(0, 0, 4, 0, 0, 0, 0, 0)] },
      'shape',
    ],
    ['an index out of range', { op: 'Gather', inputs: [vector(1, 2), ints(2)] }, 'shape'],
    ['a range without end', { op: 'Range', inputs: [scalar(0), scalar(1e30), scalar(1)] }, 'memory'],
    ['a vast tile', { op: 'Tile', inputs: [image, ints(1000, 1000, 1000, 1000)] }, 'memory'],
    [
      'batch statistics',
      {
        op: 'BatchNormalization',
        opset: 15,
        attributes: { training_mode: 1 },
        inputs: [image, vector(1, 1), vector(0, 0), vector(0, 0), vector(1, 1)],
      },
      'unsupported',
    ],
    [
      'places of maxima',
      { op: 'MaxPool', attributes: { kernel_shape: [2, 2] }, inputs: [image], outputs: 2 },
      'unsupported',
    ],
  ])('%s', async (_, node, code) => {
    const error = await fold(node).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(RoentgenError);
    expect(error).toMatchObject({ code, node: 'y0' });
    expect((error as RoentgenError).hint ?? 'next step').not.toBe('');
  });
});
