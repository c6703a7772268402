import { RoentgenError } from '@roentgen/kernels';
import type { ModelSource } from '@roentgen/runtime';
import {
  type CellFeatures,
  cellFeatures,
  type Plane,
  paperNuclei,
  type Seeding,
  type SegmentOptions,
  type Spacing,
  segmentCells,
} from '../imaging/analysis/index.ts';
import type { Labels } from '../imaging/types.ts';
import { checkContract, type NetworkContract, type NetworkNames } from '../network/contract.ts';
import { chainEdits, type ModelHost } from '../network/network.ts';
import { withOpenSizes } from '../network/surgery.ts';
import { card } from './card.ts';
import { type CellInput, greyInput } from './channels.ts';
import { measureNucleusRadius, nucleusBlobs } from './nuclei.ts';
import { type CellNetwork, cellProbability, type TilingOptions } from './probability.ts';

/** How a probability map becomes cells. */
export interface SegmentationOptions extends Partial<SegmentOptions> {
  /**
   * Radius of nuclei in pixels, where seeds come from nuclei. Default: measured on the picture; `paper` takes the
   * paper's scales, sigma 11 to 16.
   */
  readonly nucleusRadius?: number | 'paper';
  /** Size of a pixel, for features in its unit. */
  readonly spacing?: Spacing;
}

/** Cells of one picture. */
export interface Segmentation {
  readonly probability: Plane;
  readonly labels: Labels;
  /** One row per cell, in order of label; columns and units by `featureColumns`. */
  readonly features: readonly CellFeatures[];
}

function seedingFor({ stains }: Pick<CellInput, 'stains'>, wanted: number | 'paper' | undefined): Seeding {
  if (!stains) return { from: 'distance' };
  const { nucleus, cytoplasm } = stains;
  const radius = wanted ?? measureNucleusRadius(nucleus, cytoplasm) ?? 'paper';
  return { from: 'nuclei', ...stains, blobs: radius === 'paper' ? paperNuclei : nucleusBlobs(radius) };
}

/**
 * Labels and features from a probability map; cheap beside the network, so that a slider can call it. Threshold 0.5
 * (the paper's is 0.2, for its own weights). Seeds are nuclei where there are stains, as in the paper, else maxima of
 * the distance to the background; cells below 20 pixels are dropped.
 */
export function cellsOf(
  probability: Plane,
  input: Pick<CellInput, 'stains' | 'intensity'>,
  options: SegmentationOptions = {},
): Segmentation {
  const seeds = options.seeds ?? seedingFor(input, options.nucleusRadius);
  const { threshold = 0.5, minimumArea = 20, border = 'keep', spacing } = options;
  const labels = segmentCells(probability, { seeds, threshold, minimumArea, border });
  const features = cellFeatures(labels, { intensity: input.intensity, ...(spacing && { spacing }) });
  return { probability, labels, features };
}

/** `pseudo-rgb`: the paper's three channels. `grey`: the brighter of nucleus and cytoplasm in all three channels. */
export type StainsAs = 'pseudo-rgb' | 'grey';

export interface SegmenterOptions {
  /** A network of one's own; the shipped one without it. */
  readonly model?: ModelSource;
  /**
   * Default: `grey` for the shipped network, which was trained on one channel and finds hardly a cell in colours;
   * `pseudo-rgb` for a network of one's own.
   */
  readonly stainsAs?: StainsAs;
}

/** Cells by a Residual Attention U-Net. */
export class CellSegmenter implements Disposable {
  /** What three stains become for this network. */
  readonly stainsAs: StainsAs;
  readonly #loaded: CellNetwork;

  /** Use `loadCellSegmenter`. */
  constructor(loaded: CellNetwork, stainsAs: StainsAs) {
    this.#loaded = loaded;
    this.stainsAs = stainsAs;
  }

  /** The probability of cell for every pixel. */
  probability(input: CellInput, options: TilingOptions = {}): Promise<Plane> {
    return cellProbability(this.#loaded, this.stainsAs === 'grey' ? greyInput(input) : input, options);
  }

  /** From pictures to labels and features. Throws `aborted`, and `value` where the network gives NaN. */
  async segment(input: CellInput, options: TilingOptions & SegmentationOptions = {}): Promise<Segmentation> {
    return cellsOf(await this.probability(input, options), input, options);
  }

  [Symbol.dispose](): void {
    this.#loaded.network.dispose();
  }
}

/** What a network must take and give to find cells. */
export const cellContract: NetworkContract = {
  system: 'cell-segmentation',
  input: [3, null, null],
  output: [1, null, null],
  outputName: 'logits',
};

/**
 * Loads the shipped network or one's own: [n, 3, h, w] of 0..1 to logits [n, 1, h, w], for sides that are multiples of
 * 16. Throws `model` where a file takes or gives something else.
 */
export async function loadCellSegmenter(
  host: ModelHost,
  options: SegmenterOptions = {},
): Promise<CellSegmenter> {
  const found: { names?: NetworkNames } = {};
  const source = options.model ?? host.weights(card.files[0].file);
  const network = await host.open(
    source,
    chainEdits((model) => {
      found.names = checkContract(model, cellContract);
      return model;
    }, withOpenSizes),
  );
  if (!found.names) throw new RoentgenError('usage', 'the host opened a model without showing it');
  const stainsAs = options.stainsAs ?? (options.model === undefined ? 'grey' : 'pseudo-rgb');
  return new CellSegmenter({ network, names: found.names }, stainsAs);
}
