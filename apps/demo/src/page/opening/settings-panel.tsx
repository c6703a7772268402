import { type Signal, useSignal } from '@preact/signals';
import type { Region } from '@roentgen/models';
import type { Extent } from '../../protocol.ts';
import type { Store } from '../store.ts';
import {
  bytesFor,
  duration,
  memoryVerdict,
  memoryWords,
  type Size,
  SOFTWARE_PACE,
  secondsFor,
  sizeOf,
} from './estimate.ts';
import type { Pending } from './state.ts';

type Axis = 'x' | 'y' | 'z';
const axes: readonly (readonly [axis: Axis, name: string])[] = [
  ['z', 'Slices'],
  ['y', 'Rows'],
  ['x', 'Columns'],
];

/** All of a volume, as a region. */
const wholeOf = ({ size: [x, y, z] }: Extent): Region => ({ x: [0, x], y: [0, y], z: [0, z] });

/** The middle half of every axis that is long enough to be halved. */
function middleOf({ size }: Extent): Region {
  const half = (n: number): readonly [number, number] => {
    const keep = Math.max(Math.min(n, 8), Math.round(n / 2));
    const from = Math.floor((n - keep) / 2);
    return [from, from + keep];
  };
  return { x: half(size[0]), y: half(size[1]), z: half(size[2]) };
}

const isWhole = (region: Region, extent: Extent) => sizeOf(extent, region).join() === extent.size.join();

interface RangeProps {
  readonly name: string;
  readonly axis: Axis;
  readonly region: Signal<Region>;
  readonly size: number;
}

/** First and last of an axis, counted from 1. */
function Range({ name, axis, region, size }: RangeProps) {
  const [from, to] = region.value[axis];
  const set = (next: readonly [number, number]) => {
    region.value = { ...region.value, [axis]: next };
  };
  const whole = (text: string) => Math.min(size, Math.max(1, Math.round(Number(text) || 1)));
  return (
    <div class="range">
      <span class="range-name">{name}</span>
      <input
        type="number"
        min={1}
        max={size}
        value={from + 1}
        aria-label={`${name}: first`}
        onChange={({ currentTarget }) => {
          const first = whole(currentTarget.value);
          set([first - 1, Math.max(first, to)]);
        }}
      />
      <span>to</span>
      <input
        type="number"
        min={1}
        max={size}
        value={to}
        aria-label={`${name}: last`}
        onChange={({ currentTarget }) => {
          const last = whole(currentTarget.value);
          set([Math.min(from, last - 1), last]);
        }}
      />
      <span class="muted">of {size}</span>
    </div>
  );
}

