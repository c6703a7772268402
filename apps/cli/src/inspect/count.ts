import { sizeOf } from '@roentgen/kernels';
import type { Graph, Node, OnnxGraph, OnnxModel, OnnxTensor } from '@roentgen/runtime';

/** How often a model uses each operator, most used first, equals by name. */
export function operators(graph: OnnxGraph): { readonly op: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { op, domain } of graph.nodes) {
    const name = domain === '' ? op : `${domain}.${op}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const order = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return order.map(([op, count]) => ({ op, count }));
}

/**
 * Inputs of operators that are not trained: BatchNormalization's running statistics, and scale and zero point of
 * quantised weights. Shapes, indices and thresholds drop out because they are integers or single numbers.
 */
const UNTRAINED: Readonly<Record<string, readonly number[]>> = {
  BatchNormalization: [3, 4],
  DequantizeLinear: [1, 2],
  QuantizeLinear: [1, 2],
};

/**
 * Trained numbers of a model: elements of its weights, as PyTorch counts parameters, of what the file holds. An exporter that folds
 * a batch normalisation into a convolution leaves one number where there were two.
 */
export function parameters({ graph }: OnnxModel): number {
  const counted = new Set<OnnxTensor>();
  for (const { op, inputs } of graph.nodes) {
    for (const [place, name] of inputs.entries()) {
      const tensor = graph.initializers.get(name);
      if (tensor === undefined || UNTRAINED[op]?.includes(place)) continue;
      const weights = /float/.test(tensor.dtype) || op === 'DequantizeLinear' || op.endsWith('Integer');
      if (weights && tensor.dims.length > 0) counted.add(tensor);
    }
  }
  return [...counted].reduce((sum, { dims }) => sum + sizeOf(dims), 0);
}

/** Bytes of all constants as the file holds them. */
export function weightBytes({ graph }: OnnxModel): number {
  return [...graph.initializers.values()].reduce((sum, { data }) => sum + data.byteLength, 0);
}

/**
 * Multiply-adds of one run, counted as papers do: convolutions and matrix products by their definition (whatever
 * algorithm a kernel uses), nothing else.
 */
export function multiplyAdds(graph: Graph): number {
  const shapeOf = (id: Node['inputs'][number] | undefined) =>
    id === null || id === undefined ? [] : graph.values.get(id)!.type.shape;
  return graph.nodes.reduce((sum, { family, attributes, inputs, outputs }) => {
    const [x, w, y] = [shapeOf(inputs[0]), shapeOf(inputs[1]), shapeOf(outputs[0])];
    if (family === 'conv') return sum + (sizeOf(y) * sizeOf(w)) / w[0];
    if (family === 'convTranspose') return sum + (sizeOf(x) * sizeOf(w)) / w[0];
    if (family === 'matmul') return sum + sizeOf(y) * (attributes.transA ? x.at(-2)! : x.at(-1)!);
    return sum;
  }, 0);
}
