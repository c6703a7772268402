import {
  cellSegmentationCard,
  featureColumns,
  writeLabelTiff,
  writeRoiZip,
  writeZip,
} from '@roentgen/models';
import type { ExportFormat } from '../../protocol.ts';
import { fileBlob } from '../files.ts';
import { envelopeBlob } from '../save-json.ts';
import { type Batch, isKept } from './batch.ts';
import { cellsCsv, fieldsCsv } from './csv.ts';
import { factsOf } from './input.ts';
import type { Last } from './run.ts';
import type { KeptField } from './several.ts';

/** A name for a file, from the name of a field. */
const fileName = (name: string) => name.replace(/[^\p{L}\p{N} ._()-]/gu, '_');

/** A name that nothing in an archive has yet: fields whose names differ only in what a file's may not have are all kept. */
function freeName(files: Readonly<Record<string, unknown>>, stem: string, suffix: string): string {
  let name = `${stem}${suffix}`;
  for (let i = 2; name in files; i++) name = `${stem}_${i}${suffix}`;
  return name;
}

/** All fields of a batch that are finished, as one file: a table, or an archive with a file for each. */
export async function saveFields(
  { fields, entries }: Batch<KeptField>,
  format: ExportFormat,
): Promise<{ name: string; blob: Blob }> {
  const done = fields.flatMap(({ name }, i) => {
    const entry = entries[i];
    return isKept(entry) ? [{ name, ...entry.kept }] : [];
  });
  if (format === 'csv') {
    const measured = done.map((each) => ({ ...each, features: each.segmentation.features }));
    return { name: 'cells.csv', blob: new Blob([fieldsCsv(measured)], { type: 'text/csv' }) };
  }
  const files: Record<string, Uint8Array> = {};
  const suffix = format === 'fields-rois' ? '-rois.zip' : '-labels.tif';
  for (const { name, segmentation, spacing } of done) {
    const { labels } = segmentation;
    files[freeName(files, fileName(name), suffix)] =
      format === 'fields-rois' ? writeRoiZip(labels) : await writeLabelTiff(labels, spacing && { spacing });
  }
  const name = format === 'fields-rois' ? 'fields-rois.zip' : 'fields-labels.zip';
  return { name, blob: fileBlob(writeZip(files), 'application/zip') };
}

function json({ result, found, from, request }: Last): Promise<Blob> {
  const { roles, slice, frame } = result.choice;
  const { settings, marks, count, rows, truth, ms } = found;
  return envelopeBlob({
    system: 'cells',
    // Channels by what they are used as: their names are parts of the files' names.
    told: { ...result, facts: factsOf(from, 'roles'), times: [...result.times, { stage: 'watershed', ms }] },
    source: request.source,
    model: request.model,
    shipped: cellSegmentationCard.files.map(({ file }) => file),
    weights: request.weights,
    settings: {
      watershed: settings,
      deletedByHand: marks,
      channels: roles.map((role, channel) => ({ channel, role })),
      slice,
      frame,
    },
    results: {
      count,
      pixel: result.spacing,
      truth,
      columns: featureColumns(result.spacing ?? undefined),
      cells: rows,
    },
  });
}

/** A result as a file. */
export async function saveCells(last: Last, format: ExportFormat): Promise<{ name: string; blob: Blob }> {
  const { segmentation, found, result } = last;
  const { labels, features } = segmentation;
  const spacing = result.spacing ?? undefined;
  switch (format) {
    case 'csv':
      return {
        name: 'cells.csv',
        blob: new Blob([cellsCsv({ features, spacing, found })], { type: 'text/csv' }),
      };
    case 'json':
      return { name: 'cells.json', blob: await json(last) };
    case 'rois':
      return { name: 'cells-rois.zip', blob: fileBlob(writeRoiZip(labels), 'application/zip') };
    default: {
      const bytes = await writeLabelTiff(labels, spacing && { spacing });
      return { name: 'labels.tif', blob: fileBlob(bytes, 'image/tiff') };
    }
  }
}
