import { join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import { type NpyArray, readNpy } from '@roentgen/models';
import { type PassName, quote, Session, type StepTime, type Tensor } from '@roentgen/runtime';
import { Option } from 'commander';
import type { CommonOptions, Context } from '../context.ts';
import { withDevice } from '../gpu.ts';
import { about } from '../io/about.ts';
import { type OutputFile, readInput } from '../io/files.ts';
import { type DeclaredInput, declaredInputs, openModel } from '../model.ts';
import { command, named, type Registration, withoutOption } from '../register.ts';
import { sessionProgress } from '../stages.ts';
import { type Feed, feedOf, fileNames, npyBytes } from '../tensors.ts';
import { msText, shapeText } from '../text/numbers.ts';
import { table } from '../text/table.ts';
import { type TuneFlags, tuning, withTuning } from '../tune.ts';

interface RunOptions extends CommonOptions, TuneFlags {
  readonly input?: ReadonlyMap<string, string>;
  readonly out: string;
  readonly dtype: 'f32' | 'f16';
  readonly without?: readonly PassName[];
  readonly profile?: string;
  readonly allowNan?: boolean;
}

export const runCommand: Registration = (parent, perform) => {
  withTuning(command(parent, 'run <MODEL>', 'any ONNX model, NumPy arrays in and out'))
    .option('--input <NAME=FILE>', 'an input and its .npy file; once for each input', named(String))
    .requiredOption('--out <DIR>', 'where each output goes as NAME.npy; made where it is missing')
    .addOption(
      new Option('--dtype <type>', 'precision of the arithmetic').choices(['f32', 'f16']).default('f32'),
    )
    .addOption(withoutOption())
    .option('--profile <FILE>', 'write the time of every dispatch, as JSON')
    .option('--allow-nan', 'take inputs that hold NaN')
    .action((model: string, options: RunOptions) =>
      perform(options, (context) => run(context, model, options)),
    );
};

/** What a run gave. */
interface Result {
  readonly outputs: Readonly<Record<string, Tensor>>;
  readonly steps: readonly StepTime[];
  readonly milliseconds: number;
}

async function run(context: Context, path: string, options: RunOptions): Promise<undefined> {
  context.progress.stage('reading');
  const { model } = await openModel(path);
  const declared = declaredInputs(model);
  const given = options.input ?? new Map<string, string>();
  checkNames(declared, given);
  const feed = feeds(declared, await readArrays(given), options.allowNan === true);
  await context.outputs.folder(options.out);
  if (options.profile !== undefined) {
    await context.outputs.keepApart([options.profile], [path, ...given.values()]);
    await context.outputs.checkFile(options.profile);
  }
  const result = await withDevice(context, { trusted: false }, async (device) => {
    const session = await Session.create(model, {
      device,
      dtype: options.dtype,
      without: options.without ?? [],
      ...tuning(context, options),
      shapes: Object.fromEntries(Object.entries(feed).map(([name, { shape }]) => [name, shape])),
      signal: context.signal,
      onProgress: sessionProgress(context.progress),
    });
    try {
      return await compute(context, session, feed, options.profile !== undefined);
    } finally {
      session.dispose();
    }
  });
  const { files, listing } = written(result, options);
  await context.outputs.write(files, context.signal);
  await context.answer(
    {
      outputs: listing,
      milliseconds: result.milliseconds,
      ...(options.profile === undefined ? {} : { profile: options.profile }),
    },
    text(listing, result),
  );
  return undefined;
}

async function readArrays(inputs: ReadonlyMap<string, string>): Promise<Map<string, NpyArray>> {
  const arrays = new Map<string, NpyArray>();
  for (const [name, file] of inputs) {
    const bytes = await readInput(file);
    arrays.set(name, await about(file, () => readNpy(bytes)));
  }
  return arrays;
}

/** Every input of the model that has no default is given, and nothing that is no input. */
function checkNames(declared: readonly DeclaredInput[], given: ReadonlyMap<string, string>): void {
  const names = declared.map(({ name }) => quote(name)).join(', ');
  const unknown = [...given.keys()].find((name) => !declared.some((input) => input.name === name));
  if (unknown !== undefined) {
    throw new RoentgenError('usage', `the model has no input ${quote(unknown)}`, {
      hint: names === '' ? 'it takes none: leave --input away' : `its inputs are ${names}`,
    });
  }
  const missing = declared.filter(({ name, optional }) => !optional && !given.has(name));
  if (missing.length === 0) return;
  const flags = missing.map(({ name }) => `--input '${name}=FILE.npy'`).join(' ');
  throw new RoentgenError(
    'usage',
    `the model's input ${missing.map(({ name }) => quote(name)).join(', ')} is not given`,
    {
      hint: `add ${flags}`,
    },
  );
}

function feeds(
  declared: readonly DeclaredInput[],
  arrays: ReadonlyMap<string, NpyArray>,
  allowNan: boolean,
): Record<string, Feed> {
  const given = declared.filter(({ name }) => arrays.has(name));
  return Object.fromEntries(
    given.map((input) => [input.name, feedOf(input, arrays.get(input.name)!, allowNan)]),
  );
}

async function compute(
  context: Context,
  session: Session,
  feed: Record<string, Feed>,
  profiled: boolean,
): Promise<Result> {
  context.progress.stage('running');
  const { signal } = context;
  // A profile of the first run would show the driver's own preparations.
  if (profiled) await session.run(feed, { signal });
  const steps: StepTime[] = [];
  const start = performance.now();
  const outputs = await session.run(feed, {
    signal,
    ...(profiled ? { profile: (step: StepTime) => steps.push(step) } : {}),
  });
  return { outputs, steps, milliseconds: performance.now() - start };
}

interface Listed {
  readonly name: string;
  readonly file: string;
  readonly dtype: string;
  readonly shape: readonly number[];
}

function written(
  { outputs, steps }: Result,
  { out, profile }: RunOptions,
): { files: OutputFile[]; listing: Listed[] } {
  const names = fileNames(Object.keys(outputs));
  const listing = Object.entries(outputs).map(([name, { dtype, shape }], place) => ({
    name,
    file: join(out, `${names[place]}.npy`),
    dtype,
    shape,
  }));
  const files: OutputFile[] = listing.map(({ name, file }) => ({
    path: file,
    bytes: npyBytes(outputs[name]),
  }));
  if (profile !== undefined) files.push({ path: profile, bytes: profileText(steps) });
  return { files, listing };
}

function profileText(steps: readonly StepTime[]): string {
  const dispatches = steps.map(({ index, kernel, node, result, milliseconds }) => ({
    index,
    name: kernel,
    node,
    result,
    ms: milliseconds,
  }));
  const total = dispatches.reduce((sum, { ms }) => sum + ms, 0);
  return `${JSON.stringify({ ms: total, dispatches }, null, 2)}\n`;
}

function text(listing: readonly Listed[], { milliseconds }: Result): string {
  const rows = listing.map(({ name, dtype, shape, file }) => [name, dtype, shapeText(shape), file]);
  const columns = ['output', 'type', 'shape', 'file'].map((title) => ({ title }));
  return `${table(columns, rows)}ran in ${msText(milliseconds)} ms\n`;
}
