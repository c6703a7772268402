import type { CellsResult } from '../../cells-protocol.ts';

/** A measure as the table shows it. */
export const shown = (value: number | null | undefined): string =>
  value === null || value === undefined
    ? '–'
    : Number.isInteger(value)
      ? String(value)
      : Math.abs(value) >= 100
        ? value.toFixed(0)
        : Math.abs(value) >= 10
          ? value.toFixed(1)
          : value.toFixed(2);

/** A value with its unit. */
export const withUnit = (value: number | null | undefined, unit: string): string =>
  `${shown(value)}${unit === '' || value === null || value === undefined ? '' : ` ${unit}`}`;

const unitName = ({ spacing }: CellsResult) => (spacing?.unit === 'um' ? 'µm' : 'mm');

/** A number of pixels, and what it is in the unit of the file, where pixels are square. */
export function lengthWords(pixels: number, result: CellsResult): string {
  const { spacing } = result;
  const text = `${Number(pixels.toFixed(1))} px`;
  return spacing === null || spacing.row !== spacing.column
    ? text
    : `${text}, ${shown(pixels * spacing.row)} ${unitName(result)}`;
}

/** The same for an area. */
export function areaWords(pixels: number, result: CellsResult): string {
  const { spacing } = result;
  return spacing === null
    ? `${pixels} px`
    : `${pixels} px, ${shown(pixels * spacing.row * spacing.column)} ${unitName(result)}²`;
}
