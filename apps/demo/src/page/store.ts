import type { PlaneChoice, SettingsForAll } from '../cells-protocol.ts';
import type {
  BenchWish,
  Card,
  ExportFormat,
  PlainError,
  Progress,
  Request,
  SampleName,
  Source,
  SystemId,
  Weights,
} from '../protocol.ts';
import { type Commands, createCommands } from './commands.ts';
import { download } from './download.ts';
import { type Asked, connect, type Link } from './link.ts';
import type { Gathered } from './opening/collect.ts';
import { createModelUser } from './opening/networks.ts';
import { createOpener, type Opener } from './opening/opener.ts';
import { rememberPace } from './opening/pace.ts';
import { createReporter, type Reporter } from './report/reporter.ts';
import { createRunner, plain, type Runner } from './runner.ts';
import { keepSite, type Site, savesData, watchPolicy, whenIdle } from './site.ts';
import { type Starters, sampleTitle, starters } from './starters.ts';
import { createState, type State } from './state.ts';
import { createThemes, type Themes } from './theme.ts';
import { createDrawing, type Drawing } from './viewer/drawing.ts';

/** What a user can do. */
export interface Actions {
  trySample(system: SystemId, name: SampleName): void;
  /** Goes back to a sample, or, for null, to the last files of the user's own; as the address has the view. */
  revisit(system: SystemId, sample: SampleName | null): void;
  /** Files from a drop, a picker or the clipboard; `target` is the card they were given to, if any. */
  open(given: Gathered, target: SystemId | null): Promise<void>;
  /** Fetches the engine, and with `device` opens the GPU, since they will be needed soon. */
  warm(device: boolean): void;
  stop(): void;
  again(): void;
  /** Of several radiographs: shows the one of this number. */
  showFile(index: number): void;
  /** Of several fields of cells: shows the one of this number, and runs it if it has not been. */
  showField(index: number): void;
  /** Runs the fields of cells that a stop left over. */
  runRest(): void;
  forgetModel(system: SystemId): void;
  save(system: SystemId, format: ExportFormat): Promise<void>;
  /** Asks again what the channels of the last field are, and runs it anew if they are others now. */
  chooseChannels(): Promise<void>;
  /** The channels of a field at another plane. */
  channels(source: Source, plane: PlaneChoice): Asked<'cells-channels'>;
  /** Cells of the last run by other settings. */
  segment(request: Omit<Extract<Request, { type: 'cells-segment' }>, 'type'>): Asked<'cells-segment'>;
  /** The settings of the field that is shown for all that were opened with it; null brings back each one's own. */
  settingsForAll(
    request: Omit<Extract<Request, { type: 'cells-settings' }>, 'type'>,
    done: (told: SettingsForAll) => void,
  ): Promise<void>;
  card(system: SystemId): Promise<Card>;
  /** Times networks or kernels; whatever else was running is stopped, since it would be timed too. */
  bench(wish: BenchWish, onProgress: (progress: Progress) => void): Asked<'bench'>;
}

export interface Store {
  readonly state: State;
  readonly actions: Actions;
  /** What `state.opening` shows, and what can be done with it. */
  readonly opener: Opener;
  readonly weights: Weights;
  /** What the keyboard, the help and the palette know. */
  readonly commands: Commands;
  /** Paints pictures; its worker starts with the first. */
  readonly drawing: Drawing;
  /** The page's code in this browser. */
  readonly site: Site;
  readonly themes: Themes;
  /** What a report of a fault is made of. */
  readonly reporter: Reporter;
}

/** A line below what else was said. */
function note({ notices }: State, text: string): void {
  if (notices.value.every((line) => line.text !== text))
    notices.value = [...notices.value, { level: 'skip', text }];
}

const startWorker = () =>
  new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module', name: 'roentgen' });

