import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** Keeps `state.route` what the address says. */
export function useRoute(state: State): void {
  useEffect(() => {
    const read = () => {
      state.route.value = location.hash === '#bench' ? 'bench' : 'systems';
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [state]);
}

type BenchModule = typeof import('./bench/bench-page.tsx');

/** The bench page, fetched when first opened: few visitors want it, and all would wait for it. */
export function BenchGate({ store }: { readonly store: Store }) {
  const module = useSignal<BenchModule | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    import('./bench/bench-page.tsx').then(
      (loaded) => {
        module.value = loaded;
      },
      () => {
        failed.value = true;
      },
    );
  }, [module, failed]);
  if (module.value !== null) return <module.value.BenchPage store={store} />;
  return (
    <section class="panel">
      {failed.value ? <p role="alert">The bench cannot be fetched: reload the page.</p> : <p>Fetching…</p>}
    </section>
  );
}
