import { RoentgenError } from '@roentgen/kernels';
import type { ModelSource } from '@roentgen/runtime';
import { checkFinite, upsampledGrid } from '../imaging/formats/index.ts';
import type { Volume } from '../imaging/types.ts';
import { checkContract, type NetworkContract, type NetworkNames } from '../network/contract.ts';
import { chainEdits, type ModelHost } from '../network/network.ts';
import { withOpenSizes } from '../network/surgery.ts';
import { card } from './card.ts';
import type { Enlarger } from './enlarge.ts';
import { emptyGrid, type Grid } from './grid.ts';
import { limitOvershoot } from './overshoot.ts';
import { enlargeDepth, enlargeInPlane } from './passes.ts';
import { type Reach, reachOf } from './reach.ts';
import { fromUnit, isPlainBytes, toUnit, type ValueRange, valueRange } from './scaling.ts';
import { rebuildDepthShuffle } from './shuffle.ts';
import { type Combine, mirrors, plain, symmetries } from './variants.ts';

export type Scale = 2 | 4;

export interface RestoreOptions {
  /** Combines 8 flips and turns in the plane and 4 along depth: 6 times the work, about 0.1 dB. Default false. */
  readonly ensemble?: boolean;
  /** Default `mean`; the paper's script has a switch for `median`. */
  readonly combine?: Combine;
  /**
   * Output pixels of one run of a network; default 524,288. Larger pictures are cut into tiles whose results are the same. It is there for
   * memory: a 128 x 128 x 32 volume at 2x took 0.34 GB with 2^17 pixels a run, 0.65 with 2^19 and 1.08 with 2^20, and the same
   * 33 to 34 s of processor time (lavapipe).
   */
  readonly maxPixels?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
}

/** Pictures done, over both networks, orientations and all variants. Those of the second pass are larger. */
export interface RestoreProgress {
  readonly stage: 'plane' | 'depth';
  readonly done: number;
  readonly total: number;
}

export interface UpscaleOptions extends RestoreOptions {
  /**
   * `8-bit` rounds to multiples of 1/255 of the range between the networks and clips at its ends, as the paper does;
   * `float` does neither. Default: `8-bit` for files of plain bytes, `float` for all others, which hold more.
   */
  readonly precision?: '8-bit' | 'float';
  /** Values that become 0 and 1 for the network; see `valueRange` for the default. */
  readonly range?: ValueRange;
  /** Holds every voxel to the input around it and a tenth of the range: see `limitOvershoot`. Default false. */
  readonly limit?: boolean;
}

const defaultPixels = 2 ** 19;

/** The two networks of Georgescu et al. (2020): one enlarges height and width, the other depth. */
export class SuperResolver implements Disposable {
  readonly scale: Scale;
  readonly #plane: Enlarger;
  readonly #depth: Enlarger;

  /** Use `loadSuperResolver`. */
  constructor(scale: Scale, plane: Enlarger, depth: Enlarger) {
    this.scale = scale;
    this.#plane = plane;
    this.#depth = depth;
  }

