import type { Openable, SkipGroup, Skipped } from '../../protocol.ts';
import type { Store } from '../store.ts';
import { size, systems } from '../systems.ts';
import { summary } from './opener.ts';
import type { Intake } from './state.ts';

const headings: Readonly<Record<SkipGroup, string>> = {
  unreadable: 'Could not be read',
  damaged: 'Damaged or cut short',
  large: 'Too large',
  unknown: 'Nothing here reads that',
  'no-image': 'DICOM without an image',
  elsewhere: 'Not for this',
  empty: 'Empty',
  twice: 'Given twice',
};

/** More files of a group than this are folded away. */
const FEW = 4;

function SkippedGroup({ group, files }: { readonly group: SkipGroup; readonly files: readonly Skipped[] }) {
  return (
    <details class="skipped" open={files.length <= FEW} data-testid={`skipped-${group}`}>
      <summary>
        {headings[group]}
        <span class="count">{files.length}</span>
      </summary>
      <ul>
        {files.map(({ path, reason, bytes }, i) => (
          <li key={`${path} ${i}`}>
            <span class="path">{path}</span>
            <span class="reason">
              {reason}
              {bytes > 0 && `, ${size(bytes)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Everything that was left out, by reason. */
function SkippedList({ skipped }: { readonly skipped: readonly Skipped[] }) {
  const groups = (Object.keys(headings) as SkipGroup[]).map((group) => ({
    group,
    files: skipped.filter((each) => each.group === group),
  }));
  return (
    <section class="skipped-list" aria-label="Left out" data-testid="skipped">
      <h3>Left out</h3>
      {groups
        .filter(({ files }) => files.length > 0)
        .map(({ group, files }) => (
          <SkippedGroup key={group} group={group} files={files} />
        ))}
    </section>
  );
}

const millimetres = (value: number) => String(Number(value.toFixed(2)));

function Extent({ extent }: Pick<Openable, 'extent'>) {
  if (extent === null) return <td colSpan={2} />;
  const { spacing, volumes } = extent;
  return (
    <>
      <td class="figures">
        {extent.size.join(' × ')}
        {volumes > 1 && ` × ${volumes}`}
      </td>
      <td class="figures">
        {spacing === null
          ? 'not told'
          : spacing.map((step) => (step > 0 ? millimetres(step) : '?')).join(' × ')}
      </td>
    </>
  );
}

function OpenButtons({ thing, store }: { readonly thing: Openable; readonly store: Store }) {
  if (thing.refusal !== null) return <span class="muted">cannot be opened</span>;
  const one = thing.possible.length === 1;
  return (
    <div class="buttons">
      {thing.possible.map((system) => (
        <button
          key={system}
          type="button"
          aria-label={one ? `Open ${thing.title}` : `Open ${thing.title} as ${systems[system].title}`}
          onClick={() => store.opener.choose(thing.id, system)}
        >
          {one ? 'Open' : systems[system].title}
        </button>
      ))}
    </div>
  );
}

function InUse({ thing, store }: { readonly thing: Openable; readonly store: Store }) {
  const waits = store.state.opening.pending.value !== null;
  return (
    <div class="buttons">
      <AdjustButton thing={thing} store={store} />
      <span class="tag">{waits ? 'chosen' : 'in use'}</span>
    </div>
  );
}

interface RowProps {
  readonly thing: Openable;
  readonly opened: boolean;
  readonly measured: boolean;
  readonly store: Store;
}

function Row({ thing, opened, measured, store }: RowProps) {
  const { title, what, files, bytes, notes, gap, refusal } = thing;
  const warnings = [refusal, gap].filter((text) => text !== null);
  return (
    <tr class={opened ? 'in-use' : ''} aria-current={opened ? 'true' : undefined}>
      <th scope="row">
        <span class="title">{title}</span>
        <span class="what">
          {what}
          {files.length > 1 ? `, ${files.length} files` : ''}, {size(bytes)}
        </span>
        {warnings.map((text) => (
          <span key={text} class="warning">
            {text}
          </span>
        ))}
        {notes.map((text) => (
          <span key={text} class="note">
            {text}
          </span>
        ))}
      </th>
      {measured && <Extent extent={thing.extent} />}
      <td class="action">
        {opened ? <InUse thing={thing} store={store} /> : <OpenButtons thing={thing} store={store} />}
      </td>
    </tr>
  );
}

/** What can be opened, one line each. */
function Things({ intake, store }: { readonly intake: Intake; readonly store: Store }) {
  const { offered, opened } = intake;
  const measured = offered.some(({ extent }) => extent !== null);
  return (
    <div class="scroll">
      <table class="things">
        <thead>
          <tr>
            <th scope="col">{offered.every(({ kind }) => kind === 'series') ? 'Series' : 'File'}</th>
            {measured && (
              <>
                <th scope="col">Voxels</th>
                <th scope="col">Spacing in mm</th>
              </>
            )}
            <th scope="col">
              <span class="spoken">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {offered.map((thing) => (
            <Row
              key={thing.id}
              thing={thing}
              opened={opened.includes(thing.id)}
              measured={measured}
              store={store}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The settings of a volume that is open can be gone back to. */
function AdjustButton({ thing, store }: { readonly thing: Openable; readonly store: Store }) {
  if (thing.kind === 'picture' || store.state.opening.pending.value !== null) return null;
  return (
    <button type="button" class="quiet" data-testid="adjust" onClick={() => store.opener.adjust()}>
      How much of it…
    </button>
  );
}

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
          {question === null && offered.length > FEW && opened.length > 0 ? (
            <details>
              <summary>All {offered.length}</summary>
              <Things intake={intake} store={store} />
            </details>
          ) : (
            <Things intake={intake} store={store} />
          )}
        </div>
      )}
      {skipped.length > 0 && <SkippedList skipped={skipped} />}
    </section>
  );
}
