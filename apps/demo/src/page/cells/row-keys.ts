import type { Command } from '../commands.ts';

/** The row of the table whose button has the focus. */
const rowInFocus = () => document.activeElement?.closest('[data-testid=features] tbody tr') ?? null;

/** The next row or the one before takes the focus; it stays at the ends of the table. */
function step(by: 1 | -1): void {
  const row = rowInFocus();
  const next = by === 1 ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector('button')?.focus();
}

const command = (id: string, key: string, title: string, by: 1 | -1): Command => ({
  id: `cells.row-${id}`,
  keys: [key],
  title,
  scope: 'Cells',
  run: () => step(by),
  enabled: () => rowInFocus() !== null,
});

/** Arrows go from row to row, of which one is a stop of Tab: a table of a thousand cells is passed by one key. */
export const rowCommands: readonly Command[] = [
  command('next', 'ArrowDown', 'Next row of the measures', 1),
  command('previous', 'ArrowUp', 'Previous row of the measures', -1),
];
