import {
  type BenchReport,
  checkBaseline,
  compareReports,
  comparisonTables,
  machineText,
  markdown,
  type Profile,
  peaksText,
  plot,
  profileTable,
  type ReportComparison,
  type ReportTable,
  reportJson,
  reportTables,
} from '@roentgen/bench';
import { RoentgenError } from '@roentgen/kernels';
import { type Device, openDevice } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';
import { Option } from 'commander';
import { chromeSuite } from '../bench/chrome.ts';
import { checkPeersAdapter, circumstances } from '../bench/circumstances.ts';
import { largeSuite } from '../bench/large/suite.ts';
import { kernelSuite, type Measured, modelSuite, type Wanted } from '../bench/suites.ts';
import type { CommonOptions, Context } from '../context.ts';
import { adapterTitle } from '../gpu.ts';
import { type OutputFile, readInput } from '../io/files.ts';
import { command, type Registration, wholeNumber, wholeNumbers, withoutOption } from '../register.ts';
import { table } from '../text/table.ts';
import { withTuning } from '../tune.ts';

interface BenchOptions extends CommonOptions, Wanted {
  readonly profile?: string;
  readonly markdown?: string;
  readonly plot?: string;
  readonly compare?: string;
}

/** What takes longer than before by more than this, and beyond the noise, fails the command. */
const TOLERATED = 1.1;

export const benchCommand: Registration = (parent, perform) => {
  const about =
    'times whole models (cold and warm) or single kernels, against the roofline; or what is large, with the memory it takes';
  withTuning(command(parent, 'bench', about, false))
    .addOption(
      new Option('--suite <name>', 'what to time').choices(['models', 'kernels', 'large']).default('models'),
    )
    .option('--models <DIR>', 'the folder of .onnx files to time (the shipped weights where left out)')
    .option('--filter <TEXT>', 'only models, cases (family/case) or kernels with TEXT in their name')
    .option(
      '--every',
      'every kernel, not only those expected to take at most 4 times as long as the chosen one',
    )
    .option('--peers [NAMES]', 'also ONNX Runtime, on the GPU and on the CPU; in Chrome TF.js too')
    .option('--chrome', 'models in a headless Chrome, against the peers that run there')
    .addOption(
      new Option('--dtype <type>', 'precision of the arithmetic').choices(['f32', 'f16']).default('f32'),
    )
    .addOption(withoutOption())
    .option('--batch <N,...>', 'models at these batches, where they leave it open', wholeNumbers(1))
    .option(
      '--size <N,...>',
      'models at these sizes of their open axes; large inputs with this edge',
      wholeNumbers(1),
    )
    .option(
      '--rounds <n>',
      'runs of each, at most; 20 s a model, half a second a kernel (default: 20; 1 of large)',
      wholeNumber(1),
    )
    .option(
      '--budget <seconds>',
      'how long the rounds of one model may take, instead of 20 s',
      wholeNumber(1),
    )
    .option('--starts <n>', 'cold starts of each model (default: 3; in Chrome one)', wholeNumber(1))
    .option('--profile <FILE>', 'write the time of every dispatch, as JSON, and show it')
    .option('--json [FILE]', 'print the report as JSON, or write it to FILE')
    .option('--markdown <FILE>', 'write the report as Markdown')
    .option('--plot <FILE>', 'draw the roofline and the ratios, as SVG')
    .option('--compare <FILE>', 'an earlier report: exit code 1 where something is slower by a tenth')
    .action((options: BenchOptions) => perform(options, (context) => bench(context, options)));
};

/** Options that say nothing of a suite. */
const FOREIGN = {
  models: ['every'],
  kernels: [
    'models',
    'peers',
    'chrome',
    'batch',
    'size',
    'without',
    'profile',
    'starts',
    'budget',
    'tune',
    'tuneFile',
  ],
  large: ['every', 'peers', 'chrome', 'batch', 'without', 'profile', 'starts', 'budget', 'tune', 'tuneFile'],
} as const satisfies Record<Wanted['suite'], readonly (keyof BenchOptions)[]>;

