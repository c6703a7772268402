import {
  type FoundTest,
  findBackendTests,
  readTolerances,
  selectTests,
  type Tolerances,
  type Verdict,
} from '@roentgen/conformance/backend';
import { RoentgenError } from '@roentgen/kernels';
import { Worker } from '../conformance/pool.ts';
import { work } from '../conformance/worker.ts';
import type { CommonOptions, Context } from '../context.ts';
import { readInput } from '../io/files.ts';
import { command, type Registration } from '../register.ts';

interface ConformanceOptions extends CommonOptions {
  readonly only?: string;
}

interface Judged extends Verdict {
  readonly name: string;
  readonly path: string;
}

export const conformanceCommand: Registration = (parent, perform) => {
  command(parent, 'conformance <DIR>', 'every ONNX backend test below DIR (model.onnx + test_data_set_*/)')
    .option('--only <FILE>', 'run the tests that FILE names: a name or path a line')
    .action((folder: string, options: ConformanceOptions) =>
      perform(options, (context) => conformance(context, folder, options.only)),
    );
};

/** The process that runs the tests; nobody calls it by hand. */
export const workerCommand: Registration = (parent) => {
  parent
    .command('conformance-worker', { hidden: true })
    .option('--adapter <name>')
    .action(({ adapter }: CommonOptions) => work(adapter));
};

async function conformance(context: Context, folder: string, only: string | undefined): Promise<number> {
  const found = await findBackendTests(folder);
  if (found.length === 0) {
    throw new RoentgenError('file', `there is no backend test below '${folder}'`, {
      hint: 'a test is a folder with model.onnx and test_data_set_0',
    });
  }
  const { chosen, unknown } =
    only === undefined ? { chosen: found, unknown: [] } : selectTests(found, await listText(only));
  if (chosen.length + unknown.length === 0) {
    throw new RoentgenError('value', `'${only}' names no test`, { hint: 'write a name or path a line' });
  }
  const missing = unknown.map(
    (path): Judged => ({
      name: path.split('/').at(-1) ?? path,
      path,
      status: 'failed',
      reason: `there is no such test below '${folder}'`,
    }),
  );
  const tests = [...missing, ...(await judgeAll(context, chosen, await readTolerances(folder)))];
  const count = (status: Verdict['status']) => tests.filter((one) => one.status === status).length;
  const totals = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  await context.answer({ ...totals, tests }, text(tests, totals));
  return totals.failed > 0 ? 1 : 0;
}

async function listText(path: string): Promise<string> {
  return new TextDecoder().decode(await readInput(path));
}

async function judgeAll(
  context: Context,
  tests: readonly FoundTest[],
  tolerances: Tolerances,
): Promise<Judged[]> {
  using worker = new Worker(context.adapter, context.signal);
  const judged: Judged[] = [];
  for (const [index, test] of tests.entries()) {
    context.progress.stage('running tests', index, tests.length);
    const { name, path } = test;
    const verdict = await worker.run(test, tolerances.get(path) ?? tolerances.get(name));
    judged.push({ name, path, ...verdict });
  }
  return judged;
}

function text(
  tests: readonly Judged[],
  { passed, failed, skipped }: { passed: number; failed: number; skipped: number },
): string {
  const told = tests.filter(({ status }) => status !== 'passed');
  const lines = told.map(
    ({ status, path, reason }) => `${status}  ${path}\n    ${(reason ?? '').replaceAll('\n', '\n    ')}\n`,
  );
  return `${lines.join('')}${passed} passed, ${failed} failed, ${skipped} skipped\n`;
}
