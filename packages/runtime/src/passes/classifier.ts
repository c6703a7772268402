import {
  type DeviceCaps,
  denseStrides,
  type HostArray,
  sizeOf,
  type TensorType,
  type Vocabulary,
} from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { expectedOf } from './expected.ts';

/** A mean over all of space, with what normalises its input. */
interface Mean {
  readonly node: Node;
  readonly x: ValueId;
  readonly window: readonly number[];
  readonly pre: Vocabulary['conv']['pre'];
  readonly affine: readonly (ValueId | null)[];
}

function meanOf(edit: GraphEdit, node: Node | undefined): Mean | undefined {
  if (!isOf(node, 'reduce') && !isOf(node, 'pool')) return undefined;
  const [x, ...affine] = node.inputs as [ValueId, ...ValueId[]];
  const window = edit.typeOf(x).shape.slice(2);
  const found = (pre: Mean['pre']) =>
    window.length >= 1 && window.length <= 3 ? { node, x, window, pre, affine } : undefined;
  if (isOf(node, 'reduce')) {
    const { kind, axes } = node.attributes;
    return kind === 'mean' && axes.join() === window.map((_, i) => i + 2).join() ? found([]) : undefined;
  }
  const { kind, kernel, pads, dilations, outputShape, pre } = node.attributes;
  const plain = [...pads, ...dilations.map((step) => step - 1), ...outputShape.map((extent) => extent - 1)];
  const whole = kernel.join() === window.join() && plain.every((value) => value === 0);
  return kind === 'average' && whole ? found(pre) : undefined;
}

/** Rows for outputs, of weights that have columns for them. */
function turned(data: HostArray, rows: number, columns: number): Float32Array {
  return Float32Array.from(
    { length: data.length },
    (_, i) => data[(i % rows) * columns + Math.floor(i / rows)],
  );
}

/** Whether a bias has one value for each output; [M, 1] has one for each item, and may be as many. */
function isOfOutputs({ shape }: TensorType, outputs: number): boolean {
  return sizeOf(shape) === outputs && shape.at(-1) === outputs;
}

/** The product as a 1 x 1 convolution of the mean, which it takes as it loads; undefined where it is none. */
function fused(edit: GraphEdit, product: Node<'matmul'>, mean: Mean): Node<'conv'> | undefined {
  const [a, b, c = null] = product.inputs;
  const { transA, transB, alpha, beta, activation } = product.attributes;
  const [w, bias] = [edit.data(b), edit.data(c)];
  const [y] = product.outputs;
  const { shape, dtype } = edit.typeOf(y);
  const [items, inputs] = edit.typeOf(a!).shape;
  const [batch, channels] = edit.typeOf(mean.x).shape;
  const plain =
    !transA && alpha === 1 && (c === null || (beta === 1 && bias && isOfOutputs(edit.typeOf(c), shape[1])));
  const fits = shape.length === 2 && items === batch && inputs === channels;
  if (!w || !plain || !fits || edit.typeOf(b!).shape.length !== 2 || edit.value(y).place) return undefined;
  const ones = mean.window.map(() => 1);
  const data = transB ? w : turned(w, inputs, shape[1]);
  const weights = { dtype, shape: [shape[1], inputs, ...ones] };
  const root = edit.own(y, `${edit.value(y).name} (of one position)`);
  edit.retype(root, { dtype, shape: [...shape, ...ones] });
  const name = `${edit.value(b!).name} (outputs first)`;
  return {
    family: 'conv',
    attributes: {
      strides: ones,
      dilations: ones,
      pads: mean.window.flatMap(() => [0, 0]),
      groups: 1,
      pre: mean.pre,
      activation,
      after: [],
      window: mean.window,
    },
    inputs: [
      mean.x,
      edit.constant(name, weights, data),
      bias ? edit.constant(`${edit.value(c!).name} (of outputs)`, { dtype, shape: [shape[1]] }, bias) : null,
      null,
      ...mean.affine,
    ],
    outputs: [root],
    origin: product.origin,
  };
}

/**
 * The mean over all of space and the product behind it (the head of a classifier) are one dispatch, with what normalises the last map, where the
 * cost models say that it is faster.
 */
export function fuseClassifier(caps: DeviceCaps): Pass {
  return {
    name: 'fuse-classifier',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const node of graph.nodes) {
        if (!isOf(node, 'matmul')) continue;
        const root = edit.value(node.inputs[0]!).place?.root ?? node.inputs[0]!;
        const mean = meanOf(edit, edit.producer(root));
        // Read by the product, through a view or not.
        const one = mean && edit.reads(root) === 1 ? fused(edit, node, mean) : undefined;
        if (!mean || !one) continue;
        const now = expectedOf(graph, mean.node, caps) + expectedOf(graph, node, caps);
        if (!(expectedOf(edit.build(), one, caps) < now)) continue;
        const strides = denseStrides(edit.typeOf(node.outputs[0]).shape);
        edit.place(node.outputs[0], { root: one.outputs[0], offset: 0, strides });
        edit.replace(node, one, mean.node);
      }
      return edit.build();
    },
  };
}
