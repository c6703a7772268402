import { RoentgenError } from '@roentgen/kernels';

interface Ranked {
  readonly positives: number;
  readonly negatives: number;
  /** Case numbers from the highest score to the lowest. */
  readonly order: readonly number[];
}

function rank(scores: ArrayLike<number>, positive: ArrayLike<boolean | number>): Ranked {
  if (scores.length !== positive.length)
    throw new RoentgenError('shape', `${scores.length} scores came with ${positive.length} labels.`);
  const order = Array.from({ length: scores.length }, (_, i) => i);
  const odd = order.find((i) => Number.isNaN(scores[i]));
  if (odd !== undefined) throw new RoentgenError('value', `Score ${odd} is not a number.`);
  order.sort((i, j) => scores[j]! - scores[i]!);
  const positives = order.filter((i) => Boolean(positive[i])).length;
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0)
    throw new RoentgenError(
      'value',
      `${positives} positive and ${negatives} negative cases cannot be ranked.`,
      {
        hint: 'Give at least one case of each kind.',
      },
    );
  return { positives, negatives, order };
}

/** Walks down the scores; cases of equal score are counted together. */
function* thresholds(
  scores: ArrayLike<number>,
  positive: ArrayLike<boolean | number>,
  order: readonly number[],
) {
  let truePositives = 0;
  let falsePositives = 0;
  for (let i = 0; i < order.length; i++) {
    if (positive[order[i]!]) truePositives++;
    else falsePositives++;
    if (i + 1 === order.length || scores[order[i]!] !== scores[order[i + 1]!])
      yield { truePositives, falsePositives };
  }
}

/**
 * Area under the ROC curve by trapezoids: the chance that a positive case scores above a negative one, ties
 * counting half (Hanley and McNeil 1982). Throws `value` where one of the two classes is missing.
 */
export function auroc(scores: ArrayLike<number>, positive: ArrayLike<boolean | number>): number {
  const { order, positives, negatives } = rank(scores, positive);
  let area = 0;
  let last = { truePositives: 0, falsePositives: 0 };
  for (const point of thresholds(scores, positive, order)) {
    const step = point.falsePositives - last.falsePositives;
    area += (step * (point.truePositives + last.truePositives)) / 2;
    last = point;
  }
  return area / (positives * negatives);
}

/** Average precision, the sum of precision times the gain in recall over all thresholds (scikit-learn's definition). */
export function averagePrecision(scores: ArrayLike<number>, positive: ArrayLike<boolean | number>): number {
  const { order, positives } = rank(scores, positive);
  let sum = 0;
  let found = 0;
  for (const { truePositives, falsePositives } of thresholds(scores, positive, order)) {
    sum += ((truePositives - found) / positives) * (truePositives / (truePositives + falsePositives));
    found = truePositives;
  }
  return sum;
}
