import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether the code of the page is in this browser: `none` where it cannot be (no https) or need not (development). */
export type Kept = 'none' | 'storing' | 'stored' | 'failed';

/** The page's own code in this browser, by the service worker. */
export interface Site {
  readonly kept: ReadonlySignal<Kept>;
  /** A new version is here, and waits for a reload. */
  readonly update: ReadonlySignal<boolean>;
  /** Takes the new version: reloads the page. */
  takeUpdate(): void;
}

/** Runs `work` when the browser has nothing better to do; soon, where it cannot tell. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1000);
}

/** Someone who pays by the byte gets the code when it is used, not beforehand. */
export const savesData = (): boolean =>
  (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

/** Follows a service worker from its installation on. */
function follow(worker: ServiceWorker, changed: (state: ServiceWorkerState) => void): void {
  changed(worker.state);
  worker.addEventListener('statechange', () => changed(worker.state));
}

/** Hears of every request that the policy has stopped. */
export function watchPolicy(tell: (text: string) => void): void {
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
    tell(
      `Blocked by the page’s policy (${effectiveDirective}): ${blockedURI}. Something tried to reach another host.`,
    ),
  );
}

/** Has the browser keep the page's code, once it is idle, and watches for new versions. */
export function keepSite(): Site {
  const kept = signal<Kept>('none');
  const update = signal(false);
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  let waiting: ServiceWorker | null = null;
  let taking = false;
  const replaces = workers?.controller !== null;
  const watch = (worker: ServiceWorker | null) =>
    worker !== null &&
    follow(worker, (state) => {
      if (state === 'installing' && kept.value === 'none') kept.value = 'storing';
      if (state === 'activated') kept.value = 'stored';
      if (state === 'redundant' && kept.value === 'storing') kept.value = 'failed';
      if (state !== 'installed' || !replaces) return;
      waiting = worker;
      update.value = true;
    });
  const register = async (container: ServiceWorkerContainer) => {
    try {
      const registration = await container.register('./service-worker.js', { updateViaCache: 'none' });
      for (const worker of [registration.active, registration.installing, registration.waiting])
        watch(worker);
      registration.addEventListener('updatefound', () => watch(registration.installing));
    } catch {
      kept.value = 'failed';
    }
  };
  if (workers !== undefined && import.meta.env.PROD) {
    if (!savesData()) whenIdle(() => void register(workers));
    // The first version of all takes over silently; a later one means that this page's code is gone.
    workers.addEventListener('controllerchange', () => {
      if (taking) location.reload();
      else if (replaces) update.value = true;
    });
  }
  return {
    kept,
    update,
    takeUpdate() {
      taking = true;
      if (waiting?.state === 'installed') waiting.postMessage('take over');
      else location.reload();
    },
  };
}
