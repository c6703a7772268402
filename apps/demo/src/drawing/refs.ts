/**
 * Arrays cross to the worker once: from then on a scene names them by number. What is left of a scene is small and plain, so
 * that its text says whether anything changed.
 */
import type { Values } from './scene.ts';

interface Ref {
  readonly ref: number;
}

/** `value` with every array of numbers in place of which `nameOf` gives a number. */
export function encode(value: unknown, nameOf: (data: Values) => number): unknown {
  if (ArrayBuffer.isView(value)) return { ref: nameOf(value as Values) } satisfies Ref;
  if (Array.isArray(value)) return value.map((each) => encode(each, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each, nameOf)]));
}

const isRef = (value: object): value is Ref => 'ref' in value;

/** The other way round; throws where an array is not held. */
export function decode(value: unknown, held: ReadonlyMap<number, Values>): unknown {
  if (Array.isArray(value)) return value.map((each) => decode(each, held));
  if (typeof value !== 'object' || value === null) return value;
  if (!isRef(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decode(each, held)]));
  const data = held.get(value.ref);
  if (data === undefined) throw new Error(`The drawing worker does not hold array ${value.ref}.`);
  return data;
}
