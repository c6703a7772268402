import { denseStrides, sizeOf } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { transpose } from './layout.ts';
import { reduceOver } from './reduce.ts';

/* Einstein's summation: pairs of operands are contracted by matrix products, from the left. */

/** A value whose axes have names: letters, or '0', '1', ... for those that an ellipsis stands for. */
interface Term {
  readonly value: ValueId;
  readonly labels: readonly string[];
}

interface Equation {
  readonly inputs: readonly string[];
  readonly output: string;
}

function parse(op: OpContext): Equation {
  const equation = op.attributes.string('equation').replaceAll(/\s/g, '');
  const [left, output, ...more] = equation.split('->');
  const inputs = left.split(',');
  const sound = /^(?:[A-Za-z]|\.\.\.)*$/;
  if (
    more.length > 0 ||
    ![...inputs, output ?? ''].every((term) => sound.test(term) && term.split('...').length <= 2)
  ) {
    op.wrong(`has the equation '${equation.slice(0, 100)}', which cannot be read`);
  }
  if (inputs.length !== op.count)
    op.wrong(`has ${inputs.length} terms in '${equation}' and ${op.count} inputs`);
  return { inputs, output: output ?? implied(left) };
}

/** Without an arrow the result has the letters that occur once, in alphabetical order. */
function implied(left: string): string {
  const letters = [...left.replaceAll(/[,.]/g, '')];
  const once = letters.filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter)).sort();
  return (left.includes('...') ? '...' : '') + once.join('');
}

/** Names of a term's axes; those under an ellipsis are numbered so that the last of all terms are equal. */
function labelsOf(op: OpContext, term: string, rank: number, hidden: number): string[] {
  const named = term.replace('...', '').length;
  const own = term.includes('...') ? rank - named : 0;
  if (own < 0 || named + own !== rank) op.misfit(`reads an input of ${rank} dimensions as '${term}'`);
  const [before, after = ''] = term.split('...');
  const dots = Array.from({ length: own }, (_, i) => String(hidden - own + i));
  return term.includes('...') ? [...before, ...dots, ...after] : [...term];
}

/** A label that comes twice in one operand means its diagonal. */
function diagonal(op: OpContext, { value, labels }: Term): Term {
  const distinct = [...new Set(labels)];
  if (distinct.length === labels.length) return { value, labels };
  const { shape } = op.builder.typeOf(value);
  const strides = denseStrides(shape);
  const sum = (label: string) =>
    labels.reduce((step, own, i) => (own === label ? step + strides[i] : step), 0);
  const view = {
    shape: distinct.map((label) => shape[labels.indexOf(label)]),
    strides: distinct.map(sum),
    offset: 0,
  };
  return { value: op.emit('copy', view, [value]), labels: distinct };
}

/** Sums over the labels that nobody else needs. */
function summed(op: OpContext, { value, labels }: Term, needed: ReadonlySet<string>): Term {
  const axes = [...labels.keys()].filter((axis) => !needed.has(labels[axis]));
  if (axes.length === 0) return { value, labels };
  return {
    value: reduceOver(op, 'sum', value, axes, false),
    labels: labels.filter((label) => needed.has(label)),
  };
}

/** Axes of a term in this order and grouped, each group as one axis. Labels it lacks have extent 1. */
function arranged(op: OpContext, { value, labels }: Term, groups: readonly (readonly string[])[]): ValueId {
  const { shape } = op.builder.typeOf(value);
  const order = groups.flat().filter((label) => labels.includes(label));
  const moved = transpose(
    op,
    value,
    order.map((label) => labels.indexOf(label)),
  );
  const extent = (label: string) => (labels.includes(label) ? shape[labels.indexOf(label)] : 1);
  return op.reshape(
    moved,
    groups.map((group) => sizeOf(group.map(extent))),
  );
}

