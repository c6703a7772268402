import { type Device, drawInputs, Judge, Trial } from '@roentgen/runtime';
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

/** Up to this much arithmetic, about a second of it, the float64 reference is computed whatever the kernels agree on. */
const affordable = 1e9;

/**
 * Runs every kernel of a case once and holds what it computes against the family's reference; in problems above a GFLOP against each other,
 * and the reference only where two differ or there is no other.
 */
export async function check(device: Device, found: BenchCase): Promise<Checked> {
  const { family, testCase, kernels, name, work } = found;
  const { problem } = testCase;
  const inputs = drawInputs(testCase);
  const contested = kernels.length > 1 && work.flops > affordable;
  const judge = new Judge(family, problem, inputs, contested ? work.flops : 0);
  const trials = new Map<string, Trial>();
  const wrong: WrongKernel[] = [];
  for (const kernel of kernels) {
    try {
      const trial = await Trial.create(device, kernel.instantiate(problem, device.caps), problem, inputs);
      trials.set(kernel.name, trial);
      judge.hear(kernel.name, await trial.outputs());
    } catch (error) {
      const report = error instanceof Error ? error.message : String(error);
      wrong.push({ name, kernel: kernel.name, checked: 'nothing: it does not run', report });
      release(trials, kernel.name);
    }
  }
  for (const [kernel, report] of judge.refused) {
    wrong.push({ name, kernel, checked: judge.standard, report });
    release(trials, kernel);
  }
  const right = [...trials].map(([kernel, trial]) => ({ kernel, trial, checked: judge.standard }));
  return { right, wrong };
}

function release(trials: Map<string, Trial>, kernel: string): void {
  trials.get(kernel)?.[Symbol.dispose]();
  trials.delete(kernel);
}
