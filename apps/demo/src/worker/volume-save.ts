import { superResolutionCard, type Volume, writeNifti } from '@roentgen/models';
import type { Answers, ExportFormat, Request, VolumeResult } from '../protocol.ts';
import { fileBlob } from './files.ts';
import { envelopeBlob } from './save-json.ts';

/** What is kept of the last volume. */
export interface LastVolume {
  readonly request: Extract<Request, { type: 'run' }>;
  readonly result: VolumeResult;
  readonly volume: Volume;
}

const stem = (name: string) => name.replace(/(\.nii)?(\.gz)?$/i, '').replace(/[^\w-]+/g, '_') || 'volume';

const gridOf = ({ width, height, depth, spacing, affine }: VolumeResult['network']) => ({
  voxels: [width, height, depth],
  spacing,
  affine,
});

function json({ request, result, volume }: LastVolume): Promise<Blob> {
  const { scale, figures, baselineName, input, network } = result;
  const { places, ...overshoot } = result.overshoot;
  const { source } = request;
  return envelopeBlob({
    system: 'volume',
    told: result,
    files: source.kind === 'files' ? source.files : [],
    model: request.model,
    shipped: superResolutionCard.files
      .map(({ file }) => file)
      .filter((file) => file.endsWith(`x${scale}.onnx`)),
    weights: request.weights,
    settings: { scale, ...(source.kind === 'files' && source.take !== undefined && { take: source.take }) },
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

/** The last volume as NIfTI in the input's space, or what is known of it as JSON. Throws where there is none. */
export async function saveVolume(
  last: LastVolume | undefined,
  format: ExportFormat,
): Promise<Answers['export']> {
  if (last === undefined) throw new Error('There is no result to save yet.');
  if (format !== 'nifti') return { name: 'volume.json', blob: await json(last) };
  const { scale, title } = last.result;
  const description = `roentgen super-resolution ${scale}x: synthetic detail`;
  const bytes = await writeNifti(last.volume, { description });
  return { name: `${stem(title)}_x${scale}.nii.gz`, blob: fileBlob(bytes, 'application/gzip') };
}
