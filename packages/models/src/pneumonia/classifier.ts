import { RoentgenError } from '@roentgen/kernels';
import type { ModelSource } from '@roentgen/runtime';
import { checkContract, type NetworkContract, type NetworkNames } from '../network/contract.ts';
import { checkAborted, floatOutput, type ModelHost, type Network } from '../network/network.ts';
import { type ActivationMap, spreadActivation } from './activation.ts';
import { card } from './card.ts';
import { type Finding, findings, pneumoniaIndex } from './findings.ts';
import { normalisedBatch, seenBox, seenPlane, side } from './preprocess.ts';
import type { Radiograph } from './radiograph.ts';
import { activationOutput, endsInSigmoid, withClassActivation } from './surgery.ts';

/** What the network says about one radiograph. */
export interface Classification {
  /** The score of pneumonia, 0..1: not a probability unless calibrated. */
  readonly pneumonia: number;
  readonly scores: Readonly<Record<Finding, number>>;
  /** Where asked for: contributions to pneumonia's score over the radiograph. */
  readonly map?: ActivationMap;
}

export interface ClassifyOptions {
  /** Needs a classifier loaded with `maps`. */
  readonly map?: boolean;
  readonly signal?: AbortSignal;
  /** Radiographs per run of the network; default 8. */
  readonly batch?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ClassifierOptions {
  /** A network of one's own; the shipped one without it. */
  readonly model?: ModelSource;
  /** Keeps the last feature maps, so that `classify` can give class-activation maps. Default false. */
  readonly maps?: boolean;
}

interface Loaded {
  readonly network: Network;
  readonly names: NetworkNames;
  readonly sigmoid: boolean;
  readonly maps: boolean;
}

/** What a network must take and give to score radiographs. */
export const pneumoniaContract: NetworkContract = {
  system: 'pneumonia',
  input: [3, side, side],
  output: [findings.length],
};

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

/** Pneumonia's score of radiographs, by a DenseNet-121 with 13 outputs. */
export class PneumoniaClassifier implements Disposable {
  readonly #loaded: Loaded;

  /** Use `loadPneumoniaClassifier`. */
  constructor(loaded: Loaded) {
    this.#loaded = loaded;
  }

  /** Scores radiographs in batches, in the order given. Throws `aborted` between batches, `usage` for a map without `maps`. */
  async classify(
    radiographs: readonly Pick<Radiograph, 'plane'>[],
    options: ClassifyOptions = {},
  ): Promise<Classification[]> {
    if (options.map === true && !this.#loaded.maps)
      throw new RoentgenError('usage', 'this classifier was loaded without class-activation maps', {
        hint: 'load it with { maps: true }',
      });
    const batch = this.#loaded.names.batch ?? Math.max(1, options.batch ?? 8);
    const results: Classification[] = [];
    for (let start = 0; start < radiographs.length; start += batch) {
      checkAborted(options.signal, 'classification');
      const part = radiographs.slice(start, start + batch);
      results.push(...(await this.#classifyBatch(part, options)));
      options.onProgress?.(results.length, radiographs.length);
    }
    return results;
  }

  async #classifyBatch(
    radiographs: readonly Pick<Radiograph, 'plane'>[],
    { map, signal }: ClassifyOptions,
  ): Promise<Classification[]> {
    const { network, names } = this.#loaded;
    const seen = radiographs.map(({ plane }) => seenPlane(plane));
    // A file that fixes its batch gets the last picture again where there are too few.
    while (seen.length < (names.batch ?? 0)) seen.push(seen.at(-1)!);
    const input = normalisedBatch(seen);
    const outputs = await network.run({ [names.input]: input }, signal === undefined ? {} : { signal });
    const { data } = floatOutput(outputs, names.output);
    return radiographs.map(({ plane }, i) => {
      const raw = data.subarray(i * findings.length, (i + 1) * findings.length);
      const result = classification(this.#loaded.sigmoid ? raw : raw.map(sigmoid));
      if (map !== true) return result;
      return { ...result, map: mapOf(floatOutput(outputs, activationOutput), i, plane) };
    });
  }

  [Symbol.dispose](): void {
    this.#loaded.network.dispose();
  }
}

function classification(values: Float32Array): Classification {
  const entries = findings.map((finding, i) => [finding, values[i]] as const);
  const scores = Object.fromEntries(entries) as Record<Finding, number>;
  if (values.some(Number.isNaN))
    throw new RoentgenError('value', 'the network gave NaN for a score', {
      hint: 'the picture or the weights hold NaN',
    });
  return { pneumonia: scores.Pneumonia, scores };
}

function mapOf(
  activation: { readonly data: Float32Array; readonly shape: readonly number[] },
  index: number,
  plane: Radiograph['plane'],
): ActivationMap {
  const [, classes, height, width] = activation.shape;
  const start = (index * classes + pneumoniaIndex) * height * width;
  const grid = { width, height, data: activation.data.slice(start, start + height * width) };
  return spreadActivation(grid, plane.width, plane.height, seenBox(plane));
}

/**
 * Loads the shipped network or one's own: [n, 3, 224, 224] to [n, 13] scores (or logits) in CheXpert's order. Throws
 * `model` where a file takes or gives something else, and what reading and compiling it throw.
 */
export async function loadPneumoniaClassifier(
  host: ModelHost,
  options: ClassifierOptions = {},
): Promise<PneumoniaClassifier> {
  const maps = options.maps ?? false;
  const found: { names?: NetworkNames; sigmoid?: boolean } = {};
  const source = options.model ?? host.weights(card.files[0].file);
  const network = await host.open(source, (model) => {
    found.names = checkContract(model, pneumoniaContract);
    found.sigmoid = endsInSigmoid(model, found.names.output);
    return maps ? withClassActivation(model) : model;
  });
  if (found.names === undefined || found.sigmoid === undefined)
    throw new RoentgenError('usage', 'the host opened a model without showing it to the classifier');
  return new PneumoniaClassifier({ network, names: found.names, sigmoid: found.sigmoid, maps });
}
