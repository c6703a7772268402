import { type ActivationMap, pneumoniaCard, writeNpy } from '@roentgen/models';
import type { Answers, ExportFormat, RadiographResult, Request } from '../../protocol.ts';
import { sha256 } from '../digest.ts';
import { fileBlob } from '../files.ts';
import { envelopeBlob } from '../save-json.ts';
import { batchCsv } from './batch.ts';

type RunRequest = Extract<Request, { type: 'run' }>;

/** What is kept of the last run. */
export interface Last {
  readonly request: RunRequest;
  readonly result: RadiographResult;
  readonly map: ActivationMap | null;
}

const [{ file: shipped }] = pneumoniaCard.files;

/** The name of the weights and their hash. */
async function modelOf({ model, weights }: RunRequest) {
  return model === null
    ? { model: shipped, sha256: weights[shipped].sha256 }
    : { model: model.name, sha256: await sha256(await model.arrayBuffer()) };
}

function json({ request, result }: Last): Promise<Blob> {
  const { score, scores, reading, map, batch, zone } = result;
  const { source } = request;
  const all = source.kind === 'files' ? source.files : [];
  return envelopeBlob({
    system: 'radiograph',
    told: result,
    files: all,
    model: request.model,
    shipped: [shipped],
    weights: request.weights,
    settings: { shown: result.shown },
    results: {
      // Of several files, which of `input.files` the score, the checks and the map are of.
      input: result.shown,
      score,
      zone,
      scores,
      operatingPoint: reading,
      map: map === null ? null : { peak: map.peak, seen: map.seen },
      // By the place among `input.files`: no names.
      batch: batch?.map(({ file: _, ...row }, input) => ({ input, ...row })) ?? null,
    },
  });
}

/** The last result as a file. Throws where there is none, or no map. */
export async function saveRadiograph(
  last: Last | undefined,
  format: ExportFormat,
): Promise<Answers['export']> {
  if (last === undefined) throw new Error('There is no result to save yet.');
  const { request, result, map } = last;
  if (format === 'csv') {
    const { batch, reading, title, score, zone, checks, view } = result;
    const rows = batch ?? [{ file: title, score, zone, view, checks, error: null }];
    const text = batchCsv(rows, { ...(await modelOf(request)), point: reading });
    return { name: 'radiographs.csv', blob: new Blob([text], { type: 'text/csv' }) };
  }
  if (format === 'npy') {
    if (map === null) throw new Error('This model gives no map.');
    const bytes = writeNpy(map.data, [map.height, map.width]);
    return { name: 'contributions.npy', blob: fileBlob(bytes, 'application/octet-stream') };
  }
  return { name: 'radiograph.json', blob: await json(last) };
}
