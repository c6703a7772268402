import {
  type ActivationMap,
  pneumoniaCard,
  type RadiographFacts,
  writeFloatTiff,
  writeNpy,
} from '@roentgen/models';
import type { Answers, ExportFormat, RadiographResult, Request } from '../../protocol.ts';
import { sha256 } from '../digest.ts';
import { fileBlob } from '../files.ts';
import { expectHeld } from '../held.ts';
import { envelopeBlob } from '../save-json.ts';
import { batchCsv } from './batch.ts';

type RunRequest = Extract<Request, { type: 'run' }>;

/** What is kept of the last run. */
export interface Last {
  readonly request: RunRequest;
  readonly result: RadiographResult;
  readonly map: ActivationMap | null;
  readonly spacing: RadiographFacts['spacing'];
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
  return envelopeBlob({
    system: 'radiograph',
    told: result,
    source: request.source,
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

/** Contributions to the logit on the picture's pixels, 0 where the network did not see it. */
async function saveMap({ map, spacing }: Last, format: 'npy' | 'heat-tiff'): Promise<Answers['export']> {
  if (map === null) throw new Error('There is no map of this radiograph.');
  const { width, height, data } = map;
  if (format === 'npy') {
    const bytes = writeNpy(data, [height, width]);
    return { name: 'contributions.npy', blob: fileBlob(bytes, 'application/octet-stream') };
  }
  const size = spacing === null ? {} : { spacing };
  const bytes = await writeFloatTiff({ width, height, data }, size);
  return { name: 'contributions.tif', blob: fileBlob(bytes, 'image/tiff') };
}

/** The last result as a file. Throws where there is none, or no map. */
export async function saveRadiograph(
  held: Last | undefined,
  format: ExportFormat,
): Promise<Answers['export']> {
  const last = expectHeld(held);
  const { request, result } = last;
  if (format === 'csv') {
    const { batch, reading, title, score, zone, checks, view } = result;
    const rows = batch ?? [{ file: title, score, zone, view, checks, error: null }];
    const text = batchCsv(rows, { ...(await modelOf(request)), point: reading });
    return { name: 'radiographs.csv', blob: new Blob([text], { type: 'text/csv' }) };
  }
  if (format === 'npy' || format === 'heat-tiff') return saveMap(last, format);
  return { name: 'radiograph.json', blob: await json(last) };
}
