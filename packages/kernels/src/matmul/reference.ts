import { stridesWithin } from '../core/broadcast.ts';
import { type HostArray, isFloat } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import { dense, eachElement, sizeOf, type TensorType } from '../core/tensor.ts';
import { chainJs } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { extentsOf } from './product.ts';

/** For each element of `shape`, where it lies in a dense tensor broadcast to it. */
function places(type: TensorType, shape: readonly number[]): Float64Array {
  const found = new Float64Array(sizeOf(shape));
  const view = { ...dense(type), shape, strides: stridesWithin(dense(type), shape) };
  eachElement(view, (at, index) => {
    found[index] = at;
  });
  return found;
}

/** Which matrix of the operand each batch takes. */
function matrices({ dtype, shape }: TensorType, batch: readonly number[]): Float64Array {
  return places({ dtype, shape: shape.slice(0, -2) }, batch);
}

/** y[m, n] = activation(alpha * sum over k of a[m, k] b[k, n] + beta * c[m, n]) in every batch. */
export function reference(
  { attributes, inputs, outputs }: Problem<Vocabulary['matmul']>,
  [a, b, c]: readonly (HostArray | null)[],
): Float64Array[] {
  const { alpha, beta, transA, transB } = attributes;
  const [typeA, typeB, typeC] = [inputs[0]!, inputs[1]!, inputs[2] ?? null];
  const { M, N, K, batch } = extentsOf(attributes, typeA.shape, typeB.shape);
  const activate = chainJs(attributes.activation, !isFloat(outputs[0].dtype));
  const inA = matrices(typeA, batch);
  const inB = matrices(typeB, batch);
  const inC = typeC ? places(typeC, [...batch, M, N]) : null;
  const y = new Float64Array(sizeOf(batch) * M * N);
  const row = new Float64Array(N);
  for (let at = 0; at < y.length; at += N) {
    const matrix = Math.floor(at / (M * N));
    const m = (at / N) % M;
    row.fill(0);
    for (let k = 0; k < K; k++) {
      const left = a![inA[matrix] * M * K + (transA ? k * M + m : m * K + k)];
      const right = inB[matrix] * K * N;
      for (let n = 0; n < N; n++) row[n] += left * b![right + (transB ? n * K + k : k * N + n)];
    }
    for (let n = 0; n < N; n++) y[at + n] = activate(alpha * row[n] + (inC && c ? beta * c[inC[at + n]] : 0));
  }
  return [y];
}
