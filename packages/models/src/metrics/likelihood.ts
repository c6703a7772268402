import { RoentgenError } from '@roentgen/kernels';

/** How the odds of a positive case grow with the score's logit: log-odds = intercept + slope * logit. */
export interface LogisticFit {
  readonly intercept: number;
  readonly slope: number;
  /** Log-odds of a positive case before any score is known: log(positives / negatives) of the sample. */
  readonly prior: number;
}

/** Scores of 0 and 1 have no logit; this far from them they have one. */
const margin = 1e-7;

const logit = (score: number) => {
  const inside = Math.min(Math.max(score, margin), 1 - margin);
  return Math.log(inside / (1 - inside));
};

/** One step of Newton's method on the likelihood. */
function step(
  x: readonly number[],
  positive: ArrayLike<boolean | number>,
  [a, b]: readonly [number, number],
) {
  let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
  x.forEach((value, i) => {
    const p = 1 / (1 + Math.exp(-(a + b * value)));
    const [error, weight] = [Number(Boolean(positive[i])) - p, p * (1 - p)];
    ga += error;
    gb += error * value;
    haa += weight;
    hab += weight * value;
    hbb += weight * value * value;
  });
  const determinant = haa * hbb - hab * hab;
  return [a + (hbb * ga - hab * gb) / determinant, b + (haa * gb - hab * ga) / determinant] as const;
}

/** A threshold tells the classes apart but for ties on it, one way round or the other: the steepest curve fits best. */
function separable(x: readonly number[], positive: ArrayLike<boolean | number>): boolean {
  const of = (wanted: boolean) => x.filter((_, i) => Boolean(positive[i]) === wanted);
  const [yes, no] = [of(true), of(false)];
  return Math.min(...yes) >= Math.max(...no) || Math.min(...no) >= Math.max(...yes);
}

const noFit = () =>
  new RoentgenError('value', 'the scores and labels have no logistic fit', {
    hint: 'give more cases: the score separates these without a fault, or is the same for all',
  });

/**
 * Fits positive cases against the logits of scores in 0..1 by maximum likelihood (Platt 1999, without his smoothing of
 * the labels). Throws `value` where a class is missing, and where no fit exists: classes that a threshold separates
 * without a fault, or scores that are all the same.
 */
export function fitLikelihood(scores: ArrayLike<number>, positive: ArrayLike<boolean | number>): LogisticFit {
  const x = Array.from(scores, logit);
  const positives = x.filter((_, i) => Boolean(positive[i])).length;
  if (positives === 0 || positives === x.length)
    throw new RoentgenError(
      'value',
      `${positives} of ${x.length} cases are positive: both kinds are needed.`,
    );
  if (separable(x, positive)) throw noFit();
  const prior = Math.log(positives / (x.length - positives));
  let now: readonly [number, number] = [0, 0];
  for (let round = 0; round < 100; round++) {
    const next = step(x, positive, now);
    const moved = Math.abs(next[0] - now[0]) + Math.abs(next[1] - now[1]);
    if (!Number.isFinite(moved)) break;
    now = next;
    if (moved < 1e-10) return { intercept: now[0], slope: now[1], prior };
  }
  throw noFit();
}

/** The score at which a case is `ratio` times as likely among the positive as among the negative ones. */
export function scoreAtRatio({ intercept, slope, prior }: LogisticFit, ratio: number): number {
  return 1 / (1 + Math.exp(-(Math.log(ratio) + prior - intercept) / slope));
}
