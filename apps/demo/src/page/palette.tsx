import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Command } from './commands.ts';
import { Dialog } from './dialog.tsx';
import { keyLabel } from './keys.tsx';
import type { Store } from './store.ts';

/** Commands whose title or scope holds every word that was typed. */
function found(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ title, scope, id }) => {
    const text = `${scope} ${title}`.toLowerCase();
    return id !== 'page.palette' && words.every((word) => text.includes(word));
  });
}

interface OptionProps {
  readonly command: Command;
  readonly chosen: boolean;
  readonly run: () => void;
}

function Option({ command, chosen, run }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const off = command.enabled?.() === false;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      ref={element}
      id={`command-${command.id}`}
      role="option"
      aria-selected={chosen}
      aria-disabled={off}
      onClick={run}
    >
      <span class="palette-scope">{command.scope}</span>
      <span>{command.title}</span>
      {command.keys.map((key) => (
        <kbd key={key}>{keyLabel(key)}</kbd>
      ))}
    </div>
  );
}

/** Finds a command by name and runs it. */
export function Palette({ store, close }: { readonly store: Store; readonly close: () => void }) {
  const typed = useSignal('');
  const at = useSignal(0);
  const list = found(store.commands.list.value, typed.value);
  const chosen = Math.min(at.value, list.length - 1);
  const run = (command: Command | undefined) => {
    if (command === undefined || command.enabled?.() === false) return;
    close();
    // After the dialog has given the focus back.
    setTimeout(() => {
      command.run();
      command.release?.();
    });
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) at.value = (chosen + step + list.length) % Math.max(1, list.length);
    else if (event.key === 'Enter') run(list[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Commands" close={close}>
      <input
        class="palette-field"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={list.length > 0 ? `command-${list[chosen].id}` : undefined}
        aria-label="Find a command"
        placeholder="Find a command"
        autocomplete="off"
        autofocus
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={press}
      />
      <div class="palette" id="palette-list" role="listbox" aria-label="Commands">
        {list.map((command, i) => (
          <Option key={command.id} command={command} chosen={i === chosen} run={() => run(command)} />
        ))}
      </div>
      {list.length === 0 && <p>No command has that in its name.</p>}
    </Dialog>
  );
}
