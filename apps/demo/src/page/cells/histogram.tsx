import { useMemo } from 'preact/hooks';
import type { CellRow } from '../../cells-protocol.ts';
import { heatGradient } from '../../drawing/colours.ts';
import type { Column } from '../../protocol.ts';
import { type Bin, binOf, type Histogram, histogramOf } from './bins.ts';
import { colourOf, scaleOf } from './picture.tsx';
import type { CellsSession } from './session.ts';
import { shown, withUnit } from './words.ts';

interface Props {
  readonly session: CellsSession;
}

const [WIDTH, HEIGHT, FLOOR] = [400, 150, 128];

function binWords({ from, to, count }: Bin, column: Column): string {
  return `${count} ${count === 1 ? 'cell' : 'cells'}, ${column.title.toLowerCase()} ${shown(from)} to ${withUnit(to, column.unit)}`;
}

interface BarProps {
  readonly bin: Bin;
  readonly place: { readonly left: number; readonly width: number; readonly most: number };
  readonly words: string;
  readonly colour: string | undefined;
  readonly marked: { readonly hovered: boolean; readonly selected: number };
  readonly choose: () => void;
}

/** A bar over its whole height takes clicks, so that small ones can be hit. */
function Bar({ bin, place, words, colour, marked, choose }: BarProps) {
  const { left, width, most } = place;
  const tall = (count: number) => (count / most) * (FLOOR - 12);
  const height = tall(bin.count);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      role="button"
      tabindex={0}
      class={`bar${marked.hovered ? ' bar-hovered' : ''}`}
      aria-label={words}
      aria-pressed={marked.selected > 0 && marked.selected === bin.count}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      <title>{words}</title>
      <rect class="bar-hit" x={left} y={0} width={width} height={FLOOR} />
      <rect
        class="bar-fill"
        x={left + 1}
        y={FLOOR - height}
        width={Math.max(1, width - 2)}
        height={height}
        style={colour === undefined ? undefined : { fill: colour }}
      />
      {marked.selected > 0 && (
        <rect
          class="bar-selected"
          x={left + 1}
          y={FLOOR - tall(marked.selected)}
          width={Math.max(1, width - 2)}
          height={tall(marked.selected)}
        />
      )}
    </g>
  );
}

interface ChartProps extends Props {
  readonly column: Column;
  readonly found: Histogram;
}

function Chart({ session, column, found }: ChartProps) {
  const { selected, hovered, coloured } = session;
  const { rows } = session.found.value;
  const { bins, mean, median } = found;
  const most = Math.max(...bins.map(({ count }) => count));
  const width = WIDTH / bins.length;
  const [low, high] = [bins[0].from, bins[bins.length - 1].to];
  const at = (value: number) => (high > low ? ((value - low) / (high - low)) * WIDTH : WIDTH / 2);
  const inBin = (row: CellRow) => binOf(bins, row[column.key] ?? Number.NaN);
  const pointed = rows.find(({ label }) => label === hovered.value);
  const scale = scaleOf(session.found.value, column.key);
  const chosen = rows.filter(({ label }) => selected.value.has(label ?? 0)).map(inBin);
  const choose = (i: number) => () => {
    selected.value = new Set(rows.filter((row) => inBin(row) === i).map(({ label }) => label ?? 0));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of bars, each a button; the table below says the same
    <svg
      class="histogram"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={`Histogram of ${column.title.toLowerCase()}`}
      data-testid="histogram"
    >
      {bins.map((bin, i) => (
        <Bar
          key={bin.from}
          bin={bin}
          place={{ left: i * width, width, most }}
          words={binWords(bin, column)}
          colour={coloured.value ? `rgb(${colourOf((bin.from + bin.to) / 2, scale).join(' ')})` : undefined}
          marked={{
            hovered: pointed !== undefined && inBin(pointed) === i,
            selected: chosen.filter((each) => each === i).length,
          }}
          choose={choose(i)}
        />
      ))}
      <line class="axis" x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      <line class="mean" x1={at(mean)} x2={at(mean)} y1={4} y2={FLOOR} />
      <line class="median" x1={at(median)} x2={at(median)} y1={4} y2={FLOOR} />
      <text x={0} y={HEIGHT - 6}>
        {shown(low)}
      </text>
      <text x={WIDTH} y={HEIGHT - 6} text-anchor="end">
        {withUnit(high, column.unit)}
      </text>
    </svg>
  );
}

function BinTable({ column, found }: Omit<ChartProps, 'session'>) {
  return (
    <details>
      <summary>As a table</summary>
      <table class="scores">
        <thead>
          <tr>
            <th scope="col">
              {column.title}
              {column.unit !== '' && `, ${column.unit}`}
            </th>
            <th scope="col" class="number">
              Cells
            </th>
          </tr>
        </thead>
        <tbody>
          {found.bins.map(({ from, to, count }) => (
            <tr key={from}>
              <th scope="row">
                {shown(from)} to {shown(to)}
              </th>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Choice({ session }: Props) {
  const { result, feature, coloured } = session;
  return (
    <div class="controls">
      <label class="number-field">
        <span>Of</span>
        <select
          data-testid="histogram-feature"
          value={feature.value}
          onChange={({ currentTarget }) => {
            feature.value = currentTarget.value;
          }}
        >
          {result.columns.slice(1).map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label class="check-field">
        <input
          type="checkbox"
          data-testid="colour-by"
          checked={coloured.value}
          onChange={({ currentTarget }) => {
            coloured.value = currentTarget.checked;
          }}
        />
        Colours the cells
      </label>
    </div>
  );
}

/** How one feature is spread over the cells. A click on a bar selects its cells. */
export function FeatureHistogram({ session }: Props) {
  const { result, feature, coloured } = session;
  const cells = session.found.value;
  const column = result.columns.find(({ key }) => key === feature.value) ?? result.columns[1];
  const found = useMemo(
    () => histogramOf(cells.rows.map((row) => row[column.key] ?? Number.NaN)),
    [cells, column],
  );
  const [low, high] = scaleOf(cells, column.key);
  return (
    <section class="block" data-testid="histogram-block">
      <h3>Spread of a measure</h3>
      <Choice session={session} />
      {found === null ? (
        <p class="hint">No cell has a value for it.</p>
      ) : (
        <>
          <Chart session={session} column={column} found={found} />
          <p class="times" data-testid="histogram-figures">
            {found.n} cells · <span class="key-mean">mean</span> {withUnit(found.mean, column.unit)} ·{' '}
            <span class="key-median">median</span> {withUnit(found.median, column.unit)} · sd{' '}
            {withUnit(found.sd, column.unit)}
          </p>
          {coloured.value && (
            <p class="legend">
              {shown(low)}
              <span class="legend-bar" style={{ background: heatGradient }} />
              {withUnit(high, column.unit)}
            </p>
          )}
          <BinTable column={column} found={found} />
        </>
      )}
    </section>
  );
}
