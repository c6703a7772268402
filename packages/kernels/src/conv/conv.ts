import type { KernelFamily } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { stored } from '../core/tolerance.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { blocked } from './blocked.ts';
import { convCases } from './cases.ts';
import { direct } from './direct.ts';
import { fusedCases } from './fused-cases.ts';
import { gemms } from './gemm.ts';
import { convOutputs, geometryOf, operand } from './geometry.ts';
import { halvesCases } from './halves-cases.ts';
import { matrices } from './matrix.ts';
import { pointwise } from './pointwise.ts';
import { convReference } from './reference.ts';
import { rows } from './rows.ts';
import { convShapes } from './shapes.ts';
import { whole } from './whole.ts';

/** Convolution in one, two and three dimensions (ONNX Conv), with everything that commonly stands before and behind it. */
export const convFamily: KernelFamily<Vocabulary['conv']> = {
  name: 'conv',
  kernels: [direct, blocked, rows, pointwise, whole, ...gemms, ...matrices],
  cases: [...convCases, ...fusedCases, ...halvesCases, ...convShapes],
  outputs: convOutputs,
  reference: convReference,
  tolerance(problem) {
    // A product of two values drawn from -1..1 has deviation 1/3, so a sum of K of them is about sqrt(K) / 3 in size. Each of its K roundings is
    // half an ulp of that, and together they walk at random: sqrt(K) of them, six deviations for the worst of a million outputs.
    const g = geometryOf(problem);
    const terms = g.inChannels * sizeOf(g.kernel);
    const epsilon = 2 ** -24;
    const size = Math.max(1, Math.sqrt(terms) / 3);
    // Matrix units take f16 only: what a pre-activation gives, up to 2 in size, is rounded (2^-11 of it) before it is multiplied.
    const halves = problem.outputs[0].dtype === 'float16' && problem.inputs[operand.preScale];
    const rounded = halves ? 6 * 2 ** -12 * Math.sqrt(terms / 9) : 0;
    const computed = { relative: 8 * epsilon, absolute: 6 * epsilon * Math.sqrt(terms) * size + rounded };
    return stored(problem.outputs[0].dtype, computed);
  },
};
