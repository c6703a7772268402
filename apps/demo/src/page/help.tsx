import { Dialog } from './dialog.tsx';
import { keyHelp } from './keys.ts';

/** Keys and rules of the page. */
export function HelpDialog({ close }: { readonly close: () => void }) {
  return (
    <Dialog title="Help" close={close}>
      <table class="keys">
        <tbody>
          {keyHelp.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Files are recognised by their content, never by their name. Drop them on a card, or anywhere. Samples
        are generated in code: they show no patient, and what is true of them is known.
      </p>
      <p>
        An ONNX file dropped on a card replaces its network, if its inputs and outputs fit. Decoding and
        computing run in a worker; stopping keeps the last result.
      </p>
    </Dialog>
  );
}
