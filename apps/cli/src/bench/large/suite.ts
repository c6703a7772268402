import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import type { BenchRow, LeftOut } from '@roentgen/bench';
import { type ErrorCode, RoentgenError } from '@roentgen/kernels';
import type { CommonOptions, Context } from '../../context.ts';
import type { FailureReport } from '../../io/failure.ts';
import { weightsFolder } from '../../systems/host.ts';
import { shapeText } from '../../text/numbers.ts';
import type { Measured, Wanted } from '../suites.ts';
import { findCases, type LargeCase, type LargeJob, largeCases } from './cases.ts';

/** One case at one size. */
interface Part {
  readonly each: LargeCase;
  readonly size: number;
}

/** What the suite is told beside what to time. */
export interface LargeWanted extends Wanted, Pick<CommonOptions, 'quiet'> {}

/** The cases to run, those whose network is not in the folder said aloud. Throws 'usage' where no case is meant. */
async function partsOf(context: Context, wanted: Wanted): Promise<{ parts: Part[]; leftOut: LeftOut[] }> {
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
  return {
    parts: found.flatMap((each) => (wanted.size ?? [each.size]).map((size) => ({ each, size }))),
    leftOut,
  };
}

const titleOf = ({ each, size }: Part) => `${each.name} of edge ${size}`;

/**
 * Runs every large case in a process of its own, so that the memory that the system saw it hold at most is its own. `keep` is given what is
 * measured so far after each of them, so that a stop loses only the one that runs. A case that fails is told and left out; where none
 * ends well, its error is thrown.
 */
export async function largeSuite(
  context: Context,
  wanted: LargeWanted,
  keep: (measured: Measured) => Promise<void>,
): Promise<Measured> {
  const { parts, leftOut } = await partsOf(context, wanted);
  const rows: BenchRow[] = [];
  const failures: unknown[] = [];
  const measured = (waiting: readonly Part[]): Measured => ({
    suite: 'large',
    rows,
    wrong: [],
    peaks: null,
    leftOut: [
      ...leftOut,
      ...waiting.map((part) => without(part, 'it had not been run when this was written')),
    ],
    profiles: [],
  });
  for (const [i, part] of parts.entries()) {
    context.progress.stage(`${titleOf(part)}, ${i + 1} of ${parts.length}`);
    try {
      const own = await runApart(context, wanted, part);
      rows.push(...own);
      if (wanted.quiet !== true) for (const line of toldOf(own)) context.note(line);
    } catch (error) {
      context.signal.throwIfAborted();
      if (!(error instanceof RoentgenError)) throw error;
      failures.push(error);
      leftOut.push({ ...without(part, error.message), failed: true });
      if (parts.length > 1) context.note(`${titleOf(part)} failed: ${error.message}`);
    }
    if (rows.length > 0) await keep(measured(parts.slice(i + 1)));
  }
  if (rows.length === 0 && failures.length > 0) throw failures[0];
  return measured([]);
}

function without(part: Part, reason: string): LeftOut {
  return { name: titleOf(part), peer: 'roentgen', reason };
}

/** What a case came to, in a line for each of its rows: the whole report comes when all are done. */
function toldOf(rows: readonly BenchRow[]): string[] {
  return rows.map(({ name, shape, variant, ms, process }) => {
    const cost = process
      ? `, its process ${seconds(process.cpuMs)} of processor time and ${Math.round(process.residentBytes / 2 ** 20)} MiB at most`
      : '';
    return `${name} ${shapeText(shape)} ${variant}: ${seconds(ms.median)}${cost}`;
  });
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** The arguments of the command that the processes run. */
function argumentsOf(wanted: LargeWanted, { each, size }: Part, { adapter }: Context): string[] {
  const { models = weightsFolder(), dtype, rounds = 1 } = wanted;
  const job: LargeJob = { size, dtype, rounds, models };
  const common = [...(adapter ? ['--adapter', adapter] : []), ...(wanted.quiet ? ['--quiet'] : [])];
  return ['large-case', each.name, JSON.stringify(job), '--json', ...common];
}

/** Runs one case in a process of its own; throws what that throws. */
async function runApart(context: Context, wanted: LargeWanted, part: Part): Promise<BenchRow[]> {
  const child = spawn(process.execPath, [process.argv[1], ...argumentsOf(wanted, part, context)], {
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
    message: `the process of ${part.each.name} ended (${end}) without an answer`,
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
