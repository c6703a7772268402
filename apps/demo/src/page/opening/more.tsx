import type { Signal } from '@preact/signals';

/** So many entries of a list are put on the page at first, and so many more at each click. */
export const PAGE = 50;

interface MoreProps {
  readonly shown: Signal<number>;
  readonly total: number;
}

/** Says how much of a long list is on the page, and brings more of it. */
export function More({ shown, total }: MoreProps) {
  if (total <= PAGE) return null;
  const now = Math.min(shown.value, total);
  return (
    <p class="more">
      <span class="muted" role="status">
        {now} of {total} shown
      </span>
      {now < total && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            shown.value = now + PAGE;
          }}
        >
          Show {Math.min(PAGE, total - now)} more
        </button>
      )}
    </p>
  );
}
