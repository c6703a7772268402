import { broadcastShapes, stridesWithin } from '../core/broadcast.ts';
import { type DType, type HostArray, isFloat } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import { denseStrides, sizeOf } from '../core/tensor.ts';
import { mergeAxes, padAxes } from '../layout/merge.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { commonType, convertJs } from './convert.ts';
import { argsOf, functionOf } from './functions.ts';

type Numbers = (a: number, b: number, c: number) => number;

/** Values past the ends that stand for operands left out: unbounded for clamp's limits, 0 elsewhere. */
const absent: Readonly<Record<string, readonly number[]>> = { clamp: [0, -Infinity, Infinity] };

/** f, then the chain, then the conversion, as one function of numbers. */
function composed({ fn, then, to }: Vocabulary['map'], operands: readonly (DType | null)[]): Numbers {
  const definition = functionOf(fn);
  const real = commonType(fn, operands) === 'f32';
  let integer = !real;
  let whole: Numbers = definition.js([], integer);
  if (fn === 'mul' && integer && (to === 'int32' || to === 'uint32')) whole = (a, b) => Math.imul(a, b);
  if (definition.result === 'truth') integer = true;
  for (const call of then) {
    const inner = whole;
    const { js, result } = functionOf(call.fn);
    const outer = js(argsOf(call), integer);
    whole = (a, b, c) => outer(inner(a, b, c), 0, 0);
    if (result === 'truth') integer = true;
  }
  const plain = integer ? isFloat(to) && to !== 'float16' : to === 'float32' || to === 'float64';
  if (plain) return whole;
  const inner = whole;
  const convert = convertJs(integer ? 'integer' : 'real', to);
  return (a, b, c) => convert(inner(a, b, c));
}

/** y[i] = f(a[i], b[i], c[i]) over operands broadcast to a common shape, row by row of the merged walk. */
export function reference(
  { attributes, inputs }: Problem<Vocabulary['map']>,
  values: readonly (HostArray | null)[],
): Float64Array[] {
  const shapes = inputs.map((tensor) => tensor?.shape ?? []);
  const shape = broadcastShapes(shapes);
  const y = new Float64Array(sizeOf(shape));
  if (y.length === 0) return [y];
  const f = composed(
    attributes,
    inputs.map((tensor) => tensor?.dtype ?? null),
  );
  const strides = [0, 1, 2].map((i) => {
    const own = shapes[i] ?? [];
    return stridesWithin({ shape: own, strides: denseStrides(own) }, shape);
  });
  const walk = padAxes(mergeAxes({ shape, strides }), 1);
  const stand = absent[attributes.fn] ?? [0, 0, 0];
  const [a, b, c] = [0, 1, 2].map((i) => values[i] ?? Float64Array.of(stand[i]));
  rows(walk.shape, walk.strides, (start, at, length, step) => {
    let [ia, ib, ic] = at;
    for (let i = start; i < start + length; i++) {
      y[i] = f(a[ia], b[ib], c[ic]);
      ia += step[0];
      ib += step[1];
      ic += step[2];
    }
  });
  return [y];
}

/** Visits each innermost row of a walk: its first element, where each operand starts, its length and each operand's step. */
function rows(
  shape: readonly number[],
  strides: readonly (readonly number[])[],
  visit: (start: number, at: readonly number[], length: number, step: readonly number[]) => void,
): void {
  const inner = shape.length - 1;
  const length = shape[inner];
  const step = strides.map((own) => own[inner]);
  const total = sizeOf(shape);
  for (let start = 0; start < total; start += length) {
    let rest = start / length;
    const at = strides.map(() => 0);
    for (let axis = inner - 1; axis >= 0; axis--) {
      const position = rest % shape[axis];
      rest = (rest - position) / shape[axis];
      for (const [i, own] of strides.entries()) at[i] += position * own[axis];
    }
    visit(start, at, length, step);
  }
}
