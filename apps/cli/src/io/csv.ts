import { RoentgenError } from '@roentgen/kernels';

/** Fields of each record (RFC 4180): quotes may hold commas, line ends and doubled quotes. */
function records(text: string): string[][] {
  const all: string[][] = [];
  let record: string[] = [];
  // One field and what ends it: a comma, the end of a line, or the end of the text.
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    record.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (record.some((field) => field !== '')) all.push(record);
    record = [];
  }
  return all;
}

/** Rows of a CSV file by the names in its first line. Throws 'format' where a wanted column is missing. */
export function readCsv<K extends string>(
  text: string,
  name: string,
  wanted: readonly K[],
): Record<K, string>[] {
  const [header = [], ...rows] = records(text.replace(/^\ufeff/, ''));
  const missing = wanted.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new RoentgenError('format', `'${name}' lacks the column ${missing.join(', ')}`, {
      hint: `its columns are ${header.join(', ') || 'none'}`,
    });
  }
  const places = wanted.map((column) => [column, header.indexOf(column)] as const);
  return rows.map(
    (row) => Object.fromEntries(places.map(([column, at]) => [column, row[at] ?? ''])) as Record<K, string>,
  );
}
