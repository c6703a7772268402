import { denseStrides } from '@roentgen/kernels';
import { GraphEdit } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { isPiece } from './place-concat.ts';

/** A joined tensor and the copies that fill it, in the order of the nodes. */
interface Concat {
  readonly whole: ValueId;
  readonly copies: readonly Node<'copy'>[];
}

function concatsOf(graph: Graph, edit: GraphEdit): Concat[] {
  const found = new Map<ValueId, Node<'copy'>[]>();
  for (const node of graph.nodes) {
    if (!isPiece(edit, node)) continue;
    const whole = edit.value(node.outputs[0]).place!.root;
    found.set(whole, [...(found.get(whole) ?? []), node]);
  }
  return [...found].map(([whole, copies]) => ({ whole, copies }));
}

/** The index, within the joined tensor, of the first element of what a copy writes. */
function startOf(edit: GraphEdit, whole: ValueId, copy: Node<'copy'>): number[] {
  let left = edit.value(copy.outputs[0]).place!.offset;
  return denseStrides(edit.typeOf(whole).shape).map((stride) => {
    const start = Math.floor(left / stride);
    left -= start * stride;
    return start;
  });
}

/** Whether `first` is how `second` begins: the same tensors at the same places. */
function begins(edit: GraphEdit, first: Concat, second: Concat): boolean {
  return (
    first.copies.length > 1 &&
    first.copies.length <= second.copies.length &&
    edit.typeOf(first.whole).shape.length === edit.typeOf(second.whole).shape.length &&
    first.copies.every((copy, i) => {
      const other = second.copies[i];
      const [a, b] = [startOf(edit, first.whole, copy), startOf(edit, second.whole, other)];
      return copy.inputs[0] === other.inputs[0] && a.every((start, axis) => start === b[axis]);
    })
  );
}

/** Lets `second` take all of `first` in one copy. */
function share(edit: GraphEdit, first: Concat, second: Concat): void {
  const part = edit.own(first.whole, `${edit.value(second.whole).name}[0]`);
  const { shape } = edit.typeOf(first.whole);
  edit.place(part, {
    root: second.whole,
    offset: 0,
    strides: denseStrides(edit.typeOf(second.whole).shape),
  });
  const [head, ...gone] = second.copies.slice(0, first.copies.length);
  const attributes = { shape, strides: denseStrides(shape), offset: 0 };
  const copy: Node<'copy'> = { ...head, attributes, inputs: [first.whole], outputs: [part] };
  edit.replace(head, copy, ...gone);
}

/**
 * Concat(a, b, c) after Concat(a, b) becomes Concat(Concat(a, b), c). Networks that join all earlier layers anew in every layer
 * (DenseNet as torchvision writes it) so become chains, whose pieces can all be written in place; see place-concat.ts.
 */
export const shareConcat: Pass = {
  name: 'share-concat',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    const concats = concatsOf(graph, edit);
    // From the last back, so that those before are still what the model says; the longest beginning is the nearest.
    for (let i = concats.length - 1; i > 0; i--) {
      const lengths = concats
        .slice(0, i)
        .map((first) => (begins(edit, first, concats[i]) ? first.copies.length : 0));
      const longest = Math.max(...lengths);
      if (longest > 0) share(edit, concats[lengths.lastIndexOf(longest)], concats[i]);
    }
    return edit.build();
  },
};
