import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CellsResult, Column } from '../protocol.ts';
import { labelColour } from './colours.ts';
import { download } from './download.ts';
import { Exports, ResultArticle, Saw, Times } from './panels.tsx';
import { Frame, greyPixels, PixelCanvas, type Pixels, pngOf, Slider } from './picture.tsx';
import { useOverlayKey } from './radiograph-view.tsx';
import type { Store } from './store.ts';

interface ViewProps {
  readonly store: Store;
  readonly result: CellsResult;
}

/** One channel as grey, three as red, green and blue. */
function basePixels({ channels }: CellsResult): Pixels {
  const [{ width, height, data }] = channels;
  if (channels.length < 3) return greyPixels(width, height, data);
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++)
    rgba.set([channels[0].data[i], channels[1].data[i], channels[2].data[i] * 0.6, 255], 4 * i);
  return { width, height, rgba };
}

/** Each cell in its colour with an opaque outline; the chosen one in white. */
function overlayPixels({ labels }: CellsResult, chosen: number): Pixels {
  const { width, height, data } = labels;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) {
    const label = data[i];
    if (label === 0) continue;
    const x = i % width;
    const rim =
      x === 0 ||
      x === width - 1 ||
      data[i - 1] !== label ||
      data[i + 1] !== label ||
      data[i - width] !== label ||
      data[i + width] !== label;
    const colour = label === chosen ? ([255, 255, 255] as const) : labelColour(label);
    rgba.set([...colour, rim ? 255 : label === chosen ? 150 : 90], 4 * i);
  }
  return { width, height, rgba };
}

const shown = (value: number | null | undefined) =>
  value === null || value === undefined
    ? '–'
    : Number.isInteger(value)
      ? String(value)
      : Math.abs(value) >= 100
        ? value.toFixed(0)
        : value.toFixed(2);

/** The label under the pointer; 0 is none. */
function labelAt({ labels }: CellsResult, event: PointerEvent | MouseEvent): number {
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const x = Math.floor(((event.clientX - box.left) / box.width) * labels.width);
  const y = Math.floor(((event.clientY - box.top) / box.height) * labels.height);
  return labels.data[y * labels.width + x] ?? 0;
}

function Hovered({ result, label }: { readonly result: CellsResult; readonly label: number }) {
  const row = result.rows.find((each) => each.label === label);
  if (row === undefined)
    return <p class="readout">Point at a cell for its measures; click to find it in the table.</p>;
  const parts = result.columns
    .slice(1, 5)
    .map(
      ({ key, title, unit }) => `${title.toLowerCase()} ${shown(row[key])}${unit === '' ? '' : ` ${unit}`}`,
    );
  return (
    <p class="readout">
      <b>Cell {label}</b> {parts.join(' · ')}
    </p>
  );
}

function HeadCell({ column }: { readonly column: Column }) {
  return (
    <th scope="col" class={column.key === 'label' ? '' : 'number'}>
      {column.title}
      {column.unit !== '' && <small> {column.unit}</small>}
    </th>
  );
}

