import type { AdapterReport } from '../protocol.ts';
import type { State } from './state.ts';

const megabytes = (bytes: number | undefined) => `${Math.round((bytes ?? 0) / 2 ** 20)} MiB`;

function AdapterDetails({ adapter }: { readonly adapter: AdapterReport }) {
  const { limits } = adapter;
  return (
    <dl class="facts">
      <dt>Adapter</dt>
      <dd>{adapter.name}</dd>
      <dt>Vendor</dt>
      <dd>
        {adapter.vendor || 'not told'} {adapter.architecture}
      </dd>
      <dt>Half precision</dt>
      <dd>{adapter.features.includes('shader-f16') ? 'yes' : 'no'}</dd>
      <dt>Subgroups</dt>
      <dd>{adapter.features.includes('subgroups') ? 'yes' : 'no'}</dd>
      <dt>Largest binding</dt>
      <dd>{megabytes(limits.maxStorageBufferBindingSize)}</dd>
      <dt>Largest buffer</dt>
      <dd>{megabytes(limits.maxBufferSize)}</dd>
    </dl>
  );
}

/** The adapter that computes, always on screen; its facts one click away. */
function AdapterChip({ state }: { readonly state: State }) {
  const adapter = state.adapter.value;
  if (state.obstacle.value !== null) return <span class="chip chip-bad">No usable GPU</span>;
  if (adapter === null) return <span class="chip">Looking for a GPU…</span>;
  return (
    <details class="chip-menu">
      <summary class={`chip ${adapter.software ? 'chip-warn' : 'chip-good'}`} data-testid="adapter">
        <span class="chip-name">{adapter.name}</span>
        <span class="chip-kind">{adapter.software ? 'software' : 'GPU'}</span>
      </summary>
      <div class="popover">
        {adapter.software && (
          <p>
            This adapter computes on the processor: everything works, but slowly. What the bench says of it
            says nothing of a GPU.
          </p>
        )}
        <AdapterDetails adapter={adapter} />
      </div>
    </details>
  );
}

/** Name, adapter, help; under them the strip that never goes away. */
export function Header({ state }: { readonly state: State }) {
  return (
    <header>
      <div class="bar">
        <h1>
          <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <rect width="32" height="32" rx="7" class="mark-ground" />
            <path
              class="mark-line"
              d="M16 6v20M16 11c-6-1-9 2-10 6M16 11c6-1 9 2 10 6M16 17c-4-1-7 1-8 5M16 17c4-1 7 1 8 5"
            />
          </svg>
          Roentgen
        </h1>
        <p class="tagline">Medical-imaging networks on your own GPU</p>
        <nav aria-label="Pages">
          <a href="#systems" aria-current={state.route.value === 'systems' ? 'page' : undefined}>
            Networks
          </a>
          <a href="#bench" aria-current={state.route.value === 'bench' ? 'page' : undefined}>
            Bench
          </a>
        </nav>
        <AdapterChip state={state} />
        <button
          type="button"
          class="quiet"
          aria-label="Help and keys"
          onClick={() => {
            state.dialog.value = { kind: 'help' };
          }}
        >
          Help <kbd>?</kbd>
        </button>
      </div>
      <p class="strip" data-testid="research-only">
        <strong>Research only.</strong> Not a medical device; not for diagnosis. Small networks trained on
        public data: expect them to be wrong.
      </p>
    </header>
  );
}
