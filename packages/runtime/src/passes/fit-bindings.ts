import { type DeviceCaps, dense, type Tensor, type TensorType } from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { rootOf, sharedInputs, tensorOf } from '../graph/problem.ts';
import { regionOf } from '../graph/region.ts';
import { windowOf } from '../graph/window.ts';
import { type Cut, cutsOf, type Part, type Typed } from './cuts.ts';
import { expandedGate } from './expand-gate.ts';
import { partOfConstant, partOfTensor } from './parts.ts';
import { summed } from './sums.ts';

/** A cut in parts of `step` units, and the bytes by which each part's operands are still too much. */
interface Choice {
  readonly cut: Cut;
  readonly step: number;
  readonly excess: number;
}

/** Cuts nodes until each of their operands can be bound. */
class Fitting {
  readonly #edit: GraphEdit;
  readonly #caps: DeviceCaps;

  constructor(edit: GraphEdit, caps: DeviceCaps) {
    this.#edit = edit;
    this.#caps = caps;
  }

  /** What stands for the node: itself where it fits, or where no cut helps, which the plan will say. */
  fitted(node: Node): readonly Node[] {
    const excess = this.#excess(node);
    if (excess === 0) return [node];
    const choice = this.#best(node, excess);
    const parts = choice ? this.#parts(node, choice) : isOf(node, 'attentionGate') && this.#gate(node);
    return parts ? parts.flatMap((part) => this.fitted(part)) : [node];
  }

  #gate(node: Node<'attentionGate'>): readonly Node[] | null {
    return expandedGate(this.#edit, node);
  }

  #typed(node: Node): Typed {
    const type = (id: ValueId) => this.#edit.typeOf(id);
    return {
      node,
      inputs: node.inputs.map((id) => (id === null ? null : type(id))),
      outputs: node.outputs.map(type),
    };
  }

  /** Bytes by which the operands of a node, or of its first part, are more than can be bound; infinite where there is no such part. */
  #excess(node: Node, cut?: Cut, step = 0): number {
    if (this.#sharesTooMuch(node)) return Number.POSITIVE_INFINITY;
    return [...node.inputs, ...node.outputs].reduce<number>((sum, id, i) => {
      if (id === null) return sum;
      const part = cut?.operands[i]?.(0, step);
      const window = this.#windowOf(id, part);
      return sum + Math.max(0, window - this.#caps.limits.bindingBytes);
    }, 0);
  }

  /** Whether a node reads beside what it writes, in a buffer of which one binding cannot hold both. */
  #sharesTooMuch(node: Node): boolean {
    const { values } = this.#edit.build();
    return sharedInputs(values, node).some((input) => {
      const root = dense(values.get(rootOf(values, node.inputs[input]!))!.type);
      return windowOf(root, root, this.#caps).size > this.#caps.limits.bindingBytes;
    });
  }

  #windowOf(id: ValueId, part: Part | undefined): number {
    const value = this.#edit.value(id);
    const root = dense(this.#edit.typeOf(value.place?.root ?? id));
    const whole = tensorOf(value);
    const tensor = part ? partOfTensor(whole, part) : whole;
    if (!tensor || !regionOf(tensor, root.shape)) return Number.POSITIVE_INFINITY;
    // A part of a constant is uploaded by itself.
    return windowOf(tensor, part && this.#edit.data(id) ? dense(tensor) : root, this.#caps).size;
  }

  /** The cut after which least is too much; those that take ranges of the outcome go before those that add up. */
  #best(node: Node, whole: number): Choice | undefined {
    // A cut that says nothing of some operand was written before there was one.
    const count = node.inputs.length + node.outputs.length;
    const cuts = cutsOf(this.#typed(node)).filter((cut) => cut.units > 1 && cut.operands.length === count);
    const of = (sum: boolean) =>
      cuts
        .filter((cut) => (cut.sum ?? false) === sum)
        .map((cut) => this.#evenly(node, cut))
        .filter(({ excess }) => excess < whole)
        .sort((a, b) => a.excess - b.excess || a.cut.units / a.step - b.cut.units / b.step);
    return of(false)[0] ?? of(true)[0];
  }

  /** As few parts as are no more too much than parts of one unit would be, even, and whole blocks of channels as kernels have them. */
  #evenly(node: Node, cut: Cut): Choice {
    const excess = this.#excess(node, cut, 1);
    let [step, most] = [1, Math.ceil(cut.units / 2)];
    while (step < most) {
      const middle = Math.ceil((step + most) / 2);
      if (this.#excess(node, cut, middle) > excess) most = middle - 1;
      else step = middle;
    }
    const block = [16, 8, 4, 1].find((each) => each <= step)!;
    const parts = Math.ceil(cut.units / (step - (step % block)));
    return { cut, step: block * Math.ceil(cut.units / parts / block), excess };
  }

  #parts(node: Node, { cut, step }: Choice): readonly Node[] {
    const count = Math.ceil(cut.units / step);
    const parts = Array.from({ length: count }, (_, i) =>
      this.#part(node, cut, i * step, Math.min((i + 1) * step, cut.units)),
    );
    return cut.sum ? summed(this.#edit, node, parts) : parts;
  }

  /** The node for units `from`..`to`. */
  #part(node: Node, cut: Cut, from: number, to: number): Node {
    const ids = [...node.inputs, ...node.outputs].map((id, i) => {
      const part = cut.operands[i]?.(from, to);
      return id !== null && part ? this.#slice(id, part) : id;
    });
    return {
      ...node,
      attributes: { ...node.attributes, ...cut.attributes?.(from, to) },
      inputs: ids.slice(0, node.inputs.length),
      outputs: ids.slice(node.inputs.length),
    } as Node;
  }

  #slice(id: ValueId, part: Part): ValueId {
    const value = this.#edit.value(id);
    const { dtype, shape, offset, strides } = partOfTensor(tensorOf(value), part) as Tensor;
    const type: TensorType = { dtype, shape };
    const [from, to] = 'run' in part ? part.run : [part.from, part.to];
    const name = `${value.name}[${from}..${to}]`;
    const data = this.#edit.data(id);
    if (data) return this.#edit.constant(name, type, partOfConstant(data, value.type.shape, part));
    const made = this.#edit.own(id, name);
    this.#edit.retype(made, type);
    this.#edit.place(made, { root: value.place?.root ?? id, offset, strides });
    return made;
  }
}

/**
 * Whatever binds more than the device can bind at once becomes several nodes that bind parts: ranges of items of the batch, of channels,
 * of rows, written in place into one buffer; where the input of a sum is too large, parts of the sum, added up. What can be cut in no
 * such way is left for the plan to refuse. Weights are cut, too: the first dense layer of VGG is 411 MB.
 */
export function fitBindings(caps: DeviceCaps): Pass {
  return {
    name: 'fit-bindings',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      const fitting = new Fitting(edit, caps);
      for (const node of graph.nodes) {
        const parts = fitting.fitted(node);
        if (parts.length === 1 && parts[0] === node) continue;
        edit.insertBefore(node, ...parts);
        edit.remove(node);
      }
      return edit.build();
    },
  };
}
