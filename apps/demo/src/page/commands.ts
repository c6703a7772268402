/**
 * Every command of the page in one place: what the keyboard does, what the help lists, what a tooltip says and what
 * the palette (Ctrl K) finds are all read from here, so none of them can disagree.
 *
 * A view registers its commands while it is mounted, with the state of its latest render:
 *
 *     useCommands(store.commands, [
 *       { id: 'volume.next', keys: ['ArrowRight'], title: 'Next slice', scope: 'Volume', run: () => go(1) },
 *       { id: 'volume.flip', keys: ['Space'], title: 'Hold to see the interpolation', scope: 'Volume',
 *         run: () => { held.value = true; }, release: () => { held.value = false; } },
 *     ]);
 *
 * and shows the key of one beside its button: `<Keys store={store} command="volume.next" />` (keys.tsx).
 *
 * - `keys` are values of `KeyboardEvent.key`, `Space` for the bar, with `Mod+` (Ctrl, or Command on a Mac), `Alt+` and
 *   `Shift+` before them. Letters are matched whatever their case; `Shift+` counts for letters and named keys only,
 *   since a layout decides how `?` or `+` is typed.
 * - Letters without a modifier are the views'; the page has `Shift+` letters, `?`, digits and `r`.
 * - A command of a later registration takes a key from an earlier one: a view from the page.
 * - Nothing is taken from a field that is being typed in, from a control that uses the key itself (arrows of a slider,
 *   the bar on a button), from anything inside of `[data-own-keys]`, from a key that another listener has handled
 *   (`preventDefault`), or while a modal dialog is open.
 * - `enabled` false: the key falls through to an earlier command, and the palette shows it as off.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** Something a user can do, by key or by name. */
export interface Command {
  /** Unique, `scope.verb`. */
  readonly id: string;
  readonly keys: readonly string[];
  /** What it does, in a few words with a capital: "Next slice". */
  readonly title: string;
  /** The heading under which the help lists it. */
  readonly scope: string;
  /** What it does; the event is missing where the palette or a button started it. */
  run(event?: KeyboardEvent): void;
  /** For keys that are held: what happens when they are let go. */
  release?(): void;
  enabled?(): boolean;
}

/** The page's commands. */
export interface Commands {
  /** All that are registered, earlier ones first. */
  readonly list: ReadonlySignal<readonly Command[]>;
  /** Registers commands; the answer takes them away again. */
  add(commands: readonly Command[]): () => void;
  find(id: string): Command | undefined;
  /** The command that a pressed key means now. */
  match(event: KeyPress): Command | undefined;
}

/** What counts of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether an event is a key as `Command.keys` writes it. */
export function isKey(written: string, event: KeyPress): boolean {
  const parts = written.split(/\+(?=.)/);
  const key = parts.at(-1)!;
  const pressed = event.key === ' ' ? 'Space' : event.key;
  if (key.toLowerCase() !== pressed.toLowerCase()) return false;
  const shifts = /^[a-z]$/i.test(key) || key.length > 1;
  return (
    parts.includes('Mod') === (event.ctrlKey || event.metaKey) &&
    parts.includes('Alt') === event.altKey &&
    (!shifts || parts.includes('Shift') === event.shiftKey)
  );
}

/** An empty registry. */
export function createCommands(): Commands {
  const list = signal<readonly Command[]>([]);
  return {
    list,
    add(commands) {
      list.value = [...list.value, ...commands];
      return () => {
        list.value = list.value.filter((each) => !commands.includes(each));
      };
    },
    find: (id) => list.value.findLast((each) => each.id === id),
    match: (event) =>
      list.value.findLast(
        ({ keys, enabled }) => keys.some((key) => isKey(key, event)) && enabled?.() !== false,
      ),
  };
}

/** Registers a component's commands while it is mounted. What they do is taken from its latest render. */
export function useCommands(registry: Commands, commands: readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  const signature = commands.map(({ id, keys, title }) => `${id} ${keys.join(' ')} ${title}`).join('\n');
  useEffect(() => {
    const now = (id: string) => latest.current.find((each) => each.id === id);
    const lasting = latest.current.map(({ id, keys, title, scope, release }) => ({
      id,
      keys,
      title,
      scope,
      run: (event?: KeyboardEvent) => now(id)?.run(event),
      ...(release && { release: () => now(id)?.release?.() }),
      enabled: () => now(id)?.enabled?.() !== false,
    }));
    return registry.add(lasting);
  }, [registry, signature]);
}

const typed =
  'textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox], [type=button])';
const takesArrows = 'input, select, textarea, [role=slider], [role=listbox], [role=grid], [role=tablist]';
const takesBar = 'button, summary, a, input, [role=button]';

/** Whether the element that has the focus needs this key itself. */
function keptBy(target: EventTarget | null, event: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[data-own-keys]') !== null) return true;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (target.matches(typed)) return !modified && event.key !== 'Escape';
  if (/^(Arrow|Page|Home|End)/.test(event.key)) return target.matches(takesArrows);
  return (event.key === ' ' || event.key === 'Enter') && target.matches(takesBar);
}

/** Listens to the keyboard for all commands. The answer stops it. */
export function listen(registry: Commands): () => void {
  const controller = new AbortController();
  const { signal: until } = controller;
  let held: { readonly key: string; readonly command: Command } | null = null;
  const letGo = () => {
    held?.command.release?.();
    held = null;
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null)
      return;
    const command = registry.match(event);
    if (command === undefined || keptBy(event.target, event)) return;
    event.preventDefault();
    if (command.release !== undefined) {
      if (event.repeat) return;
      letGo();
      held = { key: event.key, command };
    }
    command.run(event);
  };
  document.addEventListener('keydown', press, { signal: until });
  document.addEventListener('keyup', ({ key }) => key === held?.key && letGo(), { signal: until });
  // A window that loses the focus never hears that the key was let go.
  addEventListener('blur', letGo, { signal: until });
  return () => controller.abort();
}
