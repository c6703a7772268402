import { batch } from '@preact/signals';
import type { Found, Openable, Source, SystemId, Take } from '../../protocol.ts';
import type { Link } from '../link.ts';
import { type Routed, route } from '../route.ts';
import type { State } from '../state.ts';
import type { Gathered } from './collect.ts';
import { bytesFor, SOFTWARE_PACE, secondsFor } from './estimate.ts';
import { createLooker } from './looker.ts';

/** What the opener starts. */
export interface Starts {
  run(system: SystemId, source: Source, title: string): Promise<void>;
  useModel(system: SystemId, model: File): Promise<void>;
  /** Stops reading a network; false where none is being read. */
  stopModel(): boolean;
}

/** From files that a user gave to work on a card. */
export interface Opener {
  /** Looks at files and opens what they leave no choice about. */
  open(given: Gathered, target: SystemId | null): Promise<void>;
  /** Opens one of the things that `intake` offers, on a card. */
  choose(id: string, system: SystemId): void;
  /** Opens several pictures together: radiographs as a batch, cells as fields. */
  chooseAll(things: readonly Openable[], system: SystemId): void;
  /** Starts the volume that waits for its settings. */
  start(take: Take): void;
  /** Gives a network to a card. */
  useModel(system: SystemId, model: File): void;
  /** Shows the settings of the volume that is open. */
  adjust(): void;
  /** Stops looking at files, networks too; false where nothing was being looked at. */
  stop(): boolean;
  /** Forgets what was found. */
  dismiss(): void;
}

/** Longer runs, and ones that take more memory, show their settings first. */
const PATIENCE = 20;
const PLENTY = 2 ** 30;

/** One sentence about what was found, for screen readers and the head of the panel. */
export function summary(found: Pick<Found, 'files'>, things: number, skipped: number): string {
  const files = found.files === 1 ? '1 file' : `${found.files} files`;
  const openable =
    things === 0 ? 'nothing to open' : things === 1 ? '1 thing to open' : `${things} things to open`;
  return `${files} looked at: ${openable}${skipped === 0 ? '' : `, ${skipped} left out`}`;
}

/** Whether a volume should show its settings before it runs. */
function needsSettings({ kind, extent, gap }: Openable, state: State): boolean {
  if (kind === 'picture' || extent === null) return false;
  const scale = state.scale.value;
  const guess = state.adapter.value?.software ? secondsFor(extent.size, scale, SOFTWARE_PACE) : null;
  const seconds = secondsFor(extent.size, scale, state.opening.pace.value) ?? guess;
  const long = seconds === null ? bytesFor(extent.size, scale) > PLENTY / 4 : seconds > PATIENCE;
  return gap !== null || extent.volumes > 1 || long || bytesFor(extent.size, scale) > PLENTY;
}

function titleOf(things: readonly Openable[]): string {
  return things.length > 1 ? `${things[0].title} and ${things.length - 1} more` : things[0].title;
}

/** Where the files of a thing lay within what was opened. */
const pathsOf = ({ files, folder }: Openable) =>
  files.map(({ name, webkitRelativePath }) => (folder ? `${folder}/${name}` : webkitRelativePath || name));

/** What is run of some things. */
function sourceOf(things: readonly Openable[], take: Take | null, opening: number): Source {
  const frames = things.length === 1 ? things[0].frames : undefined;
  return {
    kind: 'files',
    files: things.flatMap(({ files }) => files),
    paths: things.flatMap(pathsOf),
    opening,
    ...(frames && { frames }),
    ...(take && { take }),
  };
}

/** Puts what was found on the page, and says what is to be opened of it. */
function show(state: State, found: Found, given: Gathered, target: SystemId | null): Routed {
  const routed = route(found, target, state.active.value);
  const { offered, question } = routed;
  const skipped = [...given.skipped, ...found.skipped, ...routed.skipped];
  batch(() => {
    state.notices.value = [];
    state.opening.intake.value = { found, offered, skipped, question, opened: [] };
    state.opening.pending.value = null;
    state.opening.refused.value = null;
    if (target !== null) state.active.value = target;
    const sentence = summary(found, offered.length, skipped.length);
    state.spoken.value = question === null ? sentence : `${sentence}. ${question}`;
  });
  return routed;
}

/** An opener that writes to this state. */
export function createOpener(state: State, link: Link, starts: Starts): Opener {
  const { intake, pending } = state.opening;
  let latest: Take = {};
  let openings = 0;
  const run = (system: SystemId, things: readonly Openable[], take: Take | null) => {
    openings += 1;
    return starts.run(system, sourceOf(things, take, openings), titleOf(things));
  };
  const begin = (system: SystemId, things: readonly Openable[]): Promise<void> => {
    const [thing] = things;
    batch(() => {
      state.active.value = system;
      state.failure.value = null;
      const waits = system === 'volume' && needsSettings(thing, state);
      latest = {};
      pending.value = waits ? { thing, take: {} } : null;
      if (intake.value !== null)
        intake.value = { ...intake.value, question: null, opened: things.map(({ id }) => id) };
    });
    return pending.value === null ? run(system, things, null) : Promise.resolve();
  };
  const settle = async (found: Found, given: Gathered, target: SystemId | null) => {
    const { open, model } = show(state, found, given, target);
    if (model !== null) await starts.useModel(model.system, model.file);
    else if (open !== null) await begin(open.system, open.things);
  };
  const looker = createLooker(state, link, settle);
  return {
    open: looker.look,
    stop: () => looker.stop() || starts.stopModel(),
    choose(id, system) {
      const thing = intake.value?.offered.find((each) => each.id === id);
      if (thing === undefined) return;
      if (thing.kind === 'model') void starts.useModel(system, thing.files[0]);
      else void begin(system, [thing]);
    },
    chooseAll: (things, system) => void begin(system, things),
    start(take) {
      if (pending.value === null) return;
      const { thing } = pending.value;
      pending.value = null;
      latest = take;
      void run('volume', [thing], take);
    },
    useModel: (system, model) => void starts.useModel(system, model),
    adjust() {
      const { offered = [], opened = [] } = intake.value ?? {};
      const thing = offered.find(({ id }) => opened.includes(id));
      if (thing !== undefined) pending.value = { thing, take: latest };
    },
    dismiss() {
      batch(() => {
        intake.value = null;
        pending.value = null;
        state.opening.refused.value = null;
      });
    },
  };
}
