import { useEffect, useState } from 'preact/hooks';
import type { Progress, SystemId } from '../protocol.ts';
import { CellsView } from './cells-view.tsx';
import { RadiographView } from './radiograph-view.tsx';
import type { Failure, Running } from './state.ts';
import type { Store } from './store.ts';
import { size, systems } from './systems.ts';
import { VolumeView } from './volume-view.tsx';

/** A stage in words, with bytes or counts where they are known. */
export function stageText({ stage, done, total, what }: Progress): string {
  const of = done === undefined ? '' : total === undefined ? ` ${done}` : ` ${done} of ${total}`;
  switch (stage) {
    case 'read':
      return `Reading ${what ?? 'the network'}${of}`;
    case 'download':
      return `Fetching ${what ?? 'weights'}: ${size(done ?? 0)} of ${size(total ?? 0)}`;
    case 'check':
      return 'Checking the model';
    case 'plan':
      return 'Planning the network';
    case 'tune':
      return `Timing kernels${of}`;
    case 'compile':
      return `Compiling kernels${of}`;
    case 'upload':
      return 'Sending weights to the GPU';
    case 'run':
      return done === undefined
        ? `Running ${what ?? 'the network'}`
        : `Running: ${done} of ${total} ${what ?? ''}`;
    case 'finish':
      return `Computing ${what ?? 'the result'}`;
  }
}

/** Time left in words, once a stage has run long enough to tell. */
export function timeLeft({ done, total }: Progress, seconds: number): string {
  if (!done || !total || done >= total || seconds < 3) return '';
  const left = (seconds * (total - done)) / done;
  if (left < 60) return `about ${Math.ceil(left / 5) * 5} s left`;
  return left < 5400 ? `about ${Math.round(left / 60)} min left` : `about ${Math.round(left / 3600)} h left`;
}

function Elapsed({ running }: { readonly running: Running }) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const { progress, startedAt, stageAt } = running;
  const left = progress.stage === 'run' ? timeLeft(progress, (now - stageAt) / 1000) : '';
  const spent = `${Math.max(0, (now - startedAt) / 1000).toFixed(0)} s`;
  return <span class="elapsed">{left === '' ? spent : `${spent}, ${left}`}</span>;
}

function ProgressPanel({ running, stop }: { readonly running: Running; readonly stop: () => void }) {
  const { progress, title, stopping } = running;
  const known = progress.done !== undefined && progress.total !== undefined && progress.total > 0;
  return (
    <section class="panel progress" data-testid="progress">
      <div class="progress-line">
        <strong>{title}</strong>
        <span>{stopping ? 'Stopping…' : stageText(progress)}</span>
        <Elapsed running={running} />
        <button type="button" disabled={stopping} data-testid="stop" onClick={stop}>
          Stop <kbd>Esc</kbd>
        </button>
      </div>
      {known ? (
        <progress aria-label="Progress of this stage" value={progress.done} max={progress.total} />
      ) : (
        <progress aria-label="Progress of this stage" />
      )}
    </section>
  );
}

function FailurePanel({ failure, store }: { readonly failure: Failure; readonly store: Store }) {
  const { error, what } = failure;
  return (
    <section class="panel failure" role="alert" data-testid="failure" data-code={error.code}>
      <h3>{what}: this did not work</h3>
      <p>{error.message}</p>
      {error.hint !== undefined && <p class="hint">Next: {error.hint}.</p>}
      <div class="buttons">
        {error.code === 'device' && (
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
        <span class="code">
          code {error.code}
          {error.node === undefined ? '' : `, node ${error.node}`}
        </span>
      </div>
    </section>
  );
}

function Notices({ store }: { readonly store: Store }) {
  const { notices, choice } = store.state;
  return (
    <>
      {notices.value.length > 0 && (
        <ul class="notices" aria-live="polite" data-testid="notices">
          {notices.value.map(({ level, text }) => (
            <li key={text} class={`notice notice-${level}`}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {choice.value !== null && (
        <section class="panel choice" data-testid="choice">
          <p>{choice.value.question}</p>
          <div class="buttons">
            {choice.value.systems.map((system) => (
              <button key={system} type="button" class="primary" onClick={() => store.actions.choose(system)}>
                {systems[system].title}
              </button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Empty({ system }: { readonly system: SystemId | null }) {
  return (
    <section class="panel empty">
      <h2>{system === null ? 'Nothing opened yet' : `${systems[system].title}: nothing opened yet`}</h2>
      <p>
        Try a sample above: it is generated here, so no patient is behind it. Or drop a file anywhere, pick
        one, or paste a picture. It will not leave this machine.
      </p>
    </section>
  );
}

function ResultView({ store }: { readonly store: Store }) {
  const { active, radiograph, volume, cells } = store.state;
  const system = active.value;
  if (system === 'radiograph' && radiograph.value !== null)
    return <RadiographView store={store} result={radiograph.value} />;
  if (system === 'volume' && volume.value !== null) return <VolumeView store={store} result={volume.value} />;
  if (system === 'cells' && cells.value !== null) return <CellsView store={store} result={cells.value} />;
  return store.state.running.value === null ? <Empty system={system} /> : null;
}

/** Below the cards: what happens, what went wrong, and the last result of the card in use. */
export function Workspace({ store }: { readonly store: Store }) {
  const { running, failure } = store.state;
  return (
    <div class="workspace">
      {failure.value !== null && <FailurePanel failure={failure.value} store={store} />}
      <Notices store={store} />
      {running.value !== null && <ProgressPanel running={running.value} stop={store.actions.stop} />}
      <ResultView store={store} />
    </div>
  );
}
