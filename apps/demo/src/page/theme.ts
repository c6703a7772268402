import { type Signal, signal } from '@preact/signals';
import type { Theme } from './address.ts';

const entry = 'roentgen-theme';
const wished = '(prefers-color-scheme: dark)';
const system = (): Theme => (matchMedia(wished).matches ? 'dark' : 'light');

/** The page's colours: the system's, until the user or the address chooses the others. public/theme.js does so before the first paint. */
export interface Themes {
  readonly current: Signal<Theme>;
  /** The colours that were chosen, here or by the address; null follows the system. */
  readonly chosen: Signal<Theme | null>;
  /** Changes to the other; back to what the system wishes is back to following it. */
  toggle(): void;
}

function remember(theme: Theme | null): void {
  try {
    if (theme === null) localStorage.removeItem(entry);
    else localStorage.setItem(entry, theme);
  } catch {
    // A browser that stores nothing forgets the choice with the page.
  }
}

/** Follows the system's wish and the user's. */
export function createThemes(): Themes {
  const { dataset } = document.documentElement;
  const chosen = signal<Theme | null>((dataset.theme as Theme | undefined) ?? null);
  const current = signal<Theme>(chosen.value ?? system());
  matchMedia(wished).addEventListener('change', () => {
    if (dataset.theme === undefined) current.value = system();
  });
  return {
    current,
    chosen,
    toggle() {
      const next = current.value === 'dark' ? 'light' : 'dark';
      const own = next === system() ? null : next;
      if (own === null) delete dataset.theme;
      else dataset.theme = own;
      remember(own);
      chosen.value = own;
      current.value = next;
    },
  };
}
