import {
  type CellFeatures,
  type CsvCell,
  featureColumns,
  type Raster,
  type WatershedSettings,
  writeCsv,
} from '@roentgen/models';
import type { CellsFound } from '../../cells-protocol.ts';

type Spacing = Raster['spacing'];

const inMicrometres = (spacing: Spacing, axis: 'row' | 'column') =>
  spacing === undefined ? null : spacing[axis] * (spacing.unit === 'mm' ? 1000 : 1);

/** Settings by the names that a table can have as its columns; those that had no part are empty. */
function settingColumns(settings: WatershedSettings, deleted: number): Record<string, CsvCell> {
  const { threshold, minimumArea, border, seeds, seedSpacing, smoothing, nucleusRadius } = settings;
  return {
    threshold,
    'minimum_area (px)': minimumArea,
    border_cells: border === 'keep' ? 'kept' : 'removed',
    seeds,
    'seed_spacing (px)': seeds === 'distance' ? seedSpacing : null,
    'seed_smoothing (px)': seeds === 'distance' ? smoothing : null,
    'nucleus_radius (px)': seeds === 'nuclei' ? (nucleusRadius ?? 'paper') : null,
    deleted_by_hand: deleted,
  };
}

/** What a table is made of: one field's cells, and the settings that made them. */
export interface Measured {
  readonly features: readonly CellFeatures[];
  readonly spacing: Spacing;
  readonly found: Pick<CellsFound, 'settings' | 'marks'>;
}

/** A table's head and lines: a row a cell, units in the head, then the settings and the size of a pixel. */
function tableOf({ features, spacing, found }: Measured) {
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
  return { head, rows: features.map((row) => [...columns.map(({ key }) => row[key] ?? null), ...tail]) };
}

/**
 * The table as CSV; settings and the size of a pixel are the same in every row, so that
 * rows of several pictures can be put together and still say how they were made.
 */
export function cellsCsv(measured: Measured): string {
  const { head, rows } = tableOf(measured);
  return writeCsv([head, ...rows]);
}

/**
 * The cells of several fields in one table, the field's name first. Where some fields state a pixel size and others do
 * not, the units of lengths and areas stand in a column of their own, not in the head.
 */
export function fieldsCsv(fields: readonly (Measured & { readonly name: string })[]): string {
  const tables = fields.map(tableOf);
  const unitOf = ({ spacing }: Measured) => spacing?.unit ?? 'px';
  const mixed = new Set(fields.map(unitOf)).size > 1;
  const names = tables[0].head.map((name, i) =>
    tables.every(({ head }) => head[i] === name) ? name : name.replace(/ \(.*\)$/, ''),
  );
  const lines = tables.flatMap(({ rows }, i) => {
    const first = [fields[i].name, ...(mixed ? [unitOf(fields[i])] : [])];
    return rows.map((row) => [...first, ...row]);
  });
  return writeCsv([['field', ...(mixed ? ['unit'] : []), ...names], ...lines]);
}
