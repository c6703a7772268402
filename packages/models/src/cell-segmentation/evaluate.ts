import {
  above,
  type ComparedFeature,
  cellFeatures,
  comparedFeatures,
  featureError,
  type MatchedCell,
  matchCells,
} from '../imaging/analysis/index.ts';
import type { Labels } from '../imaging/types.ts';
import { confusion, instanceScores, maskScores } from '../metrics/index.ts';
import type { CellInput } from './channels.ts';
import type { TilingOptions } from './probability.ts';
import { type CellSegmenter, cellsOf, type Segmentation, type SegmentationOptions } from './segmenter.ts';

/** A picture with its true cells. */
export interface LabelledCells {
  readonly file: string;
  /** Decodes it, when its turn comes. */
  read(): Promise<{ readonly input: CellInput; readonly truth: Labels }>;
}

/** How well pixels and cells were found; every figure from 0 to 1. */
export interface CellScores {
  readonly dice: number;
  readonly jaccard: number;
  readonly precision: number;
  readonly recall: number;
  /** Cells, matched at a Jaccard index above 0.5. */
  readonly cellPrecision: number;
  readonly cellRecall: number;
  readonly cellF1: number;
}

export interface CellEvaluation {
  readonly count: number;
  /** Means over pictures. */
  readonly mean: CellScores;
  readonly rows: readonly ({ readonly file: string } & CellScores)[];
  /** Mean error in percent over all true cells that have a predicted one at their centroid (the paper's way). */
  readonly featureErrors: Readonly<Record<ComparedFeature, number>>;
  readonly matchedCells: number;
  readonly missedCells: number;
}

/** Scores of one picture: pixels by the bare threshold, cells after they were told apart. */
export function scoreCells(truth: Labels, found: Segmentation, threshold: number): CellScores {
  const mask = above(found.probability, threshold);
  const { dice, jaccard, precision, recall } = maskScores(confusion(truth.data, mask.data));
  const cells = instanceScores(truth, found.labels);
  return {
    dice,
    jaccard,
    precision,
    recall,
    cellPrecision: cells.precision,
    cellRecall: cells.recall,
    cellF1: cells.f1,
  };
}

function meanScores(rows: readonly CellScores[]): CellScores {
  const mean = (key: keyof CellScores) => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  return {
    dice: mean('dice'),
    jaccard: mean('jaccard'),
    precision: mean('precision'),
    recall: mean('recall'),
    cellPrecision: mean('cellPrecision'),
    cellRecall: mean('cellRecall'),
    cellF1: mean('cellF1'),
  };
}

/** Errors of each feature summed up picture by picture, so that no picture need be kept. */
class ErrorTally {
  readonly #sums = new Map<ComparedFeature, { sum: number; count: number }>();
  matched = 0;
  missed = 0;

  add(pairs: readonly MatchedCell[], missed: number): void {
    this.matched += pairs.length;
    this.missed += missed;
    for (const feature of comparedFeatures) {
      const tally = this.#sums.get(feature) ?? { sum: 0, count: 0 };
      const errors = pairs.map((pair) => featureError(pair, feature)).filter(Number.isFinite);
      tally.sum += errors.reduce((sum, error) => sum + error, 0);
      tally.count += errors.length;
      this.#sums.set(feature, tally);
    }
  }

  means(): Record<ComparedFeature, number> {
    const entries = [...this.#sums].map(([feature, { sum, count }]) => [feature, sum / count]);
    return Object.fromEntries(entries) as Record<ComparedFeature, number>;
  }
}

export interface EvaluateCellsOptions extends TilingOptions, SegmentationOptions {
  readonly onImage?: (done: number, total: number, file: string) => void;
}

/**
 * Segments every picture and compares: Dice, Jaccard, precision and recall of the pixels above the threshold against
 * label > 0, averaged over pictures; cells; and the errors of shape features.
 */
export async function evaluateCells(
  segmenter: Pick<CellSegmenter, 'probability'>,
  cases: readonly LabelledCells[],
  { onImage, onProgress: _, ...options }: EvaluateCellsOptions = {},
): Promise<CellEvaluation> {
  const rows: ({ file: string } & CellScores)[] = [];
  const errors = new ErrorTally();
  for (const { file, read } of cases) {
    const { input, truth } = await read();
    const found = cellsOf(await segmenter.probability(input, options), input, options);
    rows.push({ file, ...scoreCells(truth, found, options.threshold ?? 0.5) });
    const { matched, missed } = matchCells(cellFeatures(truth), cellFeatures(found.labels), found.labels);
    errors.add(matched, missed.length);
    onImage?.(rows.length, cases.length, file);
  }
  return {
    count: rows.length,
    mean: meanScores(rows),
    rows,
    featureErrors: errors.means(),
    matchedCells: errors.matched,
    missedCells: errors.missed,
  };
}
