/** Seeded chance for the generated samples: the same seed gives the same picture on every machine. */

/** A generator of numbers in [0, 1), from a 32-bit seed. */
export type Random = () => number;

/** A counter that is mixed twice by multiplication and shifts: 32 good bits a call, period 2^32. */
export function seeded(seed: number): Random {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    return mix(counter) / 2 ** 32;
  };
}

function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** A value from the standard normal distribution (Box and Muller, 1958). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Uniform in [low, high). */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** A smooth random field: any point of space has a value in -1..1 that varies over about one unit of length. */
export type Field = (x: number, y: number, z?: number) => number;

const fade = (t: number): number => t * t * t * (t * (6 * t - 15) + 10);
const blend = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Random values on the integer lattice, joined smoothly between its points (value noise). */
export function smoothField(seed: number): Field {
  const corner = (x: number, y: number, z: number) =>
    mix(
      mix(mix((seed ^ Math.imul(x, 0x27d4eb2f)) >>> 0) + Math.imul(y, 0x165667b1)) + Math.imul(z, 0x5bd1e995),
    ) /
      2 ** 31 -
    1;
  return (x, y, z = 0) => {
    const [x0, y0, z0] = [Math.floor(x), Math.floor(y), Math.floor(z)];
    const [u, v, w] = [fade(x - x0), fade(y - y0), fade(z - z0)];
    const row = (dy: number, dz: number) =>
      blend(corner(x0, y0 + dy, z0 + dz), corner(x0 + 1, y0 + dy, z0 + dz), u);
    const plane = (dz: number) => blend(row(0, dz), row(1, dz), v);
    return blend(plane(0), plane(1), w);
  };
}

/** Three octaves of a field: coarse shape, half-sized and quarter-sized detail. Values stay within -1..1. */
export function rough(field: Field): Field {
  return (x, y, z = 0) =>
    (4 * field(x, y, z) + 2 * field(2 * x + 17, 2 * y, 2 * z) + field(4 * x, 4 * y + 31, 4 * z)) / 7;
}

/** 0 below `low`, 1 above `high`, a smooth rise between; `low` may be the larger, and then it falls. */
export function step(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
