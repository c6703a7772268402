import { RoentgenError } from '@roentgen/kernels';
import { fitLikelihood, scoreAtRatio } from '../metrics/likelihood.ts';
import { type Proportion, proportion } from '../metrics/proportion.ts';

/** Where a score starts to speak for pneumonia, and where it says little either way. */
export interface OperatingPoint {
  /** Scores from here up count as positive. */
  readonly threshold: number;
  /** Scores from the first to the second are unsure: likelihood ratios of 1/2 to 2. */
  readonly unsure: readonly [low: number, high: number];
}

export type Zone = 'below' | 'unsure' | 'above';

/** The zones as people read them, the same in the page and on the command line. */
export const zoneWords: Readonly<Record<Zone, string>> = {
  below: 'below the unsure zone',
  unsure: 'in the unsure zone',
  above: 'above the unsure zone',
};

/** On which side of an operating point a score lies. */
export function zoneOf(score: number, { unsure: [low, high] }: OperatingPoint): Zone {
  if (score < low) return 'below';
  return score > high ? 'above' : 'unsure';
}

const rounded = (value: number) => Math.round(100 * value) / 100;

/**
 * The operating point of scores whose labels are known, to two digits. The likelihood ratio of a score is fitted by a
 * logistic curve, so that every case counts and not only those beside the cut. The threshold is where it is 1, which
 * makes sensitivity + specificity - 1 of the fit largest (Youden 1950); between 1/2 and 2 a result changes the odds
 * "to a small (and rarely important) degree" (Jaeschke, Guyatt and Sackett 1994), which is called unsure here. Throws
 * `value` where there is no fit, or where positive cases score lower.
 */
export function chooseOperatingPoint(
  scores: ArrayLike<number>,
  positive: ArrayLike<boolean | number>,
): OperatingPoint {
  const fit = fitLikelihood(scores, positive);
  if (fit.slope <= 0)
    throw new RoentgenError(
      'value',
      'positive cases score lower than negative ones: there is no operating point',
    );
  const at = (ratio: number) => rounded(scoreAtRatio(fit, ratio));
  return { threshold: at(1), unsure: [at(1 / 2), at(2)] };
}

/** What an operating point does on cases that it was not chosen on. Intervals are Wilson's at 95 %. */
export interface OperatingFigures {
  readonly sensitivity: Proportion;
  readonly specificity: Proportion;
  /** Cases in the unsure zone. */
  readonly inUnsure: Proportion;
}

/** Counts an operating point's hits. Throws `value` where a class is missing. */
export function measureOperatingPoint(
  point: OperatingPoint,
  scores: readonly number[],
  positive: readonly boolean[],
): OperatingFigures {
  const count = (wanted: boolean) => {
    const of = scores.filter((_, i) => positive[i] === wanted);
    return proportion(of.filter((score) => score >= point.threshold === wanted).length, of.length);
  };
  const unsure = scores.filter((score) => zoneOf(score, point) === 'unsure').length;
  return {
    sensitivity: count(true),
    specificity: count(false),
    inUnsure: proportion(unsure, scores.length),
  };
}
