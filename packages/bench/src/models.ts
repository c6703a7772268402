import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import { defaultShapes, readModel } from '@roentgen/runtime';
import { quotedShape } from './inputs.ts';
import type { BenchModel } from './ours.ts';
import type { BenchRow } from './report.ts';
import type { Timing } from './runner.ts';
import { summarise } from './statistics.ts';

/** The models of a folder whose name holds `filter`, in the order of their names. Throws 'file' where there is none. */
export async function benchModels(folder: string, filter: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.onnx')).sort();
  const chosen = names.filter((name) => name.includes(filter)).map((name) => join(folder, name));
  if (chosen.length > 0) return chosen;
  throw new RoentgenError(
    'file',
    names.length === 0
      ? `no .onnx files in '${folder}'`
      : `no model in '${folder}' has '${filter}' in its name`,
    { hint: names.length === 0 ? 'name a folder with --models' : `there are ${names.join(', ')}` },
  );
}

/** Reads a model and settles the shapes it is timed at: those that it is quoted at, or the file's own. */
export async function benchModel(path: string): Promise<BenchModel> {
  const bytes = await readFile(path);
  const file = path.split(/[\\/]/).at(-1) ?? path;
  const model = await readModel(bytes, { name: file });
  const quoted = quotedShape(file);
  const inputs = [...defaultShapes(model)].map(([name, { type, assumed }]) => ({
    name,
    dtype: type.dtype,
    shape: quoted !== undefined && assumed.length > 0 ? quoted : type.shape,
  }));
  return { name: file.replace(/\.onnx$/, ''), path, bytes, inputs };
}

/** Rows of the report: for each contender its cold start and its warm runs. */
export function rowsOf(
  model: BenchModel,
  dtype: string,
  timings: readonly Timing[],
  work: { readonly flops: number; readonly bytes: number } | undefined,
): BenchRow[] {
  const own = timings.find(({ peer }) => peer === 'roentgen');
  return timings.flatMap(({ peer, cold, samples, ratio }) => {
    const total = cold.load + (cold.compile ?? 0) + cold.firstRun;
    const ownTotal = own === undefined ? total : own.cold.load + (own.cold.compile ?? 0) + own.cold.firstRun;
    const base = { name: model.name, shape: model.inputs[0].shape, dtype, peer };
    const ms = summarise(samples);
    const rate = (amount: number | undefined) => (amount === undefined ? null : amount / ms.median / 1e6);
    return [
      {
        ...base,
        variant: 'cold' as const,
        ms: summarise([total]),
        gflops: null,
        gbs: null,
        ratio: peer === 'roentgen' ? null : total / ownTotal,
        cold,
        samples: [total],
      },
      {
        ...base,
        variant: 'warm' as const,
        ms,
        gflops: rate(work?.flops),
        gbs: rate(work?.bytes),
        ratio,
        samples,
      },
    ];
  });
}
