import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PlaneName } from '../drawing/scene.ts';
import { planes, sliceCount } from '../drawing/slices.ts';
import type { ShownVolume, VolumeResult } from '../protocol.ts';
import { type Command, useCommands } from './commands.ts';
import { Lazy } from './lazy.tsx';
import { Exports, ResultArticle, Saw, Times } from './panels.tsx';
import { Slider } from './picture.tsx';
import type { Store } from './store.ts';
import { StageBar } from './viewer/bar.tsx';
import { savePng } from './viewer/linked.ts';
import { useStageKeys } from './viewer/stage-keys.ts';
import { useAddressedReader } from './volume/addressed.ts';
import { goToWorst } from './volume/beyond.ts';
import { BeyondNote, RingLegend } from './volume/beyond-note.tsx';
import { Legend, SwipeAgainst } from './volume/legend.tsx';
import { createReader, indexAt, type Mode, type Reader, toSlice } from './volume/place.ts';
import { Stages, type StagesProps, spacingText, step } from './volume/stages.tsx';

interface ViewProps {
  readonly store: Store;
  readonly result: VolumeResult;
}

const voxels = ({ width, height, depth }: ShownVolume) => `${width} × ${height} × ${depth}`;

const modeNames: readonly (readonly [mode: Mode, name: string, key: string, does: string])[] = [
  ['beside', 'Side by side', 'b', 'Side by side: as given, interpolated, network'],
  ['swipe', 'Swipe', 'x', 'Swipe between the interpolation and the network'],
  ['difference', 'Difference', 'd', 'Map of the difference from the interpolation'],
  ['flip', 'Flip', 'f', 'One large picture to flip with the bar'],
  ['planes', 'Planes', 'y', 'Three planes with a crosshair'],
];

const planeKeys: Readonly<Record<PlaneName, string>> = { axial: 'a', coronal: 'c', sagittal: 'g' };

/** The keys of the volume view. */
function readerCommands(result: VolumeResult, reader: Reader): Command[] {
  const command = (id: string, key: string, title: string, run: () => void): Command => ({
    id: `volume.${id}`,
    keys: [key],
    title,
    scope: 'Volume',
    run,
  });
  const hold = (value: boolean) => () => {
    reader.held.value = value;
  };
  return [
    command('previous', 'ArrowLeft', 'Previous slice', () => step(result, reader, -1)),
    command('next', 'ArrowRight', 'Next slice', () => step(result, reader, 1)),
    {
      ...command('rings', 'o', 'Rings off and on', () => {
        reader.rings.value = !reader.rings.value;
      }),
      enabled: () => result.overshoot.worst !== null,
    },
    {
      ...command('worst', 'n', 'The voxel that goes farthest beyond the input around it', () =>
        goToWorst(result, reader),
      ),
      enabled: () => result.overshoot.worst !== null,
    },
    {
      ...command('hold', 'Space', 'Hold to see the interpolated volume instead of the network’s', hold(true)),
      release: hold(false),
    },
    ...modeNames.map(([mode, , key, does]) =>
      command(mode, key, does, () => {
        reader.mode.value = mode;
      }),
    ),
    ...(Object.keys(planes) as PlaneName[]).map((plane) =>
      command(plane, planeKeys[plane], `Plane: ${plane}`, () => {
        reader.plane.value = plane;
      }),
    ),
  ];
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly chosen: Signal<T>;
  readonly options: readonly (readonly [value: T, name: string, key: string, does?: string])[];
}

