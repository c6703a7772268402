import { batch } from '@preact/signals';
import type { ChannelChoice } from '../cells-protocol.ts';
import type { Result, SampleName, Source, SystemId, Weights } from '../protocol.ts';
import { lastingView } from './address.ts';
import { createChannels } from './cells/channels.ts';
import type { Link } from './link.ts';
import { paceOf } from './opening/estimate.ts';
import { keep, type Runner } from './runner.ts';
import type { State } from './state.ts';

/** One sentence that says what came out, for screen readers. */
function sentence(result: Result): string {
  switch (result.system) {
    case 'radiograph':
      return result.score === null
        ? `${result.title}: not scored, its checks refuse it. The picture is shown.`
        : `${result.title}: pneumonia score ${result.score.toFixed(2)}. Research only.`;
    case 'volume':
      return `${result.title}: enlarged ${result.scale} times to ${result.network.width} by ${result.network.height} by ${result.network.depth} voxels.`;
    case 'cells':
      return `${result.title}: ${result.found.count} cells.`;
  }
}

/** What a generated sample is called before its result has a title. */
export const sampleTitle = 'Generated sample';

/** What was run last. */
interface Latest {
  readonly system: SystemId;
  readonly source: Source;
  readonly title: string;
  readonly cells?: ChannelChoice;
}

/** Shows a result. The view of the one before is kept where the same picture was run again, or the address asked for it. */
function show(state: State, result: Result, keepsView: boolean): void {
  const { views } = state;
  batch(() => {
    if (!keepsView) {
      const { system } = result;
      views.value = { ...views.value, [system]: lastingView(views.value[system]) };
    }
    keep(state, result);
    const { pace } = state.opening;
    if (result.system === 'volume') pace.value = { ...pace.value, ...paceOf(result) };
  });
}

/** Whether this is a look at one file or field of several, which is no new choice of files. */
const looks = (source: Source) => source.kind === 'files' && source.show !== undefined;

/** The fields of cells that were opened last: all that wait, or the one that is to be shown. */
function fieldsAgain(state: State, latest: Latest | null, show: number | undefined): Latest | null {
  const fields = state.cells.value?.batch;
  if (latest?.source.kind !== 'files' || !fields) return null;
  if (show === undefined) return latest;
  return { ...latest, source: { ...latest.source, show }, title: fields[show].name };
}

/** Everything that starts long work, and remembers what was started last. */
export function starters(state: State, link: Link, runner: Runner, weights: Weights) {
  let latest: Latest | null = null;
  let latestCells: Latest | null = null;
  let films: Source | null = null;
  const own: Partial<Record<SystemId, Latest>> = {};
  const channels = createChannels(state, link, runner);
  const run = async (
    system: SystemId,
    source: Source,
    title: string,
    { chosen, keepsView = false }: { readonly chosen?: ChannelChoice; readonly keepsView?: boolean } = {},
  ) => {
    const asks = system === 'cells' && source.kind === 'files' && chosen === undefined;
    const cells = asks ? await channels.choose(source, title) : chosen;
    if (cells === null) return;
    const mine: Latest = { system, source, title, ...(cells && { cells }) };
    latest = mine;
    if (source.kind === 'files') own[system] = mine;
    const sample = source.kind === 'sample' ? source.name : null;
    state.samples.value = { ...state.samples.value, [system]: sample };
    const [scale, model] = [state.scale.value, state.models.value[system]];
    const work = link.ask(
      { type: 'run', system, source, scale, model, weights, ...(cells && { cells }) },
      runner.track,
    );
    // Even where something else has begun: what the worker has finished is what it saves.
    const kept = work.answer.then((answer) => {
      show(state, answer, keepsView);
      if (system === 'cells' && !looks(source)) latestCells = mine;
      if (system === 'radiograph') films = source;
    });
    kept.catch(() => undefined);
    return runner.follow(system, title, work, (answer) => {
      state.spoken.value = sentence(answer);
    });
  };
  const showFile = (index: number) => {
    if (films?.kind !== 'files') return;
    const source = { ...films, show: index };
    void run('radiograph', source, films.files[index].name);
  };
  const repeat = ({ system, source, title, cells }: Latest) =>
    run(system, source, title, { keepsView: true, ...(cells && { chosen: cells }) });
  const again = () => (latest === null ? undefined : repeat(latest));
  const revisit = (system: SystemId, name: SampleName | null) => {
    if (name !== null) return run(system, { kind: 'sample', name }, sampleTitle, { keepsView: true });
    const before = own[system];
    return before === undefined ? undefined : repeat(before);
  };
  const runFields = (show?: number) => {
    const next = fieldsAgain(state, latestCells, show);
    if (next !== null) void run('cells', next.source, next.title, next.cells && { chosen: next.cells });
  };
  const chooseChannels = async () => {
    if (latestCells === null || state.cells.value === null) return;
    const { source, title } = latestCells;
    const cells = await channels.again(source, title, state.cells.value.choice);
    if (cells !== null) await run('cells', source, title, { chosen: cells });
  };
  return { run, again, revisit, showFile, runFields, chooseChannels };
}

export type Starters = ReturnType<typeof starters>;
