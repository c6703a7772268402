import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Store } from './store.ts';

/** The bench page, fetched when first opened: few visitors want it, and all would wait for it. */
export function BenchGate({ store }: { readonly store: Store }) {
  const page = useSignal<FunctionComponent<{ store: Store }> | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    import('./bench/bench-page.tsx').then(
      ({ BenchPage }) => {
        page.value = BenchPage;
      },
      () => {
        failed.value = true;
      },
    );
  }, [page, failed]);
  if (page.value !== null) return <page.value store={store} />;
  return (
    <section class="panel">
      {failed.value ? <p role="alert">The bench cannot be fetched: reload the page.</p> : <p>Fetching…</p>}
    </section>
  );
}
