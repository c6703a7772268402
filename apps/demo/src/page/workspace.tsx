import type { SystemId } from '../protocol.ts';
import { CellsView } from './cells/view.tsx';
import { IntakePanel } from './opening/intake-panel.tsx';
import { ReadingPanel } from './opening/reading-panel.tsx';
import { RefusedPanel } from './opening/refused-panel.tsx';
import { SettingsPanel } from './opening/settings-panel.tsx';
import { ProgressPanel } from './progress.tsx';
import { RadiographView } from './radiograph-view.tsx';
import { CopyReport } from './report/copy-report.tsx';
import type { Failure } from './state.ts';
import type { Store } from './store.ts';
import { systems } from './systems.ts';
import { VolumeView } from './volume-view.tsx';

/** Failures of what all work needs, whatever was being done. */
const general: Readonly<Record<string, string>> = {
  device: 'The GPU was reset',
  worker: 'The worker that computes has ended',
};

function FailurePanel({ failure, store }: { readonly failure: Failure; readonly store: Store }) {
  const { error, what } = failure;
  return (
    <section class="panel failure" role="alert" data-testid="failure" data-code={error.code}>
      <h2>{general[error.code] ?? `${what}: this did not work`}</h2>
      <p>{error.message}</p>
      {error.hint !== undefined && <p class="hint">Next: {error.hint}.</p>}
      <div class="buttons">
        {general[error.code] !== undefined && error.hint === 'run it again' && (
          <button type="button" class="primary" onClick={store.actions.again}>
            Run again
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            store.state.failure.value = null;
          }}
        >
          Dismiss
        </button>
        <CopyReport store={store} />
        <span class="code">
          code {error.code}
          {error.node === undefined ? '' : `, node ${error.node}`}
        </span>
      </div>
    </section>
  );
}

function Notices({ store }: { readonly store: Store }) {
  const { notices } = store.state;
  return notices.value.length === 0 ? null : (
    <ul class="notices" aria-live="polite" data-testid="notices">
      {notices.value.map(({ level, text }) => (
        <li key={text} class={`notice notice-${level}`}>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** What is known about files before anything runs. */
function Opening({ store }: { readonly store: Store }) {
  const { reading, intake, pending, refused } = store.state.opening;
  return (
    <>
      {reading.value !== null && <ReadingPanel reading={reading.value} stop={store.actions.stop} />}
      {refused.value !== null && <RefusedPanel refused={refused.value} store={store} />}
      {intake.value !== null && <IntakePanel intake={intake.value} store={store} />}
      {pending.value !== null && (
        <SettingsPanel key={pending.value.thing.id} pending={pending.value} store={store} />
      )}
    </>
  );
}

interface EmptyProps {
  readonly system: SystemId | null;
  readonly running: boolean;
}

function Empty({ system, running }: EmptyProps) {
  const title = system === null ? '' : systems[system].title;
  return (
    <section class="panel empty">
      <h2>
        {running ? `${title}: at work` : title === '' ? 'Nothing opened yet' : `${title}: nothing opened yet`}
      </h2>
      <p>
        {running
          ? 'The result will be shown here. Below is how far it has come.'
          : 'Try a sample above: it is generated here, so no patient is behind it. Or drop a file anywhere, pick one, or paste a picture. It will not leave this machine.'}
      </p>
    </section>
  );
}

function ResultView({ store }: { readonly store: Store }) {
  const { active, radiograph, volume, cells, running, opening } = store.state;
  const system = active.value;
  if (system === 'radiograph' && radiograph.value !== null)
    return <RadiographView store={store} result={radiograph.value} />;
  if (system === 'volume' && volume.value !== null) return <VolumeView store={store} result={volume.value} />;
  if (system === 'cells' && cells.value !== null) return <CellsView store={store} result={cells.value} />;
  // Whoever is asked something about files that are there already does not need to be told how to open some.
  if (opening.pending.value !== null || opening.intake.value?.question != null) return null;
  return <Empty system={system} running={running.value !== null && running.value.system === system} />;
}

/** Below the cards: what happens, what went wrong, and the last result of the card in use. */
export function Workspace({ store }: { readonly store: Store }) {
  const { running, failure } = store.state;
  const work = running.value;
  return (
    <div class="workspace">
      {failure.value !== null && <FailurePanel failure={failure.value} store={store} />}
      <Notices store={store} />
      <Opening store={store} />
      <ResultView store={store} />
      {work !== null && <ProgressPanel running={work} stop={store.actions.stop} docked />}
    </div>
  );
}
