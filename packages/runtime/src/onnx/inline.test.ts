import { describe, expect, test } from 'vitest';
import type { OnnxModel } from './model.ts';
import { readModel } from './read.ts';
import { encodeModel, type FunctionSpec, type ModelSpec, type NodeSpec } from './testing/encode.ts';

const call = (op: string, inputs: string[], outputs: string[], more: Partial<NodeSpec> = {}): NodeSpec => ({
  op,
  domain: 'loc',
  inputs,
  outputs,
  ...more,
});

/** y = LeakyRelu(x, alpha) + x */
const residual: FunctionSpec = {
  name: 'Residual',
  domain: 'loc',
  inputs: ['a'],
  outputs: ['r'],
  defaults: { slope: { float: 0.5 } },
  nodes: [
    {
      op: 'LeakyRelu',
      inputs: ['a'],
      outputs: ['t'],
      attributes: { alpha: { reference: 'slope', type: 1 } },
    },
    { op: 'Add', inputs: ['t', 'a'], outputs: ['r'] },
  ],
  opsets: { '': 16 },
};

function read(
  functions: FunctionSpec[],
  nodes: NodeSpec[],
  more: Partial<ModelSpec> = {},
): Promise<OnnxModel> {
  return readModel(
    encodeModel({
      nodes,
      functions,
      inputs: [{ name: 'x' }],
      outputs: [{ name: 'y' }],
      opsets: { '': 18, loc: 1 },
      ...more,
    }),
  );
}

test('a function called twice becomes its nodes twice, with names of their own', async () => {
  const nodes = [
    call('Residual', ['x'], ['m'], { name: 'one', attributes: { slope: { float: 0.25 } } }),
    call('Residual', ['m'], ['y'], { name: 'two' }),
  ];
  const { graph } = await read([residual], nodes);
  expect(graph.nodes.map((node) => [node.op, node.opset])).toEqual([
    ['LeakyRelu', 16],
    ['Add', 16],
    ['LeakyRelu', 16],
    ['Add', 16],
  ]);
  const [first, add, second, last] = graph.nodes;
  expect(first.inputs).toEqual(['x']);
  expect(add).toMatchObject({ name: 'one/Add', inputs: [first.outputs[0], 'x'], outputs: ['m'] });
  expect(second.outputs[0]).not.toBe(first.outputs[0]);
  expect(last.outputs).toEqual(['y']);
  expect(first.attributes.get('alpha')).toEqual({ kind: 'float', value: 0.25 });
  expect(second.attributes.get('alpha')).toEqual({ kind: 'float', value: 0.5 });
});

test('functions may call functions', async () => {
  const outer: FunctionSpec = {
    ...residual,
    name: 'Outer',
    defaults: {},
    nodes: [call('Residual', ['a'], ['r'])],
    opsets: { '': 16, loc: 1 },
  };
  const { graph } = await read([outer, residual], [call('Outer', ['x'], ['y'])]);
  expect(graph.nodes.map((node) => node.op)).toEqual(['LeakyRelu', 'Add']);
});

test('an output that is an input gets an Identity', async () => {
  const pass: FunctionSpec = { name: 'Pass', domain: 'loc', inputs: ['a'], outputs: ['a'], nodes: [] };
  const { graph } = await read([pass], [call('Pass', ['x'], ['y'])]);
  expect(graph.nodes).toMatchObject([{ op: 'Identity', domain: '', inputs: ['x'], outputs: ['y'] }]);
});

test('an attribute that neither call nor default gives is left out', async () => {
  const { graph } = await read(
    [{ ...residual, defaults: {}, parameters: [] }],
    [call('Residual', ['x'], ['y'])],
  );
  expect(graph.nodes[0].attributes.size).toBe(0);
});

describe('refused', () => {
  test('a function that reaches itself', async () => {
    const one: FunctionSpec = { ...residual, name: 'F', nodes: [call('G', ['a'], ['r'])] };
    const two: FunctionSpec = { ...residual, name: 'G', nodes: [call('F', ['a'], ['r'])] };
    await expect(read([one, two], [call('F', ['x'], ['y'])])).rejects.toThrow(/function 'F' calls itself/);
  });

  test('a function that doubles thirty times', async () => {
    const functions = Array.from({ length: 30 }, (_, level): FunctionSpec => {
      const op = `F${level + 1}`;
      const nodes = [call(op, ['a'], ['t']), call(op, ['t'], ['r'])];
      return { name: `F${level}`, domain: 'loc', inputs: ['a'], outputs: ['r'], nodes };
    });
    const last: FunctionSpec = { name: 'F30', domain: 'loc', inputs: ['a'], outputs: ['r'], nodes: [] };
    await expect(read([...functions, last], [call('F0', ['x'], ['y'])])).rejects.toThrow(
      /expand to more than/,
    );
  });

  test.each<[string, FunctionSpec, NodeSpec, RegExp]>([
    ['too many inputs', residual, call('Residual', ['x', 'x'], ['y']), /takes 1 inputs and is given 2/],
    ['too many outputs', residual, call('Residual', ['x'], ['y', 'z']), /has 1 outputs and is asked for 2/],
    [
      'a missing attribute',
      { ...residual, parameters: ['slope'], defaults: {} },
      call('Residual', ['x'], ['y']),
      /needs the attribute 'slope'/,
    ],
    [
      'an unknown attribute',
      residual,
      call('Residual', ['x'], ['y'], { attributes: { tilt: 1 } }),
      /has no attribute 'tilt'/,
    ],
    [
      'an attribute of another kind',
      residual,
      call('Residual', ['x'], ['y'], { attributes: { slope: 1 } }),
      /'alpha' refers to 'slope', int for float/,
    ],
  ])('%s', async (_, made, node, message) => {
    await expect(read([made], [node])).rejects.toThrow(message);
  });
});
