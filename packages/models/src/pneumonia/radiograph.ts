import { RoentgenError } from '@roentgen/kernels';
import type { Plane } from '../imaging/analysis/plane.ts';
import {
  type Codecs,
  type DicomImage,
  type DisplayWindow,
  displayRaster,
  invertMonochrome1,
  luminance,
  readDicomFrame,
  readJpeg,
  readPng,
  readTiff,
  sniff,
  storedRaster,
  unreadable,
} from '../imaging/formats/index.ts';
import type { Raster } from '../imaging/types.ts';

/** How stored values became grey values; shown to people as "what the model saw". */
export interface RadiographFacts {
  readonly format: 'DICOM' | 'PNG' | 'JPEG' | 'TIFF';
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** What was taken for black and white. */
  readonly scaling: string;
  readonly inverted: boolean;
  /** DICOM's own word, MONOCHROME1 for example; of a picture file whether it is grey or colour. */
  readonly photometric: string;
  /** Distance of pixels where the file states it; a radiograph's is often the detector's, which magnifies. */
  readonly spacing: {
    readonly row: number;
    readonly column: number;
    readonly unit: 'mm' | 'um';
    readonly at: 'patient' | 'detector' | null;
  } | null;
  /** Fraction of pixels whose colours differ by more than a twentieth of the range. */
  readonly coloured: number;
  readonly modality: string | null;
  readonly viewPosition: string | null;
  readonly bodyPart: string | null;
}

/** A radiograph ready for the network: grey values from 0 (black, air) to 1. */
export interface Radiograph {
  readonly plane: Plane;
  readonly facts: RadiographFacts;
}

/** How to read a radiograph. */
export interface RadiographOptions {
  readonly codecs?: Codecs;
  /**
   * Which values are black and white in a DICOM file. Default `auto`: stored value / 255 for files of 8 bits, as the
   * network was trained on; above that, the file's own window, its VOI table, or the picture's extremes.
   */
  readonly window?: DisplayWindow | 'auto';
}

const clip = (value: number) => Math.min(Math.max(value, 0), 1);

/** Values over the format's full range to 0..1: value / 255 for 8 bits, / 65535 for 16. */
function fullScale({ width, height, data, range: [low, high] }: Raster): Plane {
  return { width, height, data: data.map((value) => clip((value - low) / (high - low))) };
}

function colouredFraction({ width, height, channels, data, range }: Raster): number {
  if (channels < 3) return 0;
  const pixels = width * height;
  const limit = (range[1] - range[0]) / 20;
  let count = 0;
  for (let i = 0; i < pixels; i++) {
    const [r, g, b] = [data[i], data[pixels + i], data[2 * pixels + i]];
    if (Math.max(r, g, b) - Math.min(r, g, b) > limit) count++;
  }
  return count / pixels;
}

const noHeader = { modality: null, viewPosition: null, bodyPart: null };

/**
 * A decoded picture as a radiograph: grey is value over full scale, colour becomes luminance. Pictures of more than
 * 8 bits are taken over their full range as well, since a picture file does not say which part of it is used.
 */
export function radiographFromRaster(raster: Raster, format: RadiographFacts['format']): Radiograph {
  const { width, height, bits, range, spacing } = raster;
  const facts = {
    format,
    width,
    height,
    bits,
    scaling: `${range[0]} to ${range[1]} (full range)`,
    inverted: false,
    photometric: raster.channels < 3 ? 'grey' : 'colour',
    spacing: spacing === undefined ? null : { ...spacing, at: null },
    coloured: colouredFraction(raster),
    ...noHeader,
  };
  return { plane: fullScale(luminance(raster)), facts };
}

function scalingText({ header }: DicomImage, window: DisplayWindow | 'auto', plain: boolean): string {
  if (plain) return `0 to ${2 ** header.bitsStored - 1} (stored values, full range)`;
  if (typeof window === 'object') return `window ${window.center} / ${window.width}`;
  if (window === 'full-range' || window === 'min-max') return window;
  const [first] = header.windows;
  if (first !== undefined) return `the file's window ${first.center} / ${first.width}`;
  return header.voiLut === null ? "the picture's extremes" : "the file's VOI table";
}

/** A decoded DICOM image as a radiograph. MONOCHROME1 is inverted once, after the window. */
export function radiographFromDicom(image: DicomImage, window: DisplayWindow | 'auto' = 'auto'): Radiograph {
  const { header } = image;
  const plain = window === 'auto' && header.bitsStored <= 8;
  const raster = plain
    ? invertMonochrome1(storedRaster(image), header.photometric)
    : displayRaster(image, window === 'auto' ? 'file' : window);
  const facts: RadiographFacts = {
    format: 'DICOM',
    width: raster.width,
    height: raster.height,
    bits: header.bitsStored,
    scaling: scalingText(image, window, plain),
    inverted: header.photometric === 'MONOCHROME1',
    photometric: header.photometric,
    spacing: header.spacing === null ? null : { ...header.spacing, unit: 'mm' },
    coloured: colouredFraction(raster),
    modality: header.modality,
    viewPosition: header.viewPosition,
    bodyPart: header.bodyPart,
  };
  return { plane: fullScale(luminance(raster)), facts };
}

/** Channels that are no colours, such as the pages of a stack, are several pictures. */
async function onePicture(bytes: Uint8Array, name: string): Promise<Raster> {
  const { raster, interpretation } = await readTiff(bytes);
  if (raster.channels === 1 || interpretation !== 'samples') return raster;
  throw new RoentgenError('unsupported', `${name} has ${raster.channels} channels that are no colours`, {
    hint: 'save the one picture that is meant as a file of its own',
  });
}

/**
 * Reads a radiograph from a DICOM (of several frames the first), PNG, JPEG or TIFF file, recognised by content. Throws `unsupported` for any other
 * file, `format` for a damaged one, and what the decoders throw.
 */
export async function readRadiograph(
  bytes: Uint8Array,
  name: string,
  options: RadiographOptions = {},
): Promise<Radiograph> {
  const sniffed = await sniff(bytes);
  switch (sniffed.kind) {
    case 'dicom':
      return radiographFromDicom(await readDicomFrame(bytes, 0, options.codecs), options.window);
    case 'png':
      return radiographFromRaster(await readPng(bytes), 'PNG');
    case 'jpeg':
      return radiographFromRaster(await readJpeg(bytes, options.codecs), 'JPEG');
    case 'tiff':
      return radiographFromRaster(await onePicture(bytes, name), 'TIFF');
    default:
      throw unreadable(name, sniffed, 'a chest radiograph as DICOM, PNG, JPEG or TIFF');
  }
}
