import { useSignal } from '@preact/signals';
import type { Openable } from '../../protocol.ts';
import type { Store } from '../store.ts';
import { size, systems } from '../systems.ts';
import { More, PAGE } from './more.tsx';

/** The settings of a volume that is open can be gone back to. */
export function AdjustButton({ thing, store }: { readonly thing: Openable; readonly store: Store }) {
  if (thing.kind === 'picture' || store.state.opening.pending.value !== null) return null;
  return (
    <button type="button" class="quiet" data-testid="adjust" onClick={() => store.opener.adjust()}>
      How much of it…
    </button>
  );
}

/** A length in millimetres, to a hundredth. */
export const millimetres = (value: number) => String(Number(value.toFixed(2)));

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

interface TableProps {
  readonly things: readonly Openable[];
  /** Ids of the things that are open. */
  readonly opened: ReadonlySet<string>;
  readonly store: Store;
}

/** Things that can be opened, one line each; the first of them where they are many. */
export function ThingsTable({ things, opened, store }: TableProps) {
  const shown = useSignal(PAGE);
  const measured = things.some(({ extent }) => extent !== null);
  return (
    <>
      <div class="scroll">
        <table class="things">
          <thead>
            <tr>
              <th scope="col">{things.every(({ kind }) => kind === 'series') ? 'Series' : 'File'}</th>
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
            {things.slice(0, shown.value).map((thing) => (
              <Row
                key={thing.id}
                thing={thing}
                opened={opened.has(thing.id)}
                measured={measured}
                store={store}
              />
            ))}
          </tbody>
        </table>
      </div>
      <More shown={shown} total={things.length} />
    </>
  );
}
