import { RoentgenError } from '@roentgen/kernels';

/** One look at an input: what was measured, against which limit. */
export interface InputCheck {
  readonly check: string;
  readonly level: 'ok' | 'warn' | 'refuse';
  readonly value: number | string;
  /** What was measured, as the subject of a sentence. */
  readonly what: string;
  /** The value with its unit, rounded. */
  readonly found: string;
  /** What it is held against, in words. */
  readonly limit: string;
  /** A sentence for people, with the value and the limit. */
  readonly message: string;
}

/** Limits of one measure: outside `warn` the answer is doubtful, outside `refuse` it means nothing. */
export interface Limits {
  readonly warn: readonly [number, number];
  readonly refuse: readonly [number, number];
}

const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;

function rangeText([low, high]: readonly [number, number], unit: string): string {
  const text = (value: number) => `${Number(value.toPrecision(4))}${unit}`;
  if (high === Number.POSITIVE_INFINITY) return `at least ${text(low)}`;
  return low <= 0 ? `at most ${text(high)}` : `${text(low)} to ${text(high)}`;
}

/** Measures against limits. `what` is the sentence's subject, "the short side" for example; `unit` follows numbers. */
export function checkLimits(
  check: string,
  what: string,
  value: number,
  unit: string,
  limits: Limits,
): InputCheck {
  const level = !within(value, limits.refuse) ? 'refuse' : !within(value, limits.warn) ? 'warn' : 'ok';
  const limit = rangeText(level === 'refuse' ? limits.refuse : limits.warn, unit);
  const found = `${Number(value.toPrecision(3))}${unit}`;
  return { check, level, value, what, found, limit, message: `${what} is ${found}; expected ${limit}` };
}

/** Throws `value` with every refusal at once, unless `force`. */
export function enforce(name: string, checks: readonly InputCheck[], force = false): void {
  const refused = checks.filter(({ level }) => level === 'refuse');
  if (refused.length === 0 || force) return;
  throw new RoentgenError('value', `${name}: ${refused.map(({ message }) => message).join('; ')}`, {
    hint: 'the answer would mean nothing; force it only to see what the network does',
  });
}
