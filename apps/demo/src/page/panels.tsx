import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Check, ExportFormat, Fact, Result, SystemId } from '../protocol.ts';
import { useCommands } from './commands.ts';
import { copyLink } from './copy-link.ts';
import { goCommands } from './go.ts';
import type { Store } from './store.ts';

/** Names and values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name + value}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const levelWords = { ok: 'Passed', warn: 'Warning', refuse: 'Refused' } as const;

function CheckLine({ level, message }: Check) {
  return (
    <li class={`check check-${level}`}>
      <b>{levelWords[level]}:</b> {message}
    </li>
  );
}

function passedWords(passed: number, doubtful: number): string {
  if (passed === 1) return doubtful === 0 ? 'The check passed' : 'The other check passed';
  return `${doubtful === 0 ? 'All' : 'The other'} ${passed} checks passed`;
}

/** Looks at the input, the doubtful ones first; those that passed are a click away, with their numbers. */
function Checks({ checks }: { readonly checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  const [bad, good] = [false, true].map((ok) => checks.filter(({ level }) => (level === 'ok') === ok));
  return (
    <div class="checks" data-testid="checks">
      {bad.length > 0 && (
        <ul>
          {bad.map((check) => (
            <CheckLine key={check.message} {...check} />
          ))}
        </ul>
      )}
      {good.length > 0 && (
        <details>
          <summary class="check check-ok">{passedWords(good.length, bad.length)}</summary>
          <ul>
            {good.map((check) => (
              <CheckLine key={check.message} {...check} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface SawProps {
  readonly result: Result;
  /** Says what the facts are of, where no model saw anything. */
  readonly title?: string;
  /** The input itself, where there is a picture of it. */
  readonly children?: ComponentChildren;
}

/** What was done to the picture before the network, and how the input compares with the training. */
export function Saw({ result, title = 'What the model saw', children }: SawProps) {
  return (
    <section class="block" data-testid="saw">
      <h3>{title}</h3>
      {children}
      <Checks checks={result.checks.filter((check) => check.of !== 'result')} />
      <Facts facts={result.facts} />
    </section>
  );
}

const seconds = (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** Time by stage, and what computed. */
export function Times({ result, adapter }: { readonly result: Result; readonly adapter: string }) {
  const text = result.times.map(({ stage, ms }) => `${stage} ${seconds(ms)}`).join(' · ');
  return (
    <p class="times">
      {text} on {adapter}
    </p>
  );
}

export interface Export {
  readonly label: string;
  readonly format: ExportFormat;
}

interface ExportsProps {
  readonly store: Store;
  readonly system: SystemId;
  readonly exports: readonly Export[];
  /** Saves the view as it stands. */
  readonly png: () => void;
}

/** Ways to take the result away. */
export function Exports({ store, system, exports, png }: ExportsProps) {
  return (
    <section class="block" data-testid="exports">
      <h3>Save</h3>
      <div class="buttons">
        {exports.map(({ label, format }) => (
          <button
            key={format}
            type="button"
            data-testid={`save-${format}`}
            onClick={() => void store.actions.save(system, format)}
          >
            {label}
          </button>
        ))}
        <button type="button" data-testid="save-png" onClick={png}>
          PNG of the view
        </button>
      </div>
    </section>
  );
}

interface ResultArticleProps {
  readonly store: Store;
  readonly result: Result;
  readonly children: ComponentChildren;
}

/**
 * A result under its title: where the picture and the weights come from, then the views. A new result takes the focus
 * from the button that asked for it, so that the keys are those of the picture.
 */
export function ResultArticle({ store, result, children }: ResultArticleProps) {
  const { state } = store;
  const article = useRef<HTMLElement>(null);
  useCommands(store.commands, goCommands(result.system));
  useEffect(() => {
    const { current } = article;
    if (!result || current === null) return;
    current.focus({ preventScroll: true });
    // On a phone the cards fill the window, and nobody would see that there is a result.
    if (current.getBoundingClientRect().top > innerHeight - 80) current.scrollIntoView();
  }, [result]);
  return (
    <article
      ref={article}
      class="result"
      tabIndex={-1}
      aria-label={result.title}
      data-testid={`result-${result.system}`}
    >
      <div class="result-head">
        <h2>{result.title}</h2>
        {result.generated && <span class="tag">generated, no patient</span>}
        {result.model !== null && <span class="tag">model {result.model}</span>}
        <span class="result-links">
          <button type="button" class="link" data-testid="copy-link" onClick={() => void copyLink(store)}>
            Copy link
          </button>
          <button
            type="button"
            class="link"
            data-testid="about-weights"
            onClick={() => {
              state.dialog.value = { kind: 'provenance', system: result.system };
            }}
          >
            About the weights
          </button>
        </span>
      </div>
      {children}
    </article>
  );
}
