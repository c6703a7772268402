import { describe, expect, it } from 'vitest';
import { fold, nodesOf, type OneNode, type Operand } from './testing/fold.ts';

const ints = (...data: number[]): Operand => ({ dtype: 'int64', shape: [data.length], data });
const scalar = (value: number): Operand => ({ shape: [], data: [value] });
const vector = (...data: number[]): Operand => ({ shape: [data.length], data });

async function dataOf(node: OneNode): Promise<number[]> {
  return (await fold(node))[0].data;
}

async function shapeOf(node: OneNode): Promise<readonly number[]> {
  return (await fold(node))[0].type.shape;
}

describe('views', () => {
  it.each<[string, OneNode, number[]]>([
    ['0 copies, -1 fills', { op: 'Reshape', inputs: [{ shape: [2, 3, 4] }, ints(0, -1)] }, [2, 12]],
    [
      '0 under allowzero',
      { op: 'Reshape', attributes: { allowzero: 1 }, inputs: [{ shape: [0, 3] }, ints(3, 0)] },
      [3, 0],
    ],
    [
      'shape attribute',
      { op: 'Reshape', opset: 1, attributes: { shape: [3, 2] }, inputs: [{ shape: [2, 3] }] },
      [3, 2],
    ],
    ['Flatten at the end', { op: 'Flatten', attributes: { axis: 2 }, inputs: [{ shape: [2, 3] }] }, [6, 1]],
    ['Flatten at -1', { op: 'Flatten', attributes: { axis: -1 }, inputs: [{ shape: [2, 3, 4] }] }, [6, 4]],
    ['Unsqueeze on both ends', { op: 'Unsqueeze', inputs: [{ shape: [3] }, ints(-1, 0)] }, [1, 3, 1]],
    ['Squeeze all', { op: 'Squeeze', inputs: [{ shape: [1, 3, 1] }] }, [3]],
  ])('%s', async (_, node, shape) => {
    expect(await shapeOf(node)).toEqual(shape);
  });

  it('cost nothing when the data comes later', async () => {
    expect(await nodesOf({ op: 'Flatten', inputs: [{ shape: [2, 3, 4] }] })).toEqual([]);
    expect(
      await nodesOf({ op: 'Transpose', attributes: { perm: [1, 0, 2] }, inputs: [{ shape: [1, 3, 4] }] }),
    ).toEqual([]);
    expect(await nodesOf({ op: 'Identity', inputs: [{ shape: [2] }] })).toEqual([]);
  });
});

describe('movement', () => {
  it.each<[string, OneNode, number[]]>([
    ['Transpose', { op: 'Transpose', inputs: [{ shape: [2, 3] }] }, [0, 3, 1, 4, 2, 5]],
    [
      'Slice backwards',
      { op: 'Slice', inputs: [vector(0, 1, 2, 3, 4), ints(-1), ints(-(2 ** 53)), ints(0), ints(-2)] },
      [4, 2, 0],
    ],
    ['Slice cut to the axis', { op: 'Slice', inputs: [vector(0, 1, 2), ints(1), ints(1000)] }, [1, 2]],
    [
      'Slice by attributes',
      { op: 'Slice', opset: 9, attributes: { starts: [0, -1], ends: [1, 9] }, inputs: [{ shape: [2, 3] }] },
      [2],
    ],
    ['Expand', { op: 'Expand', inputs: [{ shape: [2, 1] }, ints(1, 3)] }, [0, 0, 0, 1, 1, 1]],
    ['Tile', { op: 'Tile', inputs: [{ shape: [2, 2] }, ints(2, 1)] }, [0, 1, 2, 3, 0, 1, 2, 3]],
    [
      'DepthToSpace DCR',
      { op: 'DepthToSpace', attributes: { blocksize: 2 }, inputs: [{ shape: [1, 8, 1, 1] }] },
      [0, 2, 4, 6, 1, 3, 5, 7],
    ],
    [
      'DepthToSpace CRD',
      { op: 'DepthToSpace', attributes: { blocksize: 2, mode: 'CRD' }, inputs: [{ shape: [1, 8, 1, 1] }] },
      [0, 1, 2, 3, 4, 5, 6, 7],
    ],
    [
      'SpaceToDepth',
      { op: 'SpaceToDepth', attributes: { blocksize: 2 }, inputs: [{ shape: [1, 2, 2, 2] }] },
      [0, 4, 1, 5, 2, 6, 3, 7],
    ],
    [
      'ScatterND, the last one wins',
      {
        op: 'ScatterND',
        inputs: [vector(1, 2, 3), { dtype: 'int64', shape: [3, 1], data: [0, -1, 0] }, vector(7, 8, 9)],
      },
      [9, 2, 8],
    ],
    [
      'ScatterND, sums',
      {
        op: 'ScatterND',
        attributes: { reduction: 'add' },
        inputs: [vector(1, 2, 3), { dtype: 'int64', shape: [3, 1], data: [0, -1, 0] }, vector(7, 8, 9)],
      },
      [17, 2, 11],
    ],
    [
      'CenterCropPad',
      { op: 'CenterCropPad', attributes: { axes: [0] }, inputs: [vector(1, 2, 3, 4), ints(7)] },
      [0, 1, 2, 3, 4, 0, 0],
    ],
    [
      'Pad reflect',
      { op: 'Pad', attributes: { mode: 'reflect' }, inputs: [vector(1, 2, 3), ints(2, 1)] },
      [3, 2, 1, 2, 3, 2],
    ],
    ['Pad some axes', { op: 'Pad', inputs: [{ shape: [1, 2] }, ints(1, 0), scalar(9), ints(-1)] }, [9, 0, 1]],
  ])('%s', async (_, node, data) => {
    expect(await dataOf(node)).toEqual(data);
  });

  it('splits into a shorter last piece since opset 18', async () => {
    const node = {
      op: 'Split',
      attributes: { num_outputs: 3 },
      inputs: [vector(0, 1, 2, 3, 4, 5, 6)],
      outputs: 3,
    };
    expect((await fold(node)).map(({ data }) => data)).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  });
});

