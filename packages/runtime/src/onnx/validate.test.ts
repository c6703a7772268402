import { describe, expect, test } from 'vitest';
import type { OnnxModel } from './model.ts';
import { readModel } from './read.ts';
import { encodeModel, type ModelSpec, type NodeSpec } from './testing/encode.ts';

const read = (spec: ModelSpec): Promise<OnnxModel> => readModel(encodeModel(spec));

const relu = (input: string, output: string, name?: string): NodeSpec => ({
  op: 'Relu',
  inputs: [input],
  outputs: [output],
  ...(name === undefined ? {} : { name }),
});

const plain: ModelSpec = {
  nodes: [relu('x', 'y')],
  inputs: [{ name: 'x', shape: ['n', 3, null] }],
  outputs: [{ name: 'y' }],
};

test('a small model, as data', async () => {
  const model = await read({
    ...plain,
    initializers: [{ name: 'w', dims: [1], raw: [2] }],
    metadata: { author: 'me' },
    opsets: { 'ai.onnx': 17, 'com.example': 3 },
  });
  expect(model).toMatchObject({ irVersion: 10, producerName: 'encode.ts' });
  expect([...model.opsets]).toEqual([
    ['', 17],
    ['com.example', 3],
  ]);
  expect(model.metadata.get('author')).toBe('me');
  expect(model.graph.nodes[0]).toMatchObject({
    op: 'Relu',
    domain: '',
    opset: 17,
    inputs: ['x'],
    outputs: ['y'],
  });
  expect(model.graph.inputs[0].type).toEqual({ kind: 'tensor', dtype: 'float32', shape: ['n', 3, null] });
  expect(model.graph.outputs[0].type).toEqual({ kind: 'tensor', dtype: 'float32', shape: null });
  expect([...(model.graph.initializers.get('w')?.data ?? [])]).toEqual([2]);
});

describe('accepted', () => {
  test('names that objects have already', async () => {
    const nodes = [relu('constructor', '__proto__'), relu('__proto__', 'toString')];
    const model = await read({ nodes, inputs: [{ name: 'constructor' }], outputs: [{ name: 'toString' }] });
    expect(model.graph.nodes).toHaveLength(2);
  });

  test('an input that is an output', async () => {
    await expect(read({ inputs: [{ name: 'x' }], outputs: [{ name: 'x' }] })).resolves.toBeDefined();
  });

  test('the same node name twice', async () => {
    await expect(
      read({ ...plain, nodes: [relu('x', 'a', 'n'), relu('a', 'y', 'n')] }),
    ).resolves.toBeDefined();
  });

  test('-1 for an open size', async () => {
    const model = await read({ ...plain, inputs: [{ name: 'x', shape: [-1, 3] }] });
    expect(model.graph.inputs[0].type).toMatchObject({ shape: [null, 3] });
  });

  test('an optional input and output that are left out', async () => {
    const nodes = [{ op: 'Resize', inputs: ['x', '', 's'], outputs: ['y', ''] }];
    const initializers = [{ name: 's', dims: [1], raw: [2] }];
    await expect(read({ ...plain, nodes, initializers })).resolves.toBeDefined();
  });

  test('no opset import before IR version 3', async () => {
    const model = await read({ ...plain, irVersion: 2, opsets: {} });
    expect(model.graph.nodes[0].opset).toBe(1);
  });

  test('nodes out of order, which are sorted', async () => {
    const nodes = [relu('b', 'y'), relu('a', 'b'), relu('x', 'a')];
    const model = await read({ ...plain, nodes });
    expect(model.graph.nodes.map((node) => node.outputs[0])).toEqual(['a', 'b', 'y']);
    expect(model.graph.nodes.map((node) => node.index)).toEqual([2, 1, 0]);
  });

  test('a subgraph, whose values may come from outside', async () => {
    const body = {
      graph: { nodes: [relu('x', 'inner')], outputs: [{ name: 'inner', kind: 'none' as const }] },
    };
    const nodes = [{ op: 'If', inputs: ['c'], outputs: ['y'], attributes: { then_branch: body } }];
    const model = await read({ ...plain, nodes, inputs: [{ name: 'x' }, { name: 'c', dtype: 'bool' }] });
    expect(model.graph.nodes[0].attributes.get('then_branch')).toMatchObject({ kind: 'graph' });
  });
});

