import { broadcastShapes } from '../core/broadcast.ts';
import { isFloat } from '../core/dtype.ts';
import type { KernelFamily } from '../core/kernel.ts';
import { sizeOf, type TensorType } from '../core/tensor.ts';
import { ofSum } from '../core/tolerance.ts';
import { require } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { cases } from './cases.ts';
import { dots, registers, tiled, tiledWide } from './kernels.ts';
import { extentsOf } from './product.ts';
import { reference } from './reference.ts';

type Matmul = Vocabulary['matmul'];

function outputs(attributes: Matmul, [a, b, c]: readonly (TensorType | null)[]): TensorType[] {
  const [left, right] = [a!, b!];
  const named = `matmul of [${left.shape}]${attributes.transA ? ' transposed' : ''} and [${right.shape}]${attributes.transB ? ' transposed' : ''}`;
  require(left.shape.length >= 2 && right.shape.length >= 2, `${named}: a vector is first made a matrix`);
  require(left.dtype === right.dtype, `${named}: ${left.dtype} meets ${right.dtype}`);
  const { M, N, K, rowsOfB, batch } = extentsOf(attributes, left.shape, right.shape);
  require(K === rowsOfB, `${named}: rows of ${K} meet columns of ${rowsOfB}`);
  const shape = [...batch, M, N];
  if (c) {
    const together = broadcastShapes([shape, c.shape]);
    const fits = together.length === shape.length && sizeOf(together) === sizeOf(shape);
    require(fits, `${named}: [${c.shape}] does not broadcast to [${shape}]`);
  }
  return [{ dtype: left.dtype, shape }];
}

/**
 * Products of matrices in batches. Integers multiply and add in their 32-bit word, alpha and beta then without fraction.
 * Throws RoentgenError('shape') for ranks below 2, inner extents that differ, and a c that does not broadcast.
 */
export const matmulFamily: KernelFamily<Matmul> = {
  name: 'matmul',
  kernels: [registers, tiled, tiledWide, dots],
  cases,
  outputs,
  reference,
  tolerance({ attributes, inputs: [a, b] }) {
    const { K } = extentsOf(attributes, a!.shape, b!.shape);
    const { relative, absolute } = ofSum(a!.dtype, K, Math.max(1, Math.abs(attributes.alpha)));
    // One accumulator: each of K partial sums, about the root of K in size, is rounded, and the errors add as a root again.
    const inOrder = isFloat(a!.dtype) ? Math.max(1, Math.abs(attributes.alpha)) * K * 2 ** -23 : 0;
    return { relative, absolute: Math.max(absolute, inOrder) };
  },
};
