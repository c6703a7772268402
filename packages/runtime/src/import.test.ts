import { type HostArray, RoentgenError, type TensorType } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { defaultShapes } from './declared.ts';
import type { Graph } from './graph/graph.ts';
import { importModel, specialise } from './import.ts';
import { readModel } from './onnx/index.ts';
import { encodeModel, type ModelSpec } from './onnx/testing/encode.ts';

const floats = (...shape: number[]): TensorType => ({ dtype: 'float32', shape });
const x = (...shape: (number | string)[]) => ({ name: 'x', dtype: 'float32' as const, shape });
const y = (shape: (number | string)[] | null = null) => ({ name: 'y', dtype: 'float32' as const, shape });
const int64 = (name: string, ...values: number[]) => ({
  name,
  dtype: 'int64' as const,
  dims: [values.length],
  int64s: values,
});

async function load(
  spec: ModelSpec,
  shapes: Record<string, TensorType>,
  data: Record<string, HostArray> = {},
) {
  const model = await readModel(encodeModel(spec));
  return specialise(model, new Map(Object.entries(shapes)), (name) => data[name]);
}

async function errorOf(spec: ModelSpec, shapes: Record<string, TensorType>): Promise<RoentgenError> {
  const error = await load(spec, shapes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RoentgenError);
  return error as RoentgenError;
}

/** Each node as its family and, of a map, its functions. */
function steps(graph: Graph): string[] {
  return graph.nodes.map((node) => {
    if (node.family !== 'map') return node.family;
    return [node.attributes.fn, ...node.attributes.then.map(({ fn }) => fn)].join('.');
  });
}

function output(graph: Graph): { type: TensorType; data: number[] | undefined } {
  const { value } = graph.outputs[0];
  const data = graph.constants.get(value);
  return { type: graph.values.get(value)!.type, data: data && Array.from(data) };
}