describe('refused', () => {
  const cases: [string, Partial<ModelSpec>, string, RegExp][] = [
    ['no IR version', { irVersion: 0 }, 'model', /no valid IR version \(0\)/],
    ['a future IR version', { irVersion: 15 }, 'unsupported', /IR version 15; the newest known is 14/],
    ['no opset', { opsets: {} }, 'model', /imports no operator set/],
    ['opset 0', { opsets: { '': 0 } }, 'model', /imports version 0/],
    ['a future opset', { opsets: { '': 29 } }, 'unsupported', /opset 29; the newest known is 28/],
    [
      'a domain twice under two names',
      { opsets: { '': 17, 'ai.onnx': 18 } },
      'model',
      /two versions of the operator set 'ai.onnx'/,
    ],
    ['an unimported domain', { nodes: [{ ...relu('x', 'y'), domain: 'com.acme' }] }, 'model', /'com.acme'/],
    ['no operator', { nodes: [{ ...relu('x', 'y'), op: '' }] }, 'model', /no operator/],
    [
      'a missing tensor',
      { nodes: [relu('nope', 'y', 'r1')] },
      'model',
      /nothing makes 'nope'.*node 'r1' \(Relu\)/,
    ],
    ['a self loop', { nodes: [relu('y', 'y')] }, 'model', /a cycle of 1 nodes/],
    [
      'a cycle',
      { nodes: [relu('x', 'z'), relu('b', 'a', 'n1'), relu('a', 'b', 'n2'), relu('b', 'y', 'n3')] },
      'model',
      /a cycle of 2 nodes: .*'n[12]' \(Relu\) -> 'n[12]' \(Relu\)/,
    ],
    ['a value made twice', { nodes: [relu('x', 'y'), relu('x', 'y')] }, 'model', /'y' is made by node #0/],
    [
      'an input made again',
      { nodes: [relu('x', 'x'), relu('x', 'y')] },
      'model',
      /'x' is an input of the graph/,
    ],
    [
      'an initializer made again',
      { nodes: [relu('x', 'y')], initializers: [{ name: 'y', dims: [1], raw: [1] }] },
      'model',
      /'y' is an initializer/,
    ],
    ['an unmade output', { outputs: [{ name: 'y' }, { name: 'z' }] }, 'model', /graph’s output 'z'/],
    ['an output twice', { outputs: [{ name: 'y' }, { name: 'y' }] }, 'model', /output 'y' is listed twice/],
    ['an input twice', { inputs: [{ name: 'x' }, { name: 'x' }] }, 'model', /input 'x' is listed twice/],
    ['no outputs', { outputs: [] }, 'model', /no outputs/],
    ['an input without type', { inputs: [{ name: 'x', kind: 'none' }] }, 'model', /input 'x' has no type/],
    ['an input of type 0', { inputs: [{ name: 'x', dtype: 0 }] }, 'model', /element type 0/],
    ['an input of texts', { inputs: [{ name: 'x', dtype: 'string' }] }, 'unsupported', /holds string/],
    ['a sequence', { inputs: [{ name: 'x', kind: 'sequence' }] }, 'unsupported', /is a sequence/],
    ['a size of -7', { inputs: [{ name: 'x', shape: [-7] }] }, 'model', /dimension of -7/],
    ['an unnamed initializer', { initializers: [{ dims: [1], raw: [1] }] }, 'model', /has no name/],
    [
      'an initializer twice',
      {
        initializers: [
          { name: 'w', dims: [1], raw: [1] },
          { name: 'w', dims: [1], raw: [1] },
        ],
      },
      'model',
      /'w' is there twice/,
    ],
    [
      'another shape than declared',
      { inputs: [{ name: 'x', shape: [5] }], initializers: [{ name: 'x', dims: [4], raw: [1, 2, 3, 4] }] },
      'model',
      /declared \[5\], but its initializer is \[4\]/,
    ],
    [
      'another type than declared',
      { inputs: [{ name: 'x', dtype: 'int64' }], initializers: [{ name: 'x', dims: [1], raw: [1] }] },
      'model',
      /declared int64, but its initializer is float32/,
    ],
    [
      'types that we lack, all at once',
      {
        initializers: [
          { name: 'a', dtype: 'string', dims: [0] },
          { name: 'b', dtype: 'int4', dims: [0] },
        ],
      },
      'unsupported',
      /initializers 'a', 'b' have elements of type string, int4/,
    ],
    [
      'a reference outside a function',
      { nodes: [{ ...relu('x', 'y'), attributes: { alpha: { reference: 'a', type: 1 } } }] },
      'model',
      /'alpha' .* refers to 'a' of a function/,
    ],
  ];

  test.each(cases)('%s', async (_, change, code, message) => {
    const reading = read({ ...plain, ...change });
    await expect(reading).rejects.toMatchObject({ name: 'RoentgenError', code, hint: expect.any(String) });
    await expect(read({ ...plain, ...change })).rejects.toThrow(message);
  });

  test('with a cut name', async () => {
    const long = 'n'.repeat(100_000);
    await expect(read({ ...plain, nodes: [relu(long, 'y')] })).rejects.toThrow(
      /n{72}… \(100000 characters\)/,
    );
  });
});
