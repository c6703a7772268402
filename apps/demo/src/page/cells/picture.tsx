import { useMemo } from 'preact/hooks';
import type { CellsFound, CellsResult } from '../../cells-protocol.ts';
import { heat, labelColour, type Rgb } from '../../drawing/colours.ts';
import type { Spot } from '../../drawing/probe.ts';
import type { Content, LabelOverlay } from '../../drawing/scene.ts';
import { Slider } from '../picture.tsx';
import type { Store } from '../store.ts';
import { Stage } from '../viewer/stage.tsx';
import { quantile } from './bins.ts';
import { labelAt, selectedBy, sortedRows } from './selection.ts';
import type { CellsSession } from './session.ts';
import { shown, withUnit } from './words.ts';

/** Nucleus red, cytoplasm green, DIC blue, as the network's own colours are. */
const channelColours: readonly Rgb[] = [
  [255, 64, 64],
  [64, 255, 64],
  [110, 110, 255],
];

const packed = ([red, green, blue]: Rgb) => (blue << 16) | (green << 8) | red;

/** The ends of the colour scale: all but the outermost fiftieths of the values. */
export function scaleOf({ rows }: CellsFound, feature: string): readonly [low: number, high: number] {
  const values = rows
    .map((row) => row[feature] ?? Number.NaN)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return values.length === 0 ? [0, 1] : [quantile(values, 0.02), quantile(values, 0.98)];
}

/** A cell's colour: of its number, or of a feature's value between the ends of the scale. */
export function colourOf(value: number | null | undefined, [low, high]: readonly [number, number]): Rgb {
  if (value === null || value === undefined) return [128, 128, 128];
  return heat(high > low ? 0.15 + 0.85 * Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.6);
}

/** Colours by label: of numbers, or of a feature; those that are selected in white. */
function paletteOf(session: CellsSession): Uint32Array {
  const found = session.found.value;
  const { coloured, feature, selected } = session;
  const scale = scaleOf(found, feature.value);
  const largest = found.rows.reduce((most, { label }) => Math.max(most, label ?? 0), 0);
  const palette = new Uint32Array(largest + 1);
  for (const row of found.rows) {
    const label = row.label ?? 0;
    const colour = coloured.value ? colourOf(row[feature.value], scale) : labelColour(label);
    palette[label] = selected.value.has(label) ? 0xffffff : packed(colour);
  }
  return palette;
}

const pixelOf = ({ spacing }: CellsResult): Extract<Content['sheet'], { kind: 'flat' }>['pixel'] =>
  spacing === null
    ? { x: 1, y: 1, unit: 'px' }
    : { x: spacing.column, y: spacing.row, unit: spacing.unit === 'um' ? 'µm' : 'mm' };

function useSheet(session: CellsSession): Content['sheet'] {
  const { result, ranges, hidden } = session;
  return useMemo(() => {
    const { width, height, channels } = result;
    const pixel = pixelOf(result);
    if (channels.length === 1) {
      const [{ name, data }] = channels;
      return { kind: 'flat', width, height, pixel, channels: [{ name, data }] };
    }
    const all = channels.map(({ name, data }, i) => ({
      name,
      data,
      colour: hidden.value.has(i) ? ([0, 0, 0] as const) : channelColours[i],
      range: ranges.value[i],
    }));
    return { kind: 'flat', width, height, pixel, channels: all };
  }, [result, ranges.value, hidden.value]);
}

/** The picture under its cells. */
export function CellPicture({ store, session }: { readonly store: Store; readonly session: CellsSession }) {
  const { result, hovered, selected, opacity, fill, linked, coloured, feature } = session;
  const found = session.found.value;
  const palette = useMemo(() => paletteOf(session), [found, coloured.value, feature.value, selected.value]);
  const sheet = useSheet(session);
  const content = useMemo((): Content => {
    const { width, height, data } = found.labels;
    const overlay: LabelOverlay = {
      ...{ kind: 'labels', width, height, data, palette },
      opacity: opacity.value / 100,
      fill: fill.value / 100,
      chosen: hovered.value,
    };
    return {
      shows: `${found.count} cells, ${selected.value.size} selected, ${hovered.value} pointed at`,
      sheet,
      overlays: [overlay],
    };
  }, [found, sheet, palette, opacity.value, fill.value, hovered.value, selected.value]);
  const at = (spot: Spot | null) =>
    spot === null ? 0 : labelAt(found.labels, { x: spot.column, y: spot.row });
  const pick = (spot: Spot) => {
    const label = at(spot);
    const order = sortedRows(found.rows, session.sorting.value).map((row) => row.label ?? 0);
    selected.value =
      label === 0 ? new Set() : selectedBy(selected.value, label, order, { toggle: false, range: false });
  };
  return (
    <Stage
      drawing={store.drawing}
      linked={linked}
      content={content}
      name={`Cells of ${result.title}`}
      testid="cell-picture"
      onHover={(spot) => {
        hovered.value = at(spot);
      }}
      onPick={pick}
    />
  );
}

