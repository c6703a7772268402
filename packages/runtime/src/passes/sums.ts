import type { Vocabulary } from '@roentgen/kernels';
import { type GraphEdit, isOf } from '../graph/edit.ts';
import type { Node, Origin, ValueId } from '../graph/graph.ts';

function added(
  edit: GraphEdit,
  a: ValueId,
  b: ValueId,
  then: Vocabulary['map']['then'],
  into: ValueId,
  origin: Origin,
): Node<'map'> {
  const attributes = { fn: 'add', then, to: edit.typeOf(into).dtype };
  return { family: 'map', attributes, inputs: [a, b], outputs: [into], origin };
}

/** Tensors for what has been added up so far: one after each part but the last, whose result goes `into`. */
function totals(edit: GraphEdit, parts: readonly Node[], into: ValueId): ValueId[] {
  const { name } = edit.value(into);
  return parts.map((_, i) => (i === parts.length - 1 ? into : edit.own(into, `${name}, parts 0..${i + 1}`)));
}

/** Each convolution takes the sum of those before as its residual; what follows the sum is left to the last. */
function convolutions(edit: GraphEdit, node: Node<'conv'>, parts: readonly Node<'conv'>[]): Node[] {
  const { activation, after } = node.attributes;
  const [, , bias = null, residual = null] = node.inputs;
  const [y] = node.outputs;
  // A residual that is added to what the activation gives has to wait until all is summed.
  const waits = residual !== null && activation.length > 0;
  const sums = totals(edit, parts, waits ? edit.own(y, `${edit.value(y).name} before its residual`) : y);
  const last = waits ? activation : [...activation, ...after];
  const chain = parts.map((part, i): Node => {
    const [x, w, , , ...pre] = part.inputs;
    const before = i > 0 ? sums[i - 1] : waits ? null : residual;
    const then = i === parts.length - 1 ? last : [];
    return {
      ...part,
      attributes: { ...part.attributes, activation: [], after: then },
      inputs: [x, w, i === 0 ? bias : null, before, ...pre],
      outputs: [sums[i]],
    };
  });
  return waits ? [...chain, added(edit, sums.at(-1)!, residual, after, y, node.origin)] : chain;
}

/** Each product takes the sum of those before as the matrix that it adds. */
function products(edit: GraphEdit, node: Node<'matmul'>, parts: readonly Node<'matmul'>[]): Node[] {
  const sums = totals(edit, parts, node.outputs[0]);
  return parts.map((part, i): Node => {
    const [a, b, c = null] = part.inputs;
    const { activation, beta } = node.attributes;
    return {
      ...part,
      attributes: {
        ...part.attributes,
        beta: i === 0 ? beta : 1,
        activation: i === parts.length - 1 ? activation : [],
      },
      inputs: [a, b, i === 0 ? c : sums[i - 1]],
      outputs: [sums[i]],
    };
  });
}

/** Transposed convolutions have no residual: their results are added one by one. */
function transposed(
  edit: GraphEdit,
  node: Node<'convTranspose'>,
  parts: readonly Node<'convTranspose'>[],
): Node[] {
  const [first, ...others] = parts.map((part, i): Node<'convTranspose'> => {
    const [x, w, bias = null] = part.inputs;
    const result = edit.own(node.outputs[0], `${edit.value(node.outputs[0]).name}, part ${i}`);
    const attributes = { ...part.attributes, activation: [] };
    return { ...part, attributes, inputs: [x, w, i === 0 ? bias : null], outputs: [result] };
  });
  const sums = [first.outputs[0], ...totals(edit, others, node.outputs[0])];
  const adds = others.flatMap((part, i): Node[] => {
    const then = i === others.length - 1 ? node.attributes.activation : [];
    return [part, added(edit, sums[i], part.outputs[0], then, sums[i + 1], node.origin)];
  });
  return [first, ...adds];
}

/** Nodes that add up the parts of a node, each of which was cut with all that comes after the sum; in half precision every sum rounds. */
export function summed(edit: GraphEdit, node: Node, parts: readonly Node[]): readonly Node[] {
  if (isOf(node, 'conv')) return convolutions(edit, node, parts as Node<'conv'>[]);
  if (isOf(node, 'matmul')) return products(edit, node, parts as Node<'matmul'>[]);
  return transposed(edit, node as Node<'convTranspose'>, parts as Node<'convTranspose'>[]);
}
