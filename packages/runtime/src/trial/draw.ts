import {
  type Case,
  type Draw,
  type HostArray,
  hostArray,
  isFloat,
  sizeOf,
  type Tensor,
} from '@roentgen/kernels';
import { fromHalf, toHalf } from '../device/transfer.ts';

/** Numbers in 0..1 from a seed (mulberry32), the same on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function drawn(tensor: Tensor, draw: Draw | null | undefined, next: () => number): () => number {
  if (draw === 'truth') return () => (next() < 0.5 ? 0 : 1);
  if (draw === 'positive') return () => (isFloat(tensor.dtype) ? 0.1 + next() : 1 + Math.floor(next() * 8));
  if (draw && typeof draw === 'object') {
    const [from, to] = 'below' in draw ? [0, draw.below] : [draw.from, draw.to];
    return isFloat(tensor.dtype)
      ? () => from + next() * (to - from)
      : () => from + Math.floor(next() * (to - from));
  }
  if (tensor.dtype === 'bool') return () => (next() < 0.5 ? 0 : 1);
  if (tensor.dtype.startsWith('uint')) return () => Math.floor(next() * 9);
  return isFloat(tensor.dtype) ? () => next() * 2 - 1 : () => Math.floor(next() * 17) - 8;
}

/** Dense test values for the inputs of a case, rounded to what the type can hold. */
export function drawInputs<A>(testCase: Case<A>): (HostArray | null)[] {
  return testCase.problem.inputs.map((tensor, i) => {
    if (!tensor) return null;
    const values = hostArray(tensor.dtype, sizeOf(tensor.shape));
    const next = drawn(tensor, testCase.draw?.[i], random(seedOf(testCase.name) + i));
    for (let at = 0; at < values.length; at++) values[at] = next();
    return tensor.dtype === 'float16' ? values.map((value) => fromHalf(toHalf(value))) : values;
  });
}

function seedOf(name: string): number {
  return [...name].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0, 7);
}
