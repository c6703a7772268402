import { RoentgenError } from '@roentgen/kernels';
import {
  divideBiasField,
  expectSameSize,
  type Plane,
  rescaleByCdf,
  scaleByPercentiles,
} from '../imaging/analysis/index.ts';
import { luminance } from '../imaging/formats/index.ts';
import type { Raster } from '../imaging/types.ts';

/** What the network sees: three channels of 0..1 and, for seeds and intensities, where they came from. */
export interface CellInput {
  readonly channels: readonly [Plane, Plane, Plane];
  /** The scaled nucleus and cytoplasm pictures, where there are three stains. */
  readonly stains?: { readonly nucleus: Plane; readonly cytoplasm: Plane };
  /** The picture that intensities are measured on, in the units of the file. */
  readonly intensity: Plane;
}

/** One picture of nuclei or cells, as the shipped network was trained: 1st to 99.8th percentile to 0..1, three times. */
export function singleChannelInput(picture: Plane): CellInput {
  const scaled = scaleByPercentiles(picture, 1, 99.8);
  return { channels: [scaled, scaled, scaled], intensity: picture };
}

/** The three pictures that the paper works on, of one field. DIC may be missing; its channel is then all 0. */
export interface Stains {
  readonly nucleus: Plane;
  readonly cytoplasm: Plane;
  readonly dic?: Plane;
}

/** Sigmas of the Gaussians, in pixels, that stand for the bias field: the paper's, for fields of 3200 x 4792. */
export interface BiasSigmas {
  readonly nucleus: number;
  readonly cytoplasm: number;
  readonly dic: number;
}

export const paperSigmas: BiasSigmas = { nucleus: 80, cytoplasm: 100, dic: 25 };

const unbiased = (plane: Plane, sigma: number, low: number, high: number) =>
  rescaleByCdf(divideBiasField(plane, sigma), low, high);

/**
 * The paper's pseudo-RGB (Zhu et al., arXiv 2001.05548): each picture clipped at fractions of its histogram, divided by
 * its own Gaussian blur, and stretched again; nucleus is red, cytoplasm green, DIC blue. The 8-bit file between the
 * authors' two scripts is left out. Throws `shape` where the pictures differ in size.
 */
export function pseudoRgbInput(stains: Stains, sigmas: BiasSigmas = paperSigmas): CellInput {
  const { nucleus, cytoplasm, dic } = stains;
  expectSameSize('The nucleus and the cytoplasm picture', nucleus, cytoplasm);
  if (dic) expectSameSize('The nucleus and the DIC picture', nucleus, dic);
  const red = unbiased(rescaleByCdf(nucleus, 0.01, 1), sigmas.nucleus, 0.1, 0.99);
  const green = unbiased(rescaleByCdf(cytoplasm, 0.01, 0.99), sigmas.cytoplasm, 0.1, 0.99);
  const blue = dic
    ? rescaleByCdf(unbiased(dic, sigmas.dic, 0, 1), 0.001, 0.999)
    : { ...nucleus, data: new Float32Array(nucleus.data.length) };
  return {
    channels: [red, green, blue],
    stains: { nucleus: red, cytoplasm: green },
    intensity: nucleus,
  };
}

/** The single channel of a grey picture; colour becomes luminance. Throws `unsupported` for any other number of channels. */
export function greyPlane(raster: Raster, name: string): Plane {
  if (raster.channels > 4)
    throw new RoentgenError('unsupported', `${name}: ${raster.channels} channels`, {
      hint: 'give a picture of one channel, or one file each for nucleus, cytoplasm and DIC',
    });
  const { width, height, data } = luminance(raster);
  return { width, height, data };
}

/**
 * Three stains for a network that was trained on one grey channel: the brighter of nucleus and cytoplasm, three times.
 * A picture of one channel is returned as it is.
 */
export function greyInput(input: CellInput): CellInput {
  if (!input.stains) return input;
  const { nucleus, cytoplasm } = input.stains;
  const data = nucleus.data.map((value, i) => Math.max(value, cytoplasm.data[i]));
  const grey = { ...nucleus, data };
  return { ...input, channels: [grey, grey, grey] };
}

/** Channels of a TIFF stack by number, for files that hold all stains. */
export function channelPlane({ width, height, channels, data }: Raster, index: number, name: string): Plane {
  if (!Number.isInteger(index) || index < 0 || index >= channels)
    throw new RoentgenError('value', `${name}: has no channel ${index}`, {
      hint: `its channels are 0 to ${channels - 1}`,
    });
  return { width, height, data: data.slice(index * width * height, (index + 1) * width * height) };
}
