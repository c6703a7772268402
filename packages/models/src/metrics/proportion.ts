import { RoentgenError } from '@roentgen/kernels';

/** A share of cases, with the interval in which 95 of 100 such samples would put it. */
export interface Proportion {
  readonly hits: number;
  readonly of: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's quantile of 0.975. */
const z = 1.959963984540054;

/**
 * `hits` of `of` cases with Wilson's score interval at 95 % (JASA 1927), which stays within 0..1 and is right for small
 * samples too. Throws `value` where there is no case.
 */
export function proportion(hits: number, of: number): Proportion {
  if (!(of > 0 && hits >= 0 && hits <= of))
    throw new RoentgenError('value', `${hits} of ${of} cases is no proportion.`);
  const value = hits / of;
  const shrink = 1 + z ** 2 / of;
  const centre = (value + z ** 2 / (2 * of)) / shrink;
  const reach = (z / shrink) * Math.sqrt((value * (1 - value)) / of + (z / (2 * of)) ** 2);
  return { hits, of, value, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
