import type { Labels } from '../types.ts';
import type { CellFeatures } from './features.ts';

/** A true cell and the predicted one that lies under its centroid. */
export interface MatchedCell {
  readonly truth: CellFeatures;
  readonly predicted: CellFeatures;
}

/** Features whose errors the paper reports. */
export const comparedFeatures = ['area', 'eccentricity', 'majorAxis', 'solidity', 'orientation'] as const;
export type ComparedFeature = (typeof comparedFeatures)[number];

/**
 * Pairs each true cell with the label that the prediction has at its centroid (rounded to a pixel), as the paper's
 * notebook does. Cells whose centroid falls on background are returned as missed; two true cells may share a label.
 */
export function matchCells(
  truth: readonly CellFeatures[],
  predicted: readonly CellFeatures[],
  labels: Labels,
) {
  const byLabel = new Map(predicted.map((cell) => [cell.label, cell]));
  const matched: MatchedCell[] = [];
  const missed: CellFeatures[] = [];
  for (const cell of truth) {
    const at = Math.round(cell.centroidY) * labels.width + Math.round(cell.centroidX);
    const found = byLabel.get(labels.data[at]!);
    if (found) matched.push({ truth: cell, predicted: found });
    else missed.push(cell);
  }
  return { matched, missed };
}

/** Smallest turn between two axes, as a percentage of a right angle. */
function turn(a: number, b: number): number {
  const difference = Math.abs(a - b);
  return (Math.min(difference, Math.PI - difference) / (Math.PI / 2)) * 100;
}

/** |truth - predicted| / truth in percent; for the orientation the turn in percent of a right angle. */
export function featureError({ truth, predicted }: MatchedCell, feature: ComparedFeature): number {
  if (feature === 'orientation') return turn(truth.orientation, predicted.orientation);
  const difference = Math.abs(truth[feature] - predicted[feature]);
  return difference === 0 ? 0 : (difference / truth[feature]) * 100;
}

/** Mean of each error over the pairs; a true value of 0 (the eccentricity of a disc) has no percentage and is left out. */
export function meanFeatureErrors(pairs: readonly MatchedCell[]): Record<ComparedFeature, number> {
  const mean = (feature: ComparedFeature) => {
    const errors = pairs.map((pair) => featureError(pair, feature)).filter(Number.isFinite);
    return errors.reduce((sum, error) => sum + error, 0) / errors.length;
  };
  return {
    area: mean('area'),
    eccentricity: mean('eccentricity'),
    majorAxis: mean('majorAxis'),
    solidity: mean('solidity'),
    orientation: mean('orientation'),
  };
}
