import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RoentgenError } from '@roentgen/kernels';
import { readModel } from '@roentgen/runtime';
import { openSizes } from './open-sizes.ts';
import { type Shrunk, type Storage, shrinkWeights } from './shrink.ts';
import { writeModel } from './write.ts';

const usage = `npm run weights -- IN.onnx OUT.onnx [--int8 | --f16] [--open]

  --int8   weights of more than 20,000 elements as 8-bit codes with a scale per output channel, smaller ones as f16
  --f16    weights in half precision
  --open   sizes that the exporter fixed (batch, height, width) become free
Without --int8 and --f16 the weights stay float32, as all tensors of less than 256 elements do. Documentation and metadata are always left out.`;

/** What to do to a model file. */
export interface Job {
  readonly storage: Storage | null;
  readonly open: boolean;
}

/** An ONNX file made small; the same input always gives the same bytes. */
export async function shrinkFile(
  bytes: Uint8Array,
  { storage, open }: Job,
): Promise<{ readonly bytes: Uint8Array; readonly changed: readonly Shrunk[] }> {
  const read = await readModel(bytes);
  const opened = open ? openSizes(read) : read;
  const { model, changed } = storage ? shrinkWeights(opened, storage) : { model: opened, changed: [] };
  return { bytes: writeModel(model), changed };
}

/** The command line; returns the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  const job = parse(args);
  if (job === null) {
    console.error(usage);
    return 2;
  }
  try {
    await run(job);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error.message);
    if (error instanceof RoentgenError && error.hint !== undefined) console.error(error.hint);
    return 1;
  }
}

interface Command extends Job {
  readonly from: string;
  readonly to: string;
}

function parse(args: readonly string[]): Command | null {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { int8: flag, f16: flag, open: flag },
      allowPositionals: true,
    });
    const [from, to, ...more] = positionals;
    if (from === undefined || to === undefined || more.length > 0 || (values.int8 && values.f16)) return null;
    return { from, to, open: values.open, storage: values.int8 ? 'int8' : values.f16 ? 'f16' : null };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function run({ from, to, ...job }: Command): Promise<void> {
  const source = await readFile(resolve(from));
  const { bytes, changed } = await shrinkFile(source, job);
  // Written beside its place first, so that nothing half-written ever bears the name.
  const part = `${resolve(to)}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, resolve(to));
  } finally {
    await rm(part, { force: true });
  }
  const worst = changed.reduce((most, { loss }) => Math.max(most, loss), 0);
  const count = (storage: Storage) => changed.filter((it) => it.storage === storage).length;
  console.log(
    `${to}: ${source.length} -> ${bytes.length} bytes, ${count('int8')} tensors as int8, ${count('f16')} as f16`,
  );
  if (changed.length > 0)
    console.log(`largest change of a tensor: ${(100 * worst).toFixed(3)} % (root mean square)`);
  console.log(`sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
