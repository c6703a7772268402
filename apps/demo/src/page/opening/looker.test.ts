import { describe, expect, it } from 'vitest';
import type { Found } from '../../protocol.ts';
import { type Link, WorkerError } from '../link.ts';
import { createState } from '../state.ts';
import type { Gathered } from './collect.ts';
import { createLooker } from './looker.ts';

const found: Found = { things: [], skipped: [], files: 1, bytes: 1, milliseconds: 1 };
const drop = (name: string): Gathered => ({
  files: [{ file: new File(['1'], name, { lastModified: 1 }), path: name }],
  skipped: [],
});

/** A worker that answers when it is told to, and stops when it is asked to. */
function bench() {
  const questions: { answer(): void; cancelled: boolean }[] = [];
  const link: Link = {
    ask() {
      let [resolve, reject]: ((value: never) => void)[] = [];
      const answer = new Promise<never>((...both) => {
        [resolve, reject] = both as ((value: never) => void)[];
      });
      const question = { answer: () => resolve(found as never), cancelled: false };
      questions.push(question);
      const cancel = () => {
        question.cancelled = true;
        reject(new WorkerError({ code: 'aborted', message: 'Stopped.' }) as never);
      };
      return { answer, cancel };
    },
  };
  const state = createState();
  const settled: string[] = [];
  const looker = createLooker(state, link, (_, { files }) => {
    settled.push(files[0]?.path ?? 'none');
    return Promise.resolve();
  });
  const notes = () => state.notices.value.map(({ text }) => text);
  return { state, questions, settled, looker, notes };
}

describe('looking at files', () => {
  it('hands on what was found', async () => {
    const { looker, questions, settled, state } = bench();
    const done = looker.look(drop('a'), null);
    expect(state.opening.reading.value?.title).toBe('a');
    questions[0].answer();
    await done;
    expect([settled, state.opening.reading.value]).toEqual([['a'], null]);
  });

  it('lets the same files change nothing while they are worked on, and takes them again afterwards', async () => {
    const { looker, questions, settled, notes, state } = bench();
    const first = looker.look(drop('a'), 'cells');
    await looker.look(drop('a'), 'cells');
    expect([questions.length, notes()]).toEqual([1, ['These files are being worked on already.']]);
    questions[0].answer();
    await first;
    state.running.value = {} as never;
    await looker.look(drop('a'), 'cells');
    expect(questions).toHaveLength(1);
    state.running.value = null;
    const again = looker.look(drop('a'), 'cells');
    questions[1].answer();
    await again;
    expect(settled).toEqual(['a', 'a']);
  });

  it('gives way to other files', async () => {
    const { looker, questions, settled } = bench();
    const first = looker.look(drop('a'), null);
    const second = looker.look(drop('b'), null);
    questions[1].answer();
    await Promise.all([first, second]);
    expect([questions[0].cancelled, settled]).toEqual([true, ['b']]);
  });

  it('stops, and says so', async () => {
    const { looker, notes, state } = bench();
    expect(looker.stop()).toBe(false);
    const done = looker.look(drop('a'), null);
    expect(looker.stop()).toBe(true);
    await done;
    expect([notes(), state.failure.value]).toEqual([['a: stopped. Nothing was opened.'], null]);
  });

  it('is never silent about nothing', async () => {
    const { looker, notes, state } = bench();
    state.route.value = 'bench';
    await looker.look({ files: [], skipped: [] }, null);
    expect([notes()[0], state.route.value]).toEqual([expect.stringMatching(/no file in that/), 'systems']);
  });
});
