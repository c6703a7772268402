/**
 * The error function in float64, to about 1e-15: the Maclaurin series near zero (DLMF 7.6.1) and
 * the continued fraction of the complement away from it (DLMF 7.9.1).
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  return size < 2.5 ? erfSeries(x) : Math.sign(x) * (1 - erfcFraction(size));
}

function erfSeries(x: number): number {
  const square = x * x;
  let power = x;
  let sum = x;
  for (let n = 1; Math.abs(power) > 1e-18 * Math.abs(sum); n++) {
    power *= -square / n;
    sum += power / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

function erfcFraction(x: number): number {
  let tail = x;
  for (let n = 60; n >= 1; n--) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}

/** Rounds to the nearest integer, halves to the even one, as IEEE 754's roundToIntegralTiesToEven. */
export function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return rest < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
}

/** For each exponent of a float16, from -14 (subnormals too) to 15: 1.5 * 2^52 units in the last place. */
const magic = Float64Array.from({ length: 30 }, (_, i) => 1.5 * 2 ** 52 * 2 ** (i - 24));

/** Rounds to the nearest float16, ties to even; beyond 65504 lies infinity. */
export function roundToHalf(x: number): number {
  const size = Math.abs(x);
  if (size >= 65520) return x * Infinity;
  const exponent = size >= 1 ? 31 - Math.clz32(size) : 7 - Math.clz32(size * 2 ** 24);
  // A float64 has no room for less than one such unit beside this number, so the addition rounds as wanted.
  const large = magic[Math.max(0, exponent + 14)];
  return x + large - large;
}
