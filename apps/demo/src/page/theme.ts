import { type Signal, signal } from '@preact/signals';

/** The colours in use. public/theme.js sets them before the first paint, from the same entry of the storage. */
export type Theme = 'light' | 'dark';

const entry = 'roentgen-theme';
const wished = '(prefers-color-scheme: dark)';
const system = (): Theme => (matchMedia(wished).matches ? 'dark' : 'light');

/** The page's colours: the system's, until the user chooses the others. */
export interface Themes {
  readonly current: Signal<Theme>;
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
  const current = signal<Theme>((dataset.theme as Theme | undefined) ?? system());
  matchMedia(wished).addEventListener('change', () => {
    if (dataset.theme === undefined) current.value = system();
  });
  return {
    current,
    toggle() {
      const next = current.value === 'dark' ? 'light' : 'dark';
      const own = next === system() ? null : next;
      if (own === null) delete dataset.theme;
      else dataset.theme = own;
      remember(own);
      current.value = next;
    },
  };
}
