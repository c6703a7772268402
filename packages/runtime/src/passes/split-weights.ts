import {
  bytesOf,
  type DeviceCaps,
  denseStrides,
  type HostArray,
  sizeOf,
  storageOf,
  type TensorType,
} from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';

/** Columns `from`..`to` of a matrix whose columns are `axis` (1, or 0 where it is kept transposed); of a vector, its elements. */
function columns(
  data: HostArray,
  shape: readonly number[],
  axis: number,
  from: number,
  to: number,
): HostArray {
  const inner = sizeOf(shape.slice(axis + 1));
  const row = shape[axis] * inner;
  if (axis === 0) return data.subarray(from * inner, to * inner);
  const part = data.slice(0, (data.length / row) * (to - from) * inner);
  for (let at = from * inner, into = 0; at < data.length; at += row, into += (to - from) * inner) {
    part.set(data.subarray(at, at + (to - from) * inner), into);
  }
  return part;
}

class Split {
  readonly #edit: GraphEdit;
  readonly #node: Node<'matmul'>;
  readonly #weights: ValueId;
  readonly #axis: number;

  constructor(edit: GraphEdit, node: Node<'matmul'>, weights: ValueId) {
    this.#edit = edit;
    this.#node = node;
    this.#weights = weights;
    this.#axis = node.attributes.transB ? 0 : 1;
  }

  get width(): number {
    return this.#edit.typeOf(this.#weights).shape[this.#axis];
  }

  #sliced(id: ValueId, axis: number, from: number, to: number): ValueId {
    const { dtype, shape } = this.#edit.typeOf(id);
    const type: TensorType = { dtype, shape: shape.with(axis, to - from) };
    return this.#edit.constant(
      `${this.#edit.value(id).name}[${from}..${to}]`,
      type,
      columns(this.#edit.data(id)!, shape, axis, from, to),
    );
  }

  /** The product with some columns of the weights, written to those columns of the result. */
  part(from: number, to: number): Node<'matmul'> {
    const [a, , c = null] = this.#node.inputs;
    const [whole] = this.#node.outputs;
    const { dtype, shape } = this.#edit.typeOf(whole);
    const into = this.#edit.own(whole, `${this.#edit.value(whole).name}[${from}..${to}]`);
    this.#edit.retype(into, { dtype, shape: shape.with(-1, to - from) });
    this.#edit.place(into, { root: whole, offset: from, strides: denseStrides(shape) });
    const wide = c !== null && this.#edit.typeOf(c).shape.at(-1) === this.width;
    const bias = wide ? this.#sliced(c, this.#edit.typeOf(c).shape.length - 1, from, to) : c;
    return {
      ...this.#node,
      inputs: [a, this.#sliced(this.#weights, this.#axis, from, to), bias],
      outputs: [into],
    };
  }
}

function split(edit: GraphEdit, node: Node<'matmul'>, caps: DeviceCaps): void {
  const [, weights, bias = null] = node.inputs;
  const [whole] = node.outputs;
  const simple =
    weights !== null &&
    edit.data(weights) &&
    edit.typeOf(weights).shape.length === 2 &&
    !edit.value(whole).place;
  if (!simple || (bias !== null && !edit.data(bias))) return;
  const { dtype, shape } = edit.typeOf(weights);
  const bytes = sizeOf(shape) * bytesOf(storageOf(dtype, caps.features.has('f16')));
  const parts = Math.ceil(bytes / caps.limits.bindingBytes);
  if (parts === 1) return;
  const product = new Split(edit, node, weights);
  const step = Math.ceil(product.width / parts);
  const starts = Array.from({ length: Math.ceil(product.width / step) }, (_, i) => i * step);
  edit.insertBefore(node, ...starts.map((from) => product.part(from, Math.min(from + step, product.width))));
  edit.remove(node);
}

/** A product with weights too large to bind (the first dense layer of VGG is 411 MB) becomes several, by columns of the result. */
export function splitWeights(caps: DeviceCaps): Pass {
  return {
    name: 'split-weights',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const node of graph.nodes) if (isOf(node, 'matmul')) split(edit, node, caps);
      return edit.build();
    },
  };
}
