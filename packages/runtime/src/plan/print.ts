import type { Plan } from './plan.ts';

/** What a plan amounts to. */
export interface PlanSummary {
  readonly dispatches: number;
  /** Distinct shaders. */
  readonly pipelines: number;
  readonly buffers: number;
  readonly activationBytes: number;
  readonly constantBytes: number;
  readonly peakBytes: number;
  /** Floating-point operations; a multiply-add counts two. */
  readonly flops: number;
}

export function summarise(plan: Plan): PlanSummary {
  const activationBytes = plan.buffers.reduce((total, bytes) => total + bytes, 0);
  return {
    dispatches: plan.steps.length,
    pipelines: new Set(plan.steps.map(({ kernel }) => kernel.source.text)).size,
    buffers: plan.buffers.length,
    activationBytes,
    constantBytes: plan.constantBytes,
    peakBytes: activationBytes + plan.constantBytes,
    flops: plan.steps.reduce((total, { cost }) => total + cost.flops, 0),
  };
}

/** A plan as text, a line a dispatch: number, kernel, result, its type, buffers read and written. */
export function printPlan(plan: Plan): string {
  const width = Math.max(0, ...plan.steps.map(({ kernel }) => kernel.name.length));
  const lines = plan.steps.map((step, index) => {
    const slots = step.operands.flatMap((slot) => (slot && slot.buffer !== 'constants' ? [slot.buffer] : []));
    const from = [...new Set(slots.slice(0, -1))].join(',');
    const name = step.kernel.name.padEnd(width);
    return `${String(index).padStart(4)}  ${name}  b${from} -> b${slots.at(-1)}  ${step.type.dtype} [${step.type.shape}]  ${step.result}`;
  });
  return lines.join('\n');
}
