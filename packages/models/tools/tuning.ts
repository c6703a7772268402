import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type DeviceCaps, RoentgenError } from '@roentgen/kernels';
import {
  type Archive,
  adapterKind,
  allPasses,
  type Device,
  defaultShapes,
  type Graph,
  type LoadProgress,
  openDevice,
  optimize,
  paybackOn,
  type RankReport,
  readArchive,
  readModel,
  Session,
  specialise,
  writeArchive,
} from '@roentgen/runtime';
import { type AdapterChoice, nodeGpu } from '@roentgen/runtime/node';
import { differs, noise, type Rounds, revised, scatterOf, withoutMoreShaders } from './answers.ts';

const usage = `npm run tune:defaults -- [--adapter NAME] [--models DIR] [--only NAME,...] [--dry-run]

Times the kernels of our networks on an adapter and writes where the fastest is not the one expected into the rankings that the runtime
ships. Each network is measured twice. An answer counts where both times the same kernel was ahead by 5 % and by more than the two times
differ, and where the network then compiles no more shaders. Nothing is written for a network whose two rounds differ by more than 5 % in
the median: the machine was not quiet. What is shipped for other networks and adapters stays.

  --adapter  lavapipe, swiftshader, hardware (default: the best there is)
  --models   a folder of .onnx files (default: the shipped weights); a network that it lacks is left out
  --only     these networks, with commas between (default: all): NAMES
  --dry-run  writes nothing

Exit code 1: some network could not be answered for.`;

/** Networks, and the shapes at which they are run most. */
type Shapes = Readonly<Record<string, readonly number[]>>;
export const networks: Readonly<Record<string, Shapes>> = {
  densenet121: { input: [1, 3, 224, 224] },
  'rau-net': { input: [1, 3, 256, 256] },
  'sr-hw-x2': { input: [1, 1, 256, 256] },
  'sr-hw-x4': { input: [1, 1, 256, 256] },
  'sr-d-x2': { input: [1, 1, 64, 64] },
  'sr-d-x4': { input: [1, 1, 64, 64] },
  meshnet: { input: [1, 1, 64, 64, 64] },
};

const help = usage.replace('NAMES', Object.keys(networks).join(', '));
const shipped = fileURLToPath(new URL('../../runtime/src/tune/shipped.json', import.meta.url));
const weights = fileURLToPath(new URL('../weights', import.meta.url));

/** How often a network is measured: an answer has to be the same every time. */
const repeats = 2;

/** What a session makes of a network. */
export async function graphOf(bytes: Uint8Array, shapes: Shapes, caps: DeviceCaps): Promise<Graph> {
  const model = await readModel(bytes);
  const types = [...defaultShapes(model)].map(
    ([name, { type }]) => [name, { ...type, shape: shapes[name] ?? type.shape }] as const,
  );
  const { graph } = specialise(model, new Map(types), () => undefined);
  return optimized(graph, caps);
}

/** A network's graph with the passes of a session. */
export function optimized(graph: Graph, caps: DeviceCaps): Graph {
  return optimize(graph, allPasses(caps, 'f32', [], paybackOn(caps)));
}

/** The command line; returns the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const text = { type: 'string' } as const;
    const options = { adapter: text, models: text, only: text, 'dry-run': { type: 'boolean' } } as const;
    return await run(parseArgs({ args: [...args], options }).values);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error instanceof RoentgenError ? error.message : `${error.message}\n\n${help}`);
    return error instanceof RoentgenError ? 1 : 2;
  }
}

interface Options {
  readonly adapter?: string | undefined;
  readonly models?: string | undefined;
  readonly only?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

/** The networks that are asked for; throws an Error, for usage, for one that there is not. */
export function chosen(only: string | undefined): readonly string[] {
  const all = Object.keys(networks);
  const names = only?.split(',').map((name) => name.trim()) ?? all;
  const odd = names.find((name) => !all.includes(name));
  if (odd !== undefined) throw new Error(`there is no network '${odd}'`);
  return names;
}

async function run({ adapter, models = weights, only, 'dry-run': dry = false }: Options): Promise<number> {
  const names = chosen(only);
  const choice = adapter === undefined ? {} : { adapter: adapter as AdapterChoice };
  using node = await nodeGpu({ ...choice, trusted: true, log: console.error });
  using device = await openDevice(node.gpu);
  let unanswered = 0;
  for (const name of names) {
    const bytes = await readFile(join(resolve(models), `${name}.onnx`)).catch(() => undefined);
    if (bytes === undefined) console.error(`${name}: left out, since '${models}' lacks it`);
    else if (!(await answered(device, name, bytes, dry))) unanswered++;
  }
  return unanswered === 0 ? 0 : 1;
}

/** Measures a network and writes down what it came to at once; whether the rounds were near enough to each other for that. */
async function answered(device: Device, name: string, bytes: Uint8Array, dry: boolean): Promise<boolean> {
  const start = performance.now();
  const all: (readonly RankReport[])[] = [];
  while (all.length < repeats) all.push(await measured(device, name, bytes, all.length + 1));
  const { median, most } = scatterOf(all);
  const quiet = median <= noise;
  const seconds = Math.round((performance.now() - start) / 1000);
  const verdict = quiet ? '' : ': not quiet enough, nothing is written for it';
  console.log(
    `${name}: ${seconds} s; the rounds differ by ${percent(median)} in the median, ${percent(most)} at most${verdict}`,
  );
  if (quiet) await keep(device, await graphOf(bytes, networks[name], device.caps), all, dry);
  return quiet;
}

function percent(factor: number): string {
  return `${(100 * (factor - 1)).toFixed(1)} %`;
}

async function measured(
  device: Device,
  name: string,
  bytes: Uint8Array,
  round: number,
): Promise<readonly RankReport[]> {
  const reports: RankReport[] = [];
  let problems = 0;
  const onReport = (report: RankReport) => {
    reports.push(report);
    console.log(`[${reports.length}/${problems}] ${line(report)}`);
  };
  console.log(`\n${name}, round ${round} of ${repeats}`);
  const shapes = networks[name];
  const tune = { again: true, onReport };
  const onProgress = ({ stage, total }: LoadProgress) => {
    if (stage === 'tune') problems = total ?? 0;
  };
  const session = await Session.create(bytes, { device, shapes, tune, onProgress });
  session.dispose();
  return reports;
}

function line(report: RankReport): string {
  const { key, kernels, refused, microseconds } = report;
  const times = kernels.map((kernel) => `${kernel} ${microseconds[kernel]?.toFixed(0) ?? '-'}`);
  const wrong = refused.length === 0 ? '' : `  REFUSED ${refused.join(', ')}`;
  return `${differs(report) ? '*' : ' '} ${times.join(', ')} us${wrong}  ${key}`;
}

/** Adds what was measured to what is shipped. */
async function keep(device: Device, graph: Graph, reports: Rounds, dry: boolean): Promise<void> {
  const kind = adapterKind(device);
  const archive = readArchive(await readFile(shipped, 'utf8'));
  const before = archive.get(kind) ?? new Map();
  const table = withoutMoreShaders(revised(before, ...reports), graph, device.caps);
  const asked = new Set(reports[0].map(({ key }) => key));
  const answers = [...table.keys()].filter((key) => asked.has(key)).length;
  console.log(
    `${answers} of ${asked.size} problems have an answer to ship${dry ? '; nothing is written' : ''}`,
  );
  const next: Archive = new Map([...archive, [kind, table]]);
  if (!dry) await writeFile(shipped, writeArchive(next));
}
