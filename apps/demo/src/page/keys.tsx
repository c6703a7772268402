import { useEffect } from 'preact/hooks';
import { systemIds } from '../protocol.ts';
import { type Command, listen, useCommands } from './commands.ts';
import { copyLink } from './copy-link.ts';
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
    if (part === 'Shift') return '⇧';
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

function runCommands({ state, actions }: Store): Command[] {
  return [
    {
      id: 'run.stop',
      keys: ['Escape'],
      title: 'Stop what is running',
      scope: 'Run',
      run: actions.stop,
      enabled: () =>
        state.running.value !== null ||
        state.opening.reading.value !== null ||
        state.cellsSession.value?.busy.value === true,
    },
    {
      id: 'run.again',
      keys: ['r'],
      title: 'Run the last picture again',
      scope: 'Run',
      run: actions.again,
      enabled: () => state.route.value === 'systems',
    },
  ];
}

/** Opens a card's file picker, which is its own button. */
function openCommand({ state }: Store): Command {
  return {
    id: 'open.file',
    keys: ['Shift+F'],
    title: 'Open files for the card in use',
    scope: 'Open',
    run: () => {
      const card = state.active.value ?? 'radiograph';
      document.querySelector<HTMLInputElement>(`[data-testid="file-${card}"]`)?.click();
    },
    enabled: () => state.route.value === 'systems',
  };
}

/** With Shift where they are letters: the letters themselves are the views'. */
function pageCommands(store: Store): Command[] {
  const { state, themes } = store;
  const show = (kind: 'help' | 'storage' | 'palette') => () => {
    state.dialog.value = { kind };
  };
  const page = (id: string, key: string, title: string, run: () => void) =>
    ({ id: `page.${id}`, keys: [key], title, scope: 'Page', run }) as const;
  return [
    page('help', '?', 'Help and keys', show('help')),
    page('palette', 'Mod+k', 'Find a command', show('palette')),
    page('link', 'Shift+L', 'Copy a link to this sample and view', () => void copyLink(store)),
    page('storage', 'Shift+S', 'Storage and privacy', show('storage')),
    page('theme', 'Shift+T', 'Light or dark colours', themes.toggle),
    page('route', 'Shift+B', 'Bench, or back to the networks', () => {
      location.hash = state.route.value === 'bench' ? '#systems' : '#bench';
    }),
    page('weights', 'Shift+W', 'About the weights of the card in use', () => {
      state.dialog.value = { kind: 'provenance', system: state.active.value ?? 'radiograph' };
    }),
  ];
}

/** The keyboard, and the commands that the page itself has. */
export function usePageCommands(store: Store): void {
  useEffect(() => listen(store.commands), [store]);
  useCommands(store.commands, [
    ...sampleCommands(store),
    openCommand(store),
    ...runCommands(store),
    ...pageCommands(store),
  ]);
}
