import type { ComponentChildren } from 'preact';
import type { BenchWish } from '../../protocol.ts';
import type { Store } from '../store.ts';
import { size } from '../systems.ts';
import type { Bench } from './bench-state.ts';

/** Sizes of open axes that may be asked for; null is what each network is quoted at. */
const SIZES = [null, 32, 64, 128, 256, 512] as const;

interface FormProps {
  readonly store: Store;
  readonly bench: Bench;
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly off?: boolean }[];
  readonly choose: (value: T) => void;
}

/** One of a few, side by side. */
function Choice<T extends string>({ legend, name, value, choices, choose }: ChoiceProps<T>) {
  return (
    <fieldset class="segmented">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.off === true}
            onChange={() => choose(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface FieldProps {
  /** Of the control within. */
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

function Field({ id, label, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

/** Which networks, and how large. */
function ModelFields({ store, bench }: FormProps) {
  const wish = bench.wish.value;
  const set = (change: Partial<BenchWish>) => {
    bench.wish.value = { ...bench.wish.value, ...change };
  };
  const toggle = (file: string) =>
    set({
      models: wish.models.includes(file)
        ? wish.models.filter((other) => other !== file)
        : [...wish.models, file],
    });
  return (
    <>
      <fieldset class="bench-models">
        <legend>Networks</legend>
        {Object.entries(store.weights).map(([file, { bytes }]) => (
          <label key={file} class="check-field">
            <input
              type="checkbox"
              value={file}
              checked={wish.models.includes(file)}
              onChange={() => toggle(file)}
            />
            {file.replace(/\.onnx$/, '')} <span class="dim">{size(bytes)}</span>
          </label>
        ))}
      </fieldset>
      <Field id="bench-size" label="Size of open axes">
        <select
          id="bench-size"
          value={wish.size ?? ''}
          onChange={({ currentTarget: { value } }) => set({ size: value === '' ? null : Number(value) })}
        >
          {SIZES.map((each) => (
            <option key={each} value={each ?? ''}>
              {each === null ? 'as each is quoted' : `${each} pixels`}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

/** Networks or kernels, in which precision, how often. */
function HowFields({ store, bench }: FormProps) {
  const wish = bench.wish.value;
  const set = (change: Partial<BenchWish>) => {
    bench.wish.value = { ...bench.wish.value, ...change };
  };
  // Networks take half-precision weights on every adapter; kernels in half precision need the adapter's own type.
  const half = store.state.adapter.value?.features.includes('shader-f16') === true;
  return (
    <div class="bench-row">
      <Choice
        legend="Time"
        name="suite"
        value={wish.suite}
        choices={[
          { value: 'models', label: 'Networks' },
          { value: 'kernels', label: 'Kernels' },
        ]}
        choose={(suite) => set(suite === 'kernels' && !half ? { suite, dtype: 'f32' } : { suite })}
      />
      <Choice
        legend="Precision"
        name="dtype"
        value={wish.dtype}
        choices={[
          { value: 'f32', label: 'f32' },
          { value: 'f16', label: 'f16', off: wish.suite === 'kernels' && !half },
        ]}
        choose={(dtype) => set({ dtype })}
      />
      <Field id="bench-rounds" label="Runs of each, at most">
        <input
          type="number"
          min={1}
          max={1000}
          required
          id="bench-rounds"
          value={wish.rounds}
          onInput={({ currentTarget }) => {
            if (currentTarget.checkValidity()) set({ rounds: currentTarget.valueAsNumber });
          }}
        />
      </Field>
    </div>
  );
}

/** What to time, and the button that begins. */
export function BenchForm({ store, bench }: FormProps) {
  const wish = bench.wish.value;
  const busy = bench.running.value !== null;
  const { adapter, obstacle } = store.state;
  const set = (change: Partial<BenchWish>) => {
    bench.wish.value = { ...bench.wish.value, ...change };
  };
  const nothing = wish.suite === 'models' && wish.models.length === 0;
  return (
    <form
      class="bench-form"
      onSubmit={(event) => {
        event.preventDefault();
        bench.start();
      }}
    >
      <HowFields store={store} bench={bench} />
      {wish.suite === 'models' ? (
        <ModelFields store={store} bench={bench} />
      ) : (
        <Field id="bench-filter" label="Only with this in the name of case or kernel">
          <input
            type="text"
            placeholder="all; conv/densenet, for example"
            id="bench-filter"
            value={wish.filter}
            onInput={({ currentTarget: { value } }) => set({ filter: value.trim() })}
          />
        </Field>
      )}
      <div class="buttons">
        <button
          type="submit"
          class="primary"
          data-testid="bench-start"
          disabled={busy || nothing || adapter.value === null || obstacle.value !== null}
        >
          Start
        </button>
        {nothing && <span class="dim">Choose a network.</span>}
      </div>
    </form>
  );
}
