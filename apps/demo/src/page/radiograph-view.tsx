import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { RadiographResult } from '../protocol.ts';
import { heat, heatGradient } from './colours.ts';
import { useCommands } from './commands.ts';
import { download } from './download.ts';
import { Exports, ResultArticle, Saw, Times } from './panels.tsx';
import { Frame, greyPixels, PixelCanvas, type Pixels, pngOf, Slider } from './picture.tsx';
import type { Store } from './store.ts';

interface ViewProps {
  readonly store: Store;
  readonly result: RadiographResult;
}

/** The map as colours whose alpha grows with the value, so that regions without a say stay clear. */
function heatPixels({ width, height }: RadiographResult['picture'], map: Float32Array): Pixels {
  const rgba = new Uint8ClampedArray(width * height * 4);
  map.forEach((value, i) => {
    const [red, green, blue] = heat(value);
    rgba.set([red, green, blue, 255 * Math.min(1, value * 1.4)], 4 * i);
  });
  return { width, height, rgba };
}

/** A scale from 0 to 1 with the score on it: where it lies, without a verdict. */
function ScoreScale({ score }: { readonly score: number }) {
  return (
    <div class="score-scale" aria-hidden="true">
      <span class="score-dot" style={{ left: `${100 * score}%` }} />
      <span>0</span>
      <span>1</span>
    </div>
  );
}

function Answer({ result }: { readonly result: RadiographResult }) {
  return (
    <section class="block answer" data-testid="answer">
      <h3>Pneumonia score</h3>
      <p class="figure" data-testid="score">
        {result.score.toFixed(3)}
      </p>
      <ScoreScale score={result.score} />
      <p data-testid="operating-point">{result.operatingPoint}</p>
      <p class="notice-line">{result.notice}</p>
      {result.generated && (
        <p class="notice-line">The picture is a drawing: its score says nothing about the network’s skill.</p>
      )}
    </section>
  );
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

function Legend({ map }: { readonly map: NonNullable<RadiographResult['map']> }) {
  return (
    <div class="legend">
      <span>0</span>
      <span class="legend-bar" style={{ background: heatGradient }} />
      <span data-testid="peak">+{map.peak.toFixed(2)} to the logit</span>
    </div>
  );
}

/** The key that hides an overlay and brings it back. */
export function useOverlayKey(store: Store, scope: string, toggle: () => void): void {
  useCommands(store.commands, [
    { id: `${scope.toLowerCase()}.overlay`, keys: ['o'], title: 'Overlay off and on', scope, run: toggle },
  ]);
}

function MapControls({
  result,
  opacity,
  set,
}: {
  readonly result: RadiographResult;
  readonly opacity: number;
  readonly set: (value: number) => void;
}) {
  if (result.map === null) return <p class="controls">This model gives no map.</p>;
  return (
    <div class="controls">
      <Slider label="Heatmap" value={opacity} max={100} text={`${opacity} %`} onInput={set} />
      <Legend map={result.map} />
    </div>
  );
}

/** A radiograph under its class-activation map, and what the network says. */
export function RadiographView({ store, result }: ViewProps) {
  const opacity = useSignal(55);
  const base = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const { picture, map } = result;
  const grey = useMemo(() => greyPixels(picture.width, picture.height, picture.data), [picture]);
  const colours = useMemo(() => (map === null ? null : heatPixels(picture, map.data)), [picture, map]);
  const toggle = useMemo(
    () => () => {
      opacity.value = opacity.value === 0 ? 55 : 0;
    },
    [opacity],
  );
  useOverlayKey(store, 'Radiograph', toggle);
  const png = async () => {
    const layers = [base.current, over.current].flatMap((canvas, i) =>
      canvas === null ? [] : [{ canvas, opacity: i === 0 ? 1 : opacity.value / 100 }],
    );
    download(await pngOf([layers], Math.max(1, Math.round(768 / picture.height))), 'radiograph.png');
  };
  return (
    <ResultArticle store={store} result={result}>
      <div class="columns">
        <div class="viewer">
          <Frame
            ratio={picture.width / picture.height}
            caption="Regions that raised the score: where the network looked, not why, and not where disease is."
          >
            <PixelCanvas pixels={grey} canvas={base} label={`Radiograph ${result.title}`} />
            {colours !== null && (
              <div class="layer" style={{ opacity: opacity.value / 100 }}>
                <PixelCanvas pixels={colours} canvas={over} label="Class-activation map of pneumonia" />
              </div>
            )}
          </Frame>
          <MapControls
            result={result}
            opacity={opacity.value}
            set={(value) => {
              opacity.value = value;
            }}
          />
        </div>
        <aside>
          <Answer result={result} />
          <Saw result={result} />
          <Scores result={result} />
          <Exports
            store={store}
            system="radiograph"
            exports={[{ label: 'JSON', format: 'json' }]}
            png={() => void png()}
          />
          <Times result={result} adapter={store.state.adapter.value?.name ?? 'the GPU'} />
        </aside>
      </div>
    </ResultArticle>
  );
}
