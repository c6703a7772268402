import { RoentgenError } from '@roentgen/kernels';
import type { ModelHost } from '@roentgen/models';
import {
  type Device,
  isSoftware,
  type LoadProgress,
  openDevice,
  readModel,
  Session,
} from '@roentgen/runtime';
import type { Progress, Weights, WeightsFile } from '../protocol.ts';
import { openWeightsStore, sha256Of, type WeightsStore } from '../storage/weights.ts';
import type { Job } from './worker.ts';

/** The GPU of the worker, and the networks on it. */
export interface Host {
  /** A `ModelHost` whose loading reports to `job` and stops with it. */
  forJob(weights: Weights, job: Job): ModelHost;
  /** Counts devices: a network of an earlier generation went away with its device. */
  readonly generation: number;
  /** Names the job that progress goes to from now on, and opens the device: true where the GPU is a CPU. */
  begin(job: Job): Promise<boolean>;
  /** Opens the device before it is needed; a failure is told when it is. */
  warm(): Promise<null>;
}

/** Throws `file` where the bytes are not those that the site was built with. */
async function verify(bytes: Uint8Array<ArrayBuffer>, { sha256 }: WeightsFile, what: string): Promise<void> {
  if ((await sha256Of(bytes)) === sha256) return;
  throw new RoentgenError('file', `the weights ${what} are not those that this page was built with`, {
    hint: 'reload the page; if that does not help, the server holds another version',
  });
}

/** Asks the server. A page that is offline gets a sentence instead of "Failed to fetch". */
async function ask(what: string, file: WeightsFile, signal: AbortSignal): Promise<Response> {
  const hint = 'check the connection, then run it again';
  try {
    const response = await fetch(file.url, { signal });
    if (response.ok && response.body !== null) return response;
    throw new RoentgenError('file', `the weights ${what} cannot be fetched (status ${response.status})`, {
      hint,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const message = `the weights ${what} are not stored in this browser, and the server cannot be reached`;
    throw new RoentgenError('file', message, { hint });
  }
}

/** Fetches weights piece by piece. The length is known beforehand, since a packed answer does not state it. */
async function download(what: string, file: WeightsFile, job: Job): Promise<Uint8Array<ArrayBuffer>> {
  job.report({ stage: 'download', done: 0, total: file.bytes, what });
  const response = await ask(what, file, job.signal);
  const out = new Uint8Array(file.bytes);
  let done = 0;
  const reader = response.body!.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (done + piece.value.length > out.length) break;
    out.set(piece.value, done);
    done += piece.value.length;
    job.report({ stage: 'download', done, total: out.length, what });
  }
  await verify(out, file, what);
  return out;
}

/** Weights as they are stored in this browser, or else from the server, and then stored. Always checked by their hash. */
export async function fetchWeights(
  what: string,
  file: WeightsFile,
  store: WeightsStore,
  job: Job,
): Promise<Uint8Array> {
  const kept = await store.get(file);
  if (kept !== undefined) return kept;
  const bytes = await download(what, file, job);
  const refused = await store.keep(what, file, bytes);
  if (refused !== null)
    job.note(`The weights ${what} could not be stored: ${refused}. They are kept in memory for this visit.`);
  return bytes;
}

type Source = Parameters<ModelHost['open']>[0];

/** The bytes of a model: as given, or fetched from the site with the length that the build knows. */
async function modelBytes(
  source: Source,
  weights: Weights,
  store: WeightsStore,
  job: Job,
): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  const address = String(source);
  const known = Object.entries(weights).find(([, { url }]) => absolute(url).href === address);
  if (known === undefined) throw new RoentgenError('file', `${address} is none of this site's weights`);
  return fetchWeights(known[0], known[1], store, job);
}

const absolute = (url: string) => new URL(url, self.location.href);

/** A session's progress in the page's words: what follows the last shader and the last weight is the run itself. */
function stageOf({ stage, done, total }: LoadProgress): Progress {
  if ((stage === 'compile' || stage === 'upload') && done === total) return { stage: 'run' };
  return { stage, done, ...(total === undefined ? {} : { total }) };
}

/** One device for all networks, opened when first needed and again after a loss. */
export function createHost(lost: (reason: string) => void): Host {
  let device: Promise<Device> | undefined;
  let generation = 0;
  let current: Job | undefined;
  const store = openWeightsStore();
  const open = () => {
    device ??= openDevice(navigator.gpu).then((opened) => {
      void opened.lost.then(({ reason, message }) => {
        device = undefined;
        generation += 1;
        if (reason !== 'destroyed') lost(message);
      });
      return opened;
    });
    device.catch(() => {
      device = undefined;
    });
    return device;
  };
  return {
    get generation() {
      return generation;
    },
    async begin(job) {
      current = job;
      return isSoftware((await open()).info);
    },
    warm: () =>
      open().then(
        () => null,
        () => null,
      ),
    forJob: (weights, job) => ({
      weights(file) {
        const found = weights[file];
        if (found === undefined)
          throw new RoentgenError('file', `this build of the page has no weights ${file}`, {
            hint: 'drop an ONNX file of your own on the card',
          });
        return absolute(found.url);
      },
      async open(source, edit) {
        const bytes = await modelBytes(source, weights, store, job);
        job.report({ stage: 'read' });
        const model = edit(await readModel(bytes));
        // Sizes may be compiled anew in a later job, which is then the one to tell. A session that was given up has
        // compilers at work for a while yet, and nobody to tell of it.
        let wanted = true;
        const onProgress = (progress: LoadProgress) => wanted && current?.report(stageOf(progress));
        try {
          return await Session.create(model, { device: await open(), onProgress, signal: job.signal });
        } catch (error) {
          wanted = false;
          throw error;
        }
      },
    }),
  };
}
