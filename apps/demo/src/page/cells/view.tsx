import { useMemo } from 'preact/hooks';
import type { CellsResult } from '../../cells-protocol.ts';
import { useCommands } from '../commands.ts';
import { Keys } from '../keys.tsx';
import { type Export, Exports, ResultArticle, Saw, Times } from '../panels.tsx';
import type { Store } from '../store.ts';
import { StageBar } from '../viewer/bar.tsx';
import { savePng } from '../viewer/linked.ts';
import { useStageKeys } from '../viewer/stage-keys.ts';
import { useAddressedCells } from './addressed.ts';
import { FieldList } from './field-list.tsx';
import { ForAll } from './for-all.tsx';
import { FeatureHistogram } from './histogram.tsx';
import { CellPicture, PictureControls } from './picture.tsx';
import { rowCommands } from './row-keys.ts';
import { type CellsSession, sessionOf } from './session.ts';
import { Settings } from './settings.tsx';
import { FeatureTable } from './table.tsx';

interface ViewProps {
  readonly store: Store;
  readonly result: CellsResult;
}

interface SessionProps {
  readonly store: Store;
  readonly session: CellsSession;
}

function Answer({ store, session }: SessionProps) {
  const { truth, count, marks } = session.found.value;
  const { notice, choosable } = session.result;
  return (
    <section class="block answer" data-testid="answer">
      <h3>Cells</h3>
      <p class="figure" data-testid="count">
        {count}
      </p>
      {truth !== null && (
        <p data-testid="truth">
          {truth.count} were drawn; the pixels found agree with them by a Dice of {truth.dice.toFixed(3)}.
        </p>
      )}
      {marks.length > 0 && (
        <p data-testid="deleted">
          {marks.length} deleted by hand.{' '}
          <button type="button" class="link" disabled={!session.undoable.value} onClick={session.undo}>
            Undo
          </button>{' '}
          <Keys store={store} command="cells.undo" />
        </p>
      )}
      <p class="notice-line">{notice}</p>
      {choosable && (
        <div class="buttons">
          <button
            type="button"
            data-testid="channels-again"
            onClick={() => void store.actions.chooseChannels()}
          >
            Channels…
          </button>
        </div>
      )}
    </section>
  );
}

/** What can be done with the cells that are selected. Always there, so that the table below stays in its place. */
function Selected({ store, session }: SessionProps) {
  const { selected, remove } = session;
  const { size } = selected.value;
  return (
    <div class="controls selected" data-testid="selected">
      <span>{size === 0 ? 'No cell selected' : `${size} ${size === 1 ? 'cell' : 'cells'} selected`}</span>
      <button
        type="button"
        data-testid="delete-cells"
        disabled={size === 0}
        onClick={() => remove(selected.value)}
      >
        Delete <Keys store={store} command="cells.delete" />
      </button>
      <button
        type="button"
        class="quiet"
        disabled={size === 0}
        onClick={() => {
          selected.value = new Set();
        }}
      >
        Clear
      </button>
    </div>
  );
}

function useCellCommands({ store, session }: SessionProps): void {
  const { selected, opacity, undoable } = session;
  const scope = 'Cells';
  useStageKeys(store.commands, session.linked);
  useCommands(store.commands, [
    {
      ...{ id: 'cells.overlay', keys: ['o'], title: 'Cells off and on', scope },
      run: () => {
        opacity.value = opacity.value === 0 ? 80 : 0;
      },
    },
    {
      ...{ id: 'cells.delete', keys: ['Delete', 'Backspace'], title: 'Delete the selected cells', scope },
      run: () => session.remove(selected.value),
      enabled: () => selected.value.size > 0,
    },
    {
      ...{ id: 'cells.undo', keys: ['Mod+z'], title: 'Bring deleted cells back', scope },
      run: () => session.undo(),
      enabled: () => undoable.value,
    },
    {
      ...{ id: 'cells.channels', keys: ['c'], title: 'Choose the channels', scope },
      run: () => void store.actions.chooseChannels(),
      enabled: () => session.result.choosable,
    },
    ...rowCommands,
  ]);
}

const exports: readonly Export[] = [
  { label: 'Table CSV', format: 'csv' },
  { label: 'Labels TIFF', format: 'label-tiff' },
  { label: 'ImageJ ROIs', format: 'rois' },
  { label: 'JSON', format: 'json' },
];

/** With several fields the table is of all, and the shown field's own files stay what they are. */
const batchExports: readonly Export[] = [
  { label: 'Table CSV, all fields', format: 'csv' },
  { label: 'Labels, all fields', format: 'fields-labels' },
  { label: 'ImageJ ROIs, all fields', format: 'fields-rois' },
  ...exports.slice(1).map(({ label, format }) => ({ label: `${label}, this field`, format })),
];

/** The picture under its cells, and the table, the settings and the histogram that go with them. */
export function CellsView({ store, result }: ViewProps) {
  const session = useMemo(() => sessionOf(store, result), [store, result]);
  useCellCommands({ store, session });
  useAddressedCells(store, session);
  const fields = session.fields.value;
  // What is saved is what is seen: settings that are still on their way are waited for.
  const waiting: Store = useMemo(
    () => ({
      ...store,
      actions: {
        ...store.actions,
        save: (system, format) => session.settled().then(() => store.actions.save(system, format)),
      },
    }),
    [store, session],
  );
  return (
    <ResultArticle store={store} result={result}>
      {fields !== null && <FieldList store={store} session={session} batch={fields} />}
      <div class="columns cells" data-run={result.run}>
        <div class="viewer">
          <StageBar linked={session.linked} />
          <CellPicture store={store} session={session} />
          <PictureControls session={session} />
          <Selected store={store} session={session} />
          <FeatureTable session={session} />
        </div>
        <aside>
          <Answer store={store} session={session} />
          <Settings session={session}>
            {fields !== null && <ForAll store={store} session={session} fields={fields} />}
          </Settings>
          <FeatureHistogram session={session} />
          <Saw result={result} />
          <Exports
            store={waiting}
            system="cells"
            exports={result.batch === null ? exports : batchExports}
            png={() => void savePng(store.drawing, session.linked, 'cells.png')}
          />
          <Times result={result} adapter={store.state.adapter.value?.name ?? 'the GPU'} />
        </aside>
      </div>
    </ResultArticle>
  );
}
