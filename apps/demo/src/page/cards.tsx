import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type SystemId, systemIds } from '../protocol.ts';
import { Glyph } from './glyphs.tsx';
import { gather, ofFiles } from './opening/collect.ts';
import { PublicImages } from './opening/public-images.tsx';
import type { Store } from './store.ts';
import { size, systems } from './systems.ts';

/** What a click on "Try sample" will fetch, or that it has been replaced. */
function WeightsLine({ store, system }: { readonly store: Store; readonly system: SystemId }) {
  const { state, actions, weights } = store;
  const own = state.models.value[system];
  const report = state.opening.networks.value[system];
  if (own !== null)
    return (
      <p class="weights">
        Your model: <b>{own.name}</b>, {size(own.size)}
        {report !== null && (
          <span class="hash" title={`SHA-256 ${report.sha256}`}>
            {report.sha256.slice(0, 12)}
          </span>
        )}{' '}
        <button type="button" class="link" onClick={() => actions.forgetModel(system)}>
          Use the shipped one again
        </button>
      </p>
    );
  const files = systems[system].weights(state.scale.value);
  const missing = files.filter((file) => weights[file] === undefined);
  const bytes = files.reduce((sum, file) => sum + (weights[file]?.bytes ?? 0), 0);
  return (
    <p class="weights">
      {missing.length > 0
        ? 'No weights in this build: drop an ONNX file here.'
        : `Weights ${size(bytes)}, fetched when first used.`}{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          state.dialog.value = { kind: 'provenance', system };
        }}
      >
        About them
      </button>
    </p>
  );
}

/** Opens the system's picker, for files or for a folder. It hides nothing: scanners write files without an ending. */
function Picker({ store, system, folder }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {folder ? 'Folder…' : 'Open file…'}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        {...(folder ? { webkitdirectory: true } : {})}
        data-testid={`${folder ? 'folder' : 'file'}-${system}`}
        onChange={({ currentTarget }) => {
          void store.actions.open(ofFiles(currentTarget.files ?? []), system);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

interface PickerProps {
  readonly store: Store;
  readonly system: SystemId;
  readonly folder: boolean;
}

function CardButtons({ store, system }: { readonly store: Store; readonly system: SystemId }) {
  const { sample, second } = systems[system];
  const { actions, state } = store;
  const off = state.obstacle.value !== null;
  return (
    <div class="buttons">
      <button
        type="button"
        class="primary"
        disabled={off}
        data-testid={`sample-${system}`}
        onClick={() => actions.trySample(system, sample.name)}
      >
        {sample.label}
      </button>
      <Picker store={store} system={system} folder={false} />
      <Picker store={store} system={system} folder />
      {second !== null && (
        <button
          type="button"
          class="link"
          disabled={off}
          data-testid={`second-${system}`}
          onClick={() => actions.trySample(system, second.name)}
        >
          {second.label}
        </button>
      )}
      {system === 'volume' && <ScaleChoice store={store} />}
    </div>
  );
}

function ScaleChoice({ store }: { readonly store: Store }) {
  const { state } = store;
  return (
    <fieldset class="segmented">
      <legend class="spoken">Scale</legend>
      {([2, 4] as const).map((scale) => (
        <label key={scale}>
          <input
            type="radio"
            name="scale"
            checked={state.scale.value === scale}
            onChange={() => {
              state.scale.value = scale;
            }}
          />
          <span>{scale}×</span>
        </label>
      ))}
    </fieldset>
  );
}

function CardOf({ store, system }: { readonly store: Store; readonly system: SystemId }) {
  const { title, does, takes } = systems[system];
  const { state, actions } = store;
  const over = useSignal(false);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    over.value = false;
    document.dispatchEvent(new CustomEvent('roentgen-dropped'));
    await actions.open(await gather(event.dataTransfer), system);
  };
  const classes = ['card', state.active.value === system && 'card-active', over.value && 'card-over'];
  return (
    <section
      class={classes.filter(Boolean).join(' ')}
      aria-label={title}
      data-testid={`card-${system}`}
      // Whoever points at a card is about to need the GPU.
      onPointerEnter={() => actions.warm(true)}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={drop}
    >
      <div class="card-head">
        <Glyph system={system} />
        <h2>
          <button
            type="button"
            class="bare"
            aria-pressed={state.active.value === system}
            onClick={() => {
              state.active.value = system;
            }}
          >
            {title}
          </button>
        </h2>
      </div>
      <p class="does">{does}</p>
      <p class="takes">Drop {takes}, or an ONNX model of your own.</p>
      <CardButtons store={store} system={system} />
      <WeightsLine store={store} system={system} />
      <PublicImages system={system} />
    </section>
  );
}

/** The three ways in. */
export function Cards({ store }: { readonly store: Store }) {
  return (
    <div class="cards">
      {systemIds.map((system) => (
        <CardOf key={system} store={store} system={system} />
      ))}
    </div>
  );
}