/** One matrix product: labels of both that stay are the batch, labels of both that go are summed. */
function contract(op: OpContext, a: Term, b: Term, needed: ReadonlySet<string>): Term {
  const [left, right] = [a, b].map((term, i) =>
    summed(op, term, new Set([...needed, ...(i === 0 ? b : a).labels])),
  );
  const extents = new Map<string, number>();
  for (const { value, labels } of [left, right]) {
    for (const [axis, label] of labels.entries())
      noteExtent(op, extents, label, op.builder.typeOf(value).shape[axis]);
  }
  const shared = left.labels.filter((label) => right.labels.includes(label));
  const full = (term: Term, label: string) =>
    op.builder.typeOf(term.value).shape[term.labels.indexOf(label)] === extents.get(label);
  // An axis of 1 that the other operand stretches cannot be a batch axis by reshaping: it belongs to that operand.
  const batch = shared.filter((label) => needed.has(label) && full(left, label) && full(right, label));
  const inner = shared.filter((label) => !needed.has(label));
  const stretched = shared.filter((label) => needed.has(label) && !batch.includes(label));
  const rows = left.labels.filter(
    (label) => !right.labels.includes(label) || (stretched.includes(label) && full(left, label)),
  );
  const columns = right.labels.filter(
    (label) => !left.labels.includes(label) || (stretched.includes(label) && !rows.includes(label)),
  );
  const only = (term: Term, labels: readonly string[]): Term =>
    dropOnes(
      op,
      term,
      stretched.filter((label) => !labels.includes(label)),
    );
  const x = arranged(op, only(left, rows), [batch, rows, inner]);
  const y = arranged(op, only(right, columns), [batch, inner, columns]);
  const product = op.emit('matmul', { transA: false, transB: false, alpha: 1, beta: 1, activation: [] }, [
    x,
    y,
    null,
  ]);
  const labels = [...batch, ...rows, ...columns];
  return {
    value: op.reshape(
      product,
      labels.map((label) => extents.get(label)!),
    ),
    labels,
  };
}

function noteExtent(op: OpContext, extents: Map<string, number>, label: string, extent: number): void {
  const known = extents.get(label) ?? 1;
  if (known !== 1 && extent !== 1 && known !== extent)
    op.misfit(`meets extents ${known} and ${extent} under the label '${label}'`);
  extents.set(label, Math.max(known, extent));
}

function dropOnes(op: OpContext, { value, labels }: Term, drop: readonly string[]): Term {
  if (drop.length === 0) return { value, labels };
  const { shape } = op.builder.typeOf(value);
  const kept = labels.filter((label) => !drop.includes(label));
  return {
    value: op.reshape(
      value,
      kept.map((label) => shape[labels.indexOf(label)]),
    ),
    labels: kept,
  };
}

function einsum(op: OpContext): ValueId {
  op.sameType(0, ...op.all().keys());
  const { inputs, output } = parse(op);
  const hidden = Math.max(
    0,
    ...inputs.map((term, i) => (term.includes('...') ? op.rank(i) - term.length + 3 : 0)),
  );
  const terms = inputs.map((term, i) =>
    diagonal(op, { value: op.input(i), labels: labelsOf(op, term, op.rank(i), hidden) }),
  );
  const result = labelsOf(
    op,
    output,
    output.replace('...', '').length + (output.includes('...') ? hidden : 0),
    hidden,
  );
  if (new Set(result).size < result.length) op.wrong(`has a result '${output}' with a label twice`);
  const [first, ...rest] = terms;
  let sum = first;
  for (const [i, next] of rest.entries()) {
    sum = contract(op, sum, next, new Set([...result, ...rest.slice(i + 1).flatMap(({ labels }) => labels)]));
  }
  const { value, labels } = summed(op, sum, new Set(result));
  const missing = result.find((label) => !labels.includes(label));
  if (missing !== undefined) op.wrong(`has the label '${missing}' in its result and in no operand`);
  return transpose(
    op,
    value,
    result.map((label) => labels.indexOf(label)),
  );
}

export const einsumOperators: Operators = {
  Einsum: { since: 12, inputs: [1, Number.MAX_SAFE_INTEGER], emit: einsum },
};
