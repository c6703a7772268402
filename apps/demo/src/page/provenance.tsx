import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Card, SystemId } from '../protocol.ts';
import { Dialog } from './dialog.tsx';
import { Facts } from './panels.tsx';
import type { Store } from './store.ts';
import { systems } from './systems.ts';

interface ProvenanceProps {
  readonly store: Store;
  readonly system: SystemId;
  readonly close: () => void;
}

function CardText({ card, shipped }: { readonly card: Card; readonly shipped: readonly string[] }) {
  return (
    <>
      <p class="lead">{card.name}</p>
      <Facts facts={card.rows} />
      <h3>Limits</h3>
      <ul>
        {card.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
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
  const files = systems[system].weights(store.state.scale.value);
  const shipped = files.flatMap((file) => store.weights[file]?.measured ?? []);
  return (
    <Dialog title="About these weights" close={close}>
      {value === null && <p>Reading the card…</p>}
      {typeof value === 'string' && <p role="alert">{value}</p>}
      {value !== null && typeof value !== 'string' && <CardText card={value} shipped={shipped} />}
    </Dialog>
  );
}
