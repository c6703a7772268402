import { type Signal, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { ShownVolume, VolumeResult } from '../protocol.ts';
import { useCommands } from './commands.ts';
import { download } from './download.ts';
import { Exports, ResultArticle, Saw, Times } from './panels.tsx';
import { Frame, PixelCanvas, pngOf, Slider } from './picture.tsx';
import { type PlaneName, planes, sliceCount, sliceOf } from './slices.ts';
import type { Store } from './store.ts';

interface ViewProps {
  readonly store: Store;
  readonly result: VolumeResult;
}

const millimetres = ({ spacing }: ShownVolume) => `${spacing.map((step) => step.toFixed(2)).join(' × ')} mm`;
const voxels = ({ width, height, depth }: ShownVolume) => `${width} × ${height} × ${depth}`;

interface PaneProps {
  readonly volume: ShownVolume;
  readonly plane: PlaneName;
  readonly index: number;
  readonly name: string;
  readonly detail: string;
  readonly sharp?: boolean;
  readonly canvas: { current: HTMLCanvasElement | null };
}

/** One slice with its orientation. */
function Pane({ volume, plane, index, name, detail, sharp, canvas }: PaneProps) {
  const slice = useMemo(() => sliceOf(volume, plane, index), [volume, plane, index]);
  const [left, right, top, bottom] = slice.edges;
  return (
    <Frame
      ratio={slice.ratio}
      caption={
        <>
          <b>{name}</b> {detail}
        </>
      }
    >
      <PixelCanvas
        pixels={slice.pixels}
        canvas={canvas}
        label={`${name}, ${plane} slice ${index + 1}`}
        {...(sharp ? { class: 'sharp' } : {})}
      />
      <span class="edge edge-left">{left}</span>
      <span class="edge edge-right">{right}</span>
      <span class="edge edge-top">{top}</span>
      <span class="edge edge-bottom">{bottom}</span>
    </Frame>
  );
}

/** The keys of the viewer: arrows along the axis, and the bar for the interpolation. */
function useViewerKeys(store: Store, held: Signal<boolean>, move: (step: number) => void): void {
  const hold = (value: boolean) => () => {
    held.value = value;
  };
  const step = (id: string, key: string, title: string, by: number) =>
    ({ id, keys: [key], title, scope: 'Volume', run: () => move(by) }) as const;
  useCommands(store.commands, [
    step('volume.previous', 'ArrowLeft', 'Previous slice', -1),
    step('volume.next', 'ArrowRight', 'Next slice', 1),
    {
      id: 'volume.hold',
      keys: ['Space'],
      title: 'Hold to see the interpolated volume instead of the network’s',
      scope: 'Volume',
      run: hold(true),
      release: hold(false),
    },
  ]);
}

function PlaneChoice({ plane }: { readonly plane: Signal<PlaneName> }) {
  return (
    <fieldset class="segmented">
      <legend>Plane</legend>
      {(Object.keys(planes) as PlaneName[]).map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="plane"
            checked={plane.value === name}
            onChange={() => {
              plane.value = name;
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

function Answer({ result }: { readonly result: VolumeResult }) {
  return (
    <section class="block answer" data-testid="answer">
      <h3>{result.scale}× along all axes</h3>
      <dl class="before-after">
        <dt>Before</dt>
        <dd data-testid="before">
          {voxels(result.input)}, {millimetres(result.input)}
        </dd>
        <dt>After</dt>
        <dd data-testid="after">
          {voxels(result.network)}, {millimetres(result.network)}
        </dd>
      </dl>
      <Figures result={result} />
      <p class="notice-line">{result.notice}</p>
    </section>
  );
}

/** Where the viewer stands: a plane, and how far along its axis, 0..1. */
interface Place {
  readonly plane: Signal<PlaneName>;
  readonly along: Signal<number>;
  readonly held: Signal<boolean>;
}

interface ViewerProps {
  readonly result: VolumeResult;
  readonly place: Place;
  readonly canvases: readonly { current: HTMLCanvasElement | null }[];
}

/** Three panes at the same place of the patient: as given, interpolated, and the network's. */
function Panes({ result, place, canvases, index }: ViewerProps & { readonly index: number }) {
  const { input, baseline, baselineName, network, scale } = result;
  const plane = place.plane.value;
  const held = place.held.value;
  const low = Math.floor(index / scale);
  return (
    <div class="panes">
      <Pane
        plane={plane}
        volume={input}
        index={low}
        name="As given"
        detail={millimetres(input)}
        sharp
        canvas={canvases[0]}
      />
      <Pane
        plane={plane}
        volume={baseline}
        index={index}
        name={baselineName}
        detail="interpolated"
        canvas={canvases[1]}
      />
      <Pane
        plane={plane}
        volume={held ? baseline : network}
        index={index}
        name={held ? `${baselineName}, held` : 'Network'}
        detail={held ? 'interpolated' : 'synthetic detail'}
        canvas={canvases[2]}
      />
    </div>
  );
}

function Viewer({ store, result, place, canvases }: ViewerProps & { readonly store: Store }) {
  const { plane, along, held } = place;
  const count = sliceCount(result.network, plane.value);
  const index = Math.min(count - 1, Math.floor(along.value * count));
  const go = (to: number) => {
    along.value = (Math.min(count - 1, Math.max(0, to)) + 0.5) / count;
  };
  useViewerKeys(store, held, (step) => go(index + step));
  return (
    <div class="viewer">
      <Panes result={result} place={place} canvases={canvases} index={index} />
      <div class="controls">
        <PlaneChoice plane={plane} />
        <Slider label="Slice" value={index} max={count - 1} text={`${index + 1} of ${count}`} onInput={go} />
        <HoldButton held={held} name={result.baselineName} />
      </div>
    </div>
  );
}

const saved = [
  { label: 'NIfTI', format: 'nifti' },
  { label: 'JSON', format: 'json' },
] as const;

/** A slice before and after, with interpolation beside, all at the same place of the patient. */
export function VolumeView({ store, result }: ViewProps) {
  const place: Place = {
    plane: useSignal<PlaneName>('axial'),
    along: useSignal(0.5),
    held: useSignal(false),
  };
  const canvases = [
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
  ];
  const png = async () => {
    const stacks = canvases.flatMap(({ current }) =>
      current === null ? [] : [[{ canvas: current, opacity: 1 }]],
    );
    download(await pngOf(stacks, 3), 'volume.png');
  };
  return (
    <ResultArticle store={store} result={result}>
      <Viewer store={store} result={result} place={place} canvases={canvases} />
      <div class="thirds">
        <Answer result={result} />
        <Saw result={result} />
        <div class="block">
          <Exports store={store} system="volume" exports={saved} png={() => void png()} />
          <Times result={result} adapter={store.state.adapter.value?.name ?? 'the GPU'} />
        </div>
      </div>
    </ResultArticle>
  );
}