function checkSuite(options: BenchOptions): void {
  const { suite } = options;
  const [stray] = FOREIGN[suite].filter((name) => options[name] !== undefined);
  if (stray === undefined) return;
  const flag = `--${stray.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new RoentgenError('usage', `${flag} says nothing of the suite ${suite}`, {
    hint: `leave ${flag} away, or take another --suite`,
  });
}

async function bench(context: Context, options: BenchOptions): Promise<number> {
  checkSuite(options);
  const json = typeof options.json === 'string' ? options.json : undefined;
  const files = [json, options.markdown, options.plot, options.profile].filter((file) => file !== undefined);
  await context.outputs.keepApart(files, [options.compare]);
  for (const file of files) await context.outputs.checkFile(file);
  const before = options.compare === undefined ? undefined : await earlier(options.compare);
  // Of what takes long, what is done is on the disk at once.
  const keep = (part: BenchReport) =>
    context.outputs.write(outputFiles({ report: part, profiles: [] }, { ...options, json }), context.signal);
  const { report, profiles } = await measure(context, options, before, keep);
  const shown: Shown = {
    report,
    profiles: options.profile === undefined ? [] : profiles,
    ...(before === undefined ? {} : { comparison: compareReports(before, report) }),
  };
  await context.outputs.write(outputFiles(shown, { ...options, json }), context.signal);
  if (shown.comparison?.changes.length === 0)
    context.note(`nothing was compared: '${options.compare}' has no row that was timed now`);
  await context.answer(report, text(shown));
  return failed(shown) ? 1 : 0;
}

/** What is shown and written. */
interface Shown {
  readonly report: BenchReport;
  readonly profiles: readonly Profile[];
  readonly comparison?: ReportComparison;
}

function failed({ report, comparison }: Shown): boolean {
  const slower = comparison?.changes.some(({ verdict, ratio }) => verdict === 'slower' && ratio > TOLERATED);
  const ended = (report.leftOut ?? []).some((each) => each.failed === true);
  return slower === true || comparison?.changes.length === 0 || ended || (report.wrong ?? []).length > 0;
}

/** Which files to write. */
interface Targets extends Pick<BenchOptions, 'markdown' | 'plot' | 'profile'> {
  readonly json: string | undefined;
}

function outputFiles(shown: Shown, { json, markdown: page, plot: picture, profile }: Targets): OutputFile[] {
  const { report, profiles } = shown;
  const { adapter, date, commit, peaks } = report;
  const files: [path: string | undefined, make: () => string][] = [
    [json, () => reportJson(report)],
    [profile, () => asJson({ adapter, date, commit, peaks, models: profiles })],
    [page, () => markdown(report, shown)],
    [picture, () => plot(report)],
  ];
  return files.flatMap(([path, make]) => (path === undefined ? [] : [{ path, bytes: make() }]));
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
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

type Keep<T> = (part: T) => Promise<void>;

const suites: Record<
  Wanted['suite'],
  (
    context: Context,
    wanted: BenchOptions,
    device: Device,
    gpu: GPU,
    keep: Keep<Measured>,
  ) => Promise<Measured>
> = {
  models: modelSuite,
  kernels: kernelSuite,
  large: (context, wanted, _device, _gpu, keep) => largeSuite(context, wanted, keep),
};

async function measure(
  context: Context,
  options: BenchOptions,
  before: BenchReport | undefined,
  keep: Keep<BenchReport>,
): Promise<{ report: BenchReport; profiles: Measured['profiles'] }> {
  if (options.chrome === true) return measureInChrome(context, options, before);
  const adapterChoice = context.adapter === undefined ? {} : { adapter: context.adapter };
  const node = await nodeGpu({ ...adapterChoice, trusted: true, log: context.note });
  try {
    using device = await openDevice(node.gpu);
    const adapter = adapterTitle(device);
    const head = { adapter, ...(await circumstances(context, 'node')) };
    if (before !== undefined) checkBaseline(before, { ...head, suite: options.suite });
    if (options.peers) await checkPeersAdapter(context, node.info);
    const keepPart: Keep<Measured> = ({ profiles: _, ...part }) => keep({ ...head, ...part });
    const suite = suites[options.suite];
    const { profiles, ...measured } = await suite(context, options, device, node.gpu, keepPart);
    return { report: { ...head, ...measured }, profiles };
  } finally {
    node.release();
  }
}

async function measureInChrome(
  context: Context,
  options: BenchOptions,
  before: BenchReport | undefined,
): Promise<{ report: BenchReport; profiles: Measured['profiles'] }> {
  const stray = (['tune', 'tuneFile', 'profile', 'starts'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (stray !== undefined) {
    throw new RoentgenError('usage', '--chrome takes neither --tune nor --profile nor --starts', {
      hint: 'leave them away; without --chrome all are there',
    });
  }
  const around = await circumstances(context, 'chrome');
  const accept = (adapter: string) => {
    if (before !== undefined) checkBaseline(before, { ...around, adapter, suite: 'models' });
  };
  const { profiles, adapter, chrome, ...measured } = await chromeSuite(context, options, accept);
  const versions = { ...around.versions, chrome };
  return { report: { adapter, ...around, versions, ...measured }, profiles };
}

function text({ report, profiles, comparison }: Shown): string {
  const lines = [report.adapter, machineText(report), peaksText(report.peaks)].filter((line) => line !== '');
  const tables = [
    ...reportTables(report).map(asText),
    ...(comparison === undefined ? [] : comparisonTables(comparison).map(asText)),
    ...profiles.map(profileTable).map((each) => `${each.title}\n${asText(each)}`),
  ];
  return `${lines.join('\n')}\n${tables.join('\n')}`;
}

function asText({ columns, rows }: ReportTable): string {
  return table(columns, rows);
}
