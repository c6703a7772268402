import type { Command } from './commands.ts';
import { Dialog } from './dialog.tsx';
import { keyLabel } from './keys.tsx';
import { CopyReport } from './report/copy-report.tsx';
import type { Store } from './store.ts';

/** Commands that have a key, under the headings that they name, in order of registration. */
function byScope(commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.keys.length === 0) continue;
    groups.set(command.scope, [...(groups.get(command.scope) ?? []), command]);
  }
  return [...groups];
}

function KeyTable({ scope, commands }: { readonly scope: string; readonly commands: readonly Command[] }) {
  return (
    <table class="keys">
      <caption>{scope}</caption>
      <tbody>
        {commands.map(({ id, keys, title }) => (
          <tr key={id}>
            <th scope="row">
              {keys.map((key) => (
                <kbd key={key}>{keyLabel(key)}</kbd>
              ))}
            </th>
            <td>{title}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Keys and rules of the page, as they are now: a view adds its own while it is shown. */
export function HelpDialog({ store, close }: { readonly store: Store; readonly close: () => void }) {
  return (
    <Dialog title="Help" close={close}>
      <div class="key-groups">
        {byScope(store.commands.list.value).map(([scope, commands]) => (
          <KeyTable key={scope} scope={scope} commands={commands} />
        ))}
      </div>
      <p>
        Files are recognised by their content, never by their name. Drop them on a card, or anywhere; or paste
        a picture with {keyLabel('Mod+v')}. Samples are generated in code: they show no patient, and what is
        true of them is known.
      </p>
      <p>
        An ONNX file dropped on a card replaces its network, if its inputs and outputs fit. Decoding and
        computing run in a worker; stopping keeps the last result.
      </p>
      <p>
        Something went wrong? A report holds the browser, the GPU, times and errors as text, no picture and no
        file name. <CopyReport store={store} class="link" />
      </p>
    </Dialog>
  );
}
