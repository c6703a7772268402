import type { Problem } from '../core/kernel.ts';
import { sizeOf, type TensorType } from '../core/tensor.ts';
import { require, written } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** Type of y; throws RoentgenError('shape') where the seven operands do not fit each other. */
export function gatedType(inputs: readonly (TensorType | null)[]): TensorType {
  const [gate, x, wg, wx, bias, psi, psiBias] = inputs.map((input) => input!);
  const facts = `attentionGate: gate of ${written(gate.shape)}, x of ${written(x.shape)}`;
  require(gate.shape.length >= 2 && gate.shape.length === x.shape.length, `${facts}: their ranks differ`);
  require(gate.shape.every(
    (extent, axis) => axis === 1 || extent === x.shape[axis],
  ), `${facts}: only their channels may differ`);
  const m = sizeOf(bias.shape);
  const fits = (w: TensorType, channels: number) => sizeOf(w.shape) === m * channels;
  require(fits(wg, gate.shape[1]), `${facts}: wg of ${written(wg.shape)} for a bias of ${m}`);
  require(fits(wx, x.shape[1]), `${facts}: wx of ${written(wx.shape)} for a bias of ${m}`);
  require(sizeOf(psi.shape) === m &&
    sizeOf(psiBias.shape) === 1, `${facts}: psi of ${written(psi.shape)} for a bias of ${m}`);
  return { dtype: x.dtype, shape: x.shape };
}

/** Extents of a problem: batch items, pixels of one, channels of the gate, of x and of the common space. */
export interface Gates {
  readonly batches: number;
  readonly area: number;
  readonly cg: number;
  readonly cx: number;
  readonly m: number;
}

export function gatesOf({ inputs: [gate, x, , , bias] }: Problem<Vocabulary['attentionGate']>): Gates {
  return {
    batches: x!.shape[0],
    area: sizeOf(x!.shape.slice(2)),
    cg: gate!.shape[1],
    cx: x!.shape[1],
    m: sizeOf(bias!.shape),
  };
}
