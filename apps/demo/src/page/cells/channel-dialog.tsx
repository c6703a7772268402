import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ChannelChoice, ChannelReport, ChannelRole, PlaneChoice } from '../../cells-protocol.ts';
import { Dialog } from '../dialog.tsx';
import type { Asked } from '../link.ts';
import { greyPixels, PixelCanvas } from '../picture.tsx';
import type { Store } from '../store.ts';
import type { ChannelQuestion } from './channels.ts';
import { reading, withRole } from './roles.ts';

export interface ChannelDialogProps {
  readonly store: Store;
  readonly question: ChannelQuestion;
}

const roleWords: readonly (readonly [role: ChannelRole, words: string])[] = [
  ['nucleus', 'Nucleus'],
  ['cytoplasm', 'Cytoplasm'],
  ['dic', 'DIC'],
  ['only', 'Use this one only'],
  [null, 'Not used'],
];

const wordOf = (role: ChannelRole) => role ?? 'none';
const roleOf = (value: string) => roleWords.find(([role]) => wordOf(role) === value)?.[0] ?? null;

interface ChannelProps {
  readonly channel: ChannelReport['channels'][number];
  readonly index: number;
  readonly roles: Signal<readonly ChannelRole[]>;
}

function ChannelCard({ channel, index, roles }: ChannelProps) {
  const { name, from, preview } = channel;
  const role = roles.value[index];
  const id = `channel-role-${index}`;
  return (
    <li class={`channel${role === null ? ' channel-off' : ''}`}>
      <PixelCanvas
        pixels={greyPixels(preview.width, preview.height, preview.data)}
        label={`Channel ${index + 1}, ${name}`}
      />
      <label for={id} class="channel-name">
        <b>{name}</b>
        {from !== '' && from !== name && <small title={from}>{from}</small>}
      </label>
      <select
        id={id}
        data-testid={id}
        autofocus={index === 0}
        value={wordOf(role)}
        onChange={({ currentTarget }) => {
          roles.value = withRole(roles.value, index, roleOf(currentTarget.value));
        }}
      >
        {roleWords.map(([value, words]) => (
          <option key={words} value={wordOf(value)}>
            {words}
          </option>
        ))}
      </select>
    </li>
  );
}

interface PlaneProps {
  readonly report: ChannelReport;
  readonly plane: Signal<PlaneChoice>;
  readonly change: (plane: PlaneChoice) => void;
}

/** Which depth and which time, of files that have several. */
function PlaneFields({ report: { slices, frames }, plane, change }: PlaneProps) {
  if (slices === 1 && frames === 1) return null;
  const { slice, frame } = plane.value;
  return (
    <div class="planes">
      {slices > 1 && (
        <label class="number-field">
          <span>Depth</span>
          <select
            data-testid="channel-slice"
            value={String(slice)}
            onChange={({ currentTarget: { value } }) =>
              change({ frame, slice: value === 'max' ? 'max' : Number(value) })
            }
          >
            <option value="max">Maximum over {slices} slices</option>
            {Array.from({ length: slices }, (_, z) => (
              <option key={z} value={String(z)}>
                Slice {z + 1}
              </option>
            ))}
          </select>
        </label>
      )}
      {frames > 1 && (
        <label class="number-field">
          <span>Frame, 1 to {frames}</span>
          <input
            type="number"
            data-testid="channel-frame"
            min={1}
            max={frames}
            value={frame + 1}
            onChange={({ currentTarget }) =>
              change({
                slice,
                frame: Math.min(frames, Math.max(1, Math.round(Number(currentTarget.value)))) - 1,
              })
            }
          />
        </label>
      )}
    </div>
  );
}

/** Of several fields: which they are, and that they are all read like the one that is seen here. */
function FieldNames({ fields }: { readonly fields: readonly string[] }) {
  if (fields.length < 2) return null;
  const first = fields.slice(0, 4).join(', ');
  const more = fields.length > 4 ? ` and ${fields.length - 4} more` : '';
  return (
    <p data-testid="channel-fields">
      The names of the files make <b>{fields.length} fields</b>, all read in this way: {first}
      {more}.
    </p>
  );
}

/** Asks what each channel shows. The first list has the focus; Enter in the form takes the choice, Esc leaves it. */
export function ChannelDialog({ store, question }: ChannelDialogProps) {
  const { source, choice, answer } = question;
  const report = useSignal(question.report);
  const roles = useSignal<readonly ChannelRole[]>(choice.roles);
  const plane = useSignal<PlaneChoice>({ slice: choice.slice, frame: choice.frame });
  const told = useComputed(() => reading(roles.value));
  const trouble = useSignal<string | null>(null);
  const asked = useRef<Asked<'cells-channels'>>(null);
  useEffect(() => () => asked.current?.cancel(), []);
  const change = (next: PlaneChoice) => {
    plane.value = next;
    asked.current?.cancel();
    asked.current = store.actions.channels(source, next);
    asked.current.answer.then(
      (found) => {
        if (plane.value === next) report.value = found;
      },
      (error: unknown) => {
        if (plane.value === next) trouble.value = error instanceof Error ? error.message : String(error);
      },
    );
  };
  const done = (): ChannelChoice => ({ roles: roles.value, ...plane.value });
  const { channels, width, height, notes } = report.value;
  return (
    <Dialog title="What do the channels show?" close={() => answer(null)}>
      <form
        class="channels"
        data-testid="channels"
        onSubmit={(event) => {
          event.preventDefault();
          if (told.value.usable) answer(done());
        }}
      >
        <p>
          {channels.length} {channels.length === 1 ? 'channel' : 'channels'} of {width} × {height}. The names
          suggest what you see here: put right what is wrong.
        </p>
        <FieldNames fields={report.value.fields} />
        <ul class="channel-list">
          {channels.map((channel, index) => (
            <ChannelCard key={index} channel={channel} index={index} roles={roles} />
          ))}
        </ul>
        <PlaneFields report={report.value} plane={plane} change={change} />
        <p
          class={told.value.usable ? 'reading' : 'reading check check-warn'}
          aria-live="polite"
          data-testid="channel-reading"
        >
          {told.value.text}
        </p>
        {[...notes, ...(trouble.value === null ? [] : [trouble.value])].map((line) => (
          <p key={line} class="check check-warn">
            {line}.
          </p>
        ))}
        <div class="buttons">
          <button type="submit" class="primary" disabled={!told.value.usable} data-testid="channels-run">
            Find cells
          </button>
          <button type="button" class="quiet" onClick={() => answer(null)}>
            Cancel
          </button>
          <span class="hint">Remembered for files with the same channels.</span>
        </div>
      </form>
    </Dialog>
  );
}
