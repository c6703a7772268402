import { commit } from 'virtual:commit';
import { effect } from '@preact/signals';
import type { PlainError } from '../../protocol.ts';
import { type Named, withoutPartsOfNames } from '../../redact.ts';
import type { Gathered } from '../opening/collect.ts';
import type { State } from '../state.ts';
import { type Logged, reportText } from './report.ts';

/** Keeps what a report of a fault needs. */
export interface Reporter {
  /** Names that must not get into a report. */
  given(gathered: Gathered): void;
  /** The report, now. */
  text(): string;
}

/** Errors that are kept, the newest last. */
const kept = 10;

/** Names of what the page knows at the moment: files found, in archives too, and the titles of series. */
function namesNow({ opening, failure, running }: State): Named[] {
  const things = opening.intake.value?.offered ?? [];
  const files = things.flatMap((thing) => [{ name: thing.title }, ...thing.files]);
  const titles = [failure.value?.what, running.value?.title].filter((title) => title !== undefined);
  return [...files, ...titles.map((name) => ({ name }))];
}

const clean = (error: PlainError, names: readonly Named[]): PlainError => ({
  code: error.code,
  message: withoutPartsOfNames(error.message, names),
  ...(error.hint === undefined ? {} : { hint: withoutPartsOfNames(error.hint, names) }),
  ...(error.node === undefined ? {} : { node: error.node }),
});

function factsOf(state: State, errors: readonly Logged[]) {
  const { models, scale, active, route, radiograph, volume, cells } = state;
  const own = Object.entries(models.value).filter(([, model]) => model !== null);
  return {
    commit,
    date: new Date(),
    browser: navigator.userAgent,
    screen: `${innerWidth} x ${innerHeight} at ${devicePixelRatio}`,
    page: {
      secure: String(isSecureContext),
      isolated: String(crossOriginIsolated),
      online: String(navigator.onLine),
      cores: String(navigator.hardwareConcurrency),
    },
    adapter: state.adapter.value,
    obstacle: state.obstacle.value,
    settings: {
      card: active.value ?? 'none',
      page: route.value,
      scale: `${scale.value}x`,
      'own models': own.map(([system]) => system).join(', ') || 'none',
    },
    results: [radiograph.value, volume.value, cells.value].filter((result) => result !== null),
    errors,
  };
}

/** A reporter that watches what goes wrong on this page. */
export function createReporter(state: State): Reporter {
  const names = new Map<string, Named>();
  const learn = (some: readonly Named[]) => {
    for (const named of some) names.set(`${named.webkitRelativePath ?? ''}|${named.name}`, named);
  };
  let errors: readonly Logged[] = [];
  effect(() => {
    const failure = state.failure.value;
    if (failure === null) return;
    // Not what the page does next, but what it knows now.
    learn(namesNow(state));
    const error = clean(failure.error, [...names.values()]);
    errors = [...errors, { at: new Date(), error }].slice(-kept);
  });
  return {
    given({ files, skipped }) {
      learn(files.map(({ file, path }) => ({ name: file.name, webkitRelativePath: path })));
      learn(skipped.map(({ path }) => ({ name: path })));
    },
    text() {
      learn(namesNow(state));
      const known = [...names.values()];
      const again = errors.map(({ at, error }) => ({ at, error: clean(error, known) }));
      return reportText(factsOf(state, again));
    },
  };
}
