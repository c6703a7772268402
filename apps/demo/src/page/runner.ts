import { batch } from '@preact/signals';
import type { Answers, PlainError, Progress, Result, SystemId } from '../protocol.ts';
import { type Asked, WorkerError } from './link.ts';
import { stageText } from './progress.tsx';
import type { Running, State } from './state.ts';
import { stoppedText } from './stopped.ts';

/** Work that may take long enough to be shown, and stopped. */
type Long = 'run' | 'check-model' | 'export' | 'cells-channels' | 'cells-settings';

/** How work is told of. */
export interface Telling {
  /** The stage that it begins with; `read` where it is left out. */
  readonly begins?: Progress;
  /** What the page goes on with after a stop; the last result, where it is left out. */
  readonly stays?: string;
}

/** One piece of work at a time; a new one stops the one before. */
export interface Runner {
  /** Shows `title` as running until `work` ends. `done` is called only if nothing has taken its place. */
  follow<K extends Long>(
    system: SystemId,
    title: string,
    work: Asked<K>,
    done: (answer: Answers[K]) => void,
    telling?: Telling,
  ): Promise<void>;
  /** Where the work is. */
  track(progress: Progress): void;
  /** False where nothing ran. */
  stop(): boolean;
}

/** Any failure of a question as data. */
export const plain = (error: unknown): PlainError =>
  error instanceof WorkerError ? error.plain : { code: 'unknown', message: String(error) };

/** Puts a result where its card shows it. */
export function keep(state: State, result: Result): void {
  if (result.system === 'radiograph') state.radiograph.value = result;
  else if (result.system === 'volume') state.volume.value = result;
  else state.cells.value = result;
}

function begin(state: State, system: SystemId, title: string, progress: Progress): void {
  batch(() => {
    state.active.value = system;
    state.failure.value = null;
    state.running.value = {
      system,
      title,
      startedAt: performance.now(),
      stageAt: performance.now(),
      progress,
      stopping: false,
    };
    state.spoken.value = `${title}: started`;
  });
}

function report(state: State, system: SystemId, title: string, error: PlainError): void {
  state.failure.value = { system, what: title, error };
  state.notices.value = state.notices.value.filter(({ level }) => level !== 'ok');
  state.spoken.value = `${title}: ${error.message}`;
}

/** Says what was stopped, where, and what the page goes on with. */
function tellStop(state: State, { system, title, progress }: Running, stays: string | undefined): void {
  const last = state[system].value === null ? 'Nothing has changed.' : 'The last result stays.';
  const text = stoppedText(title, progress, stays ?? last);
  state.notices.value = [{ level: 'skip', text }];
  state.spoken.value = text;
}

/** A second start stops the first, and says so. */
function replace({ running, notices }: State, title: string): void {
  if (running.value === null || running.value.stopping) return;
  const text = `${running.value.title}: stopped, for ${title} to begin.`;
  notices.value = [...notices.value, { level: 'skip', text }];
}

/** A runner that writes to this state. */
export function createRunner(state: State): Runner {
  let current: Asked<Long> | null = null;
  return {
    async follow(system, title, work, done, { begins, stays } = {}) {
      replace(state, title);
      current?.cancel();
      current = work as Asked<Long>;
      begin(state, system, title, begins ?? { stage: 'read' });
      try {
        const answer = await work.answer;
        if (current === work) done(answer);
      } catch (error) {
        if (current !== work) return;
        const [failure, running] = [plain(error), state.running.value];
        if (failure.code === 'aborted' && running !== null) tellStop(state, running, stays);
        else report(state, system, title, failure);
      } finally {
        if (current === work) {
          current = null;
          state.running.value = null;
        }
      }
    },
    track(progress) {
      const { running, spoken } = state;
      if (running.value === null) return;
      const next = running.value.progress.stage !== progress.stage;
      if (next) spoken.value = stageText({ stage: progress.stage });
      running.value = { ...running.value, progress, ...(next && { stageAt: performance.now() }) };
    },
    stop() {
      if (state.running.value === null || current === null) return false;
      state.running.value = { ...state.running.value, stopping: true };
      current.cancel();
      return true;
    },
  };
}
