import { useSignal } from '@preact/signals';
import type { SkipGroup, Skipped } from '../../protocol.ts';
import { size } from '../systems.ts';
import { More, PAGE } from './more.tsx';

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
const FEW_LEFT = 4;

function SkippedGroup({ group, files }: { readonly group: SkipGroup; readonly files: readonly Skipped[] }) {
  const shown = useSignal(PAGE);
  return (
    <details class="skipped" open={files.length <= FEW_LEFT} data-testid={`skipped-${group}`}>
      <summary>
        {headings[group]}
        <span class="count">{files.length}</span>
      </summary>
      <ul>
        {files.slice(0, shown.value).map(({ path, reason, bytes }, i) => (
          <li key={`${path} ${i}`}>
            <span class="path">{path}</span>
            <span class="reason">
              {reason}
              {bytes > 0 && `, ${size(bytes)}`}
            </span>
          </li>
        ))}
      </ul>
      <More shown={shown} total={files.length} />
    </details>
  );
}

/** Everything that was left out, by reason. */
export function SkippedList({ skipped }: { readonly skipped: readonly Skipped[] }) {
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
