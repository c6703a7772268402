import { size } from '../systems.ts';
import type { Reading } from './state.ts';

/** Files that are being looked at: how many of them, how many bytes, and the button that stops it. */
export function ReadingPanel({ reading, stop }: { readonly reading: Reading; readonly stop: () => void }) {
  const { done, total, bytes } = reading.progress;
  const counted = total === undefined ? '' : `${done} of ${total} files`;
  const weighed = bytes === undefined ? '' : `, ${size(bytes.done)} of ${size(bytes.total)}`;
  return (
    <section class="panel progress" data-testid="reading">
      <div class="progress-line">
        <strong>{reading.title}</strong>
        <span>
          Looking at the files{counted === '' ? '' : `: ${counted}`}
          {weighed}
        </span>
        <button type="button" class="after" onClick={stop}>
          Stop <kbd>Esc</kbd>
        </button>
      </div>
      <progress aria-label="Files looked at" {...(total ? { value: done ?? 0, max: total } : {})} />
    </section>
  );
}
