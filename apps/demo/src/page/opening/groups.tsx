import { useSignal } from '@preact/signals';
import type { Store } from '../store.ts';
import { size, systems } from '../systems.ts';
import { blocksOf, type Group } from './grouped.ts';
import type { Intake } from './state.ts';
import { ThingsTable } from './things.tsx';

interface GroupProps {
  readonly group: Group;
  /** Ids of the things that are open. */
  readonly opened: ReadonlySet<string>;
  readonly store: Store;
}

/** The buttons that open a whole group, as each of the things that it may show. */
function OpenAll({ group, store }: Omit<GroupProps, 'opened'>) {
  const { title, things, together } = group;
  if (together.length === 0) return null;
  return (
    <div class="buttons">
      <span class="muted">Open all {things.length} as</span>
      {together.map((system) => (
        <button
          key={system}
          type="button"
          aria-label={`${systems[system].several}: open all ${title}`}
          onClick={() => store.opener.chooseAll(things, system)}
        >
          {systems[system].several}
        </button>
      ))}
    </div>
  );
}

/** Many things of a kind: one line for all of them, and their own lines once it is unfolded. */
function GroupLine({ group, opened, store }: GroupProps) {
  const { title, place, things, bytes } = group;
  const unfolded = useSignal(false);
  const open = things.filter(({ id }) => opened.has(id)).length;
  const facts = [...(place === '' ? [] : [place]), size(bytes)].join(', ');
  return (
    <section class="group" aria-label={title} data-testid="group">
      <div class="group-action">
        {open > 0 && <span class="tag">{open === things.length ? 'in use' : `${open} in use`}</span>}
        {open < things.length && <OpenAll group={group} store={store} />}
      </div>
      <details
        onToggle={({ currentTarget }) => {
          unfolded.value = currentTarget.open;
        }}
      >
        <summary>
          <span class="title">{title}</span> <span class="what">{facts}</span>
        </summary>
        {unfolded.value && <ThingsTable things={things} opened={opened} store={store} />}
      </details>
    </section>
  );
}

/** Everything that can be opened: series and volumes, then pictures, many of a kind in one line. */
export function Groups({ intake, store }: { readonly intake: Intake; readonly store: Store }) {
  const opened = new Set(intake.opened);
  return (
    <>
      {blocksOf(intake.offered).map((block) =>
        block.is === 'rows' ? (
          <ThingsTable key={block.things[0].id} things={block.things} opened={opened} store={store} />
        ) : (
          <GroupLine key={block.group.key} group={block.group} opened={opened} store={store} />
        ),
      )}
    </>
  );
}
