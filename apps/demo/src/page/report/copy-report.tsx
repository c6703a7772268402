import { useSignal } from '@preact/signals';
import type { Store } from '../store.ts';

/** What became of a copy: null before the first. */
type Copied = { readonly text: string; readonly done: boolean } | null;

async function copy(text: string): Promise<boolean> {
  try {
    const { clipboard } = navigator as { clipboard?: Clipboard };
    await clipboard!.writeText(text);
    return true;
  } catch {
    return false; // no clipboard here, or not allowed: the text is shown instead
  }
}

interface CopyReportProps {
  readonly store: Store;
  readonly class?: string;
}

/** Puts a report for whoever is to mend a fault on the clipboard, or shows it where the browser does not allow that. */
export function CopyReport({ store, class: name }: CopyReportProps) {
  const copied = useSignal<Copied>(null);
  const press = async () => {
    const text = store.reporter.text();
    copied.value = { text, done: await copy(text) };
    store.state.spoken.value = copied.value.done ? 'Report copied.' : 'The report is shown: copy it by hand.';
  };
  const { value } = copied;
  return (
    <>
      <button
        type="button"
        {...(name === undefined ? {} : { class: name })}
        data-testid="copy-report"
        title="Browser, GPU, times and errors as text: no picture, no file name"
        onClick={() => void press()}
      >
        {value?.done === true ? 'Report copied' : 'Copy report'}
      </button>
      {value?.done === false && (
        <label class="report-text">
          The browser does not let this page copy. The report:
          <textarea readOnly rows={8} value={value.text} />
        </label>
      )}
    </>
  );
}
