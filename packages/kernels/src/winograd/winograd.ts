import type { KernelFamily } from '../core/kernel.ts';
import { algorithms } from './algorithm.ts';
import { winogradCases } from './cases.ts';
import { type Winograd, winogradOutputs } from './geometry.ts';
import { input } from './input.ts';
import { output } from './output.ts';
import { winogradReference } from './reference.ts';

/** The transforms before and behind the products of a Winograd convolution (Lavin and Gray 2016); float32 only. */
export const winogradFamily: KernelFamily<Winograd> = {
  name: 'winograd',
  kernels: [input, output],
  cases: winogradCases,
  outputs: winogradOutputs,
  reference: winogradReference,
  tolerance({ attributes, inputs }) {
    // Each pass adds up to n terms (n roundings, and n more of products that are not fused), each rounding half an ulp of a sum that
    // the largest row of coefficients bounds; the pre-activation adds two and doubles the size of a value.
    const { at, bt } = algorithms[attributes.algorithm];
    const matrix = attributes.kind === 'input' ? bt : at;
    const largest = Math.max(...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
    const pre = attributes.kind === 'input' && inputs[1] ? 2 : 1;
    const roundings = 4 * matrix[0].length + 2;
    return { relative: 2 ** -21, absolute: roundings * 2 ** -24 * pre * largest ** 2 };
  },
};
