import { useSignal } from '@preact/signals';
import type { BatchRow, Check, RadiographResult } from '../../protocol.ts';
import { useCommands } from '../commands.ts';
import type { Store } from '../store.ts';
import { ScoreScale } from './score.tsx';

interface Numbered extends BatchRow {
  readonly index: number;
}

/** From the highest score down; files without one come last. */
const byScore = (a: Numbered, b: Numbered) => (b.score ?? -1) - (a.score ?? -1) || a.index - b.index;

function Remarks({ row }: { readonly row: BatchRow }) {
  const said = (level: Check['level']) =>
    row.checks
      .filter((check) => check.level === level)
      .map(({ message }) => message)
      .join('; ');
  if (row.error !== null) return <span class="check check-refuse">Not read: {row.error.message}</span>;
  if (row.score === null) return <span class="check check-refuse">Not scored: {said('refuse')}</span>;
  const worries = said('warn');
  if (worries === '') return <>All {row.checks.length} checks passed</>;
  return <span class="check check-warn">{worries}</span>;
}

interface RowProps {
  readonly row: Numbered;
  readonly result: RadiographResult;
  readonly show: (index: number) => void;
}

function Row({ row, result, show }: RowProps) {
  const { index, file, score, zone, error } = row;
  const shown = index === result.shown;
  return (
    <tr class={shown ? 'chosen' : ''} aria-current={shown ? 'true' : undefined}>
      <th scope="row">
        {error !== null ? (
          <span class="file-name">{file}</span>
        ) : (
          <button type="button" class="link file-name" onClick={() => show(index)}>
            {file}
          </button>
        )}
      </th>
      <td class="number">{score === null ? '–' : score.toFixed(3)}</td>
      <td class="score-cell">{score !== null && <ScoreScale score={score} reading={result.reading} />}</td>
      <td>{zone}</td>
      <td>
        <Remarks row={row} />
      </td>
    </tr>
  );
}

/** Keys that go through the batch. */
function useBatchKeys(store: Store, rows: readonly Numbered[], shown: number, show: (index: number) => void) {
  const step = (by: number) => () => {
    const readable = rows.filter(({ error }) => error === null);
    const at = readable.findIndex(({ index }) => index === shown);
    const next = readable[at + by];
    if (next !== undefined) show(next.index);
  };
  useCommands(store.commands, [
    {
      id: 'radiograph.previous',
      keys: [','],
      title: 'Previous radiograph',
      scope: 'Radiograph',
      run: step(-1),
    },
    { id: 'radiograph.next', keys: ['.'], title: 'Next radiograph', scope: 'Radiograph', run: step(1) },
  ]);
}

interface BatchProps {
  readonly store: Store;
  readonly result: RadiographResult;
  readonly batch: readonly BatchRow[];
}

/** All radiographs that were opened together: score, zone, checks; a click shows one, scored or refused. */
export function BatchTable({ store, result, batch }: BatchProps) {
  const sorted = useSignal(false);
  const numbered = batch.map((row, index) => ({ ...row, index }));
  const rows = sorted.value ? [...numbered].sort(byScore) : numbered;
  const show = (index: number) => store.actions.showFile(index);
  useBatchKeys(store, rows, result.shown, show);
  const scored = batch.filter(({ score }) => score !== null).length;
  return (
    <section class="block batch" data-testid="batch">
      <div class="batch-head">
        <h3>
          {batch.length} radiographs, {scored} scored
          {scored < batch.length ? `, ${batch.length - scored} not` : ''}
        </h3>
        <label class="check-field">
          <input
            type="checkbox"
            checked={sorted.value}
            onChange={() => {
              sorted.value = !sorted.value;
            }}
          />
          Highest score first
        </label>
      </div>
      <div class="batch-rows">
        <table class="features">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" class="number">
                Score
              </th>
              <th scope="col">0 to 1</th>
              <th scope="col">Zone</th>
              <th scope="col">Checks</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.index} row={row} result={result} show={show} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
