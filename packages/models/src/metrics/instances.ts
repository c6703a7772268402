import { RoentgenError } from '@roentgen/kernels';
import type { Labels } from '../imaging/types.ts';

/** Two objects that share pixels, with the Jaccard index (IoU) of the two. */
export interface Overlap {
  readonly truth: number;
  readonly predicted: number;
  readonly pixels: number;
  readonly jaccard: number;
}

function areas(labels: Labels): Uint32Array {
  const out = new Uint32Array(labels.count + 1);
  for (const label of labels.data) out[label]!++;
  return out;
}

/** Every pair of a true and a predicted object that touch, in order of the true and then the predicted label. */
export function overlaps(truth: Labels, predicted: Labels): Overlap[] {
  if (truth.width !== predicted.width || truth.height !== predicted.height)
    throw new RoentgenError(
      'shape',
      `The truth is ${truth.width} x ${truth.height}, the prediction ${predicted.width} x ${predicted.height}.`,
    );
  const shared = new Map<number, number>();
  const columns = predicted.count + 1;
  for (let i = 0; i < truth.data.length; i++) {
    if (truth.data[i] === 0 || predicted.data[i] === 0) continue;
    const key = truth.data[i]! * columns + predicted.data[i]!;
    shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  const [a, b] = [areas(truth), areas(predicted)];
  return [...shared]
    .sort(([i], [j]) => i - j)
    .map(([key, pixels]) => {
      const [t, p] = [Math.floor(key / columns), key % columns];
      return { truth: t, predicted: p, pixels, jaccard: pixels / (a[t]! + b[p]! - pixels) };
    });
}

/** Objects found, invented and missed at one Jaccard level. */
export interface InstanceScores {
  readonly matched: number;
  readonly extra: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** TP / (TP + FP + FN), the average precision of the Data Science Bowl 2018 at this level. */
  readonly score: number;
  /** Mean Jaccard of the matched pairs; 0 without any. */
  readonly quality: number;
}

/**
 * Matches objects whose Jaccard index exceeds `level`; from 0.5 on no object can match twice, so that no
 * assignment is needed. Throws `value` for a level below 0.5. An empty truth met by an empty prediction scores 1.
 */
export function instanceScores(truth: Labels, predicted: Labels, level = 0.5): InstanceScores {
  if (!(level >= 0.5 && level < 1))
    throw new RoentgenError('value', `Matching at Jaccard ${level} is ambiguous.`, {
      hint: 'Use 0.5 up to 1.',
    });
  const pairs = overlaps(truth, predicted).filter(({ jaccard }) => jaccard > level);
  const matched = pairs.length;
  const present = (labels: Labels) => areas(labels).filter((area, label) => label > 0 && area > 0).length;
  const missed = present(truth) - matched;
  const extra = present(predicted) - matched;
  const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    matched,
    extra,
    missed,
    precision: ratio(matched, matched + extra),
    recall: ratio(matched, matched + missed),
    f1: ratio(2 * matched, 2 * matched + extra + missed),
    score: ratio(matched, matched + extra + missed),
    quality: matched === 0 ? 0 : pairs.reduce((sum, { jaccard }) => sum + jaccard, 0) / matched,
  };
}