function Scale({ store }: { readonly store: Store }) {
  const { scale } = store.state;
  return (
    <fieldset class="segmented">
      <legend>Enlarge</legend>
      {([2, 4] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="settings-scale"
            checked={scale.value === each}
            onChange={() => {
              scale.value = each;
            }}
          />
          <span>{each}×</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Memory that the browser tells of: a power of two up to 8 GiB, and 4 where it tells nothing. */
const memoryHere = () => 2 ** 30 * ((navigator as { readonly deviceMemory?: number }).deviceMemory ?? 4);

/** How long it will take, and how that is known. */
function timeWords(measured: number | null, guess: number | null, adapter: string): string {
  if (measured !== null) return `${duration(measured)} on ${adapter}`;
  if (guess !== null) return `${duration(guess)} on ${adapter}, at a guess: nothing has run on it yet`;
  return `time not known: nothing has run on ${adapter} yet`;
}

interface EstimateProps {
  readonly size: Size;
  readonly store: Store;
}

/** What the run will take, before it is started. */
function Estimate({ size, store }: EstimateProps) {
  const { scale, opening, adapter } = store.state;
  const measured = secondsFor(size, scale.value, opening.pace.value);
  const guess = adapter.value?.software ? secondsFor(size, scale.value, SOFTWARE_PACE) : null;
  const verdict = memoryVerdict(size, scale.value, memoryHere());
  const resultBytes = memoryWords(size.reduce((product, side) => product * side * scale.value, 4));
  const result = size.map((side) => side * scale.value).join(' × ');
  const bytes = memoryWords(bytesFor(size, scale.value));
  return (
    <div class="estimate" data-testid="estimate" role="status">
      <p>
        <b>{result}</b> voxels, {bytes} of memory,{' '}
        {timeWords(measured, guess, adapter.value?.name ?? 'this adapter')}.
      </p>
      {verdict === 'refuse' && (
        <p class="warning">
          {`The result would have ${resultBytes}, and one buffer holds at most 2.0 GiB. Take fewer slices or a smaller part.`}
        </p>
      )}
      {verdict === 'warn' && (
        <p class="warning">
          This browser tells of {memoryWords(memoryHere())} of memory: the run may fail. A smaller part is
          safer.
        </p>
      )}
    </div>
  );
}

/** Which of a file's volumes, counted from 1. */
function Which({ volume, volumes }: { readonly volume: Signal<number>; readonly volumes: number }) {
  return (
    <label class="field">
      Volume
      <input
        type="number"
        min={1}
        max={volumes}
        value={volume.value + 1}
        onChange={({ currentTarget }) => {
          const wanted = Math.round(Number(currentTarget.value) || 1) - 1;
          volume.value = Math.min(volumes - 1, Math.max(0, wanted));
        }}
      />
      <span class="muted">of {volumes}: time points or components</span>
    </label>
  );
}

/** Whether the result is held to the input, and what that does. */
function Limit({ limited }: { readonly limited: Signal<boolean> }) {
  return (
    <label class="check-field" data-testid="limit">
      <input
        type="checkbox"
        checked={limited.value}
        onChange={({ currentTarget }) => {
          limited.value = currentTarget.checked;
        }}
      />
      <span>
        Hold each voxel to the input{' '}
        <span class="muted">
          No value goes beyond the 27 input voxels around it by more than a tenth of the window. True fine
          detail may be cut, too.
        </span>
      </span>
    </label>
  );
}

/** What of a volume is taken, how far it is enlarged, and what that will cost: shown before a long run. */
export function SettingsPanel({ pending, store }: { readonly pending: Pending; readonly store: Store }) {
  const { thing } = pending;
  const extent = thing.extent ?? { size: [1, 1, 1], spacing: null, volumes: 1 };
  const region = useSignal<Region>(pending.take.region ?? wholeOf(extent));
  const volume = useSignal(pending.take.volume ?? 0);
  const joined = useSignal(pending.take.allowGaps === true);
  const limited = useSignal(pending.take.limit === true);
  const size = sizeOf(extent, region.value);
  const tooLarge = memoryVerdict(size, store.state.scale.value, memoryHere()) === 'refuse';
  const start = () =>
    store.opener.start({
      ...(isWhole(region.value, extent) ? {} : { region: region.value }),
      ...(extent.volumes > 1 ? { volume: volume.value } : {}),
      ...(joined.value ? { allowGaps: true } : {}),
      ...(limited.value ? { limit: true } : {}),
    });
  return (
    <section class="panel settings" aria-label="Before it starts" data-testid="settings">
      <h2>{thing.title}: how much of it?</h2>
      <div class="settings-grid">
        <Scale store={store} />
        <div class="ranges">
          {axes.map(([axis, name], i) => (
            <Range key={axis} name={name} axis={axis} region={region} size={extent.size[2 - i]} />
          ))}
        </div>
        <div class="buttons">
          <button
            type="button"
            onClick={() => {
              region.value = wholeOf(extent);
            }}
          >
            All of it
          </button>
          <button
            type="button"
            data-testid="middle"
            onClick={() => {
              region.value = middleOf(extent);
            }}
          >
            The middle
          </button>
        </div>
      </div>
      {extent.volumes > 1 && <Which volume={volume} volumes={extent.volumes} />}
      {thing.gap !== null && (
        <label class="check-field warning">
          <input
            type="checkbox"
            checked={joined.value}
            onChange={({ currentTarget }) => {
              joined.value = currentTarget.checked;
            }}
          />
          {thing.gap}. Join the slices across it, although what lies beyond is then shown in the wrong place.
        </label>
      )}
      <Limit limited={limited} />
      <Estimate size={size} store={store} />
      <div class="buttons">
        <button
          type="button"
          class="primary"
          data-testid="start"
          disabled={tooLarge || (thing.gap !== null && !joined.value)}
          onClick={start}
        >
          Start
        </button>
      </div>
    </section>
  );
}
