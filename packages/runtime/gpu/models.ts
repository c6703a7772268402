import { generator } from '../src/graph/testing/sketch.ts';
import { encodeModel, type NodeSpec, type TensorSpec, type ValueSpec } from '../src/onnx/testing/encode.ts';

/** Small networks as ONNX files in memory. */
class Net {
  readonly nodes: NodeSpec[] = [];
  readonly initializers: TensorSpec[] = [];
  readonly #random = generator(7);

  weights(dims: readonly number[], scale = 1): string {
    const name = `w${this.initializers.length}`;
    const count = dims.reduce((product, extent) => product * extent, 1);
    const floats = Array.from({ length: count }, () => (this.#random() - 0.5) * scale);
    this.initializers.push({ name, dims, floats });
    return name;
  }

  add(op: string, inputs: readonly string[], attributes: NodeSpec['attributes'] = {}): string {
    const output = `${op.toLowerCase()}${this.nodes.length}`;
    this.nodes.push({ op, inputs, outputs: [output], name: output, attributes });
    return output;
  }

  conv(x: string, from: number, to: number, size: number): string {
    const pads = Array.from({ length: 4 }, () => size >> 1);
    const w = this.weights([to, from, size, size], 2 / (from * size));
    return this.add('Conv', [x, w, this.weights([to])], { kernel_shape: [size, size], pads });
  }

  norm(x: string, channels: number): string {
    const vector = () => this.weights([channels]);
    const [scale, bias, mean] = [vector(), vector(), vector()];
    const variance = `v${this.initializers.length}`;
    this.initializers.push({ name: variance, dims: [channels], floats: Array(channels).fill(0.5) });
    return this.add('BatchNormalization', [x, scale, bias, mean, variance]);
  }

  /** The file; `y` is what the last node makes. */
  file(inputs: readonly ValueSpec[], rank: number): Uint8Array {
    const y = this.nodes.at(-1)!.outputs![0];
    this.add('Identity', [y]);
    const nodes = [...this.nodes.slice(0, -1), { ...this.nodes.at(-1)!, outputs: ['y'] }];
    const outputs = [{ name: 'y', shape: Array<null>(rank).fill(null) }];
    return encodeModel({ nodes, initializers: this.initializers, inputs, outputs });
  }
}

/** y = 2 x + 1, of any length; null leaves even the rank open. */
export function affine(dims: readonly (number | string)[] | null = ['length']): Uint8Array {
  const net = new Net();
  net.initializers.push({ name: 'two', dims: [], floats: [2] }, { name: 'one', dims: [], floats: [1] });
  net.add('Add', [net.add('Mul', ['x', 'two']), 'one']);
  return net.file([{ name: 'x', shape: dims }], dims?.length ?? 1);
}

/** A residual network with a sub-pixel step: [n, 1, h, w] to [n, 1, 2h, 2w]. */
export function resolver(): Uint8Array {
  const net = new Net();
  const head = net.add('Relu', [net.conv('x', 1, 8, 3)]);
  const body = net.add('Add', [head, net.conv(net.add('Relu', [net.conv(head, 8, 8, 3)]), 8, 8, 3)]);
  net.add('DepthToSpace', [net.conv(body, 8, 4, 3)], { blocksize: 2, mode: 'CRD' });
  return net.file([{ name: 'x', shape: ['n', 1, 'h', 'w'] }], 4);
}

/** A DenseNet of one block of three layers, a transition and a classifier: [n, 3, 16, 16] to [n, 5]. */
export function classifier(): Uint8Array {
  const net = new Net();
  let channels = 8;
  let x = net.add('Relu', [net.norm(net.conv('x', 3, channels, 3), channels)]);
  for (let layer = 0; layer < 3; layer++) {
    const narrow = net.conv(net.add('Relu', [net.norm(x, channels)]), channels, 16, 1);
    const grown = net.conv(net.add('Relu', [net.norm(narrow, 16)]), 16, 4, 3);
    x = net.add('Concat', [x, grown], { axis: 1 });
    channels += 4;
  }
  const moved = net.conv(net.add('Relu', [net.norm(x, channels)]), channels, 10, 1);
  const pooled = net.add('AveragePool', [moved], { kernel_shape: [2, 2], strides: [2, 2] });
  const flat = net.add('Flatten', [net.add('GlobalAveragePool', [pooled])]);
  net.add('Gemm', [flat, net.weights([5, 10]), net.weights([5])], { transB: 1 });
  return net.file([{ name: 'x', shape: ['n', 3, 16, 16] }], 2);
}

/** Rows of x that `indices` names. */
export function picker(): Uint8Array {
  const net = new Net();
  net.add('Gather', ['x', 'indices']);
  const inputs: ValueSpec[] = [
    { name: 'x', shape: ['rows', 2] },
    { name: 'indices', dtype: 'int64', shape: ['count'] },
  ];
  return net.file(inputs, 2);
}

/** The sum of x, which may be long. */
export function total(): Uint8Array {
  const net = new Net();
  net.add('ReduceSum', ['x'], { keepdims: 0 });
  return net.file([{ name: 'x', shape: ['length'] }], 0);
}

/** x in the shape that the values of `shape` say. */
export function reshaper(): Uint8Array {
  const net = new Net();
  net.add('Relu', [net.add('Reshape', ['x', 'shape'])]);
  const inputs: ValueSpec[] = [
    { name: 'x', shape: ['length'] },
    { name: 'shape', dtype: 'int64', shape: [2] },
  ];
  return net.file(inputs, 2);
}
