import { hostData, type OnnxModel, type OnnxNode, type OnnxTensor, readModel } from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';
import { shrinkWeights } from './shrink.ts';
import { writeModel } from './write.ts';

function tensor(name: string, dims: readonly number[], data: Float32Array): OnnxTensor {
  return { name, dtype: 'float32', dims, data };
}

function node(op: string, inputs: readonly string[], output: string): OnnxNode {
  const attributes: OnnxNode['attributes'] = new Map();
  return {
    name: output,
    op,
    domain: '',
    opset: 13,
    overload: '',
    inputs,
    outputs: [output],
    attributes,
    index: 0,
  };
}

const wave = (count: number, step: number) =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i * step));
const positive = (count: number) => Float32Array.from({ length: count }, (_, i) => 0.5 + i / count);

/** x [n, 256, h, w] -> 1 x 1 convolution -> norm -> 1 x 1 convolution with few weights. */
function network(opset = 13): OnnxModel {
  const weights = [
    tensor('large', [128, 256, 1, 1], wave(32768, 0.37)),
    tensor('scale', [128], positive(128)),
    tensor('small', [8, 128, 1, 1], wave(1024, 0.71)),
    tensor('tiny', [8], wave(8, 1)),
  ];
  return {
    irVersion: 8,
    opsets: new Map([['', opset]]),
    producerName: 'test',
    producerVersion: '',
    metadata: new Map([['note', 'left out']]),
    functions: [],
    graph: {
      name: 'g',
      nodes: [
        node('Conv', ['x', 'large'], 'wide'),
        node('BatchNormalization', ['wide', 'scale', 'scale', 'scale', 'scale'], 'normed'),
        node('Conv', ['normed', 'small', 'tiny'], 'y'),
      ].map((it) => ({ ...it, opset })),
      initializers: new Map(weights.map((it) => [it.name, it])),
      inputs: [{ name: 'x', type: { kind: 'tensor', dtype: 'float32', shape: ['n', 256, 'h', null] } }],
      outputs: [{ name: 'y', type: { kind: 'tensor', dtype: 'float32', shape: null } }],
      valueInfo: new Map(),
    },
  };
}

describe('shrinkWeights', () => {
  it('turns large weights to int8 and small ones to f16, each restored under its old name', () => {
    const { model, changed } = shrinkWeights(network(), 'int8');
    expect(changed.map(({ name, storage }) => [name, storage])).toEqual([
      ['large', 'int8'],
      ['small', 'f16'],
    ]);
    expect(model.graph.nodes.map(({ op, inputs, outputs }) => [op, ...inputs, ...outputs].join(' '))).toEqual(
      [
        'DequantizeLinear large.int8 large.scale large',
        'Cast small.f16 small',
        'Conv x large wide',
        'BatchNormalization wide scale scale scale scale normed',
        'Conv normed small tiny y',
      ],
    );
    expect(model.graph.initializers.get('large.int8')?.dims).toEqual([128, 256, 1, 1]);
    expect(model.graph.initializers.get('large.scale')?.dims).toEqual([128]);
    for (const { loss } of changed) expect(loss).toBeLessThan(0.01);
  });

  it('keeps 11 bits of a weight in half precision', () => {
    const { model, changed } = shrinkWeights(network(), 'f16');
    expect(changed.map(({ name }) => name)).toEqual(['large', 'small']);
    const half = hostData(model.graph.initializers.get('large.f16') as OnnxTensor);
    wave(32768, 0.37).forEach((value, i) => {
      expect(Math.abs(half[i] - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -11 + 2 ** -25);
    });
  });

  it('leaves a norm alone that half precision cannot hold, and a weight that is read as anything else', () => {
    const norm = (values: Float32Array): OnnxModel => {
      const model = network();
      const nodes = [node('BatchNormalization', ['x', 'p', 'p', 'p', 'p'], 'y')];
      return {
        ...model,
        graph: { ...model.graph, nodes, initializers: new Map([['p', tensor('p', [256], values)]]) },
      };
    };
    expect(shrinkWeights(norm(positive(256)), 'f16').changed).toHaveLength(1);
    expect(shrinkWeights(norm(positive(256).fill(1e-6, 3, 4)), 'f16').changed).toHaveLength(0);
    expect(shrinkWeights(norm(positive(256).fill(1e5, 3, 4)), 'f16').changed).toHaveLength(0);
    const twice = network();
    const nodes = [...twice.graph.nodes, node('Relu', ['large'], 'other')];
    const { changed } = shrinkWeights({ ...twice, graph: { ...twice.graph, nodes } }, 'int8');
    expect(changed.map(({ name }) => name)).toEqual(['small']);
  });

  it('refuses opsets without scales per channel, and a second pass over its own work', () => {
    expect(() => shrinkWeights(network(12), 'int8')).toThrow(/need opset 13, and the model has 12/);
    const clash = network();
    const initializers = new Map([
      ...clash.graph.initializers,
      ['large.scale', tensor('large.scale', [1], wave(1, 1))],
    ]);
    expect(() => shrinkWeights({ ...clash, graph: { ...clash.graph, initializers } }, 'int8')).toThrow(
      /already has a value called 'large.scale'/,
    );
  });
});

describe('writeModel', () => {
  it('writes what the reader reads back, byte for byte the same every time', async () => {
    const { model } = shrinkWeights(network(), 'int8');
    const bytes = writeModel(model);
    expect(writeModel(model)).toEqual(bytes);
    const read = await readModel(bytes);
    expect(read.opsets).toEqual(model.opsets);
    expect(read.graph.inputs).toEqual(model.graph.inputs);
    expect(read.graph.outputs).toEqual(model.graph.outputs);
    expect(read.graph.initializers).toEqual(model.graph.initializers);
    const plain = (nodes: readonly OnnxNode[]) => nodes.map(({ index: _, ...rest }) => rest);
    expect(plain(read.graph.nodes)).toEqual(plain(model.graph.nodes));
    expect(read.metadata.size).toBe(0);
  });

  it('writes every kind of attribute', async () => {
    const model = network();
    const value = tensor('', [2], Float32Array.of(3, 4));
    const attributes: OnnxNode['attributes'] = new Map([
      ['float', { kind: 'float', value: 0.5 }],
      ['int', { kind: 'int', value: -3 }],
      ['string', { kind: 'string', value: 'ü' }],
      ['tensor', { kind: 'tensor', value }],
      ['floats', { kind: 'floats', value: [1, 2.5] }],
      ['ints', { kind: 'ints', value: [3, 2n ** 63n - 1n] }],
      ['strings', { kind: 'strings', value: ['a', ''] }],
      ['tensors', { kind: 'tensors', value: [value, value] }],
    ]);
    const made = { ...node('Own', ['x', '', 'tiny'], 'y'), domain: 'test', attributes, opset: 2 };
    const graph = { ...model.graph, nodes: [made] };
    const opsets = new Map([...model.opsets, ['test', 2]]);
    const read = await readModel(writeModel({ ...model, opsets, graph }));
    expect(read.graph.nodes[0].attributes).toEqual(attributes);
    expect(read.graph.nodes[0].inputs).toEqual(['x', '', 'tiny']);
    expect(read.opsets).toEqual(opsets);
  });

  it('refuses nodes of another opset than the model says', () => {
    const model = network();
    const nodes = model.graph.nodes.map((it, i) => (i === 1 ? { ...it, opset: 9 } : it));
    expect(() => writeModel({ ...model, graph: { ...model.graph, nodes } })).toThrow(/opset 9/);
  });
});
