import { RoentgenError } from '@roentgen/kernels';

/** Pixels by truth and prediction. */
export interface Confusion {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly trueNegative: number;
}

/** Counts pixels; anything but 0 is foreground, so that label pictures may be given as they are. */
export function confusion(truth: ArrayLike<number>, predicted: ArrayLike<number>): Confusion {
  if (truth.length !== predicted.length)
    throw new RoentgenError(
      'shape',
      `The truth has ${truth.length} pixels, the prediction ${predicted.length}.`,
    );
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < truth.length; i++)
    counts[(truth[i] === 0 ? 0 : 2) + (predicted[i] === 0 ? 0 : 1)]! += 1;
  const [trueNegative, falsePositive, falseNegative, truePositive] = counts as [
    number,
    number,
    number,
    number,
  ];
  return { truePositive, falsePositive, falseNegative, trueNegative };
}

/** Measures of one mask against another, all from 0 to 1. */
export interface MaskScores {
  readonly dice: number;
  readonly jaccard: number;
  readonly precision: number;
  /** Also called sensitivity. */
  readonly recall: number;
  readonly specificity: number;
}

/** A ratio of counts; 0 of 0 is 1, since nothing was there to be got wrong. */
const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** Dice 2TP/(2TP+FP+FN), Jaccard TP/(TP+FP+FN), precision TP/(TP+FP), recall TP/(TP+FN), specificity TN/(TN+FP). */
export function maskScores(counts: Confusion): MaskScores {
  const { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn } = counts;
  return {
    dice: ratio(2 * tp, 2 * tp + fp + fn),
    jaccard: ratio(tp, tp + fp + fn),
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, tp + fn),
    specificity: ratio(tn, tn + fp),
  };
}
