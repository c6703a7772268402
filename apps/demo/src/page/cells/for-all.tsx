import type { FieldRow, SettingsForAll } from '../../cells-protocol.ts';
import { useCommands } from '../commands.ts';
import { Keys } from '../keys.tsx';
import type { Store } from '../store.ts';
import type { CellsSession } from './session.ts';
import { type Sharing, sharingOf, sharingWords } from './sharing.ts';

interface ForAllProps {
  readonly store: Store;
  readonly session: CellsSession;
  readonly fields: readonly FieldRow[];
}

/** Says what came of it, aloud and, where something did not go as asked, in a line that stays. */
function tell({ state }: Store, { failed, stopped }: SettingsForAll, sharing: Sharing, back: boolean): void {
  const words = back && !stopped ? 'Each field has its own settings again.' : sharingWords(sharing);
  state.spoken.value = [stopped ? 'Stopped.' : '', words, ...failed].filter(Boolean).join(' ');
  const lines = [
    ...(stopped
      ? [{ level: 'skip' as const, text: `Stopped. ${words} The others keep what they had.` }]
      : []),
    ...failed.map((text) => ({ level: 'error' as const, text: `Keeps its settings: ${text}` })),
  ];
  state.notices.value = lines;
}

/** Uses the settings on screen for all fields, or gives each back its own. */
function useForAll({ store, session }: ForAllProps) {
  const ask = (back: boolean) => async () => {
    await session.settled();
    const { result, settings } = session;
    const wish = { run: result.run, settings: back ? null : settings.value };
    return store.actions.settingsForAll(wish, (told) => {
      session.taken(told);
      tell(store, told, sharingOf(told.batch, result.shown, settings.value), back);
    });
  };
  return { use: ask(false), revert: ask(true) };
}

/** The settings of the field on screen, for all fields that were opened with it. */
export function ForAll(props: ForAllProps) {
  const { store, session, fields } = props;
  const sharing = sharingOf(fields, session.result.shown, session.settings.value);
  const { use, revert } = useForAll(props);
  const [free, revertible] = [store.state.running.value === null, session.revertible.value];
  const scope = 'Cells';
  useCommands(store.commands, [
    {
      ...{ id: 'cells.settings-all', keys: ['a'], title: 'Use these settings for all fields', scope },
      run: () => void use(),
      enabled: () => free && !sharing.all,
    },
    {
      ...{ id: 'cells.settings-own', keys: [], title: 'Give each field its own settings back', scope },
      run: () => void revert(),
      enabled: () => free && revertible,
    },
  ]);
  return (
    <div class="for-all" data-testid="for-all">
      <button
        type="button"
        data-testid="settings-all"
        aria-describedby="settings-shared"
        aria-disabled={sharing.all || !free}
        onClick={() => free && !sharing.all && void use()}
      >
        Use these settings for all fields <Keys store={store} command="cells.settings-all" />
      </button>
      <p class="times" id="settings-shared" data-testid="settings-shared">
        {sharingWords(sharing)}{' '}
        {revertible && (
          <button type="button" class="link" data-testid="settings-own" onClick={() => free && void revert()}>
            Undo: each field its own
          </button>
        )}
      </p>
    </div>
  );
}
