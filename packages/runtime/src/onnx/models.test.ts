import { expect, test } from 'vitest';
import { readModel } from './read.ts';
import { bytesAt, describeShared } from './testing/shared.ts';

/** Nodes by operator, versions and sizes, from the survey of these files (../shared/onnx.md, section 6, and models/README.md). */
const models: [
  string,
  { ir: number; opset: number; nodes: number; parameters?: number; ops: Record<string, number> },
][] = [
  [
    'densenet121.onnx',
    {
      ir: 7,
      opset: 13,
      nodes: 369,
      ops: { Conv: 120, Relu: 121, BatchNormalization: 62, Concat: 58, AveragePool: 3 },
    },
  ],
  ['meshnet.onnx', { ir: 8, opset: 17, nodes: 19, ops: { Conv: 10, Relu: 9 } }],
  [
    'rau-net.onnx',
    { ir: 10, opset: 18, nodes: 95, ops: { Conv: 40, Relu: 26, Add: 9, MaxPool: 4, Resize: 4 } },
  ],
  ['sr-hw-x2.onnx', { ir: 8, opset: 17, nodes: 24, parameters: 57573, ops: { Conv: 10, DepthToSpace: 1 } }],
  ['sr-hw-x4.onnx', { ir: 8, opset: 17, nodes: 24, parameters: 61041, ops: { Conv: 10, DepthToSpace: 1 } }],
  [
    'sr-d-x2.onnx',
    { ir: 10, opset: 18, nodes: 26, parameters: 56995, ops: { Conv: 10, Reshape: 2, Transpose: 1 } },
  ],
  [
    'sr-d-x4.onnx',
    { ir: 10, opset: 18, nodes: 26, parameters: 57573, ops: { Conv: 10, Reshape: 2, Transpose: 1 } },
  ],
];

describeShared('models', 'the project’s models', (folder) => {
  test.each(models)('%s', async (file, facts) => {
    const bytes = bytesAt(new URL(file, folder));
    const { graph, irVersion, opsets } = await readModel(bytes, { name: file });
    expect({ ir: irVersion, opset: opsets.get(''), nodes: graph.nodes.length }).toEqual({
      ir: facts.ir,
      opset: facts.opset,
      nodes: facts.nodes,
    });
    for (const [op, count] of Object.entries(facts.ops)) {
      expect(graph.nodes.filter((node) => node.op === op)).toHaveLength(count);
    }
    const floats = [...graph.initializers.values()].filter((tensor) => tensor.dtype === 'float32');
    const elements = floats.reduce((sum, tensor) => sum + tensor.data.length, 0);
    if (facts.parameters !== undefined) expect(elements).toBe(facts.parameters);
    // Weights are a model's bulk: what is read must be what the file holds, less names and structure.
    expect(elements * 4).toBeLessThan(bytes.length);
    expect(elements * 4).toBeGreaterThan(bytes.length * 0.85);
  });
});
