import type { Recognised, SystemId } from '../protocol.ts';
import type { Choice, Notice } from './state.ts';
import { systems } from './systems.ts';

/** What is to be done with some files. */
export interface Routed {
  readonly notices: readonly Notice[];
  readonly choice: Choice | null;
  readonly model: { readonly system: SystemId; readonly file: File } | null;
  readonly run: { readonly system: SystemId; readonly files: readonly File[] } | null;
}

const nothing: Routed = { notices: [], choice: null, model: null, run: null };

const skip = ({ file, description }: Recognised, why: string): Notice => ({
  level: 'skip',
  text: `Skipped ${file.name}: ${description}; ${why}.`,
});

/** Several slices of DICOM are a volume, whatever one slice could be. */
function systemsFor(files: readonly Recognised[]): readonly SystemId[] {
  const [first] = files;
  const slices = files.filter(({ kind, system }) => kind === 'dicom' && system !== 'radiograph');
  if (slices.length > 1) return ['volume'];
  return first.possible;
}

function routeModel(model: Recognised, target: SystemId | null, rest: readonly Notice[]): Routed {
  if (target !== null) {
    const text = `Checking ${model.file.name} as a model for: ${systems[target].title}.`;
    return {
      ...nothing,
      notices: [{ level: 'ok', text }, ...rest],
      model: { system: target, file: model.file },
    };
  }
  const question = `${model.file.name} is a model. Which card is it for?`;
  return {
    ...nothing,
    notices: rest,
    choice: { question, systems: ['radiograph', 'volume', 'cells'], files: [model] },
  };
}

function routePictures(
  usable: readonly Recognised[],
  target: SystemId | null,
  active: SystemId | null,
  rest: readonly Notice[],
): Routed {
  const possible = systemsFor(usable);
  const wanted = target ?? (usable.length > 1 && possible.includes('volume') ? 'volume' : usable[0].system);
  const system =
    wanted !== null && wanted !== 'model'
      ? wanted
      : active !== null && possible.includes(active)
        ? active
        : possible.length === 1
          ? possible[0]
          : null;
  if (system === null) {
    const question = `${usable[0].file.name} (${usable[0].description}): what does it show?`;
    return { ...nothing, notices: rest, choice: { question, systems: possible, files: usable } };
  }
  const fitting = usable.filter((item) => item.possible.includes(system));
  const misfits = usable
    .filter((item) => !item.possible.includes(system))
    .map((item) => skip(item, `the card “${systems[system].title}” takes ${systems[system].takes}`));
  if (fitting.length === 0)
    return {
      ...nothing,
      notices: [...misfits.map((line) => ({ ...line, level: 'error' as const })), ...rest],
    };
  const many = system === 'radiograph' ? fitting.slice(0, 1) : fitting;
  const extra = fitting.slice(many.length).map((item) => skip(item, 'one radiograph at a time'));
  const taken: Notice[] =
    many.length > 4
      ? [{ level: 'ok', text: `Taken: ${many.length} files (${many[0].description}).` }]
      : many.map(({ file, description }) => ({ level: 'ok', text: `Taken: ${file.name} (${description}).` }));
  return {
    ...nothing,
    notices: [...taken, ...misfits, ...extra, ...rest],
    run: { system, files: many.map(({ file }) => file) },
  };
}

/**
 * Decides by content where files go: to the card they were dropped on, else to the only one that takes them, else to
 * the one in use; where that leaves a choice the user is asked. Every file is accounted for in the notices.
 */
export function route(
  found: readonly Recognised[],
  target: SystemId | null,
  active: SystemId | null,
): Routed {
  const models = found.filter(({ system }) => system === 'model');
  const usable = found.filter(({ system, possible }) => system !== 'model' && possible.length > 0);
  const useless = found
    .filter(({ system, possible }) => system !== 'model' && possible.length === 0)
    .map((item) => skip(item, 'nothing here reads that'));
  const rest =
    models.length + usable.length === 0
      ? useless.map((line) => ({ ...line, level: 'error' as const }))
      : useless;
  if (models.length > 0)
    return routeModel(models[0], target, [
      ...rest,
      ...usable.map((item) => skip(item, 'drop pictures after the model')),
    ]);
  return usable.length > 0 ? routePictures(usable, target, active, rest) : { ...nothing, notices: rest };
}
