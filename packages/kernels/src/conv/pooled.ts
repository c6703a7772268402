import type { Param } from '../core/kernel.ts';
import type { Specialisation } from '../core/wgsl.ts';
import { type ConvProblem, type Geometry, outPlane } from './geometry.ts';

// The second output of a convolution, the maxima of the first; see `pooled` in vocabulary.ts.

/** Its binding. */
export const pooledIndex = 9;

/** Where the maxima begin, and how far apart the items of the batch lie. */
export function pooledParams({ outputs: [, pooled] }: ConvProblem): Param[] {
  return [
    ['pooledOffset', 'u32', pooled?.offset ?? 0],
    ['pooledBatch', 'u32', pooled?.strides[0] ?? 0],
  ];
}

/** Why invocations that compute `across` windows beside one another cannot take their maxima; null when they can, or need not. */
export function rejectsPooled({ attributes }: ConvProblem, g: Geometry, across: number): string | null {
  return attributes.pooled && outPlane(g) % (4 * across) !== 0
    ? `${outPlane(g)} positions are not ${across} windows of 2 x 2 at a time`
    : null;
}

/**
 * What a product in tiles is told that stores maxima as well. Of `4 across` positions behind one another those are a window that are
 * `across` apart, which is how an invocation has them: `spread` is where the one of a number lies.
 */
export function pooledSlots({ attributes }: ConvProblem, across: number, elem: string): Specialisation {
  if (!attributes.pooled) return { pooled: null, pool: '{ }' };
  const all = `${4 * across}u`;
  const window = `let window = position / ${all} * ${across}u + position % ${across}u;`;
  const row = `(window / (width / 2u) * 2u + position / ${2 * across}u % 2u)`;
  const column = `window % (width / 2u) * 2u + position / ${across}u % 2u`;
  const plane = 'let plane = params.outD * params.outH * params.outW;';
  const within = 'if (at.x >= params.outChannels || at.y >= params.positions) { return; }';
  const number = `at.y % plane / ${all} * ${across}u + at.y % ${across}u`;
  const channel = '(at.z * params.outChannels + at.x)';
  const to = `params.pooledOffset + at.y / plane * params.pooledBatch + ${channel} * (plane / 4u) + ${number}`;
  return {
    POOLED: true,
    spread: `{ ${window} return ${row} * width + ${column}; }`,
    pool: `{ ${plane} ${within} pooled[${to}] = ${elem}(v); }`,
  };
}
