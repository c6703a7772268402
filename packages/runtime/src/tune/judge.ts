import type { HostArray, KernelFamily, Problem, Tolerance } from '@roentgen/kernels';
import { disagreement } from '../trial/compare.ts';

/** Problems of up to this much arithmetic are checked against the float64 reference at once: some tenths of a second on a CPU. */
const cheap = 2e7;

/**
 * Says which kernels compute the right thing. Small problems are compared with the reference; in large ones, which would take the
 * reference minutes, kernels are compared with each other, and with the reference as soon as two differ.
 */
export class Judge {
  readonly #family: KernelFamily<unknown>;
  readonly #problem: Problem<unknown>;
  readonly #inputs: readonly (HostArray | null)[];
  #reference: readonly Float64Array[] | undefined;
  /** The first result, and the kernels that agree with it; no longer needed once there is the reference. */
  #first: readonly HostArray[] | undefined;
  #agreed: string[] = [];
  /** Kernels whose result is wrong, and how. */
  readonly refused = new Map<string, string>();

  constructor(
    family: KernelFamily<unknown>,
    problem: Problem<unknown>,
    inputs: readonly (HostArray | null)[],
    flops: number,
  ) {
    this.#family = family;
    this.#problem = problem;
    this.#inputs = inputs;
    if (flops <= cheap) this.#reference = family.reference(problem, inputs);
  }

  /** What the kernels that were not refused agree with. */
  get standard(): 'reference' | 'each other' {
    return this.#reference ? 'reference' : 'each other';
  }

  /** Takes the result of a kernel. */
  hear(kernel: string, outputs: readonly HostArray[]): void {
    if (this.#reference) {
      this.#compare([kernel], outputs, this.#reference);
    } else if (!this.#first) {
      this.#first = outputs;
      this.#agreed = [kernel];
    } else if (this.#difference(outputs, this.#first, 2) === '') {
      this.#agreed.push(kernel);
    } else {
      this.#reference = this.#family.reference(this.#problem, this.#inputs);
      this.#compare(this.#agreed, this.#first, this.#reference);
      this.#compare([kernel], outputs, this.#reference);
      this.#first = undefined;
    }
  }

  #compare(
    kernels: readonly string[],
    outputs: readonly HostArray[],
    reference: readonly Float64Array[],
  ): void {
    const wrong = this.#difference(outputs, reference, 1);
    if (wrong !== '') for (const kernel of kernels) this.refused.set(kernel, wrong);
  }

  /** Two results may each be off by the tolerance, in opposite directions. */
  #difference(
    outputs: readonly HostArray[],
    expected: readonly (HostArray | Float64Array)[],
    slack: number,
  ): string {
    const { relative, absolute } = this.#family.tolerance(this.#problem);
    const tolerance: Tolerance = { relative: slack * relative, absolute: slack * absolute };
    return disagreement(this.#problem, outputs, expected, tolerance);
  }
}