function startLink(state: State): Link {
  const fail = (what: string, error: PlainError) => {
    state.failure.value = { system: state.active.value, what, error };
  };
  return connect(startWorker, {
    lost: (reason) =>
      fail('The GPU', {
        code: 'device',
        message: `Your picture and your results are still here. The browser says: ${reason || 'nothing'}`,
        hint: 'run it again',
      }),
    note: (text) => note(state, text),
    crash: (error) => fail('The worker', error),
  });
}

function probe(state: State, link: Link): void {
  link.ask({ type: 'probe' }).answer.then(
    (answer) => {
      if ('kind' in answer) state.obstacle.value = answer;
      else {
        state.adapter.value = answer;
        if (!savesData()) whenIdle(() => void link.ask({ type: 'warm', device: false }));
      }
    },
    (error: unknown) => {
      state.failure.value = { system: null, what: 'The GPU', error: plain(error) };
    },
  );
}

interface Parts {
  readonly state: State;
  readonly link: Link;
  readonly runner: Runner;
  readonly weights: Weights;
  readonly work: Starters;
  readonly opener: Opener;
  readonly reporter: Reporter;
}

function actionsOf({ state, link, runner, weights, work, opener, reporter }: Parts): Actions {
  const note = (level: 'ok' | 'error', text: string) => {
    state.notices.value = [{ level, text }];
  };
  return {
    trySample(system, name) {
      state.notices.value = [];
      opener.dismiss();
      void work.run(system, { kind: 'sample', name }, sampleTitle);
    },
    revisit(system, sample) {
      state.notices.value = [];
      opener.dismiss();
      void work.revisit(system, sample);
    },
    open(given, target) {
      reporter.given(given);
      return opener.open(given, target);
    },
    warm: (device) => void link.ask({ type: 'warm', device }),
    stop() {
      if (!opener.stop() && !runner.stop()) state.cellsSession.value?.stop();
    },
    again: () => void work.again(),
    showFile: work.showFile,
    showField: (index) => work.runFields(index),
    runRest: () => work.runFields(),
    forgetModel(system) {
      state.models.value = { ...state.models.value, [system]: null };
      state.opening.networks.value = { ...state.opening.networks.value, [system]: null };
      note('ok', 'The shipped weights are in use again.');
    },
    save: (system, format) =>
      runner.follow(
        system,
        'Saving',
        link.ask({ type: 'export', system, format }, runner.track),
        ({ name, blob }) => {
          download(blob, name);
          note('ok', `Saved ${name} (${blob.size.toLocaleString('en')} bytes).`);
        },
        { begins: { stage: 'save' } },
      ),
    chooseChannels: work.chooseChannels,
    channels: (source, plane) => link.ask({ type: 'cells-channels', source, plane }),
    segment: (request) => link.ask({ type: 'cells-segment', ...request }),
    settingsForAll: (request, done) =>
      runner.follow(
        'cells',
        request.settings === null ? 'Own settings for each field' : 'Settings for all fields',
        link.ask({ type: 'cells-settings', ...request }, runner.track),
        done,
        { begins: { stage: 'finish', what: 'the cells' } },
      ),
    card: (system) => link.ask({ type: 'card', system }).answer,
    bench(wish, onProgress) {
      runner.stop();
      return link.ask({ type: 'bench', wish, weights }, onProgress);
    },
  };
}

/** The page's state, and a worker that does the work. */
export function createStore(weights: Weights): Store {
  const state = createState();
  const link = startLink(state);
  probe(state, link);
  const runner = createRunner(state);
  const work = starters(state, link, runner, weights);
  rememberPace(state);
  const models = createModelUser(state, link, runner, weights);
  const starts = { run: work.run, useModel: models.use, stopModel: models.stop };
  const opener = createOpener(state, link, starts);
  const reporter = createReporter(state);
  const actions = actionsOf({ state, link, runner, weights, work, opener, reporter });
  watchPolicy((text) => note(state, text));
  return {
    state,
    weights,
    actions,
    opener,
    commands: createCommands(),
    drawing: createDrawing(),
    site: keepSite(),
    themes: createThemes(),
    reporter,
  };
}
