/** A cell of a table: a number, words, or nothing. */
export type CsvCell = string | number | null;

/**
 * What makes a spreadsheet take words for a formula, or read them past a cell's edge: =, +, -, @ (also in their
 * full-width forms), a tab and the ends of lines (OWASP, "CSV Injection").
 */
const formula = /^[=+\-@＝＋－＠\t\r\n]/;

/** Words as words: those that a spreadsheet would compute begin with an apostrophe, which it shows or hides, and does not run. */
function words(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cell(value: CsvCell): string {
  if (value === null || Number.isNaN(value)) return '';
  return typeof value === 'number' ? String(value) : words(value);
}

/**
 * A table as CSV (RFC 4180): the names of the columns, then the rows. Numbers stay numbers, also below zero; NaN and
 * null are empty. Words are quoted where they need it, and names of files cannot become formulas.
 */
export const writeCsv = (rows: Iterable<readonly CsvCell[]>): string =>
  Array.from(rows, (row) => `${row.map(cell).join(',')}\r\n`).join('');
