import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Card, SystemId } from '../protocol.ts';
import { Dialog } from './dialog.tsx';
import { Facts } from './panels.tsx';
import type { Store } from './store.ts';
import { size, systems } from './systems.ts';

interface ProvenanceProps {
  readonly store: Store;
  readonly system: SystemId;
  readonly close: () => void;
}

/** The files by size and hash: a hash here, in a saved JSON and in the repository names the same weights. */
function Files({ store, files }: { readonly store: Store; readonly files: readonly string[] }) {
  const known = files.flatMap((file) => {
    const found = store.weights[file];
    return found === undefined ? [] : [{ file, ...found }];
  });
  return (
    <table class="scores hashes" data-testid="hashes">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Size</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {known.map(({ file, bytes, sha256 }) => (
          <tr key={file}>
            <th scope="row">{file}</th>
            <td>{size(bytes)}</td>
            <td>
              <code>{sha256}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A network of the user's own has taken the shipped one's place: nobody here knows anything of its quality. */
function OwnModel({ store, system }: { readonly store: Store; readonly system: SystemId }) {
  const report = store.state.opening.networks.value[system];
  const model = store.state.models.value[system];
  if (model === null) return null;
  return (
    <section class="own-model">
      <p>
        <strong>In use is your own network {model.name}</strong>, {size(model.size)}. How good it is, on what
        and under which licence, nobody here knows. What follows is about the shipped one.
      </p>
      {report !== null && (
        <p>
          SHA-256 <code>{report.sha256}</code>
        </p>
      )}
    </section>
  );
}

interface CardTextProps {
  readonly card: Card;
  readonly store: Store;
  readonly system: SystemId;
}

function CardText({ card, store, system }: CardTextProps) {
  const files = systems[system].weights(store.state.scale.value);
  const shipped = files.flatMap((file) => store.weights[file]?.measured ?? []);
  return (
    <>
      <OwnModel store={store} system={system} />
      <p class="lead">{card.name}</p>
      <Facts facts={card.rows} />
      <Files store={store} files={files} />
      <h3>Limits</h3>
      <ul>
        {card.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      {card.point.length > 0 && <h3>From where on the score counts</h3>}
      <Facts facts={card.point} />
      <h3>Measured, in full precision</h3>
      <Facts facts={card.scores} />
      {shipped.length > 0 && <h3>Measured, as shipped here</h3>}
      <ul>
        {shipped.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Where the weights come from, what they were trained on and how well they do. */
export function ProvenanceDialog({ store, system, close }: ProvenanceProps) {
  const card = useSignal<Card | string | null>(null);
  useEffect(() => {
    store.actions.card(system).then(
      (found) => {
        card.value = found;
      },
      (error: unknown) => {
        card.value = String(error);
      },
    );
  }, [store, system, card]);
  const { value } = card;
  return (
    <Dialog title="About these weights" close={close}>
      {value === null && <p>Reading the card…</p>}
      {typeof value === 'string' && <p role="alert">{value}</p>}
      {value !== null && typeof value !== 'string' && <CardText card={value} store={store} system={system} />}
    </Dialog>
  );
}
