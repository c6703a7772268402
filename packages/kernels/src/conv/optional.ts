import type { Binding, DeviceCaps, Param } from '../core/kernel.ts';
import type { Specialisation } from '../core/wgsl.ts';
import { type ConvProblem, operand } from './geometry.ts';

/** Stands for the offset of a residual that is not there. */
const nowhere = 0xffffffff;

/** What a kernel binds, and says of itself, so that one shader serves layers with and without a residual. */
export interface OptionalResidual {
  readonly slots: Specialisation;
  bindings(own: readonly Binding[]): readonly Binding[];
  params(own: readonly Param[]): readonly Param[];
}

const asItIs: OptionalResidual = { slots: {}, bindings: (own) => own, params: (own) => own };

/**
 * On software adapters, where a shader of `conv/rows` takes 13 to 25 ms of processor time to compile, layers with a residual and without are one
 * shader that asks its parameters; without one the weights are bound in its place, and not read. Elsewhere each has a shader of its own.
 */
export function optionalResidual({ inputs }: ConvProblem, caps: DeviceCaps): OptionalResidual {
  if (!caps.software) return asItIs;
  const slots = {
    residual: 'array<Elem>',
    residualAt: `{ if (params.residualOffset == ${nowhere}u) { return 0.0; } return f32(residual[at]); }`,
  };
  if (inputs[operand.residual]) return { ...asItIs, slots };
  const stand: Binding = { index: operand.residual, name: 'residual', access: 'read', operand: operand.w };
  return {
    slots,
    bindings: (own) => [...own, stand],
    params: (own) =>
      own.map((param): Param => (param[0] === 'residualOffset' ? [param[0], param[1], nowhere] : param)),
  };
}
