import { useEffect } from 'preact/hooks';
import { systemIds } from '../protocol.ts';
import { type Command, listen, useCommands } from './commands.ts';
import type { Store } from './store.ts';
import { systems } from './systems.ts';

const mac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** A key as people write it: `Mod+k` is Ctrl K, or ⌘ K on a Mac. */
export function keyLabel(written: string): string {
  const name = (part: string) => {
    if (part === 'Mod') return mac() ? '⌘' : 'Ctrl';
    if (part === 'Alt') return mac() ? '⌥' : 'Alt';
    return signs[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  };
  return written
    .split(/\+(?=.)/)
    .map(name)
    .join(' ');
}

/** The keys of a command, for beside its button; nothing where it is not registered. */
export function Keys({ store, command }: { readonly store: Store; readonly command: string }) {
  const [key] = store.commands.list.value.findLast(({ id }) => id === command)?.keys ?? [];
  return key === undefined ? null : <kbd>{keyLabel(key)}</kbd>;
}

/** Keys as `aria-keyshortcuts` wants them. */
export const ariaKeys = (keys: readonly string[]): string =>
  keys.map((key) => key.replace('Mod', mac() ? 'Meta' : 'Control')).join(' ');

function sampleCommands({ state, actions }: Store): Command[] {
  const here = () => state.route.value === 'systems' && state.obstacle.value === null;
  return systemIds.map((system, i) => ({
    id: `sample.${system}`,
    keys: [String(i + 1)],
    title: `Try the sample: ${systems[system].title}`,
    scope: 'Open',
    run: () => actions.trySample(system, systems[system].sample.name),
    enabled: here,
  }));
}

function pageCommands(store: Store): Command[] {
  const { state, actions } = store;
  const show = (kind: 'help') => () => {
    state.dialog.value = { kind };
  };
  return [
    ...sampleCommands(store),
    {
      id: 'run.stop',
      keys: ['Escape'],
      title: 'Stop what is running',
      scope: 'Run',
      run: actions.stop,
      enabled: () => state.running.value !== null,
    },
    {
      id: 'run.again',
      keys: ['r'],
      title: 'Run the last picture again',
      scope: 'Run',
      run: actions.again,
      enabled: () => state.route.value === 'systems',
    },
    { id: 'page.help', keys: ['?'], title: 'Help and keys', scope: 'Page', run: show('help') },
  ];
}

/** The keyboard, and the commands that the page itself has. */
export function usePageCommands(store: Store): void {
  useEffect(() => listen(store.commands), [store]);
  useCommands(store.commands, pageCommands(store));
}
