import { useEffect } from 'preact/hooks';
import { BenchGate, useRoute } from './bench-gate.tsx';
import { Cards } from './cards.tsx';
import { DropVeil } from './drop.tsx';
import { Header } from './header.tsx';
import { HelpDialog } from './help.tsx';
import { usePageCommands } from './keys.tsx';
import { ObstaclePanel } from './obstacle.tsx';
import { ProvenanceDialog } from './provenance.tsx';
import type { Store } from './store.ts';
import { Workspace } from './workspace.tsx';

/** The whole page. */
export function App({ store }: { readonly store: Store }) {
  const { state } = store;
  usePageCommands(store);
  useRoute(state);
  useEffect(() => {
    document.documentElement.dataset.ready = 'true';
  }, []);
  const dialog = state.dialog.value;
  return (
    <>
      <Header state={state} />
      <main>
        {state.obstacle.value !== null && <ObstaclePanel obstacle={state.obstacle.value} />}
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
        Your files stay on this machine: the page talks to its own server only, to fetch weights. Networks
        after Janizek et al. 2020, Georgescu et al. 2020 and Zhu et al. 2022, with weights trained on small
        public data.
      </footer>
      <DropVeil store={store} />
      {dialog?.kind === 'help' && (
        <HelpDialog
          store={store}
          close={() => {
            state.dialog.value = null;
          }}
        />
      )}
      {dialog?.kind === 'provenance' && (
        <ProvenanceDialog
          store={store}
          system={dialog.system}
          close={() => {
            state.dialog.value = null;
          }}
        />
      )}
      <p class="spoken" role="status" aria-live="polite">
        {state.spoken}
      </p>
    </>
  );
}
