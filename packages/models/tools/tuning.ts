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
  makePlan,
  openDevice,
  optimize,
  paybackOn,
  type Ranking,
  type Rankings,
  type RankReport,
  readArchive,
  readModel,
  Session,
  specialise,
  summarise,
  writeArchive,
} from '@roentgen/runtime';
import { type AdapterChoice, nodeGpu } from '@roentgen/runtime/node';

const usage = `npm run tune:defaults -- [--adapter NAME] [--models DIR] [--filter TEXT]

Times the kernels of the networks below on an adapter and writes where the fastest is not the one expected into the rankings
that the runtime ships. Each network is measured twice; an answer counts where both times the same kernel was ahead by 5 %, and where the network then
compiles no more shaders. Without --filter, what is shipped for the adapter is replaced; with it, only what the networks with TEXT in
their name ask for.

  --adapter  lavapipe, swiftshader, hardware (default: the best there is)
  --models   a folder of .onnx files (default: the shipped weights); a network that it lacks is left out`;

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

const shipped = fileURLToPath(new URL('../../runtime/src/tune/shipped.json', import.meta.url));
const weights = fileURLToPath(new URL('../weights', import.meta.url));

/** Timings of one kernel differ by this factor from run to run, so that less is no reason to ship an answer. */
const noise = 1.05;
/** How often a network is measured: an answer has to be the same every time. */
const repeats = 2;

/** Whether the cost model's choice is wrong, or slower than another beyond the noise. */
function differs({ expected, kernels, refused, microseconds }: RankReport): boolean {
  return refused.length > 0 || microseconds[expected] > noise * microseconds[kernels[0]];
}

/** The table with what was measured put in, or taken out where the cost model has come to expect it, or two rounds say different things. */
export function revised(table: Rankings, ...rounds: readonly (readonly RankReport[])[]): Rankings {
  const next = new Map(table);
  for (const report of rounds[0]) {
    const { key, kernels, refused } = report;
    const others = rounds.slice(1).map((round) => round.find((each) => each.key === key));
    const same = others.every((other) => other && differs(other) && other.kernels[0] === kernels[0]);
    if (differs(report) && same) next.set(key, { kernels, refused });
    else next.delete(key);
  }
  return next;
}

/** What a session makes of a network. */
export async function graphOf(bytes: Uint8Array, shapes: Shapes, caps: DeviceCaps): Promise<Graph> {
  const model = await readModel(bytes);
  const types = [...defaultShapes(model)].map(
    ([name, { type }]) => [name, { ...type, shape: shapes[name] ?? type.shape }] as const,
  );
  const { graph } = specialise(model, new Map(types), () => undefined);
  return optimize(graph, allPasses(caps, 'f32', [], paybackOn(caps)));
}

/** A table without the answers for which a network would compile more shaders than by the cost model alone: every start would pay for them. */
export function withoutMoreShaders(table: Rankings, graph: Graph, caps: DeviceCaps): Rankings {
  const shaders = (rankings: Rankings) => summarise(makePlan(graph, caps, rankings)).pipelines;
  const kept = new Map<string, Ranking>();
  const most = shaders(kept);
  // Layers of one shape after another may come to share a shader; what one alone would add is left out.
  for (const [key, ranking] of table) {
    kept.set(key, ranking);
    if (ranking.refused.length === 0 && shaders(kept) > most) kept.delete(key);
  }
  return kept;
}

/** The command line; returns the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const text = { type: 'string' } as const;
    const options = { adapter: text, models: text, filter: text };
    await run(parseArgs({ args: [...args], options }).values);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error instanceof RoentgenError ? error.message : `${error.message}\n\n${usage}`);
    return error instanceof RoentgenError ? 1 : 2;
  }
}

interface Options {
  readonly adapter?: string;
  readonly models?: string;
  readonly filter?: string;
}

async function run({ adapter, models = weights, filter = '' }: Options): Promise<void> {
  const choice = adapter === undefined ? {} : { adapter: adapter as AdapterChoice };
  using node = await nodeGpu({ ...choice, trusted: true, log: console.error });
  using device = await openDevice(node.gpu);
  const kind = adapterKind(device);
  for (const name of Object.keys(networks).filter((each) => each.includes(filter))) {
    const bytes = await readFile(join(resolve(models), `${name}.onnx`)).catch(() => undefined);
    if (bytes === undefined) console.error(`${name}: left out, since '${models}' lacks it`);
    else
      await keep(
        kind,
        device.caps,
        await graphOf(bytes, networks[name], device.caps),
        await rounds(device, name, bytes),
      );
  }
}

async function rounds(device: Device, name: string, bytes: Uint8Array): Promise<(readonly RankReport[])[]> {
  const all: (readonly RankReport[])[] = [];
  while (all.length < repeats) all.push(await measured(device, name, bytes));
  return all;
}

async function measured(device: Device, name: string, bytes: Uint8Array): Promise<readonly RankReport[]> {
  const reports: RankReport[] = [];
  const onReport = (report: RankReport) => {
    reports.push(report);
    console.log(line(report));
  };
  console.log(`\n${name}`);
  const shapes = networks[name];
  const session = await Session.create(bytes, { device, shapes, tune: { again: true, onReport } });
  session.dispose();
  return reports;
}

function line(report: RankReport): string {
  const { key, kernels, refused, microseconds } = report;
  const times = kernels.map((kernel) => `${kernel} ${microseconds[kernel]?.toFixed(0) ?? '-'}`);
  const wrong = refused.length === 0 ? '' : `  REFUSED ${refused.join(', ')}`;
  return `${differs(report) ? '*' : ' '} ${times.join(', ')}${wrong}  ${key}`;
}

/** Adds what was measured to what is shipped. */
async function keep(
  kind: string,
  caps: DeviceCaps,
  graph: Graph,
  reports: readonly (readonly RankReport[])[],
): Promise<void> {
  const archive = readArchive(await readFile(shipped, 'utf8'));
  const table = withoutMoreShaders(revised(archive.get(kind) ?? new Map(), ...reports), graph, caps);
  const next: Archive = new Map([...archive, [kind, table]]);
  await writeFile(shipped, writeArchive(next));
}