describe('versions that differ', () => {
  it('broadcasts along an axis before opset 7', async () => {
    const inputs = [{ shape: [2, 2], data: [0, 0, 0, 0] }, vector(1, 2)];
    expect(await dataOf({ op: 'Add', opset: 6, attributes: { broadcast: 1, axis: 0 }, inputs })).toEqual([
      1, 1, 2, 2,
    ]);
    expect(await dataOf({ op: 'Add', opset: 7, inputs })).toEqual([1, 2, 1, 2]);
  });

  it('flattens for Softmax before opset 13', async () => {
    const inputs = [{ shape: [1, 2, 2], data: [0, 0, 0, 0] }];
    expect(await dataOf({ op: 'Softmax', opset: 12, inputs })).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(await dataOf({ op: 'Softmax', opset: 13, inputs })).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it('scales groups in GroupNormalization-18 and channels in 21', async () => {
    const inputs = (...scale: number[]) => [
      { shape: [1, 4, 2], data: [-1, 1, -1, 1, -1, 1, -1, 1] },
      vector(...scale),
      vector(...scale.map(() => 0)),
    ];
    const attributes = { num_groups: 2, epsilon: { float: 0 } };
    expect(await dataOf({ op: 'GroupNormalization', opset: 18, attributes, inputs: inputs(2, 3) })).toEqual([
      -2, 2, -2, 2, -3, 3, -3, 3,
    ]);
    expect(
      await dataOf({ op: 'GroupNormalization', opset: 21, attributes, inputs: inputs(2, 3, 4, 5) }),
    ).toEqual([-2, 2, -3, 3, -4, 4, -5, 5]);
  });

  it('picks samples as each version of nearest does', async () => {
    const x = { shape: [1, 1, 1, 2], data: [1, 2] };
    const scales = { shape: [4], data: [1, 1, 1, 2] };
    expect(await dataOf({ op: 'Upsample', opset: 9, inputs: [x, scales] })).toEqual([1, 1, 2, 2]);
    expect(await dataOf({ op: 'Resize', opset: 10, inputs: [x, scales] })).toEqual([1, 1, 2, 2]);
    expect(await dataOf({ op: 'Resize', opset: 13, inputs: [x, null, scales] })).toEqual([1, 1, 2, 2]);
  });
});

describe('folding into the vocabulary', () => {
  it('makes one scale and shift of a batch normalisation', async () => {
    const inputs = [
      { shape: [1, 2, 1, 1], data: [5, 5] },
      vector(2, 3),
      vector(10, 20),
      vector(1, 2),
      vector(4, 9),
    ];
    const attributes = { epsilon: { float: 0 } };
    expect(await dataOf({ op: 'BatchNormalization', attributes, inputs })).toEqual([14, 23]);
    const nodes = await nodesOf({ op: 'BatchNormalization', inputs });
    expect(nodes.at(-1)).toMatchObject({ family: 'map', attributes: { fn: 'scaleShift' } });
  });

  it('takes constant bounds of Clip as arguments and others as operands', async () => {
    const legacy = {
      op: 'Clip',
      opset: 6,
      attributes: { min: { float: 0 }, max: { float: 6 } },
      inputs: [{ shape: [2] }],
    };
    expect((await nodesOf(legacy))[0].attributes).toMatchObject({
      fn: 'identity',
      then: [{ fn: 'clip', args: [0, 6] }],
    });
    const open = await nodesOf({ op: 'Clip', inputs: [{ shape: [2] }, null, { shape: [] }] });
    expect(open[0].attributes).toMatchObject({ fn: 'clamp' });
    expect(await nodesOf({ op: 'Clip', inputs: [{ shape: [2] }] })).toEqual([]);
  });

  it('dequantises weights by channel, by block and as a whole', async () => {
    const x: Operand = { dtype: 'int8', shape: [2, 2], data: [-128, 0, 1, 127] };
    const zero: Operand = { dtype: 'int8', shape: [2], data: [0, 1] };
    expect(
      await dataOf({ op: 'DequantizeLinear', attributes: { axis: 0 }, inputs: [x, vector(1, 2), zero] }),
    ).toEqual([-128, 0, 0, 252]);
    expect(await dataOf({ op: 'DequantizeLinear', inputs: [x, scalar(0.5)] })).toEqual([-64, 0, 0.5, 63.5]);
    const blocked = {
      op: 'DequantizeLinear',
      opset: 21,
      attributes: { axis: 1, block_size: 2 },
      inputs: [x, { shape: [2, 1], data: [1, 2] }],
    };
    expect(await dataOf(blocked)).toEqual([-128, 0, 2, 254]);
  });

  it('keeps Dropout from dropping, and refuses when it would', async () => {
    const inputs = [vector(1, 2), scalar(0.5), { dtype: 'bool' as const, shape: [], data: [0] }];
    const [kept, mask] = await fold({ op: 'Dropout', inputs, outputs: 2 });
    expect([kept.data, mask.data, mask.type.dtype]).toEqual([[1, 2], [1, 1], 'bool']);
    const training = { ...inputs[2], data: [1] };
    await expect(fold({ op: 'Dropout', inputs: [inputs[0], inputs[1], training] })).rejects.toThrow(
      'training mode',
    );
  });
});

describe('windows', () => {
  const pool = (extent: number, attributes: OneNode['attributes']) =>
    shapeOf({
      op: 'MaxPool',
      attributes: { kernel_shape: [3], ...attributes },
      inputs: [{ shape: [1, 1, extent] }],
    });

  it('ends where ceil_mode and auto_pad say', async () => {
    expect(await pool(6, { strides: [2] })).toEqual([1, 1, 2]);
    expect(await pool(6, { strides: [2], ceil_mode: 1 })).toEqual([1, 1, 3]);
    // The third window would start in the padding at the end.
    expect(await pool(4, { strides: [3], pads: [1, 1], ceil_mode: 1 })).toEqual([1, 1, 2]);
    expect(await pool(5, { strides: [2], auto_pad: 'SAME_UPPER' })).toEqual([1, 1, 3]);
  });

  it('puts the odd element of auto_pad where it belongs', async () => {
    const padsOf = async (auto_pad: string) => {
      const [node] = await nodesOf({
        op: 'MaxPool',
        attributes: { kernel_shape: [2], auto_pad },
        inputs: [{ shape: [1, 1, 4] }],
      });
      return node.family === 'pool' ? node.attributes.pads : undefined;
    };
    expect([await padsOf('SAME_UPPER'), await padsOf('SAME_LOWER')]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('settles the padding of a transposed convolution from its output shape', async () => {
    const inputs = [{ shape: [1, 1, 3, 3] }, { shape: [1, 2, 3, 3] }];
    const node = (attributes: OneNode['attributes']) =>
      shapeOf({ op: 'ConvTranspose', attributes: { strides: [3, 2], ...attributes }, inputs });
    expect(await node({ output_shape: [10, 8] })).toEqual([1, 2, 10, 8]);
    expect(await node({ auto_pad: 'SAME_UPPER' })).toEqual([1, 2, 9, 6]);
    expect(await node({ pads: [1, 2, 1, 2] })).toEqual([1, 2, 7, 3]);
  });
});