/** One of a few, in a row. */
function Choice<T extends string>({ legend, chosen, options }: ChoiceProps<T>) {
  return (
    <fieldset class="segmented">
      <legend>{legend}</legend>
      {options.map(([value, name, key]) => (
        <label key={value} title={`Key ${key.toUpperCase()}`}>
          <input
            type="radio"
            name={legend}
            data-testid={`${legend.toLowerCase()}-${value}`}
            checked={chosen.value === value}
            onChange={() => {
              chosen.value = value;
            }}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function HoldButton({ held, name }: { readonly held: Signal<boolean>; readonly name: string }) {
  const set = (value: boolean) => () => {
    held.value = value;
  };
  return (
    <button
      type="button"
      class={held.value ? 'held' : ''}
      data-testid="hold"
      onPointerDown={set(true)}
      onPointerUp={set(false)}
      onPointerLeave={set(false)}
      onKeyDown={({ key }) => {
        if (key === ' ' || key === 'Enter') held.value = true;
      }}
      onKeyUp={set(false)}
    >
      Hold for {name} <kbd>Space</kbd>
    </button>
  );
}

function Figures({ result }: { readonly result: VolumeResult }) {
  if (result.figures.length === 0)
    return (
      <p>
        There is no reference to measure against: compare with the interpolation by eye before believing a
        detail.
      </p>
    );
  return (
    <table class="scores" data-testid="figures">
      <thead>
        <tr>
          <th scope="col">Against the original</th>
          <th scope="col" class="number">
            PSNR, dB
          </th>
          <th scope="col" class="number">
            SSIM
          </th>
        </tr>
      </thead>
      <tbody>
        {result.figures.map(({ method, psnr, ssim }) => (
          <tr key={method}>
            <th scope="row">{method}</th>
            <td class="number">{psnr.toFixed(2)}</td>
            <td class="number">{ssim.toFixed(4)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ result, reader }: Pick<StagesProps, 'result' | 'reader'>) {
  return (
    <section class="block answer" data-testid="answer">
      <h3>{result.scale}× along all axes</h3>
      <dl class="before-after">
        <dt>Before</dt>
        <dd data-testid="before">
          {voxels(result.input)}, {spacingText(result.input)}
        </dd>
        <dt>After</dt>
        <dd data-testid="after">
          {voxels(result.network)}, {spacingText(result.network)}
        </dd>
      </dl>
      <Figures result={result} />
      <BeyondNote result={result} reader={reader} />
      <p class="notice-line">{result.notice}</p>
    </section>
  );
}

/** What can be chosen of the volume: how it is compared, which slice, and through which window. */
function Controls({ result, reader }: StagesProps) {
  const { plane, along, mode, held, solid } = reader;
  const count = sliceCount(result.network, plane.value);
  const index = indexAt(result.network, plane.value, along.value);
  return (
    <>
      <div class="controls">
        <Choice legend="Compare" chosen={mode} options={modeNames} />
        <Choice
          legend="Plane"
          chosen={plane}
          options={(Object.keys(planes) as PlaneName[]).map((name) => [
            name,
            name[0].toUpperCase() + name.slice(1),
            planeKeys[name],
          ])}
        />
        <HoldButton held={held} name={result.baselineName} />
        <button
          type="button"
          data-testid="solid-open"
          onClick={() => {
            solid.value = true;
          }}
        >
          3D view
        </button>
      </div>
      <div class="controls">
        <Slider
          label="Slice"
          value={index}
          max={count - 1}
          text={`${index + 1} of ${count}`}
          onInput={(to) => {
            along.value = toSlice(result.network, plane.value, along.value, to);
          }}
        />
        {mode.value === 'difference' && <Legend result={result} reader={reader} />}
        {mode.value === 'difference' && <RingLegend result={result} reader={reader} />}
        {mode.value === 'swipe' && <SwipeAgainst result={result} reader={reader} />}
      </div>
    </>
  );
}

const loadSolid = () => import('./volume/solid.tsx').then(({ Solid }) => Solid);

/** The 3D view, while it is open. */
function SolidView({ result, reader }: Pick<StagesProps, 'result' | 'reader'>) {
  const { solid, linked } = reader;
  if (!solid.value) return null;
  const close = () => {
    solid.value = false;
  };
  const props = { volume: result.network, window: linked.window.peek(), close };
  return <Lazy load={loadSolid} props={props} what="The 3D view" />;
}

const saved = [
  { label: 'NIfTI', format: 'nifti' },
  { label: 'JSON', format: 'json' },
] as const;

/** A slice before and after, with interpolation beside, all at the same place of the patient. */
export function VolumeView({ store, result }: ViewProps) {
  const reader = useMemo(() => createReader(result), [result]);
  useCommands(store.commands, readerCommands(result, reader));
  useStageKeys(store.commands, reader.linked);
  useAddressedReader(store, result, reader);
  return (
    <ResultArticle store={store} result={result}>
      <div class="viewer">
        <Controls store={store} result={result} reader={reader} />
        <StageBar linked={reader.linked} unit={result.reading.unit} />
        <Stages key={reader} store={store} result={result} reader={reader} />
      </div>
      <SolidView result={result} reader={reader} />
      <div class="thirds">
        <Answer result={result} reader={reader} />
        <Saw result={result} />
        <div class="block">
          <Exports
            store={store}
            system="volume"
            exports={saved}
            png={() => void savePng(store.drawing, reader.linked, 'volume.png')}
          />
          <Times result={result} adapter={store.state.adapter.value?.name ?? 'the GPU'} />
        </div>
      </div>
    </ResultArticle>
  );
}
