import type { HostArray } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { gatesOf } from './frame.ts';

/** y = x * sigmoid(psi . relu(wg gate + wx x + bias) + psiBias), pixel by pixel. */
export function attentionReference(
  problem: Problem<Vocabulary['attentionGate']>,
  values: readonly (HostArray | null)[],
): Float64Array {
  const [gate, x, wg, wx, bias, psi, psiBias] = values.map((value) => value!);
  const { batches, area, cg, cx, m } = gatesOf(problem);
  const y = new Float64Array(x.length);
  for (let n = 0; n < batches; n++)
    for (let p = 0; p < area; p++) {
      let attention = psiBias[0];
      for (let k = 0; k < m; k++) {
        let sum = bias[k];
        for (let c = 0; c < cg; c++) sum += wg[k * cg + c] * gate[(n * cg + c) * area + p];
        for (let c = 0; c < cx; c++) sum += wx[k * cx + c] * x[(n * cx + c) * area + p];
        attention += psi[k] * Math.max(0, sum);
      }
      const weight = 1 / (1 + Math.exp(-attention));
      for (let c = 0; c < cx; c++) y[(n * cx + c) * area + p] = x[(n * cx + c) * area + p] * weight;
    }
  return y;
}
