import { RoentgenError } from './errors.ts';
import type { DeviceCaps, KernelDefinition, KernelFamily, Problem } from './kernel.ts';
import { estimate } from './machine.ts';

/** The kernels that take the problem, by expected time, least first; an error listing each refusal when none does. */
export function candidates<A>(
  family: KernelFamily<A>,
  problem: Problem<A>,
  caps: DeviceCaps,
): readonly KernelDefinition<A>[] {
  const refusals: string[] = [];
  const found: { kernel: KernelDefinition<A>; time: number }[] = [];
  for (const kernel of family.kernels) {
    const refusal = kernel.rejects(problem, caps);
    if (refusal !== null) refusals.push(`${kernel.name}: ${refusal}`);
    else found.push({ kernel, time: estimate(kernel.cost(problem, caps), caps) });
  }
  if (found.length === 0)
    throw new RoentgenError(
      'unsupported',
      `no kernel of ${family.name} takes this problem (${refusals.join('; ')})`,
    );
  return found.sort((a, b) => a.time - b.time).map(({ kernel }) => kernel);
}

/** The kernel of least expected time among those that take the problem; throws as `candidates`. */
export function choose<A>(
  family: KernelFamily<A>,
  problem: Problem<A>,
  caps: DeviceCaps,
): KernelDefinition<A> {
  return candidates(family, problem, caps)[0];
}
