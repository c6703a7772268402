import type { InputCheck, ModelCard } from '@roentgen/models';

/** What always stands beside an answer: the notice, and how good the network is. A user's own network has no figures. */
export function cardText(card: ModelCard, model: string | undefined): string {
  if (model !== undefined)
    return `${card.notice.split('. ')[0]}. Network: '${model}', whose quality nobody here knows.\n`;
  const scores = card.scores.map(
    ({ metric, value, unit, on }) => `  ${metric} ${value}${unit === undefined ? '' : ` ${unit}`} on ${on}\n`,
  );
  return `${card.notice}\n${scores.join('')}`;
}

/** The same for JSON. */
export function cardJson({ name, notice, scores, limits }: ModelCard, model: string | undefined): object {
  return model === undefined
    ? { network: name, notice, scores, limits }
    : { network: model, notice, scores: null };
}

/** Checks that did not pass, a line each. */
export function checkLines(checks: readonly InputCheck[]): string[] {
  return checks
    .filter(({ level }) => level !== 'ok')
    .map(({ level, message }) => `${level === 'warn' ? 'warning' : 'refused'}: ${message}`);
}
