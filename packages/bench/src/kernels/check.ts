import type { HostArray } from '@roentgen/kernels';
import { type Device, disagreement, drawInputs, Trial } from '@roentgen/runtime';
import type { WrongKernel } from '../report/report.ts';
import type { BenchCase } from './cases.ts';

/** A kernel of a case whose outputs are right, and what says so. */
export interface Right {
  readonly kernel: string;
  readonly trial: Trial;
  readonly checked: string;
}

/** The kernels of a case, told apart by their outputs. Whoever asks disposes of the trials. */
export interface Checked {
  readonly right: readonly Right[];
  readonly wrong: readonly WrongKernel[];
}

interface Ran {
  readonly kernel: string;
  readonly trial: Trial;
  readonly outputs: readonly HostArray[];
}

/** Arithmetic above which the float64 reference takes tens of seconds, so that kernels are held against each other. */
const AFFORDABLE = 4e9;

/** Runs every kernel of a case once and holds what it computes against the family's reference, or above `affordable` against another kernel. */
export async function check(device: Device, found: BenchCase, affordable = AFFORDABLE): Promise<Checked> {
  const { family, testCase, kernels, name } = found;
  const inputs = drawInputs(testCase);
  const ran: Ran[] = [];
  const wrong: WrongKernel[] = [];
  for (const kernel of kernels) {
    let trial: Trial | undefined;
    try {
      const instance = kernel.instantiate(testCase.problem, device.caps);
      trial = await Trial.create(device, instance, testCase.problem, inputs);
      ran.push({ kernel: kernel.name, trial, outputs: await trial.outputs() });
    } catch (error) {
      trial?.[Symbol.dispose]();
      const report = error instanceof Error ? error.message : String(error);
      wrong.push({ name, kernel: kernel.name, checked: 'nothing: it does not run', report });
    }
  }
  const [first, second] = ran;
  if (found.work.flops > affordable && second !== undefined) {
    return sorted(found, wrong, ran, (each) => (each === first ? second : first));
  }
  const reference = { kernel: 'reference', outputs: family.reference(testCase.problem, inputs) };
  return sorted(found, wrong, ran, () => reference);
}

function sorted(
  { family, testCase: { problem }, name }: BenchCase,
  failed: readonly WrongKernel[],
  ran: readonly Ran[],
  against: (each: Ran) => {
    readonly kernel: string;
    readonly outputs: readonly (HostArray | Float64Array)[];
  },
): Checked {
  const tolerance = family.tolerance(problem);
  const right: Right[] = [];
  const wrong = [...failed];
  for (const each of ran) {
    const { kernel: checked, outputs: expected } = against(each);
    // Two kernels may be off to either side.
    const sides = checked === 'reference' ? 1 : 2;
    const allowed = { relative: sides * tolerance.relative, absolute: sides * tolerance.absolute };
    const report = disagreement(problem, each.outputs, expected, allowed);
    if (report === '') {
      right.push({ kernel: each.kernel, trial: each.trial, checked });
    } else {
      each.trial[Symbol.dispose]();
      wrong.push({ name, kernel: each.kernel, checked, report });
    }
  }
  return { right, wrong };
}
