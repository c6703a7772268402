import { niftiStream, superResolutionCard, type Volume } from '@roentgen/models';
import type { Answers, ExportFormat, Request, Source, VolumeResult } from '../protocol.ts';
import { breather } from './breathe.ts';
import { expectHeld } from './held.ts';
import { envelopeBlob } from './save-json.ts';
import type { Job } from './worker.ts';

/** What is kept of the last volume. */
export interface LastVolume {
  readonly request: Extract<Request, { type: 'run' }>;
  readonly result: VolumeResult;
  readonly volume: Volume;
  /** What the files call the series in them. */
  readonly named: readonly string[];
}

/** Whether a result was to be held to its input. */
export const isLimited = (source: Source) => source.kind === 'files' && source.take?.limit === true;

const stem = (name: string) => name.replace(/(\.nii)?(\.gz)?$/i, '').replace(/[^\w-]+/g, '_') || 'volume';

const gridOf = ({ width, height, depth, spacing, affine }: VolumeResult['network']) => ({
  voxels: [width, height, depth],
  spacing,
  affine,
});

function json({ request, result, volume, named }: LastVolume): Promise<Blob> {
  const { scale, figures, baselineName, input, network } = result;
  const { places, ...overshoot } = result.overshoot;
  const { source } = request;
  return envelopeBlob({
    system: 'volume',
    told: result,
    source,
    words: named,
    model: request.model,
    shipped: superResolutionCard.files
      .map(({ file }) => file)
      .filter((file) => file.endsWith(`x${scale}.onnx`)),
    weights: request.weights,
    settings: {
      scale,
      limit: isLimited(source),
      ...(source.kind === 'files' && source.take !== undefined && { take: source.take }),
    },
    results: {
      detail: 'synthetic: added by the networks, never measured',
      input: gridOf(input),
      output: { ...gridOf(network), stored: volume.stored },
      overshoot,
      baseline: baselineName,
      figures,
    },
  });
}

/** A stream as a file, slice by slice: `report` hears of the bytes, and a stop ends it. */
async function streamed(stream: ReadableStream<Uint8Array>, name: string, job: Job): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const pause = breather(job);
  const reader = stream.getReader();
  let done = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value as Uint8Array<ArrayBuffer>);
      done += piece.value.length;
      job.report({ stage: 'save', what: name, done });
      await pause();
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  }
  return new Blob(pieces, { type: 'application/gzip' });
}

/** The last volume as NIfTI in the input's space, or what is known of it as JSON. Throws where there is none. */
export async function saveVolume(
  last: LastVolume | undefined,
  format: ExportFormat,
  job: Job,
): Promise<Answers['export']> {
  const held = expectHeld(last);
  if (format !== 'nifti') return { name: 'volume.json', blob: await json(held) };
  const { scale, title } = held.result;
  const description = `roentgen super-resolution ${scale}x: synthetic detail`;
  const name = `${stem(title)}_x${scale}.nii.gz`;
  return { name, blob: await streamed(niftiStream(held.volume, { description }), name, job) };
}
