import { RoentgenError } from '@roentgen/kernels';
import type { Plane } from '../imaging/analysis/plane.ts';
import type { NetworkNames } from '../network/contract.ts';
import { checkAborted, floatOutput, type Network } from '../network/network.ts';
import type { Reach } from './reach.ts';
import { applyVariant, type Combine, combinePlanes, undoVariant, type Variant } from './variants.ts';
import { cutWindows, type Window } from './windows.ts';

/** A network that enlarges pictures, and how far it looks. */
export interface Enlarger {
  readonly network: Network;
  readonly names: NetworkNames;
  readonly reach: Reach;
}

/** How pictures go through a network. */
export interface EnlargePlan {
  readonly variants: readonly Variant[];
  readonly combine: Combine;
  /** Cuts every variant's values off at 0 and 1, as the paper's script does at 0 and 255. */
  readonly clip: boolean;
  /** Output pixels of one run of the network, pictures and tiles together. */
  readonly maxPixels: number;
  readonly signal?: AbortSignal;
  /** Called after each run with the number of variants of pictures that it finished. */
  readonly onPictures?: (count: number) => void;
}

/** Part of a picture for one place in a batch. */
interface Job {
  readonly plane: number;
  readonly rows: Window;
  readonly columns: Window;
}

interface Tiling {
  readonly height: number;
  readonly width: number;
  readonly rows: readonly Window[];
  readonly columns: readonly Window[];
}

/** Whole pictures where they fit, else windows that are as square as the picture allows. */
function tile({ width, height }: Plane, { scale, halo }: Reach, maxPixels: number): Tiling {
  const budget = Math.max(1, Math.floor(maxPixels / (scale[0] * scale[1])));
  const side = Math.floor(Math.sqrt(budget));
  const widest = height < side ? Math.floor(budget / height) : side;
  const columns = cutWindows(width, width * height <= budget ? width : widest, halo[1]);
  const rows = cutWindows(height, Math.floor(budget / columns.size), halo[0]);
  return { height: rows.size, width: columns.size, rows: rows.windows, columns: columns.windows };
}

/** How many pictures of a size go into one run; at least 1. */
export function picturesPerRun(plane: Pick<Plane, 'width' | 'height'>, { scale }: Reach, maxPixels: number) {
  return Math.max(1, Math.floor(maxPixels / (plane.width * plane.height * scale[0] * scale[1])));
}

function readWindow(plane: Plane, job: Job, tiling: Tiling, into: Float32Array, offset: number): void {
  for (let y = 0; y < tiling.height; y++) {
    const from = (job.rows.start + y) * plane.width + job.columns.start;
    into.set(plane.data.subarray(from, from + tiling.width), offset + y * tiling.width);
  }
}

function writeWindow(out: Plane, job: Job, tiling: Tiling, { scale }: Reach, from: Float32Array): void {
  const { rows, columns } = job;
  const width = tiling.width * scale[1];
  const left = (columns.from - columns.start) * scale[1];
  const kept = (columns.to - columns.from) * scale[1];
  for (let y = rows.from * scale[0]; y < rows.to * scale[0]; y++) {
    const at = (y - rows.start * scale[0]) * width + left;
    out.data.set(from.subarray(at, at + kept), y * out.width + columns.from * scale[1]);
  }
}

async function runJobs(
  { network, names, reach }: Enlarger,
  planes: readonly Plane[],
  jobs: readonly Job[],
  tiling: Tiling,
  signal: AbortSignal | undefined,
): Promise<Float32Array[]> {
  const size = tiling.height * tiling.width;
  const data = new Float32Array(jobs.length * size);
  jobs.forEach((job, i) => {
    readWindow(planes[job.plane], job, tiling, data, i * size);
  });
  const input = { data, shape: [jobs.length, 1, tiling.height, tiling.width] };
  const outputs = await network.run({ [names.input]: input }, signal === undefined ? {} : { signal });
  const result = floatOutput(outputs, names.output);
  const [height, width] = [tiling.height * reach.scale[0], tiling.width * reach.scale[1]];
  if (result.data.length !== jobs.length * height * width)
    throw new RoentgenError('shape', `the network gave [${result.shape}] for [${input.shape}]`, {
      hint: `wanted: ${jobs.length} pictures of ${height} x ${width}`,
    });
  return jobs.map((_, i) => result.data.subarray(i * height * width, (i + 1) * height * width));
}

/** Pictures of one size through the network, in tiles where they are large. */
async function runPlanes(
  enlarger: Enlarger,
  planes: readonly Plane[],
  { maxPixels, signal }: Pick<EnlargePlan, 'maxPixels' | 'signal'>,
): Promise<Plane[]> {
  const { reach } = enlarger;
  const tiling = tile(planes[0], reach, maxPixels);
  const [width, height] = [planes[0].width * reach.scale[1], planes[0].height * reach.scale[0]];
  const results = planes.map(() => ({ width, height, data: new Float32Array(width * height) }));
  const jobs = planes.flatMap((_, plane) =>
    tiling.rows.flatMap((rows) => tiling.columns.map((columns) => ({ plane, rows, columns }))),
  );
  const batch = picturesPerRun(tiling, reach, maxPixels);
  for (let start = 0; start < jobs.length; start += batch) {
    checkAborted(signal, 'super-resolution');
    const part = jobs.slice(start, start + batch);
    const pictures = await runJobs(enlarger, planes, part, tiling, signal);
    part.forEach((job, i) => {
      writeWindow(results[job.plane], job, tiling, reach, pictures[i]);
    });
  }
  return results;
}

const clipped = (plane: Plane): Plane => ({
  ...plane,
  data: plane.data.map((value) => Math.min(Math.max(value, 0), 1)),
});

/** Enlarges pictures of one size: every variant through the network, turned back, combined. */
export async function enlargePictures(
  enlarger: Enlarger,
  planes: readonly Plane[],
  plan: EnlargePlan,
): Promise<Plane[]> {
  const byVariant: Plane[][] = [];
  for (const variant of plan.variants) {
    const turned = planes.map((plane) => applyVariant(plane, variant));
    const results = await runPlanes(enlarger, turned, plan);
    byVariant.push(results.map((plane) => undoVariant(plan.clip ? clipped(plane) : plane, variant)));
    plan.onPictures?.(planes.length);
  }
  return planes.map((_, i) =>
    combinePlanes(
      byVariant.map((results) => results[i]),
      plan.combine,
    ),
  );
}
