import type { AdapterReport, Obstacle, PlainError, Result } from '../../protocol.ts';

/** An error that was shown, its message without names. */
export interface Logged {
  readonly at: Date;
  readonly error: PlainError;
}

/** What a report is written from. */
export interface ReportFacts {
  readonly commit: string | null;
  readonly date: Date;
  readonly browser: string;
  readonly screen: string;
  /** The page's own circumstances, by name. */
  readonly page: Readonly<Record<string, string>>;
  readonly adapter: AdapterReport | null;
  readonly obstacle: Obstacle | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly results: readonly Result[];
  readonly errors: readonly Logged[];
}

type Line = readonly [name: string, value: string];

const block = (title: string, lines: readonly Line[]) => {
  const wide = Math.max(0, ...lines.map(([name]) => name.length));
  return [`${title}`, ...lines.map(([name, value]) => `  ${name.padEnd(wide)}  ${value}`)].join('\n');
};

function adapterLines(adapter: AdapterReport | null, obstacle: Obstacle | null): Line[] {
  if (obstacle !== null) return [['obstacle', JSON.stringify(obstacle)]];
  if (adapter === null) return [['adapter', 'not known yet']];
  const { name, vendor, architecture, software, features, limits } = adapter;
  return [
    ['name', name],
    ['vendor', `${vendor} ${architecture}`.trim() || 'not told'],
    ['software', software ? 'yes' : 'no'],
    ['features', features.join(', ') || 'none'],
    ...Object.entries(limits).map(([limit, value]): Line => [limit, String(value)]),
  ];
}

/** Of a result only what says nothing about the picture: whose weights, how long each stage took, what checks said. */
function resultLine({ system, model, generated, checks, times }: Result): Line {
  const doubtful = checks.filter(({ level }) => level !== 'ok').length;
  const stages = times.map(({ stage, ms }) => `${stage} ${Math.round(ms)} ms`).join(', ');
  const weights = model === null ? 'shipped weights' : 'own weights';
  const input = generated ? 'generated sample' : 'own file';
  return [system, `${input}, ${weights}; ${doubtful} of ${checks.length} checks doubtful; ${stages}`];
}

function errorLine({ at, error }: Logged): Line {
  const { code, message, hint, node } = error;
  const more = [node && `node ${node}`, hint && `next: ${hint}`].filter(Boolean).join('; ');
  return [at.toISOString().slice(11, 19), `${code}: ${message}${more === '' ? '' : ` (${more})`}`];
}

/** The report as text for a person to read before they send it. */
export function reportText(facts: ReportFacts): string {
  const { commit, date, browser, screen, page, adapter, obstacle, settings, results, errors } = facts;
  return `${[
    'Roentgen report: no picture and no file name is in it',
    block('Page', [
      ['commit', commit ?? 'unknown'],
      ['date', date.toISOString()],
      ['browser', browser],
      ['screen', screen],
      ...Object.entries(page),
    ]),
    block('GPU', adapterLines(adapter, obstacle)),
    block('Settings', Object.entries(settings)),
    block('Last results', results.length === 0 ? [['none', '']] : results.map(resultLine)),
    block('Last errors', errors.length === 0 ? [['none', '']] : errors.map(errorLine)),
  ].join('\n\n')}\n`;
}
