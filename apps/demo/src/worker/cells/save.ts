import {
  type CellFeatures,
  cellSegmentationCard,
  featureColumns,
  type Labels,
  type Raster,
  type WatershedSettings,
  writeLabelTiff,
  writeRoiZip,
} from '@roentgen/models';
import type { CellsFound, CellsResult } from '../../cells-protocol.ts';
import type { ExportFormat } from '../../protocol.ts';
import type { System } from '../engine.ts';
import { fileBlob } from '../files.ts';
import { envelopeBlob } from '../save-json.ts';

type Spacing = Raster['spacing'];

/** What there is to save. */
export interface Saved {
  readonly result: CellsResult;
  readonly found: CellsFound;
  readonly features: readonly CellFeatures[];
  readonly labels: Labels;
  readonly channelNames: readonly string[];
  readonly request: Parameters<System['run']>[0];
}

/** Settings by the names that a table can have as its columns; those that had no part are empty. */
function settingColumns(settings: WatershedSettings, deleted: number): Record<string, string | number> {
  const { threshold, minimumArea, border, seeds, seedSpacing, smoothing, nucleusRadius } = settings;
  return {
    threshold,
    'minimum_area (px)': minimumArea,
    border_cells: border === 'keep' ? 'kept' : 'removed',
    seeds,
    'seed_spacing (px)': seeds === 'distance' ? seedSpacing : '',
    'seed_smoothing (px)': seeds === 'distance' ? smoothing : '',
    'nucleus_radius (px)': seeds === 'nuclei' ? (nucleusRadius ?? 'paper') : '',
    deleted_by_hand: deleted,
  };
}

/**
 * The table as CSV (RFC 4180 but for line ends): a row a cell, units in the header, then the settings and the size of a
 * pixel, the same in every row, so that rows of several pictures can be put together and still say how they were made.
 */
function cellsCsv(
  features: readonly CellFeatures[],
  spacing: Spacing,
  found: Pick<CellsFound, 'settings' | 'marks'>,
): string {
  const columns = featureColumns(spacing);
  const settings = {
    'pixel_width (um)': inMicrometres(spacing, 'column'),
    'pixel_height (um)': inMicrometres(spacing, 'row'),
    ...settingColumns(found.settings, found.marks.length),
  };
  const head = [
    ...columns.map(({ key, unit }) => (unit === '' ? key : `${key} (${unit})`)),
    ...Object.keys(settings),
  ];
  const tail = Object.values(settings);
  const rows = features.map((row) => [...columns.map(({ key }) => row[key] ?? ''), ...tail].join(','));
  return [head.join(','), ...rows, ''].join('\n');
}

const inMicrometres = (spacing: Spacing, axis: 'row' | 'column') =>
  spacing === undefined ? '' : spacing[axis] * (spacing.unit === 'mm' ? 1000 : 1);

function json({ result, found, channelNames, request }: Saved): Promise<Blob> {
  const { roles, slice, frame } = result.choice;
  const { settings, marks, count, rows, truth, ms } = found;
  return envelopeBlob({
    system: 'cells',
    told: { ...result, times: [...result.times, { stage: 'watershed', ms }] },
    files: request.source.kind === 'files' ? request.source.files : [],
    model: request.model,
    shipped: cellSegmentationCard.files.map(({ file }) => file),
    weights: request.weights,
    settings: {
      watershed: settings,
      deletedByHand: marks,
      channels: roles.map((role, i) => ({ name: channelNames[i], role })),
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
export async function saveCells(saved: Saved, format: ExportFormat): Promise<{ name: string; blob: Blob }> {
  const { labels, features, found, result } = saved;
  const spacing = result.spacing ?? undefined;
  switch (format) {
    case 'csv':
      return {
        name: 'cells.csv',
        blob: new Blob([cellsCsv(features, spacing, found)], { type: 'text/csv' }),
      };
    case 'json':
      return { name: 'cells.json', blob: await json(saved) };
    case 'rois':
      return { name: 'cells-rois.zip', blob: fileBlob(writeRoiZip(labels), 'application/zip') };
    default: {
      const bytes = await writeLabelTiff(labels, spacing && { spacing });
      return { name: 'labels.tif', blob: fileBlob(bytes, 'image/tiff') };
    }
  }
}
