import type { FieldRow } from '../../cells-protocol.ts';
import { useCommands } from '../commands.ts';
import type { Store } from '../store.ts';
import type { CellsSession } from './session.ts';

interface ListProps {
  readonly store: Store;
  readonly session: CellsSession;
  readonly batch: readonly FieldRow[];
}

/** What stands against a field, or that nothing does. */
function Remarks({ row }: { readonly row: FieldRow }) {
  if (row.error !== null) return <span class="check check-refuse">Not run: {row.error.message}</span>;
  if (row.warnings.length > 0) return <span class="check check-warn">{row.warnings.join('; ')}</span>;
  return <>{row.count === null ? 'Stopped before its turn' : 'All checks passed'}</>;
}

/** Keys that go through the fields that have cells. */
function useFieldKeys({ store, session, batch }: ListProps): void {
  const step = (by: number) => () => {
    const done = batch.flatMap(({ count }, index) => (count === null ? [] : [index]));
    const next = done[done.indexOf(session.result.shown) + by];
    if (next !== undefined) store.actions.showField(next);
  };
  const scope = 'Cells';
  useCommands(store.commands, [
    { id: 'cells.previous', keys: [','], title: 'Previous field', scope, run: step(-1) },
    { id: 'cells.next', keys: ['.'], title: 'Next field', scope, run: step(1) },
  ]);
}

interface RowProps {
  readonly row: FieldRow;
  readonly shown: boolean;
  /** As the sliders now have it, of the field that is shown. */
  readonly count: number | null;
  readonly show: () => void;
}

function Row({ row, shown, count, show }: RowProps) {
  return (
    <tr class={shown ? 'chosen' : ''} aria-current={shown ? 'true' : undefined}>
      <th scope="row">
        {row.error === null ? (
          <button type="button" class="link file-name" title={row.files.join(', ')} onClick={show}>
            {row.name}
          </button>
        ) : (
          <span class="file-name" title={row.files.join(', ')}>
            {row.name}
          </span>
        )}
      </th>
      <td class="number">{row.files.length}</td>
      <td class="number">{count === null ? '–' : count}</td>
      <td>
        <Remarks row={row} />
      </td>
    </tr>
  );
}

function Head({ store, session, batch }: ListProps) {
  const done = batch.filter(({ count }) => count !== null);
  const waiting = batch.filter(({ count, error }) => count === null && error === null).length;
  const failed = batch.length - done.length - waiting;
  const cells = batch.reduce((sum, { count }, i) => sum + (countOf(session, count, i) ?? 0), 0);
  return (
    <div class="batch-head">
      <h3>
        {batch.length} fields, {cells} cells in {done.length}
        {failed > 0 ? `, ${failed} not run` : ''}
      </h3>
      {waiting > 0 && (
        <button type="button" data-testid="run-rest" onClick={store.actions.runRest}>
          Run the other {waiting}
        </button>
      )}
    </div>
  );
}

const countOf = ({ result, found }: CellsSession, count: number | null, index: number) =>
  index === result.shown ? found.value.count : count;

/** All fields that were opened together, with their counts; a click shows one. */
export function FieldList(props: ListProps) {
  const { store, session, batch } = props;
  useFieldKeys(props);
  return (
    <section class="block batch fields" data-testid="fields">
      <Head {...props} />
      <div class="batch-rows">
        <table class="features">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col" class="number">
                Files
              </th>
              <th scope="col" class="number">
                Cells
              </th>
              <th scope="col">Checks</th>
            </tr>
          </thead>
          <tbody>
            {batch.map((row, index) => (
              <Row
                key={row.name}
                row={row}
                shown={index === session.result.shown}
                count={countOf(session, row.count, index)}
                show={() => store.actions.showField(index)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
