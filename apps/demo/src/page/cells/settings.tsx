import type { WatershedSettings } from '@roentgen/models';
import type { ComponentChildren } from 'preact';
import { sameSettings } from '../../cells-settings.ts';
import type { CellsSession } from './session.ts';
import { areaWords, lengthWords } from './words.ts';

interface RangeProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly text: string;
  readonly set: (value: number) => void;
}

function Range({ id, label, value, min, max, step, text, set }: RangeProps) {
  return (
    <label class="setting">
      <span>{label}</span>
      <output>{text}</output>
      <input
        type="range"
        data-testid={`set-${id}`}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={({ currentTarget }) => set(Number(currentTarget.value))}
      />
    </label>
  );
}

interface SettingsProps {
  readonly session: CellsSession;
  /** What can be done with the settings besides. */
  readonly children?: ComponentChildren;
}

const seedWords: Readonly<Record<WatershedSettings['seeds'], string>> = {
  nuclei: 'by their nuclei',
  distance: 'by their outline',
  none: 'not at all',
};

function Seeds({ session }: SettingsProps) {
  const { settings, result } = session;
  const kinds =
    result.channels.length > 1 ? (['nuclei', 'distance', 'none'] as const) : (['distance', 'none'] as const);
  return (
    <label class="number-field seeds">
      <span>Tell touching cells apart</span>
      <select
        data-testid="set-seeds"
        value={settings.value.seeds}
        onChange={({ currentTarget }) =>
          session.change({ seeds: currentTarget.value as WatershedSettings['seeds'] })
        }
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {seedWords[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}

function SeedRanges({ session }: SettingsProps) {
  const { result, change } = session;
  const { seeds, seedSpacing, smoothing, nucleusRadius } = session.settings.value;
  if (seeds === 'none') return null;
  if (seeds === 'nuclei')
    return (
      <Range
        id="radius"
        label="Radius of a nucleus"
        value={nucleusRadius ?? 19}
        {...{ min: 2, max: 40, step: 0.5 }}
        text={nucleusRadius === null ? 'the paper’s, about 19 px' : lengthWords(nucleusRadius, result)}
        set={(value) => change({ nucleusRadius: value })}
      />
    );
  return (
    <>
      <Range
        id="spacing"
        label="Least distance of two middles"
        value={seedSpacing}
        {...{ min: 1, max: 40, step: 1 }}
        text={lengthWords(seedSpacing, result)}
        set={(value) => change({ seedSpacing: value })}
      />
      <Range
        id="smoothing"
        label="Smoothing of the outline"
        value={smoothing}
        {...{ min: 0, max: 6, step: 0.25 }}
        text={smoothing === 0 ? 'none' : lengthWords(smoothing, result)}
        set={(value) => change({ smoothing: value })}
      />
    </>
  );
}

/** The largest smallest area that makes sense here: well above the median cell. */
function areaLimit({ result }: CellsSession): number {
  const { spacing, found } = result;
  const unit = (spacing?.row ?? 1) * (spacing?.column ?? 1);
  const areas = found.rows.map(({ area }) => (area ?? 0) / unit).sort((a, b) => a - b);
  const median = areas[Math.floor(areas.length / 2)] ?? 0;
  return Math.max(200, Math.ceil((median * 1.5) / 100) * 100);
}

function Border({ session }: SettingsProps) {
  return (
    <label class="check-field">
      <input
        type="checkbox"
        data-testid="set-border"
        checked={session.settings.value.border === 'remove'}
        onChange={({ currentTarget }) =>
          session.change({ border: currentTarget.checked ? 'remove' : 'keep' })
        }
      />
      Leave out cells that the border cuts
    </label>
  );
}

/** How the network's map becomes cells. Each change runs the watershed again, never the network. */
export function Settings({ session, children }: SettingsProps) {
  const { settings, result, busy, found, trouble, change, reset } = session;
  const { threshold, minimumArea } = settings.value;
  return (
    <section class="block settings" aria-label="Watershed" data-testid="settings" data-busy={busy.value}>
      <div class="block-head">
        <h3>From the map to cells</h3>
        <button
          type="button"
          class="link"
          data-testid="set-reset"
          disabled={sameSettings(settings.value, result.defaults)}
          onClick={reset}
        >
          Reset
        </button>
      </div>
      <Range
        id="threshold"
        label="Least probability"
        value={threshold}
        {...{ min: 0.05, max: 0.95, step: 0.01 }}
        text={threshold.toFixed(2)}
        set={(value) => change({ threshold: value })}
      />
      <Range
        id="area"
        label="Least area"
        value={minimumArea}
        {...{ min: 0, max: areaLimit(session), step: 5 }}
        text={areaWords(minimumArea, result)}
        set={(value) => change({ minimumArea: value })}
      />
      <Seeds session={session} />
      <SeedRanges session={session} />
      <Border session={session} />
      <p class="times watershed-time" data-testid="watershed-time">
        {trouble.value ??
          `Watershed and measures in ${Math.max(1, Math.round(found.value.ms))} ms, without the network.`}
        {busy.value && (
          <button type="button" class="link late" data-testid="watershed-stop" onClick={session.stop}>
            Stop <kbd>Esc</kbd>
          </button>
        )}
      </p>
      {children}
    </section>
  );
}
