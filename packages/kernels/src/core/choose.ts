import { RoentgenError } from './errors.ts';
import type { DeviceCaps, KernelDefinition, KernelFamily, Problem } from './kernel.ts';
import { estimate } from './machine.ts';

/** The kernel of least expected time among those that take the problem; an error listing each refusal when none does. */
export function choose<A>(
  family: KernelFamily<A>,
  problem: Problem<A>,
  caps: DeviceCaps,
): KernelDefinition<A> {
  const refusals: string[] = [];
  let best: { kernel: KernelDefinition<A>; time: number } | undefined;
  for (const kernel of family.kernels) {
    const refusal = kernel.rejects(problem, caps);
    if (refusal !== null) {
      refusals.push(`${kernel.name}: ${refusal}`);
      continue;
    }
    const expected = estimate(kernel.cost(problem, caps), caps);
    if (!best || expected < best.time) best = { kernel, time: expected };
  }
  if (!best)
    throw new RoentgenError(
      'unsupported',
      `no kernel of ${family.name} takes this problem (${refusals.join('; ')})`,
    );
  return best.kernel;
}
