import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CellRow, CellsFound } from '../../cells-protocol.ts';
import { labelColour } from '../../drawing/colours.ts';
import type { Column } from '../../protocol.ts';
import { colourOf, scaleOf } from './picture.tsx';
import { selectedBy, sortedRows } from './selection.ts';
import type { CellsSession } from './session.ts';
import { shown } from './words.ts';

/** Height of a row, which the style sheet keeps; rows out of sight are left out of long tables. */
const ROW = 30;
const BEYOND = 120;

interface TableProps {
  readonly session: CellsSession;
}

function HeadCell({ column, session }: TableProps & { readonly column: Column }) {
  const { sorting } = session;
  const { key, title, unit } = column;
  const { descending } = sorting.value;
  const sorted = sorting.value.key === key;
  return (
    <th
      scope="col"
      class={key === 'label' ? '' : 'number'}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="bare"
        data-testid={`sort-${key}`}
        onClick={() => {
          sorting.value = { key, descending: sorted ? !descending : key !== 'label' };
        }}
      >
        {title}
        {unit !== '' && <small> {unit}</small>}
        <span aria-hidden="true" class="sort-sign">
          {sorted ? (descending ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

/** Puts a cell into the middle of the picture, near enough to be seen. */
function centreOn({ linked, result }: CellsSession, row: CellRow): void {
  const { zoom } = linked.view.value;
  linked.view.value = {
    zoom: Math.max(2, zoom),
    x: ((row.centroidX ?? 0) + 0.5) / result.width,
    y: ((row.centroidY ?? 0) + 0.5) / result.height,
  };
}

interface RowProps extends TableProps {
  readonly row: CellRow;
  readonly index: number;
  readonly order: readonly number[];
  readonly colour: string;
  /** Whether Tab stops here; from there arrows go to the others. */
  readonly stop: boolean;
  readonly focused: () => void;
}

function FeatureRow({ session, row, index, order, colour, stop, focused }: RowProps) {
  const { selected, hovered, result } = session;
  const label = row.label ?? 0;
  const isSelected = selected.value.has(label);
  const choose = (event: MouseEvent) => {
    const keys = { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey };
    selected.value = selectedBy(selected.value, label, order, keys);
    if (selected.value.has(label)) centreOn(session, row);
  };
  const classes = [isSelected && 'chosen', hovered.value === label && 'pointed'].filter(Boolean).join(' ');
  return (
    <tr
      data-label={label}
      class={classes}
      aria-rowindex={index + 2}
      onClick={choose}
      onPointerEnter={() => {
        hovered.value = label;
      }}
      onPointerLeave={() => {
        hovered.value = 0;
      }}
    >
      {result.columns.map(({ key }) =>
        key === 'label' ? (
          <th key={key} scope="row">
            <button
              type="button"
              class="bare"
              tabIndex={stop ? 0 : -1}
              aria-pressed={isSelected}
              onFocus={focused}
              onClick={(event) => {
                event.stopPropagation();
                choose(event);
              }}
            >
              <span class="swatch" style={{ background: colour }} /> {label}
            </button>
          </th>
        ) : (
          <td key={key} class="number">
            {shown(row[key])}
          </td>
        ),
      )}
    </tr>
  );
}

function coloursOf({ coloured, feature }: CellsSession, found: CellsFound): (row: CellRow) => string {
  const scale = scaleOf(found, feature.value);
  return (row) =>
    `rgb(${(coloured.value ? colourOf(row[feature.value], scale) : labelColour(row.label ?? 0)).join(' ')})`;
}

/** Scrolls to the cell that was selected last. */
function useScroll(
  { selected }: CellsSession,
  order: readonly number[],
  box: { readonly current: HTMLElement | null },
) {
  useEffect(() => {
    const index = order.indexOf([...selected.value].at(-1) ?? 0);
    const element = box.current;
    if (index < 0 || element === null) return;
    const top = index * ROW;
    if (top < element.scrollTop || top > element.scrollTop + element.clientHeight - 2 * ROW)
      element.scrollTo({ top: top - element.clientHeight / 2 });
  }, [selected.value]);
}

interface RowsProps extends TableProps {
  readonly rows: readonly CellRow[];
  readonly order: readonly number[];
  /** The row that the box is scrolled to, roughly. */
  readonly at: number;
}

/** The rows in sight and some beyond. */
function Rows({ session, rows, order, at }: RowsProps) {
  const stop = useSignal(0);
  const colour = coloursOf(session, session.found.value);
  const first = Math.max(0, at - BEYOND);
  const until = Math.min(rows.length, at + BEYOND);
  const stopAt = Math.max(first, Math.min(stop.value, until - 1));
  const spacer = (count: number) => count > 0 && <tr class="spacer" style={{ height: `${count * ROW}px` }} />;
  return (
    <tbody>
      {spacer(first)}
      {rows.slice(first, until).map((row, i) => (
        <FeatureRow
          key={row.label}
          session={session}
          row={row}
          index={first + i}
          order={order}
          colour={colour(row)}
          stop={first + i === stopAt}
          focused={() => {
            session.hovered.value = row.label ?? 0;
            stop.value = first + i;
          }}
        />
      ))}
      {spacer(rows.length - until)}
    </tbody>
  );
}

/** The measures of each cell, sorted by any of them. */
export function FeatureTable({ session }: TableProps) {
  const { result, sorting } = session;
  const found = session.found.value;
  const box = useRef<HTMLElement>(null);
  const scrolled = useSignal(0);
  const rows = useMemo(() => sortedRows(found.rows, sorting.value), [found, sorting.value]);
  const order = useMemo(() => rows.map(({ label }) => label ?? 0), [rows]);
  useScroll(session, order, box);
  return (
    <section
      ref={box}
      class="table-box"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label="Measures of each cell; arrows go from row to row"
      onScroll={({ currentTarget }) => {
        scrolled.value = Math.round(currentTarget.scrollTop / ROW / 20) * 20;
      }}
    >
      <table class="features" data-testid="features" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {result.columns.map((column) => (
              <HeadCell key={column.key} column={column} session={session} />
            ))}
          </tr>
        </thead>
        <Rows session={session} rows={rows} order={order} at={scrolled.value} />
      </table>
    </section>
  );
}
