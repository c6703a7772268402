import type { Found, SystemId } from '../../protocol.ts';
import type { Asked, Link } from '../link.ts';
import { plain } from '../runner.ts';
import type { State } from '../state.ts';
import type { Gathered } from './collect.ts';

/** Has files looked at by the worker. */
export interface Looker {
  /** The latest files win; the same ones again, while they are worked on, change nothing. */
  look(given: Gathered, target: SystemId | null): Promise<void>;
  /** Stops looking at files; false where nothing was being looked at. */
  stop(): boolean;
}

const nothing: Found = { things: [], skipped: [], files: 0, bytes: 0, milliseconds: 0 };

const keyOf = ({ files }: Gathered, target: SystemId | null) =>
  [target, ...files.map(({ file, path }) => `${path}|${file.size}|${file.lastModified}`)].join('\n');

function titleOf({ files: [first, ...more] }: Gathered): string {
  return more.length === 0 ? first.file.name : `${more.length + 1} files`;
}

/** A looker that hands what was found to `settle`. */
export function createLooker(
  state: State,
  link: Link,
  settle: (found: Found, given: Gathered, target: SystemId | null) => Promise<void>,
): Looker {
  const { reading } = state.opening;
  let asked: Asked<'recognise'> | null = null;
  let latest = '';
  const note = (level: 'ok' | 'skip' | 'error', text: string) => {
    state.notices.value = [{ level, text }];
  };
  const ask = async (given: Gathered, target: SystemId | null) => {
    const title = titleOf(given);
    const mine = link.ask({ type: 'recognise', files: given.files }, (progress) => {
      if (asked === mine) reading.value = { title, progress };
    });
    asked?.cancel();
    asked = mine;
    reading.value = { title, progress: { stage: 'read' } };
    const [found, error] = await mine.answer.then(
      (answer) => [answer, null] as const,
      (failure: unknown) => [null, plain(failure)] as const,
    );
    if (asked !== mine) return;
    asked = null;
    reading.value = null;
    if (found !== null) await settle(found, given, target);
    else if (error.code === 'aborted') note('skip', `${title}: stopped. Nothing was opened.`);
    else state.failure.value = { system: target, what: title, error };
  };
  return {
    async look(given, target) {
      state.failure.value = null;
      state.route.value = 'systems';
      if (given.files.length === 0 && given.skipped.length === 0)
        return note('error', 'There was no file in that: drop, pick or paste files.');
      if (given.files.length === 0) return settle(nothing, given, target);
      const key = keyOf(given, target);
      const busy = reading.value !== null || state.running.value !== null;
      if (key === latest && busy) return note('ok', 'These files are being worked on already.');
      latest = key;
      await ask(given, target);
    },
    stop() {
      asked?.cancel();
      return asked !== null;
    },
  };
}
