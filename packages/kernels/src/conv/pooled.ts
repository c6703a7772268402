import type { Param } from '../core/kernel.ts';
import type { Specialisation } from '../core/wgsl.ts';
import { type ConvProblem, type Geometry, outPlane } from './geometry.ts';

// The maxima of a convolution's result, stored beside it or in its place; see `pooled` in vocabulary.ts.

/** Its binding. */
export const pooledIndex = 9;

/** Where the maxima begin, and how far apart the items of the batch lie. */
export function pooledParams({ attributes, outputs }: ConvProblem): Param[] {
  const pooled = attributes.pooled ? outputs.at(-1) : undefined;
  return [
    ['pooledOffset', 'u32', pooled?.offset ?? 0],
    ['pooledBatch', 'u32', pooled?.strides[0] ?? 0],
  ];
}

/** What any shader that can store maxima is told of its outputs: those that are left out. */
export function keptSlots({ attributes: { pooled } }: ConvProblem): Specialisation {
  if (!pooled) return { pooled: null, pool: '{ }' };
  return { POOLED: true, ...(pooled === 'instead' ? { y: null, keep: '{ }' } : {}) };
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
export function pooledSlots(problem: ConvProblem, across: number, elem: string): Specialisation {
  if (!problem.attributes.pooled) return keptSlots(problem);
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
    ...keptSlots(problem),
    spread: `{ ${window} return ${row} * width + ${column}; }`,
    pool: `{ ${plane} ${within} pooled[${to}] = ${elem}(v); }`,
  };
}
