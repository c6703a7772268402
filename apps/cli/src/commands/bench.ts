import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  type BenchModel,
  type BenchReport,
  type BenchRow,
  benchModel,
  benchModels,
  type Contender,
  changes,
  contest,
  onnxruntime,
  roentgen,
  rowsOf,
} from '@roentgen/bench';
import { type DeviceCaps, RoentgenError } from '@roentgen/kernels';
import { openDevice, type PassName } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';
import { Option } from 'commander';
import type { CommonOptions, Context } from '../context.ts';
import { adapterTitle } from '../gpu.ts';
import { planFor, plannedInputs } from '../inspect/plan.ts';
import { readInput } from '../io/files.ts';
import { openModel } from '../model.ts';
import { command, type Registration, wholeNumber, withoutOption } from '../register.ts';
import { weightsFolder } from '../systems/host.ts';
import { msText, shapeText } from '../text/numbers.ts';
import { table } from '../text/table.ts';

interface BenchOptions extends CommonOptions {
  readonly models?: string;
  readonly filter?: string;
  readonly peers?: boolean;
  readonly dtype: 'f32' | 'f16';
  readonly without?: readonly PassName[];
  readonly rounds: number;
  readonly compare?: string;
}

/** Rounds end after this many milliseconds, so that a slow adapter is not waited for all day. */
const BUDGET = 20_000;
/** A median that grew by more than this is told as a regression; less is noise on a machine that does other things. */
const NOISE = 0.1;

export const benchCommand: Registration = (parent, perform) => {
  command(parent, 'bench', 'times whole models: cold (load, compile, first run) and warm', false)
    .addOption(new Option('--suite <name>', 'what to time').choices(['models']).default('models'))
    .option('--models <DIR>', 'the folder of .onnx files to time (the shipped weights where left out)')
    .option('--filter <TEXT>', 'only models with TEXT in their name')
    .option('--peers', 'also ONNX Runtime, by its WebGPU and CPU providers')
    .addOption(
      new Option('--dtype <type>', 'precision of the arithmetic').choices(['f32', 'f16']).default('f32'),
    )
    .addOption(withoutOption())
    .option('--rounds <n>', 'runs of each, at most; 20 s in all', wholeNumber(3), 20)
    .option('--json [FILE]', 'print the report as JSON, or write it to FILE')
    .option('--compare <FILE>', 'an earlier report: exit code 1 where something is slower by a tenth')
    .action((options: BenchOptions) => perform(options, (context) => bench(context, options)));
};

async function bench(context: Context, options: BenchOptions): Promise<number> {
  const file = typeof options.json === 'string' ? options.json : undefined;
  if (file !== undefined) await context.outputs.checkFile(file);
  const before = options.compare === undefined ? undefined : await earlier(options.compare);
  const paths = await benchModels(options.models ?? weightsFolder(), options.filter ?? '');
  const report = await measure(context, paths, options, before);
  if (file !== undefined)
    await context.outputs.write(
      [{ path: file, bytes: `${JSON.stringify(report, null, 2)}\n` }],
      context.signal,
    );
  const compared = before === undefined ? [] : changes(before, report);
  const worse = compared.filter(({ change }) => change > NOISE);
  const lines = compared.map(({ row, before: old, change }) => {
    const percent = `${change > 0 ? '+' : ''}${(100 * change).toFixed(0)} %`;
    return [`${row.name} ${row.variant}`, row.peer, msText(old), msText(row.ms.median), percent];
  });
  const columns = ['compared', 'by', 'before', 'now', ''].map((title, i) => ({
    title,
    align: i > 1 ? ('right' as const) : ('left' as const),
  }));
  await context.answer(report, text(report) + (lines.length === 0 ? '' : `\n${table(columns, lines)}`));
  return worse.length > 0 ? 1 : 0;
}

async function earlier(path: string): Promise<BenchReport> {
  try {
    const report = JSON.parse(new TextDecoder().decode(await readInput(path))) as BenchReport;
    if (typeof report.adapter === 'string' && Array.isArray(report.rows)) return report;
  } catch (error) {
    if (error instanceof RoentgenError) throw error;
  }
  throw new RoentgenError('format', `'${path}' is no report of bench`, {
    hint: 'write one with bench --json FILE',
  });
}

