import '../../styles/bench.css';
import { useEffect, useMemo } from 'preact/hooks';
import { ProgressPanel } from '../progress.tsx';
import type { Store } from '../store.ts';
import { BenchForm } from './bench-form.tsx';
import { PartialRows, ReportView } from './bench-report.tsx';
import { type Bench, createBench } from './bench-state.ts';

/** Times networks and kernels on this page's adapter: what `npx roentgen bench` does, and the same JSON. */
export function BenchPage({ store }: { readonly store: Store }) {
  const bench = useMemo(() => createBench(store), [store]);
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && store.state.dialog.value === null) bench.stop();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
      bench.stop(); // whoever leaves the page does not want it timed
    };
  }, [bench, store]);
  return (
    <div class="bench" data-testid="bench">
      <section class="panel">
        <h2>Benchmark</h2>
        <p class="bench-lead">
          Times the networks of this page, or every kernel of the library, on the adapter above. The engine
          and the JSON are those of <code>npx roentgen bench</code>. Leave the machine alone while it runs.
        </p>
        {store.state.adapter.value?.software === true && (
          <p class="check check-warn">
            This adapter is software: a network takes seconds a run, and nothing here says how fast a GPU is.
          </p>
        )}
        <BenchForm store={store} bench={bench} />
      </section>
      <Outcome bench={bench} />
    </div>
  );
}

/** Where the work is, what has come in, what went wrong, and what came out. */
function Outcome({ bench }: { readonly bench: Bench }) {
  const running = bench.running.value;
  const failure = bench.failure.value;
  const report = bench.report.value;
  return (
    <>
      {failure !== null && (
        <section class="panel failure" role="alert" data-testid="failure" data-code={failure.code}>
          <h2>The benchmark did not work</h2>
          <p>{failure.message}</p>
          {failure.hint !== undefined && <p class="hint">Next: {failure.hint}.</p>}
        </section>
      )}
      {running !== null && <ProgressPanel running={{ title: 'Benchmark', ...running }} stop={bench.stop} />}
      {running !== null && running.rows.length > 0 && <PartialRows rows={running.rows} />}
      {report !== null && <ReportView report={report} />}
    </>
  );
}
