import {
  agreement,
  type BenchModel,
  type BenchRow,
  contest,
  modelRows,
  roentgen,
  summarise,
} from '@roentgen/bench';
import { modelFile, modelsIn } from '@roentgen/bench/node';
import {
  headPhantom,
  loadSuperResolver,
  methods,
  resizeDepth,
  resizeInPlane,
  type Volume,
  withOpenSizes,
} from '@roentgen/models';
import { defaultShapes, readModel } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';
import type { Context } from '../../context.ts';
import { weightsFolder, withHost } from '../../systems/host.ts';
import { shapeText } from '../../text/numbers.ts';

/** How a large case is run. */
export interface LargeJob {
  /** Length of the longest edge of the input. */
  readonly size: number;
  readonly dtype: 'f32' | 'f16';
  /** Warm runs of a network; a system runs once. */
  readonly rounds: number;
  /** Folder of .onnx files. */
  readonly models: string;
}

/** Something that is run at the size of a whole scan. Its input is made here, so that anyone can repeat it. */
export interface LargeCase {
  readonly name: string;
  /** What `job.size` is where nobody says otherwise. */
  readonly size: number;
  /** The file of its network where that does not ship with the project; without it the case is left out. */
  readonly file?: string;
  run(context: Context, job: LargeJob): Promise<BenchRow[]>;
}

/** A CT's proportions: 512 x 512 x 120. */
const SLICES = 120 / 512;

/** The generated head, drawn out to `size` x `size` x about a quarter, stored as CT and MR are, in 16 bits. */
function largeVolume(size: number): Volume {
  const plane = resizeInPlane(headPhantom(), size, size, methods.linear);
  const volume = resizeDepth(plane, Math.max(1, Math.round(size * SLICES)), methods.linear);
  return { ...volume, stored: { type: 'int16', slope: 1, intercept: 0 } };
}

/** Super-resolution of a whole volume: the phantom is made first, and is no part of the time. */
async function upscale(context: Context, { size }: LargeJob): Promise<BenchRow[]> {
  context.progress.stage('making a volume');
  const volume = largeVolume(size);
  const shape = [volume.width, volume.height, volume.depth];
  const start = performance.now();
  await withHost(context, undefined, async (host) => {
    using resolver = await loadSuperResolver(host, 2);
    await resolver.upscale(volume, {
      signal: context.signal,
      onProgress: ({ stage, done, total }) =>
        context.progress.stage(stage === 'plane' ? 'enlarging slices' : 'enlarging depth', done, total),
    });
  });
  const samples = [performance.now() - start];
  const rates = { gflops: null, gbs: null, ratio: null };
  const base = { name: 'upscale-x2', shape, dtype: 'f32', variant: 'whole', peer: 'roentgen' };
  return [{ ...base, ms: summarise(samples), ...rates, samples }];
}

/** A network with all axes opened in memory, its first run and `rounds` more. */
function network(name: string, size: number, shapeOf: (size: number) => readonly number[]): LargeCase {
  const file = `${name}.onnx`;
  return {
    name,
    size,
    file,
    async run({ progress, signal, adapter, note }, job) {
      const shape = shapeOf(job.size);
      const model = await opened(`${job.models}/${file}`, shape);
      const node = await nodeGpu({ ...(adapter && { adapter }), trusted: true, log: note });
      const title = `${name} ${shapeText(shape)}`;
      progress.stage(`loading ${title}`);
      const options = { signal, dtype: job.dtype, profiled: false, edit: withOpenSizes };
      try {
        const { timings } = await contest([roentgen(model, node.gpu, options)], {
          rounds: job.rounds,
          budget: Number.POSITIVE_INFINITY,
          agreement: agreement[job.dtype],
          signal,
          onRound: (round) => progress.stage(`timing ${title}`, round, job.rounds),
        });
        return modelRows(model, job.dtype, timings, null);
      } finally {
        node.release();
      }
    },
  };
}

async function opened(path: string, shape: readonly number[]): Promise<BenchModel> {
  const { file, bytes } = await modelFile(path);
  const [input] = defaultShapes(withOpenSizes(await readModel(bytes, { name: file })));
  const [name, { type }] = input;
  return { name: file.replace(/\.onnx$/, ''), bytes, inputs: [{ name, dtype: type.dtype, shape }] };
}

/** What is quoted of large inputs. */
export const largeCases: readonly LargeCase[] = [
  network('rau-net', 800, (size) => [1, 3, size, size]),
  network('meshnet', 256, (size) => [1, 1, size, size, size]),
  { name: 'upscale-x2', size: 512, run: upscale },
];

/** The cases whose name holds `filter` and whose network is in the folder, and those whose is not. */
export async function findCases(
  folder: string | undefined,
  filter = '',
): Promise<{ found: LargeCase[]; absent: LargeCase[] }> {
  const files = await modelsIn(folder ?? weightsFolder(), '');
  const there = ({ file }: LargeCase) =>
    file === undefined || files.some((path) => path.endsWith(`/${file}`));
  const named = largeCases.filter(({ name }) => name.includes(filter));
  return { found: named.filter(there), absent: named.filter((each) => !there(each)) };
}
