import '../../styles/storage.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Inventory, Item } from '../../storage/inventory.ts';
import { Dialog } from '../dialog.tsx';
import type { Kept } from '../site.ts';
import type { Store } from '../store.ts';
import { size } from '../systems.ts';
import { createStorage, type StorageState } from './storage-state.ts';

interface StorageProps {
  readonly store: Store;
  readonly close: () => void;
}

interface PartProps {
  readonly store: Store;
  readonly storage: StorageState;
}

/** What deleting it means. */
const meaning: Readonly<Record<Item['kind'], string>> = {
  page: 'the page needs its server to open, and is stored again at the next visit.',
  weights: 'the next run fetches them from the page’s server.',
  tuning: 'kernels are timed again before the next tuned run.',
  settings: 'the page follows the system’s colours again.',
};

const notKept: Readonly<Record<Kept, string>> = {
  none: 'not stored: that needs https or localhost',
  storing: 'being stored…',
  stored: 'stored',
  failed: 'not stored: the server’s files are not those of this build, or the browser refused',
};

const title: Readonly<Record<Item['kind'], string>> = {
  page: 'Code of the page',
  weights: 'Weights',
  tuning: 'Rankings of kernels',
  settings: 'Choices',
};

function ItemRow({ item, storage }: { readonly item: Item; readonly storage: StorageState }) {
  const { name, kind, bytes, count, old } = item;
  const detail =
    kind === 'weights' ? (old ? ', of another version' : ', checked by hash') : `, ${count} files`;
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="storage-detail">stored{detail}</span>
      </th>
      <td class="number">{size(bytes)}</td>
      <td>
        <button type="button" aria-label={`Delete ${name}`} onClick={() => void storage.remove([item])}>
          Delete
        </button>
      </td>
    </tr>
  );
}

/** What is stored of one kind, under what deleting it means. */
function Group({ kind, children }: { readonly kind: Item['kind']; readonly children: ComponentChildren }) {
  return (
    <tbody>
      <tr class="storage-kind">
        <th scope="rowgroup" colSpan={3}>
          <b>{title[kind]}.</b> Without: {meaning[kind]}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** Weights of this build that are not stored yet. */
function missingOf({ weights }: Store, { items }: Inventory): readonly string[] {
  const stored = new Set(items.map(({ key }) => key));
  return Object.keys(weights).filter((file) => !stored.has(weights[file].sha256));
}

function MissingRow({ file, store, storage }: PartProps & { readonly file: string }) {
  return (
    <tr class="storage-missing">
      <th scope="row">
        {file}
        <span class="storage-detail">not stored; fetched when first used</span>
      </th>
      <td class="number">{size(store.weights[file].bytes)}</td>
      <td>
        <button
          type="button"
          disabled={storage.storing.value !== null}
          aria-label={`Store ${file}`}
          onClick={() => void storage.fetch([file])}
        >
          Store
        </button>
      </td>
    </tr>
  );
}

function PageMissing({ kept }: { readonly kept: Kept }) {
  return (
    <tr class="storage-missing">
      <th scope="row">
        The page itself<span class="storage-detail">{notKept[kept]}</span>
      </th>
      <td class="number">–</td>
      <td />
    </tr>
  );
}

function Items({ store, storage }: PartProps) {
  const inventory = storage.inventory.value;
  if (inventory === null) return <p>Asking the browser…</p>;
  const of = (kind: Item['kind']) =>
    inventory.items
      .filter((item) => item.kind === kind)
      .map((item) => <ItemRow key={item.key} item={item} storage={storage} />);
  const [page, tuning, settings] = [of('page'), of('tuning'), of('settings')];
  return (
    <table class="storage" data-testid="stored">
      <Group kind="page">{page.length > 0 ? page : <PageMissing kept={store.site.kept.value} />}</Group>
      <Group kind="weights">
        {of('weights')}
        {missingOf(store, inventory).map((file) => (
          <MissingRow key={file} file={file} store={store} storage={storage} />
        ))}
      </Group>
      {tuning.length > 0 && <Group kind="tuning">{tuning}</Group>}
      {settings.length > 0 && <Group kind="settings">{settings}</Group>}
    </table>
  );
}

/** How full it is: what the browser counts against what it grants. */
function Room({ storage }: { readonly storage: StorageState }) {
  const { usage, quota, persisted } = storage.inventory.value ?? {};
  if (usage === undefined || quota === undefined) return null;
  return (
    <div class="storage-room">
      <meter aria-label="Storage in use" min={0} max={quota} value={usage} />
      <p data-testid="room">
        The browser counts {size(usage)} and grants up to {size(quota)}.{' '}
        {persisted
          ? 'It has promised to keep this until you delete it.'
          : 'It may delete this when the disk is full.'}
      </p>
      {!persisted && (
        <button type="button" onClick={() => void storage.persist()}>
          Ask it to keep this
        </button>
      )}
    </div>
  );
}

function StorageButtons({ store, storage }: PartProps) {
  const inventory = storage.inventory.value;
  const storing = storage.storing.value;
  if (inventory === null) return null;
  const missing = missingOf(store, inventory);
  const bytes = missing.reduce((sum, file) => sum + store.weights[file].bytes, 0);
  if (storing !== null)
    return (
      <div class="buttons">
        <span>Storing {storing}</span>
        <button type="button" data-testid="stop-storing" onClick={storage.stop}>
          Stop
        </button>
      </div>
    );
  return (
    <div class="buttons">
      {missing.length > 0 && isSecureContext && (
        <button
          type="button"
          class="primary"
          data-testid="store-all"
          autofocus
          onClick={() => void storage.fetch(missing)}
        >
          Store all weights for offline use ({size(bytes)})
        </button>
      )}
      <button
        type="button"
        disabled={inventory.items.length === 0}
        data-testid="delete-all"
        onClick={() => void storage.remove(inventory.items)}
      >
        Delete everything
      </button>
    </div>
  );
}

/** What this site has in the browser, how to be rid of it, and how to have all of it for offline use. */
export function StorageDialog({ store, close }: StorageProps) {
  const storage = useMemo(() => createStorage(store), [store]);
  const kept = store.site.kept.value;
  useEffect(() => {
    void storage.look();
    return storage.stop;
  }, [storage, kept]);
  return (
    <Dialog title="Storage and privacy" close={close}>
      <p>
        Pictures and results are never stored and never sent: they go when the page closes. The page may ask
        its own server only, by a policy that the browser enforces. What it does store, to start faster and to
        work offline:
      </p>
      <Items store={store} storage={storage} />
      <Room storage={storage} />
      <StorageButtons store={store} storage={storage} />
      <p class="storage-said">{storage.said.value}</p>
    </Dialog>
  );
}
