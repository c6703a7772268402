import type { AdapterReport } from '../protocol.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import type { Themes } from './theme.ts';

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

function ThemeButton({ themes }: { readonly themes: Themes }) {
  const other = themes.current.value === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      class="quiet icon"
      aria-label={`Change to ${other} colours`}
      title={`Change to ${other} colours`}
      data-testid="theme"
      onClick={themes.toggle}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" class="theme-icon">
        <circle cx="10" cy="10" r="7" />
        <path d="M10 3a7 7 0 0 1 0 14z" />
      </svg>
    </button>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="7" class="mark-ground" />
      <path
        class="mark-line"
        d="M16 6v20M16 11c-6-1-9 2-10 6M16 11c6-1 9 2 10 6M16 17c-4-1-7 1-8 5M16 17c4-1 7 1 8 5"
      />
    </svg>
  );
}

function Pages({ state }: { readonly state: State }) {
  const current = (route: State['route']['value']) => (state.route.value === route ? 'page' : undefined);
  return (
    <nav aria-label="Pages">
      <a href="#systems" aria-current={current('systems')}>
        Networks
      </a>
      <a href="#bench" aria-current={current('bench')}>
        Bench
      </a>
    </nav>
  );
}

/** Name, adapter, help; under them the strip that never goes away. */
export function Header({ store }: { readonly store: Store }) {
  const { state } = store;
  return (
    <header>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <div class="bar">
        <h1>
          <Mark />
          Roentgen
        </h1>
        <p class="tagline">Medical-imaging networks on your own GPU</p>
        <Pages state={state} />
        <AdapterChip state={state} />
        <div class="bar-tools">
          <ThemeButton themes={store.themes} />
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
      </div>
      <p class="strip" data-testid="research-only">
        <strong>Research only.</strong> Not a medical device; not for diagnosis.{' '}
        <span class="strip-more">Small networks trained on public data: expect them to be wrong.</span>
      </p>
    </header>
  );
}
