import { denseStrides, sizeOf } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { range } from './shapes.ts';

/*
 * Scattering to places that are known when the model is loaded, as exporters write slice assignments: a gather from
 * the data and the updates, laid end to end, through a table that says which of them each place takes.
 */

const combine = { none: null, add: 'add', mul: 'mul', max: 'max', min: 'min' } as const;
const neutral = { none: 0, add: 0, mul: 1, max: -3.4028234663852886e38, min: 3.4028234663852886e38 } as const;
type Reduction = keyof typeof combine;

function readReduction(op: OpContext): Reduction {
  const known: readonly Reduction[] =
    op.opset < 16 ? ['none'] : op.opset < 18 ? ['none', 'add', 'mul'] : ['none', 'add', 'mul', 'max', 'min'];
  return op.opset < 16 ? 'none' : (op.attributes.choice('reduction', known, 'none') as Reduction);
}

/** `places[i]` is the element of the data that update i goes to. Of several updates of one place the last wins, or all count. */
function scatter(op: OpContext, places: readonly number[], reduction: Reduction): ValueId {
  op.sameType(0, 2);
  const { dtype, shape } = op.type(0);
  const total = sizeOf(shape);
  const updates = op.reshape(op.input(2), [places.length]);
  const data = op.reshape(op.input(0), [total]);
  const fn = combine[reduction];
  let result = data;
  for (const round of fn === null ? [[...places.keys()]] : rounds(places)) {
    const base = fn === null ? result : op.constant(dtype, [1], [neutral[reduction]]);
    const table = range(total).map((i) => (fn === null ? i : 0));
    for (const i of round) table[places[i]] = (fn === null ? total : 1) + i;
    const from = op.builder.concat([base, updates], 0, op.origin);
    const taken = op.emit('gather', { kind: 'axis', axis: 0, batchDims: 0 }, [
      from,
      op.constant('int64', [total], table),
    ]);
    result = fn === null ? taken : op.map(fn, [result, taken]);
  }
  return op.reshape(result, shape);
}

/** Updates in groups within which no place comes twice. */
function rounds(places: readonly number[]): number[][] {
  const groups: number[][] = [];
  const seen = new Map<number, number>();
  for (const [i, place] of places.entries()) {
    const turn = seen.get(place) ?? 0;
    seen.set(place, turn + 1);
    groups[turn] ??= [];
    groups[turn].push(i);
  }
  return groups;
}

function counted(op: OpContext, index: number, extent: number): number {
  if (index < -extent || index >= extent) op.misfit(`writes index ${index} of an axis of ${extent}`);
  return index < 0 ? index + extent : index;
}

function scatterElements(op: OpContext): ValueId {
  const [shape, places] = [op.shape(0), op.shape(1)];
  const axis = op.axis(op.attributes.int('axis', 0), shape.length);
  if (places.join() !== op.shape(2).join() || places.length !== shape.length) {
    op.misfit(`has indices [${places}] and updates [${op.shape(2)}] for data [${shape}]`);
  }
  const strides = denseStrides(shape);
  const own = denseStrides(places);
  const flat = op.integers(1, 'indices').map((index, i) =>
    shape.reduce((sum, extent, d) => {
      const position = Math.floor(i / own[d]) % places[d];
      if (position >= extent)
        op.misfit(`has indices [${places}] larger than its data [${shape}] on axis ${d}`);
      return sum + strides[d] * (d === axis ? counted(op, index, extent) : position);
    }, 0),
  );
  return scatter(op, flat, readReduction(op));
}

function scatterND(op: OpContext): ValueId {
  const [shape, indices] = [op.shape(0), op.shape(1)];
  const depth = indices.at(-1) ?? 0;
  const wanted = [...indices.slice(0, -1), ...shape.slice(depth)];
  if (depth > shape.length || op.shape(2).join() !== wanted.join()) {
    op.misfit(`has indices [${indices}] and updates [${op.shape(2)}] for data [${shape}]`);
  }
  const numbers = op.integers(1, 'indices');
  const strides = denseStrides(shape);
  const inner = sizeOf(shape.slice(depth));
  const flat = range(sizeOf(indices.slice(0, -1))).flatMap((tuple) => {
    const start = range(depth).reduce(
      (sum, d) => sum + strides[d] * counted(op, numbers[tuple * depth + d], shape[d]),
      0,
    );
    return range(inner, start);
  });
  return scatter(op, flat, readReduction(op));
}

export const scatterOperators: Operators = {
  Scatter: { since: 9, until: 11, inputs: [3, 3], emit: scatterElements },
  ScatterElements: { since: 11, inputs: [3, 3], emit: scatterElements },
  ScatterND: { since: 11, inputs: [3, 3], emit: scatterND },
};
