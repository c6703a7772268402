import type { Found, Openable, Skipped, SystemId } from '../protocol.ts';
import { systems } from './systems.ts';

/** What is to be done with what was found. */
export interface Routed {
  /** Opened at once. */
  readonly open: { readonly system: SystemId; readonly things: readonly Openable[] } | null;
  /** A network for a card. */
  readonly model: { readonly system: SystemId; readonly file: File } | null;
  /** What the user may open, or has to choose from. */
  readonly offered: readonly Openable[];
  /** What the user is asked; null where nothing is open. */
  readonly question: string | null;
  readonly skipped: readonly Skipped[];
}

const nothing: Routed = { open: null, model: null, offered: [], question: null, skipped: [] };

const elsewhere = ({ files, title, bytes }: Openable, reason: string): Skipped => ({
  path: files.length > 1 ? `${title} (${files.length} files)` : files[0].name,
  bytes,
  group: 'elsewhere',
  reason,
});

const all: readonly SystemId[] = ['radiograph', 'volume', 'cells'];

function routeModels(
  models: readonly Openable[],
  rest: readonly Openable[],
  target: SystemId | null,
): Routed {
  const [model, ...more] = models;
  const skipped = [
    ...more.map((each) => elsewhere(each, 'one network at a time')),
    ...rest.map((each) => elsewhere(each, 'drop pictures after the network')),
  ];
  if (target !== null) return { ...nothing, model: { system: target, file: model.files[0] }, skipped };
  const question = `${model.title} is a network. Which card is it for?`;
  return { ...nothing, offered: [{ ...model, possible: all }], question, skipped };
}

/** The only system that takes all of them, if there is one, and else the first choice of pictures of cells. */
function commonSystem(things: readonly Openable[], active: SystemId | null): SystemId | null {
  const common = all.filter((system) => things.every(({ possible }) => possible.includes(system)));
  if (active !== null && common.includes(active)) return active;
  if (common.length === 1) return common[0];
  const tiffs = things.every(({ what }) => /TIFF/.test(what));
  return tiffs && common.includes('cells') ? 'cells' : null;
}

/** Words for a choice between several things. */
function questionFor(things: readonly Openable[], system: SystemId | null): string {
  if (things.length === 1) return `${things[0].title} (${things[0].what}): what does it show?`;
  const series = things.every(({ kind }) => kind === 'series');
  if (things.every(({ kind }) => kind === 'picture')) return `${things.length} pictures: what do they show?`;
  if (system === 'volume') return `Which of these ${things.length} ${series ? 'series' : 'volumes'}?`;
  return `${things.length} things can be opened. Which one?`;
}

function routeThings(things: readonly Openable[], target: SystemId | null, active: SystemId | null): Routed {
  const fitting = target === null ? things : things.filter(({ possible }) => possible.includes(target));
  const misfits = things.filter((thing) => !fitting.includes(thing));
  const skipped = misfits.map((thing) => {
    const { title, takes } = systems[target ?? 'cells'];
    return elsewhere(thing, `${thing.what}; the card “${title}” takes ${takes}`);
  });
  if (fitting.length === 0) return { ...nothing, skipped };
  const system = target ?? commonSystem(fitting, active);
  if (system === null) return { ...nothing, offered: fitting, question: questionFor(fitting, null), skipped };
  const offered = fitting.map((thing) => ({ ...thing, possible: [system] }));
  // Pictures of cells are opened together, since they may be the stains of one field; radiographs become a table.
  if (system !== 'volume' || fitting.length === 1)
    return { ...nothing, open: { system, things: offered }, offered, skipped };
  return { ...nothing, offered, question: questionFor(fitting, system), skipped };
}

/**
 * Decides by content where files go: to the card they were dropped on, else to the only one that takes them, else to
 * the one in use; where that leaves a choice the user is asked. Everything found is accounted for.
 */
export function route(
  { things }: Pick<Found, 'things'>,
  target: SystemId | null,
  active: SystemId | null,
): Routed {
  const models = things.filter(({ kind }) => kind === 'model');
  const good = things.filter(({ kind, refusal }) => kind !== 'model' && refusal === null);
  const refused = things.filter(({ refusal }) => refusal !== null);
  if (models.length > 0) return routeModels(models, good, target);
  const routed = good.length > 0 ? routeThings(good, target, active) : nothing;
  return { ...routed, offered: [...routed.offered, ...refused] };
}