describe('importModel', () => {
  it('computes chains of shape arithmetic, so that nothing of them is left', async () => {
    const spec: ModelSpec = {
      inputs: [x('n', 6, 'w')],
      outputs: [y()],
      initializers: [int64('one', 1), int64('minus', -1), int64('zero', 0)],
      nodes: [
        { op: 'Shape', inputs: ['x'], outputs: ['s'] },
        { op: 'Gather', inputs: ['s', 'zero'], outputs: ['n'], attributes: { axis: 0 } },
        { op: 'Concat', inputs: ['n', 'minus'], outputs: ['target'], attributes: { axis: 0 } },
        { op: 'Reshape', inputs: ['x', 'target'], outputs: ['r'] },
        { op: 'Relu', inputs: ['r'], outputs: ['y'] },
      ],
    };
    const { graph } = await load(spec, { x: floats(2, 6, 5) });
    expect(steps(graph)).toEqual(['identity.relu']);
    expect(output(graph).type).toEqual(floats(2, 30));
  });

  it('names values as the file does', async () => {
    const spec: ModelSpec = {
      inputs: [x(2)],
      outputs: [y()],
      nodes: [{ op: 'Exp', inputs: ['x'], outputs: ['y'] }],
    };
    const { graph } = await load(spec, { x: floats(2) });
    expect([...graph.values.values()].map(({ name }) => name)).toEqual(['x', 'y']);
  });

  it('asks for the data of inputs that decide shapes, and only of those', async () => {
    const spec: ModelSpec = {
      inputs: [
        x(2, 6),
        { name: 'shape', dtype: 'int64', shape: [2] },
        { name: 'z', dtype: 'float32', shape: ['k'] },
      ],
      outputs: [y()],
      nodes: [
        { op: 'Reshape', inputs: ['x', 'shape'], outputs: ['r'] },
        { op: 'Add', inputs: ['r', 'z'], outputs: ['y'] },
      ],
    };
    const shapes = { x: floats(2, 6), shape: { dtype: 'int64' as const, shape: [2] }, z: floats(4) };
    const { graph, hostInputs } = await load(spec, shapes, { shape: Float64Array.of(3, 4) });
    expect(hostInputs).toEqual(['shape']);
    expect(output(graph).type).toEqual(floats(3, 4));
    expect((await errorOf(spec, shapes)).code).toBe('usage');
  });

  it('refuses shapes that follow from computed data, naming who computes it', async () => {
    const spec: ModelSpec = {
      inputs: [x(2, 3)],
      outputs: [y()],
      initializers: [int64('axes', 0, 1)],
      nodes: [
        {
          op: 'ReduceSum',
          name: 'total',
          inputs: ['x', 'axes'],
          outputs: ['sum'],
          attributes: { keepdims: 0 },
        },
        { op: 'Cast', name: 'whole', inputs: ['sum'], outputs: ['count'], attributes: { to: 7 } },
        { op: 'Range', name: 'upTo', inputs: ['count', 'count', 'count'], outputs: ['y'] },
      ],
    };
    const error = await errorOf({ ...spec, outputs: [{ name: 'y', dtype: 'int64' }] }, { x: floats(2, 3) });
    expect(error).toMatchObject({ code: 'unsupported', node: 'upTo' });
    expect(error.message).toContain("Cast 'whole'");
  });

  it('lists every operator that is missing, with the nodes that use it', async () => {
    const spec: ModelSpec = {
      inputs: [x(2)],
      outputs: [y()],
      nodes: [
        { op: 'LSTM', name: 'first', inputs: ['x'], outputs: ['a'] },
        { op: 'Fancy', name: 'second', domain: 'com.acme', inputs: ['a'], outputs: ['b'] },
        { op: 'LSTM', name: 'third', inputs: ['b'], outputs: ['y'] },
      ],
      opsets: { '': 17, 'com.acme': 1 },
    };
    const error = await errorOf(spec, { x: floats(2) });
    expect(error.code).toBe('unsupported');
    for (const part of ['LSTM', "'first', 'third'", 'Fancy', "'com.acme'", "'second'"])
      expect(error.message).toContain(part);
  });

  it.each([
    ['declared shape', { outputs: [y([3])] }, 'model'],
    ['declared type', { outputs: [{ name: 'y', dtype: 'int32' as const }] }, 'model'],
    [
      'unknown attribute',
      { nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'], attributes: { colour: 1 } }] },
      'model',
    ],
    ['too many inputs', { nodes: [{ op: 'Relu', inputs: ['x', 'x'], outputs: ['y'] }] }, 'model'],
    ['operator from the future', { nodes: [{ op: 'Gelu', inputs: ['x'], outputs: ['y'] }] }, 'model'],
  ] as const)('refuses a model with a contradiction: %s', async (_, change, code) => {
    const sound = {
      inputs: [x(2)],
      outputs: [y([2])],
      nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
    };
    expect(output((await load(sound, { x: floats(2) })).graph).type).toEqual(floats(2));
    expect((await errorOf({ ...sound, ...change }, { x: floats(2) })).code).toBe(code);
  });

  it('checks what is given against what the model declares', async () => {
    const spec: ModelSpec = {
      inputs: [x('n', 3)],
      outputs: [y()],
      nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
    };
    expect((await errorOf(spec, { x: floats(2, 4) })).code).toBe('shape');
    expect((await errorOf(spec, {})).code).toBe('usage');
    expect((await errorOf(spec, { x: { dtype: 'int32', shape: [2, 3] } })).code).toBe('usage');
    expect((await errorOf(spec, { x: floats(2, 3), w: floats(1) })).message).toContain("no input 'w'");
  });

  it('does not take equal names of sizes for equal sizes', async () => {
    const spec: ModelSpec = {
      inputs: [x('d', 'd')],
      outputs: [y(['d', 'd'])],
      nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
    };
    expect(output((await load(spec, { x: floats(2, 3) })).graph).type).toEqual(floats(2, 3));
  });

  it('follows the branch that a known condition chooses', async () => {
    const branch = (op: string) => ({
      graph: {
        nodes: [{ op, inputs: ['x'], outputs: [op] }],
        outputs: [{ name: op, dtype: 'float32' as const }],
      },
    });
    const spec: ModelSpec = {
      inputs: [x('n')],
      outputs: [y()],
      initializers: [int64('four', 4)],
      nodes: [
        { op: 'Shape', inputs: ['x'], outputs: ['s'] },
        { op: 'Less', inputs: ['s', 'four'], outputs: ['small'] },
        {
          op: 'If',
          inputs: ['small'],
          outputs: ['y'],
          attributes: { then_branch: branch('Exp'), else_branch: branch('Log') },
        },
      ],
    };
    expect(steps((await load(spec, { x: floats(3) })).graph)).toEqual(['identity.exp']);
    expect(steps((await load(spec, { x: floats(5) })).graph)).toEqual(['identity.log']);
  });

  it('passes an input through, and lets data be given to one', async () => {
    const model = await readModel(
      encodeModel({ inputs: [x(2)], outputs: [{ name: 'x', dtype: 'float32' }] }),
    );
    const graph = importModel(model, new Map([['x', { type: floats(2), data: Float32Array.of(3, 4) }]]));
    expect(output(graph).data).toEqual([3, 4]);
    expect(graph.inputs).toEqual([]);
  });
});

describe('defaultShapes', () => {
  it('takes the first axis for a batch of one and says what it assumed', async () => {
    const spec: ModelSpec = {
      inputs: [x('n', 3, 'h', 'w')],
      outputs: [y()],
      nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
    };
    const model = await readModel(encodeModel(spec));
    expect(defaultShapes(model).get('x')).toEqual({ type: floats(1, 3, 64, 64), assumed: [0, 2, 3] });
    const sizes = new Map([['w', 100]]);
    expect(defaultShapes(model, { sizes, open: 32 }).get('x')!.type.shape).toEqual([1, 3, 32, 100]);
  });
});
