import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { heatGradient } from '../drawing/colours.ts';
import type { Content, Overlay } from '../drawing/scene.ts';
import type { GreyPlane, RadiographResult } from '../protocol.ts';
import { useCommands } from './commands.ts';
import { useLinked } from './linked.ts';
import { Exports, ResultArticle, Saw, Times } from './panels.tsx';
import { greyPixels, PixelCanvas, Slider } from './picture.tsx';
import { BatchTable } from './radiograph/batch-table.tsx';
import { presetsFor } from './radiograph/presets.ts';
import { Refusal } from './radiograph/refusal.tsx';
import { Answer } from './radiograph/score.tsx';
import type { Store } from './store.ts';
import { useAddressedStages } from './viewer/addressed.ts';
import { StageBar } from './viewer/bar.tsx';
import { createLinked, type Linked, savePng } from './viewer/linked.ts';
import { Stage } from './viewer/stage.tsx';
import { useStageKeys } from './viewer/stage-keys.ts';
import { numberWithin } from './written.ts';

interface ViewProps {
  readonly store: Store;
  readonly result: RadiographResult;
}

function Scores({ result }: { readonly result: RadiographResult }) {
  return (
    <details class="block">
      <summary>All 13 outputs</summary>
      <table class="scores">
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col" class="number">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {result.scores.map(({ finding, score, trained }) => (
            <tr key={finding} class={trained ? '' : 'dim'}>
              <th scope="row">{finding}</th>
              <td class="number">{trained ? score.toFixed(3) : 'no labels in training'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The scale of the map: contributions to the logit, from none to the largest. */
function Legend({ peak }: { readonly peak: number }) {
  const numbers = peak > 0 ? [0, peak / 2, peak] : [0];
  return (
    <div class="heat-legend">
      <span>adds to the score (logit):</span>
      <span class="legend-bar" style={{ background: heatGradient }} />
      <div class="legend-numbers" data-testid="peak">
        {numbers.map((value) => (
          <span key={value}>{value === 0 ? '0' : `+${value.toFixed(2)}`}</span>
        ))}
      </div>
    </div>
  );
}

/** The key that hides an overlay and brings it back. */
function useOverlayKey(store: Store, scope: string, toggle: () => void): void {
  useCommands(store.commands, [
    { id: `${scope.toLowerCase()}.overlay`, keys: ['o'], title: 'Overlay off and on', scope, run: toggle },
  ]);
}

interface MapProps {
  readonly map: RadiographResult['map'];
  readonly opacity: Signal<number>;
  readonly toggle: () => void;
}

function MapControls({ map, opacity, toggle }: MapProps) {
  if (map === null) return null;
  const { value } = opacity;
  return (
    <div class="controls">
      <Slider
        label="Heat map"
        value={value}
        max={100}
        text={`${value} %`}
        onInput={(next) => {
          opacity.value = next;
        }}
      />
      <button type="button" aria-pressed={value > 0} data-testid="overlay" onClick={toggle}>
        {value > 0 ? 'Hide' : 'Show'} <kbd>O</kbd>
      </button>
      <Legend peak={map.peak} />
    </div>
  );
}

/** The part that the network saw is framed where it is not all of the picture. */
function overlaysOf({ picture, map }: RadiographResult, opacity: number): Overlay[] {
  if (map === null) return [];
  const { width, height } = picture;
  const heat: Overlay = { kind: 'heat', width, height, data: map.data, opacity: opacity / 100 };
  const whole = map.seen.width * map.seen.height > 0.999 * width * height;
  const box: Overlay = { kind: 'box', ...map.seen, opacity: 0.9, text: 'what the network saw' };
  return [...(opacity > 0 ? [heat] : []), ...(whole ? [] : [box])];
}

function useContent(result: RadiographResult, opacity: number): Content {
  const { picture } = result;
  return useMemo(
    () => ({
      shows: opacity > 0 && result.map !== null ? `radiograph ${opacity} % map` : 'radiograph',
      sheet: {
        kind: 'flat',
        width: picture.width,
        height: picture.height,
        channels: [{ data: picture.data }],
        pixel: { x: 1, y: 1, unit: 'px' },
      },
      overlays: overlaysOf(result, opacity),
    }),
    [picture, result, opacity],
  );
}

/** The network's own input: small, square and as it was normalised. */
function SeenPicture({ seen }: { readonly seen: GreyPlane }) {
  const pixels = useMemo(
    () =>
      greyPixels(
        seen.width,
        seen.height,
        seen.data.map((value) => 255 * value),
      ),
    [seen],
  );
  return (
    <figure class="seen">
      <PixelCanvas pixels={pixels} label="The network’s input" />
      <figcaption>
        {seen.width} × {seen.height}: all that the network was given
      </figcaption>
    </figure>
  );
}

function captionOf({ score, map, title }: RadiographResult): string {
  if (score === null) return 'Shown as it was read. No network has seen it, so there is no map.';
  if (map === null) return `${title}: this model gives no map.`;
  return 'Regions that influenced the score by raising it: where, not why.';
}

interface PictureProps extends ViewProps {
  readonly linked: Linked;
  readonly opacity: Signal<number>;
  readonly toggle: () => void;
}

function Picture({ store, result, linked, opacity, toggle }: PictureProps) {
  useStageKeys(store.commands, linked);
  const content = useContent(result, opacity.value);
  return (
    <div class="viewer">
      <StageBar linked={linked} />
      <Stage
        drawing={store.drawing}
        linked={linked}
        content={content}
        name={`Radiograph ${result.title}${result.map === null ? '' : ' under its class-activation map'}`}
        unit="of 1"
        caption={captionOf(result)}
        testid="radiograph-stage"
      />
      <MapControls map={result.map} opacity={opacity} toggle={toggle} />
    </div>
  );
}

const exportsOf = ({ map }: RadiographResult) => [
  { label: 'JSON', format: 'json' as const },
  { label: 'CSV', format: 'csv' as const },
  ...(map === null
    ? []
    : [
        { label: 'Heat map, TIFF', format: 'heat-tiff' as const },
        { label: 'Heat map, NPY', format: 'npy' as const },
      ]),
];

/** How opaque the map is at first, in percent. */
const usual = 55;
const writtenPercent = numberWithin(0, 100);

/** A radiograph under its class-activation map, and what the network says; or why it was not asked. */
export function RadiographView({ store, result }: ViewProps) {
  const opacity = useSignal(usual);
  const last = useSignal(usual);
  const linked = useMemo(() => createLinked(presetsFor(result.picture.data)), [result]);
  const toggle = () => {
    if (opacity.value > 0) last.value = opacity.value;
    opacity.value = opacity.value === 0 ? last.value : 0;
  };
  useOverlayKey(store, 'Radiograph', toggle);
  useAddressedStages(store, 'radiograph', linked);
  useLinked(store, 'radiograph', 'map', opacity, writtenPercent, usual);
  return (
    <ResultArticle store={store} result={result}>
      {result.batch !== null && <BatchTable store={store} result={result} batch={result.batch} />}
      <div class="columns">
        <Picture store={store} result={result} linked={linked} opacity={opacity} toggle={toggle} />
        <aside>
          {result.score === null ? (
            <Refusal checks={result.checks} />
          ) : (
            <Answer result={result} score={result.score} />
          )}
          {result.seen === null ? (
            <Saw result={result} title="What was read" />
          ) : (
            <Saw result={result}>
              <SeenPicture seen={result.seen} />
            </Saw>
          )}
          {result.scores.length > 0 && <Scores result={result} />}
          <Exports
            store={store}
            system="radiograph"
            exports={exportsOf(result)}
            png={() => void savePng(store.drawing, linked, 'radiograph.png')}
          />
          <Times result={result} adapter={store.state.adapter.value?.name ?? 'the GPU'} />
        </aside>
      </div>
    </ResultArticle>
  );
}