function FeatureTable({ result, chosen }: { readonly result: CellsResult; readonly chosen: Signal<number> }) {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const row = body.current?.querySelector<HTMLElement>(`[data-label="${chosen.value}"]`);
    const box = body.current?.closest('.table-box');
    if (
      row &&
      box &&
      (row.offsetTop < box.scrollTop + 40 || row.offsetTop > box.scrollTop + box.clientHeight - 40)
    )
      box.scrollTo({ top: row.offsetTop - box.clientHeight / 2 });
  }, [chosen.value]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    <section class="table-box" tabIndex={0} aria-label="Measures of each cell">
      <table class="features" data-testid="features">
        <thead>
          <tr>
            {result.columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {result.rows.map((row) => (
            <FeatureRow key={row.label} row={row} columns={result.columns} chosen={chosen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly row: CellsResult['rows'][number];
  readonly columns: readonly Column[];
  readonly chosen: Signal<number>;
}

function FeatureRow({ row, columns, chosen }: RowProps) {
  const label = row.label ?? 0;
  const choose = () => {
    chosen.value = chosen.value === label ? 0 : label;
  };
  const colour = `rgb(${labelColour(label).join(' ')})`;
  return (
    <tr data-label={label} class={chosen.value === label ? 'chosen' : ''} onClick={choose}>
      {columns.map(({ key }) =>
        key === 'label' ? (
          <th key={key} scope="row">
            <button
              type="button"
              class="bare"
              aria-pressed={chosen.value === label}
              onClick={(event) => {
                event.stopPropagation();
                choose();
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

function Answer({ result }: { readonly result: CellsResult }) {
  const { truth, count } = result;
  return (
    <section class="block answer" data-testid="answer">
      <h3>Cells</h3>
      <p class="figure" data-testid="count">
        {count}
      </p>
      {truth !== null && (
        <p data-testid="truth">
          {truth.count} were drawn; the pixels found agree with them by a Dice of {truth.dice.toFixed(3)}.
        </p>
      )}
      <p class="notice-line">{result.notice}</p>
    </section>
  );
}

function CellPicture({
  result,
  chosen,
  hovered,
  opacity,
  canvases,
}: {
  readonly result: CellsResult;
  readonly chosen: Signal<number>;
  readonly hovered: Signal<number>;
  readonly opacity: number;
  readonly canvases: readonly { current: HTMLCanvasElement | null }[];
}) {
  const base = useMemo(() => basePixels(result), [result]);
  const over = useMemo(() => overlayPixels(result, chosen.value), [result, chosen.value]);
  const names =
    result.channelNames.length === 3
      ? 'Nucleus red, cytoplasm green, DIC blue.'
      : 'One stain, shown as grey.';
  return (
    <Frame ratio={base.width / base.height} caption={`${names} Colours number the cells.`}>
      <PixelCanvas pixels={base} canvas={canvases[0]} label={`Picture ${result.title}`} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table's buttons choose cells by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
      <div
        class="layer pick"
        style={{ opacity: opacity / 100 }}
        onPointerMove={(event) => {
          hovered.value = labelAt(result, event);
        }}
        onPointerLeave={() => {
          hovered.value = 0;
        }}
        onClick={(event) => {
          chosen.value = labelAt(result, event);
        }}
      >
        <PixelCanvas pixels={over} canvas={canvases[1]} label={`${result.count} cells found`} />
      </div>
    </Frame>
  );
}

/** The picture under its labels, and the table that goes with them. */
export function CellsView({ store, result }: ViewProps) {
  const opacity = useSignal(70);
  const chosen = useSignal(0);
  const hovered = useSignal(0);
  const canvases = [useRef<HTMLCanvasElement>(null), useRef<HTMLCanvasElement>(null)];
  const toggle = useMemo(
    () => () => {
      opacity.value = opacity.value === 0 ? 70 : 0;
    },
    [opacity],
  );
  useOverlayKey(store, 'Cells', toggle);
  const png = async () => {
    const layers = canvases.flatMap(({ current }, i) =>
      current === null ? [] : [{ canvas: current, opacity: i === 0 ? 1 : opacity.value / 100 }],
    );
    download(await pngOf([layers], Math.max(1, Math.round(768 / result.labels.height))), 'cells.png');
  };
  return (
    <ResultArticle store={store} result={result}>
      <div class="columns">
        <div class="viewer">
          <CellPicture
            result={result}
            chosen={chosen}
            hovered={hovered}
            opacity={opacity.value}
            canvases={canvases}
          />
          <div class="controls">
            <Slider
              label="Labels"
              value={opacity.value}
              max={100}
              text={`${opacity.value} %`}
              onInput={(value) => {
                opacity.value = value;
              }}
            />
            <Hovered result={result} label={hovered.value || chosen.value} />
          </div>
          <FeatureTable result={result} chosen={chosen} />
        </div>
        <aside>
          <Answer result={result} />
          <Saw result={result} />
          <Exports
            store={store}
            system="cells"
            exports={[
              { label: 'Labels TIFF', format: 'label-tiff' },
              { label: 'Table CSV', format: 'csv' },
            ]}
            png={() => void png()}
          />
          <Times result={result} adapter={store.state.adapter.value?.name ?? 'the GPU'} />
        </aside>
      </div>
    </ResultArticle>
  );
}
