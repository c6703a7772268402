import type { Openable } from '../../protocol.ts';
import type { Store } from '../store.ts';
import { size } from '../systems.ts';
import { Groups } from './groups.tsx';
import { SkippedList } from './left-out.tsx';
import { summary } from './opener.ts';
import type { Intake } from './state.ts';
import { AdjustButton, millimetres } from './things.tsx';

/** More things than this are folded away once one is open. */
const FEW_OFFERED = 4;

/** One thing that opened without a word to say about it. */
function OneLine({
  thing,
  took,
  store,
}: {
  readonly thing: Openable;
  readonly took: string;
  readonly store: Store;
}) {
  const { title, what, files, extent } = thing;
  const spacing = extent?.spacing?.map(millimetres).join(' × ');
  const facts = [
    files.length > 1 ? `${what}, ${files.length} files` : what,
    ...(extent === null ? [] : [`${extent.size.join(' × ')} voxels`]),
    ...(spacing === undefined ? [] : [`${spacing} mm`]),
    took,
  ];
  return (
    <section class="panel intake intake-line" aria-label="Files" data-testid="intake">
      <h2 data-testid="intake-summary">{title}</h2>
      <span class="muted" data-testid="things">
        {facts.join(' · ')}
      </span>
      <span class="last">
        <AdjustButton thing={thing} store={store} />
        <button type="button" class="quiet" onClick={() => store.opener.dismiss()}>
          Dismiss
        </button>
      </span>
    </section>
  );
}

/** Files that were looked at: what may be opened, what is open, what was left out and why. */
export function IntakePanel({ intake, store }: { readonly intake: Intake; readonly store: Store }) {
  const { found, offered, skipped, question, opened } = intake;
  const took = `${size(found.bytes)} in ${(found.milliseconds / 1000).toFixed(found.milliseconds < 950 ? 2 : 1)} s`;
  const [thing] = offered;
  const plain =
    offered.length === 1 && skipped.length === 0 && thing.gap === null && thing.notes.length === 0;
  if (plain && opened.includes(thing.id)) return <OneLine thing={thing} took={took} store={store} />;
  return (
    <section class="panel intake" aria-label="Files" data-testid="intake">
      <div class="intake-head">
        <h2 data-testid="intake-summary">{summary(found, offered.length, skipped.length)}</h2>
        <span class="muted">{took}</span>
        <button type="button" class="quiet" onClick={() => store.opener.dismiss()}>
          Dismiss
        </button>
      </div>
      {question !== null && (
        <p class="question" data-testid="question">
          {question}
        </p>
      )}
      {offered.length > 0 && (
        <div data-testid={question === null ? 'things' : 'choice'}>
          {question === null && offered.length > FEW_OFFERED && opened.length > 0 ? (
            <details>
              <summary>All {offered.length}</summary>
              <Groups intake={intake} store={store} />
            </details>
          ) : (
            <Groups intake={intake} store={store} />
          )}
        </div>
      )}
      {skipped.length > 0 && <SkippedList skipped={skipped} />}
    </section>
  );
}
