import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import type { BenchRow, LeftOut } from '@roentgen/bench';
import { type ErrorCode, RoentgenError } from '@roentgen/kernels';
import type { Context } from '../../context.ts';
import type { FailureReport } from '../../io/failure.ts';
import { weightsFolder } from '../../systems/host.ts';
import type { Measured, Wanted } from '../suites.ts';
import { findCases, type LargeCase, type LargeJob, largeCases } from './cases.ts';

/**
 * Runs every large case in a process of its own, so that the memory that the system saw it hold at most is its own. Cases whose network is not in the
 * folder are left out, said aloud.
 */
export async function largeSuite(context: Context, wanted: Wanted): Promise<Measured> {
  const { found, absent } = await findCases(wanted.models, wanted.filter);
  if (found.length + absent.length === 0) {
    throw new RoentgenError('usage', `no large case has '${wanted.filter}' in its name`, {
      hint: `there are ${largeCases.map(({ name }) => name).join(', ')}`,
    });
  }
  const leftOut = absent.map(({ name, file }): LeftOut => {
    const reason = `there is no ${file} in the folder of models; --models names another`;
    context.note(`${name} is left out: ${reason}`);
    return { name, peer: 'roentgen', reason };
  });
  const rows: BenchRow[] = [];
  for (const each of found)
    for (const size of wanted.size ?? [each.size])
      rows.push(...(await runApart(context, wanted, each, size)));
  return { suite: 'large', rows, wrong: [], peaks: null, leftOut, profiles: [] };
}

/** The arguments of the command that the processes run. */
function argumentsOf(wanted: Wanted, { name }: LargeCase, size: number, { adapter }: Context): string[] {
  const { models = weightsFolder(), dtype, rounds = 1 } = wanted;
  const job: LargeJob = { size, dtype, rounds, models };
  return ['large-case', name, JSON.stringify(job), '--json', ...(adapter ? ['--adapter', adapter] : [])];
}

/** Runs one case in a process of its own; throws what that throws. */
async function runApart(
  context: Context,
  wanted: Wanted,
  each: LargeCase,
  size: number,
): Promise<BenchRow[]> {
  const child = spawn(process.execPath, [process.argv[1], ...argumentsOf(wanted, each, size, context)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    signal: context.signal,
    killSignal: 'SIGINT',
  });
  const ended = new Promise<string>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done(signal ?? `exit code ${code}`));
  });
  const [answer, end] = await Promise.all([textOf(child.stdout), ended]);
  const told = parsed(answer);
  if (told !== undefined && !('error' in told)) return told;
  context.signal.throwIfAborted();
  const { code, message, hint } = told?.error ?? {
    code: 'memory',
    message: `the process of ${each.name} ended (${end}) without an answer`,
    hint: 'where the system ran out of memory, --size asks for less',
  };
  throw new RoentgenError(code as ErrorCode, message, hint === undefined ? {} : { hint });
}

function parsed(answer: string): BenchRow[] | FailureReport | undefined {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined; // a process that was killed says nothing, or half of it
  }
}