  /** Enlarges values of 0..1: the plane network on every axial picture, then the depth network both ways, averaged. */
  async restore(low: Grid, eightBit: boolean, options: RestoreOptions = {}): Promise<Grid> {
    const { ensemble = false, combine = 'mean', maxPixels = defaultPixels, signal, onProgress } = options;
    const inPlane = ensemble ? symmetries : plain;
    const alongDepth = ensemble ? mirrors : plain;
    const total = low.depth * inPlane.length + (low.width + low.height) * this.scale * alongDepth.length;
    let done = 0;
    const common = { combine, clip: eightBit, maxPixels, ...(signal && { signal }) };
    const counting = (stage: RestoreProgress['stage']) => (count: number) => {
      done = Math.min(done + count, total);
      onProgress?.({ stage, done, total });
    };
    const planeWork = { ...common, variants: inPlane, onPictures: counting('plane') };
    // First, so that what cannot be held is refused before the work and not after half of it. Pages count once they are written.
    const out = emptyGrid(low.width * this.scale, low.height * this.scale, low.depth * this.scale);
    const wide = await enlargeInPlane(this.#plane, low, planeWork, eightBit);
    const depthWork = { ...common, variants: alongDepth, onPictures: counting('depth') };
    await enlargeDepth(this.#depth, wide, out, depthWork);
    return out;
  }

  /**
   * Enlarges a volume `scale` times along all three axes. The result has the units and the stored type of the file,
   * and fills the same box in the patient: affine and spacing follow. Throws `value` for NaN, `aborted`, `memory`.
   */
  async upscale(volume: Volume, options: UpscaleOptions = {}): Promise<Volume> {
    checkFinite(volume);
    const { range = valueRange(volume), precision, limit = false } = options;
    const eightBit = (precision ?? (isPlainBytes(volume) ? '8-bit' : 'float')) === '8-bit';
    const low = { ...volume, data: toUnit(volume, range) };
    const { width, height, depth, data } = await this.restore(low, eightBit, options);
    const grid = upsampledGrid(volume, [this.scale, this.scale, this.scale]);
    fromUnit(data, range);
    if (limit) limitOvershoot(volume, { width, height, depth, data }, range);
    return { ...volume, ...grid, width, height, depth, data };
  }

  [Symbol.dispose](): void {
    this.#plane.network.dispose();
    this.#depth.network.dispose();
  }
}

/** Networks of one's own; the shipped ones where left out. */
export interface ResolverModels {
  readonly plane?: ModelSource;
  readonly depth?: ModelSource;
}

/** What either network must take and give; how far it enlarges follows from its nodes. */
export const superResolutionContract: NetworkContract = {
  system: 'super-resolution',
  input: [1, null, null],
  output: [1, null, null],
  outputName: 'output',
};

async function openEnlarger(host: ModelHost, source: ModelSource, wanted: Reach['scale']): Promise<Enlarger> {
  const found: { names?: NetworkNames; reach?: Reach } = {};
  const network = await host.open(
    source,
    chainEdits(
      (model) => {
        found.names = checkContract(model, superResolutionContract);
        found.reach = reachOf(model, found.names.input, found.names.output);
        return model;
      },
      rebuildDepthShuffle,
      withOpenSizes,
    ),
  );
  const { names, reach } = found;
  if (!names || !reach) throw new RoentgenError('usage', 'the host opened a model without showing it');
  if (reach.scale.join() === wanted.join()) return { network, names, reach };
  network.dispose();
  throw new RoentgenError(
    'model',
    `this network enlarges rows ${reach.scale[0]}x and columns ${reach.scale[1]}x`,
    {
      hint: `wanted: rows ${wanted[0]}x and columns ${wanted[1]}x`,
    },
  );
}

/**
 * Loads the networks of one scale. Each takes [n, 1, h, w] of 0..1; the plane network gives [n, 1, h * scale, w *
 * scale], the depth network [n, 1, h, w * scale]. Throws `model` for files that do something else.
 */
export async function loadSuperResolver(
  host: ModelHost,
  scale: Scale,
  models: ResolverModels = {},
): Promise<SuperResolver> {
  const shipped = (axis: string) => {
    const name = `sr-${axis}-x${scale}.onnx`;
    const file = card.files.find((candidate) => candidate.file === name);
    if (!file)
      throw new RoentgenError('usage', `there are no networks for a scale of ${scale}`, {
        hint: 'use 2 or 4',
      });
    return host.weights(file.file);
  };
  const plane = await openEnlarger(host, models.plane ?? shipped('hw'), [scale, scale]);
  try {
    const depth = await openEnlarger(host, models.depth ?? shipped('d'), [1, scale]);
    return new SuperResolver(scale, plane, depth);
  } catch (error) {
    plane.network.dispose();
    throw error;
  }
}
