import type { OnnxAttribute, OnnxModel, OnnxNode, OnnxTensor, OnnxValueInfo } from '@roentgen/runtime';

/** Builds small models as data, for tests of rewrites and checks. */

type Dims = readonly (number | string | null)[];

export function value(name: string, shape: Dims | null): OnnxValueInfo {
  return { name, type: { kind: 'tensor', dtype: 'float32', shape } };
}

export function floats(name: string, dims: readonly number[]): OnnxTensor {
  const size = dims.reduce((product, dim) => product * dim, 1);
  const data = Float32Array.from({ length: size }, (_, i) => ((i * 7) % 5) - 2);
  return { name, dtype: 'float32', dims, data };
}

export function node(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
): OnnxNode {
  const entries = Object.entries(attributes).map(([key, of]): [string, OnnxAttribute] => [
    key,
    typeof of === 'number' ? { kind: 'int', value: of } : { kind: 'ints', value: of },
  ]);
  return {
    name: `node ${output}`,
    op,
    domain: '',
    opset: 18,
    overload: '',
    inputs,
    outputs: [output],
    attributes: new Map(entries),
    index: 0,
  };
}

export function model(parts: {
  readonly inputs: readonly OnnxValueInfo[];
  readonly outputs: readonly OnnxValueInfo[];
  readonly nodes: readonly OnnxNode[];
  readonly weights?: readonly OnnxTensor[];
}): OnnxModel {
  const initializers = new Map((parts.weights ?? []).map((tensor) => [tensor.name, tensor]));
  return {
    irVersion: 10,
    opsets: new Map([['', 18]]),
    producerName: 'test',
    producerVersion: '',
    metadata: new Map(),
    functions: [],
    graph: { name: 'test', ...parts, initializers, valueInfo: new Map() },
  };
}
