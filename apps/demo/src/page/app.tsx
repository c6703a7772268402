import { useEffect } from 'preact/hooks';
import { BenchGate } from './bench-gate.tsx';
import { Cards } from './cards.tsx';
import { ChannelGate } from './cells/channel-gate.tsx';
import { Dialogs } from './dialogs.tsx';
import { DropVeil } from './drop.tsx';
import { Header } from './header.tsx';
import { usePageCommands } from './keys.tsx';
import { useAddress } from './linked.ts';
import { ObstaclePanel } from './obstacle.tsx';
import { CopyReport } from './report/copy-report.tsx';
import type { Site } from './site.ts';
import type { Store } from './store.ts';
import { Workspace } from './workspace.tsx';

/** A new version waits: nothing changes until the user says so. */
function UpdateNotice({ site }: { readonly site: Site }) {
  if (!site.update.value) return null;
  return (
    <section class="panel update" role="status" data-testid="update">
      <p>
        <strong>A new version of this page is ready.</strong> Reloading takes it; results on screen are not
        kept.
      </p>
      <button type="button" onClick={site.takeUpdate}>
        Reload
      </button>
    </section>
  );
}

/** The whole page. */
export function App({ store }: { readonly store: Store }) {
  const { state } = store;
  usePageCommands(store);
  useAddress(store);
  useEffect(() => {
    document.documentElement.dataset.ready = 'true';
  }, []);
  return (
    <>
      <Header store={store} />
      <main id="main" tabIndex={-1}>
        <UpdateNotice site={store.site} />
        {state.obstacle.value !== null && <ObstaclePanel obstacle={state.obstacle.value} store={store} />}
        {state.route.value === 'bench' ? (
          <BenchGate store={store} />
        ) : (
          <>
            <Cards store={store} />
            <Workspace store={store} />
          </>
        )}
      </main>
      <footer>
        <p>
          Your files stay on this machine: the page talks to its own server only, to fetch weights.{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              state.dialog.value = { kind: 'storage' };
            }}
          >
            Storage and privacy
          </button>
          {' · '}
          <CopyReport store={store} class="link" />
        </p>
        <p>
          Networks after Janizek et al. 2020, Georgescu et al. 2020 and Zhu et al. 2022, with weights trained
          on small public data.
        </p>
      </footer>
      <DropVeil store={store} />
      <Dialogs store={store} />
      <ChannelGate store={store} />
      <p class="spoken" role="status" aria-live="polite">
        {state.spoken}
      </p>
    </>
  );
}
