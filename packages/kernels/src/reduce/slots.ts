import { type DType, isFloat } from '../core/dtype.ts';
import type { Specialisation } from '../core/wgsl.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Reduce = Vocabulary['reduce'];

/** The head functions of one kind of reduction; `extremes` says which end of the number line is its identity. */
interface Slots {
  readonly absorb: string;
  readonly merge: string;
  readonly finish: string;
  readonly identity: number | 'least' | 'greatest';
  /** Integers are taken as f32, because the result is not one before the last step. */
  readonly real?: true;
}

const state = (value: string) => `State(${value}, 0.0, 0u)`;
const sum = (x: string, finish = 's.value'): Slots => ({
  absorb: state(`s.value + ${x}`),
  merge: state('s.value + t.value'),
  finish,
  identity: 0,
});
const extreme = (fn: 'min' | 'max'): Slots => ({
  absorb: state(`${fn}(s.value, x)`),
  merge: state(`${fn}(s.value, t.value)`),
  finish: 's.value',
  identity: fn === 'max' ? 'least' : 'greatest',
});
const chosen = (x: string, i: string) =>
  `State(select(s.value, ${x}, wins(${x}, ${i}, s)), 0.0, select(s.index, ${i}, wins(${x}, ${i}, s)))`;
const arg = { absorb: chosen('x', 'i'), merge: chosen('t.value', 't.index'), finish: 's.index', identity: 0 };

const slots: Readonly<Record<Reduce['kind'], Slots>> = {
  sum: sum('x'),
  mean: sum('x', 's.value / Num(params.count)'),
  l1: sum('abs(x)'),
  sumSquare: sum('x * x'),
  l2: { ...sum('x * x', 'sqrt(s.value)'), real: true },
  logSum: { ...sum('x', 'log(s.value)'), real: true },
  // The sum is of exp(x - value) with the greatest x so far as value, so that nothing overflows.
  logSumExp: {
    absorb: 'State(max(s.value, x), s.sum * exp(s.value - max(s.value, x)) + exp(x - max(s.value, x)), 0u)',
    merge:
      'State(max(s.value, t.value), s.sum * exp(s.value - max(s.value, t.value)) + t.sum * exp(t.value - max(s.value, t.value)), 0u)',
    finish: 's.value + log(s.sum)',
    identity: -3.4028234663852886e38,
    real: true,
  },
  prod: { absorb: state('s.value * x'), merge: state('s.value * t.value'), finish: 's.value', identity: 1 },
  max: extreme('max'),
  min: extreme('min'),
  argmax: arg,
  argmin: arg,
};

/** The type in which elements of `dtype` are reduced. */
export function numOf(kind: Reduce['kind'], dtype: DType): 'f32' | 'i32' | 'u32' {
  if (isFloat(dtype) || slots[kind].real) return 'f32';
  return dtype === 'uint32' || dtype === 'uint64' ? 'u32' : 'i32';
}

/** The value before anything is reduced; that of an empty max is minus infinity or the least integer of its word. */
export function identityOf(kind: Reduce['kind'], dtype: DType): number {
  const { identity } = slots[kind];
  if (typeof identity === 'number') return identity;
  const num = numOf(kind, dtype);
  if (num === 'f32') return identity === 'least' ? -Infinity : Infinity;
  if (num === 'u32') return identity === 'least' ? 0 : 2 ** 32 - 1;
  return identity === 'least' ? -(2 ** 31) : 2 ** 31 - 1;
}

/** The head functions for these attributes. */
export function slotsOf({ kind, selectLast }: Reduce): Specialisation {
  const { absorb, merge, finish } = slots[kind];
  const better = kind === 'argmin' ? '<' : '>';
  const earlier = selectLast ? '>' : '<';
  const order = `s.index == 0xffffffffu || x ${better} s.value || (x == s.value && i ${earlier} s.index)`;
  const head = { absorb, merge, finish: `ElemY(${finish})` };
  return kind.startsWith('arg') ? { ...head, wins: `i != 0xffffffffu && (${order})` } : head;
}
