import { auroc } from '../metrics/index.ts';
import type { PneumoniaClassifier } from './classifier.ts';
import type { Radiograph } from './radiograph.ts';

/** A radiograph with what is known about it. */
export interface LabelledRadiograph {
  readonly file: string;
  readonly pneumonia: boolean;
  readonly view: 'PA' | 'AP';
  /** Decodes it, when its turn comes. */
  read(): Promise<Pick<Radiograph, 'plane'>>;
}

export interface PneumoniaScores {
  readonly count: number;
  /** Area under the ROC curve of pneumonia's score. */
  readonly auroc: number;
  /**
   * How well the view can be guessed from the score alone, whichever way round: the larger of the AUROCs of "higher
   * is PA" and "higher is AP", so 0.5 is blind and 1 gives the view away. Which way round is `viewHigher`.
   */
  readonly viewAuroc: number;
  readonly viewHigher: 'PA' | 'AP';
  readonly scores: readonly { readonly file: string; readonly score: number }[];
}

/** AUROCs of scores that are there already. Throws `value` where a class or a view is missing. */
export function scoreRadiographs(
  cases: readonly Pick<LabelledRadiograph, 'file' | 'pneumonia' | 'view'>[],
  scores: readonly number[],
): PneumoniaScores {
  const asPa = auroc(
    scores,
    cases.map(({ view }) => view === 'PA'),
  );
  return {
    count: cases.length,
    auroc: auroc(
      scores,
      cases.map(({ pneumonia }) => pneumonia),
    ),
    viewAuroc: Math.max(asPa, 1 - asPa),
    viewHigher: asPa >= 0.5 ? 'PA' : 'AP',
    scores: cases.map(({ file }, i) => ({ file, score: scores[i] })),
  };
}

export interface EvaluateOptions {
  readonly batch?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Scores radiographs and counts the area under the ROC curve, as the paper's authors do with scikit-learn. */
export async function evaluatePneumonia(
  classifier: Pick<PneumoniaClassifier, 'classify'>,
  cases: readonly LabelledRadiograph[],
  { batch = 8, signal, onProgress }: EvaluateOptions = {},
): Promise<PneumoniaScores> {
  const scores: number[] = [];
  for (let start = 0; start < cases.length; start += batch) {
    const radiographs = await Promise.all(cases.slice(start, start + batch).map((item) => item.read()));
    const results = await classifier.classify(radiographs, { batch, ...(signal && { signal }) });
    scores.push(...results.map(({ pneumonia }) => pneumonia));
    onProgress?.(scores.length, cases.length);
  }
  return scoreRadiographs(cases, scores);
}
