import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { RoentgenError } from '@roentgen/kernels';
import type { ModelHost } from '@roentgen/models';
import { type Device, type ModelSource, readModel, Session } from '@roentgen/runtime';
import type { Context } from '../context.ts';
import { withDevice } from '../gpu.ts';
import { besideModel } from '../io/external.ts';
import { readInput } from '../io/files.ts';
import { sessionProgress } from '../stages.ts';

/** Where the repository keeps its weights, as seen from the built program and from its source alike. */
export function weightsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return process.env.ROENTGEN_WEIGHTS ?? join(here, '../../../packages/models/weights');
}

/** A model's bytes; our own weights lie in files of ours, and their absence is worth a word of advice. */
async function bytesOf(source: ModelSource): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  const path = fileURLToPath(source);
  try {
    return await readInput(path);
  } catch (cause) {
    throw new RoentgenError(
      'file',
      `the weights '${basename(path)}' that ship with the project are not there`,
      {
        cause,
        hint: 'they belong into packages/models/weights; ROENTGEN_WEIGHTS=DIR names another folder',
      },
    );
  }
}

/** Opens a device for as long as `work` takes, with the host that the systems want. Our own networks run without Dawn's checks. */
export function withHost<T>(
  context: Context,
  model: string | undefined,
  work: (host: ModelHost) => Promise<T>,
): Promise<T> {
  return withDevice(context, { trusted: model === undefined }, (device) =>
    work(hostOn(context, device, model)),
  );
}

function hostOn(context: Context, device: Device, model: string | undefined): ModelHost {
  return {
    weights: (file) => pathToFileURL(join(weightsFolder(), file)),
    open: async (source, edit) => {
      context.progress.stage('reading the model');
      const external = model === undefined ? {} : { external: besideModel(model) };
      const name = model === undefined ? 'the shipped network' : `'${model}'`;
      const read = await readModel(await bytesOf(source), { name, ...external });
      const { signal, progress } = context;
      return Session.create(edit(read), { device, signal, onProgress: sessionProgress(progress) });
    },
  };
}