async function measure(
  context: Context,
  paths: readonly string[],
  options: BenchOptions,
  before: BenchReport | undefined,
): Promise<BenchReport> {
  const adapterChoice = context.adapter === undefined ? {} : { adapter: context.adapter };
  const node = await nodeGpu({ ...adapterChoice, trusted: true, log: context.note });
  try {
    const { adapter, caps } = await identify(node.gpu);
    if (before !== undefined && before.adapter !== adapter) {
      throw new RoentgenError('usage', `the earlier report is of '${before.adapter}', this is '${adapter}'`, {
        hint: 'times of two adapters say nothing about a change',
      });
    }
    const rows: BenchRow[] = [];
    for (const path of paths) rows.push(...(await measureModel(context, path, node.gpu, caps, options)));
    return { adapter, date: new Date().toISOString(), commit: await commit(), rows };
  } finally {
    node.release();
  }
}

async function identify(gpu: GPU): Promise<{ readonly adapter: string; readonly caps: DeviceCaps }> {
  using device = await openDevice(gpu);
  return { adapter: adapterTitle(device), caps: device.caps };
}

async function measureModel(
  context: Context,
  path: string,
  gpu: GPU,
  caps: DeviceCaps,
  options: BenchOptions,
): Promise<BenchRow[]> {
  const { signal, progress } = context;
  const model = await benchModel(path);
  const contenders: Contender[] = [
    roentgen(model, gpu, { signal, dtype: options.dtype, without: options.without ?? [] }),
  ];
  if (options.peers === true) contenders.push(...onnxruntime(model));
  progress.stage(`loading ${model.name}`);
  const { timings, refusals } = await contest(contenders, {
    rounds: options.rounds,
    budget: BUDGET,
    signal,
    onRound: (round) => progress.stage(`timing ${model.name}`, round, options.rounds),
  });
  for (const { peer, reason } of refusals) context.note(`${peer} does not run ${model.name}: ${reason}`);
  return rowsOf(model, options.dtype, timings, await work(path, model, caps, options.without));
}

/** Arithmetic and traffic of one run, as the plan counts them. */
async function work(
  path: string,
  { inputs }: BenchModel,
  caps: DeviceCaps,
  without: readonly PassName[] | undefined,
): Promise<{ flops: number; bytes: number }> {
  const { model } = await openModel(path);
  const shapes = new Map(inputs.map(({ name, shape }) => [name, shape]));
  const { plan } = planFor(model, plannedInputs(model, shapes), caps, without);
  return plan.steps.reduce(
    (sum, { cost }) => ({ flops: sum.flops + cost.flops, bytes: sum.bytes + cost.bytes }),
    { flops: 0, bytes: 0 },
  );
}

/** The commit that is checked out; null where that cannot be told. */
async function commit(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd: weightsFolder() });
    return stdout.trim();
  } catch {
    return null; // no git, or no checkout: a report without a commit is still a report
  }
}

function text({ adapter, rows }: BenchReport): string {
  const titles = [
    'model',
    'shape',
    'by',
    'start',
    'load',
    'compile',
    'first',
    'median ms',
    'p10',
    'p90',
    'GFLOP/s',
    'ratio',
  ];
  const columns = titles.map((title, i) => ({
    title,
    align: i > 2 ? ('right' as const) : ('left' as const),
  }));
  const lines = rows.filter(({ variant }) => variant === 'warm').map((row) => line(row, rows));
  return `${adapter}\n${table(columns, lines)}`;
}

function line(warm: BenchRow, rows: readonly BenchRow[]): string[] {
  const cold = rows.find(
    ({ variant, name, peer }) => variant === 'cold' && name === warm.name && peer === warm.peer,
  );
  const start = cold?.cold;
  const optional = (ms: number | null | undefined) => (ms === null || ms === undefined ? '-' : msText(ms));
  const { median, p10, p90 } = warm.ms;
  return [
    warm.name,
    shapeText(warm.shape),
    warm.peer,
    `${optional(cold?.ms.median)}${cold?.ratio ? ` (${cold.ratio.toFixed(2)}x)` : ''}`,
    optional(start?.load),
    optional(start?.compile),
    optional(start?.firstRun),
    msText(median),
    msText(p10),
    msText(p90),
    warm.gflops === null ? '-' : warm.gflops.toFixed(1),
    warm.ratio === null ? '' : `${warm.ratio.toFixed(2)}x`,
  ];
}
