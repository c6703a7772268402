import type { ProcessCost } from '@roentgen/bench';
import { RoentgenError } from '@roentgen/kernels';
import { type LargeJob, largeCases } from '../bench/large/cases.ts';
import type { CommonOptions } from '../context.ts';
import type { Registration } from '../register.ts';

/** The process that runs one case of `bench --suite large`; nobody calls it by hand. */
export const largeCaseCommand: Registration = (parent, perform) => {
  parent
    .command('large-case <name> <job>', { hidden: true })
    .option('--json')
    .option('--quiet')
    .option('--adapter <name>')
    .action((name: string, job: string, options: CommonOptions) =>
      perform(options, async (context) => {
        const found = largeCases.find((each) => each.name === name);
        if (found === undefined) throw new RoentgenError('usage', `there is no large case '${name}'`);
        const rows = await found.run(context, JSON.parse(job) as LargeJob);
        const process = processCost();
        await context.answer(
          rows.map((row) => ({ ...row, process })),
          '',
        );
        return undefined;
      }),
    );
};

/** What this process has taken so far. */
function processCost(): ProcessCost {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, residentBytes: maxRSS * 1024 };
}