/** Shows and hides a channel, and says between which values it is drawn. */
function ChannelRow({ session, index }: { readonly session: CellsSession; readonly index: number }) {
  const { result, hidden, ranges } = session;
  const { name } = result.channels[index];
  const [low, high] = ranges.value[index];
  const set = (end: 0 | 1) => (event: { currentTarget: HTMLInputElement }) => {
    const value = event.currentTarget.valueAsNumber;
    if (Number.isFinite(value))
      ranges.value = ranges.value.map((range, i) =>
        i === index ? (end === 0 ? [value, range[1]] : [range[0], value]) : range,
      );
  };
  return (
    <li>
      <label class="check-field">
        <input
          type="checkbox"
          checked={!hidden.value.has(index)}
          onChange={({ currentTarget }) => {
            const next = new Set(hidden.value);
            if (currentTarget.checked) next.delete(index);
            else next.add(index);
            hidden.value = next;
          }}
        />
        <span class="swatch" style={{ background: `rgb(${channelColours[index].join(' ')})` }} />
        {name}
      </label>
      <span class="number-field">
        <input type="number" step="any" aria-label={`${name}: black at`} value={low} onChange={set(0)} />
        to
        <input type="number" step="any" aria-label={`${name}: full at`} value={high} onChange={set(1)} />
      </span>
    </li>
  );
}

/** The channels of the picture, and how its cells are drawn. */
export function PictureControls({ session }: { readonly session: CellsSession }) {
  const { result, opacity, fill } = session;
  return (
    <div class="picture-controls">
      {result.channels.length > 1 && (
        <ul class="channel-rows" aria-label="Channels">
          {result.channels.map((_, i) => (
            <ChannelRow key={i} session={session} index={i} />
          ))}
        </ul>
      )}
      <div class="controls">
        <Slider
          label="Cells"
          value={opacity.value}
          max={100}
          text={`${opacity.value} %`}
          onInput={(value) => {
            opacity.value = value;
          }}
        />
        <label class="check-field">
          <input
            type="checkbox"
            data-testid="filled"
            checked={fill.value > 0}
            onChange={({ currentTarget }) => {
              fill.value = currentTarget.checked ? 30 : 0;
            }}
          />
          Filled
        </label>
      </div>
      <CellReadout session={session} />
    </div>
  );
}

/** Means over the cells that are selected. */
function meansOf({ result, found, selected }: CellsSession): string {
  const rows = found.value.rows.filter(({ label }) => selected.value.has(label ?? 0));
  return result.columns
    .slice(1, 4)
    .map(({ key, title, unit }) => {
      const values = rows.map((row) => row[key] ?? Number.NaN).filter(Number.isFinite);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return `mean ${title.toLowerCase()} ${values.length === 0 ? '–' : withUnit(mean, unit)}`;
    })
    .join(' · ');
}

/** The cell that is pointed at, else the one that is selected, in words. */
function CellReadout({ session }: { readonly session: CellsSession }) {
  const { result, hovered, selected } = session;
  const { rows } = session.found.value;
  const chosen = selected.value;
  const label = hovered.value || (chosen.size === 1 ? [...chosen][0] : 0);
  const row = rows.find((each) => each.label === label);
  if (row === undefined)
    return (
      <p class="readout" data-testid="cell-readout">
        {chosen.size > 1
          ? `${chosen.size} cells selected: ${meansOf(session)}`
          : 'Point at a cell for its measures; click to find it in the table.'}
      </p>
    );
  const parts = result.columns
    .slice(1, 6)
    .map(({ key, title, unit }) => `${title.toLowerCase()} ${withUnit(row[key], unit)}`);
  return (
    <p class="readout" data-testid="cell-readout">
      <b>Cell {shown(label)}</b> {parts.join(' · ')}
    </p>
  );
}
