import {
  type Case,
  choose,
  type DeviceCaps,
  estimate,
  type KernelDefinition,
  type KernelFamily,
} from '@roentgen/kernels';
import type { Work } from '../peaks/roofline.ts';

/** A case to time, with the kernels that take it. */
export interface BenchCase {
  /** family/case. */
  readonly name: string;
  readonly family: KernelFamily<unknown>;
  readonly testCase: Case<unknown>;
  readonly kernels: readonly KernelDefinition<unknown>[];
  /** The kernel that the library runs for it on this device. */
  readonly chosen: string;
  /**
   * What the operation asks for, by the definition: the arithmetic of the family's plainest kernel, the traffic of its thriftiest. One
   * for all kernels, so that one that multiplies less (Winograd) shows a higher rate, not a lower one.
   */
  readonly work: Work;
}

/** Which of the cases and kernels to take; all where left out. */
export interface Choice {
  readonly dtype: 'f32' | 'f16';
  /** Cases with this in their name; of the other cases the kernels with it in theirs. */
  readonly filter?: string;
  /** Of a case only the kernels that are expected to take at most so many times as long as the one that is chosen. */
  readonly within?: number;
}

/** The cases that are marked as worth timing, with those of their kernels that are wanted. */
export function benchCases(
  families: readonly KernelFamily<unknown>[],
  caps: DeviceCaps,
  { dtype, filter = '', within = Number.POSITIVE_INFINITY }: Choice,
): BenchCase[] {
  return families.flatMap((family) =>
    family.cases
      .filter(({ bench }) => bench)
      .map((each) => (dtype === 'f16' ? inHalf(each) : each))
      // Winograd's transforms are for float32 alone.
      .filter(({ problem }) => family.kernels.some((kernel) => kernel.rejects(problem, caps) === null))
      .flatMap((testCase) => {
        const found = benchCase(family, testCase, caps);
        const time = (kernel: KernelDefinition<unknown>) =>
          estimate(kernel.cost(testCase.problem, caps), caps);
        const most = within * Math.min(...found.kernels.map(time));
        const kernels = found.name.includes(filter)
          ? found.kernels.filter((kernel) => time(kernel) <= most)
          : found.kernels.filter(({ name }) => name.includes(filter));
        return kernels.length === 0 ? [] : [{ ...found, kernels }];
      }),
  );
}

function benchCase(family: KernelFamily<unknown>, testCase: Case<unknown>, caps: DeviceCaps): BenchCase {
  const { problem } = testCase;
  const kernels = family.kernels.filter((kernel) => kernel.rejects(problem, caps) === null);
  const costs = kernels.map((kernel) => kernel.cost(problem, caps));
  return {
    name: `${family.name}/${testCase.name}`,
    family,
    testCase,
    kernels,
    chosen: choose(family, problem, caps).name,
    work: { flops: costs[0].flops, bytes: Math.min(...costs.map(({ bytes }) => bytes)) },
  };
}

/** A case with float16 in place of float32; one that converts has its target converted too. */
function inHalf(testCase: Case<unknown>): Case<unknown> {
  const half = <T extends { readonly dtype: string }>(tensor: T): T =>
    tensor.dtype === 'float32' ? { ...tensor, dtype: 'float16' } : tensor;
  const { attributes, inputs, outputs } = testCase.problem;
  const to = (attributes as { readonly to?: string }).to;
  return {
    ...testCase,
    problem: {
      ...testCase.problem,
      attributes: to === 'float32' ? { ...(attributes as object), to: 'float16' } : attributes,
      inputs: inputs.map((tensor) => tensor && half(tensor)),
      outputs: outputs.map(half),
    },
  };
}
