/** A column of a table: its heading, and the side its cells keep to. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Rows of text in aligned columns, two spaces apart, no lines drawn: to be read, and to be cut with awk. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titled = columns.some(({ title }) => title !== '');
  const all = titled ? [columns.map(({ title }) => title), ...rows] : rows;
  const widths = columns.map((_, i) => Math.max(0, ...all.map((row) => (row[i] ?? '').length)));
  const cell = (text: string, i: number) =>
    columns[i].align === 'right' ? text.padStart(widths[i]) : text.padEnd(widths[i]);
  return all
    .map(
      (row) =>
        `${columns
          .map((_, i) => cell(row[i] ?? '', i))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** `name  value` lines under each other. */
export function facts(entries: readonly (readonly [name: string, value: string])[]): string {
  return table([{ title: '' }, { title: '' }], entries);
}
