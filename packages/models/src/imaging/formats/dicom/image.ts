import { RoentgenError } from '@roentgen/kernels';
import type { Raster } from '../../types.ts';
import { type Codecs, createCodecs } from '../codecs/codecs.ts';
import { type DicomHeader, readHeader } from './header.ts';
import { lookUp, type VoiFunction, type VoiWindow, windowed } from './lut.ts';
import { frameHeaders } from './multi-frame.ts';
import { parseDicom } from './parse.ts';
import { decodePixels, openPixels, type StoredSamples } from './pixels.ts';

/**
 * A decoded DICOM image. Three readings of a pixel are kept apart: `stored` is the number in the file (sign
 * extended from BitsStored, YBR turned into RGB), the modality value is after rescale (`rescaledRaster`), and the
 * display value after VOI and, for MONOCHROME1, one inversion (`displayRaster`).
 */
export interface DicomImage {
  readonly header: DicomHeader;
  /** `frames * samples * rows * columns` values: frames, then channels, then rows. */
  readonly stored: StoredSamples;
}

/**
 * Reads a DICOM image of one or more frames: uncompressed (implicit or explicit, either byte order), deflated, RLE,
 * JPEG baseline, JPEG lossless, JPEG-LS, JPEG 2000 and HTJ2K. Throws `format` for damage, and pixels that
 * are missing or do not fit the header; `unsupported`, by name and UID, for other transfer syntaxes; `memory`.
 */
export async function readDicom(bytes: Uint8Array, codecs: Codecs = createCodecs()): Promise<DicomImage> {
  const data = parseDicom(bytes);
  const header = readHeader(data);
  return { header, stored: await decodePixels(data, header, codecs) };
}

/**
 * Opens a file whose frames are decoded one at a time, by their numbers from 0, as `readDicom` decodes them all. Throws
 * as it does.
 */
export function openFrames(
  bytes: Uint8Array,
  codecs: Codecs = createCodecs(),
): (frame: number) => Promise<StoredSamples> {
  const data = parseDicom(bytes);
  return openPixels(data, readHeader(data), codecs);
}

/**
 * Reads one frame of a DICOM file, by its number from 0, with what the file says of that frame. Throws as `readDicom`
 * does, and `usage` for a frame that the file does not have.
 */
export async function readDicomFrame(
  bytes: Uint8Array,
  frame: number,
  codecs: Codecs = createCodecs(),
): Promise<DicomImage> {
  const data = parseDicom(bytes);
  const headers = frameHeaders(data);
  if (headers[frame] === undefined) throw noFrame(frame, headers.length);
  const stored = await openPixels(data, headers[0], codecs)(frame);
  return { header: { ...headers[frame], frames: 1 }, stored };
}

const noFrame = (frame: number, frames: number) =>
  new RoentgenError('usage', `DICOM: frame ${frame} of ${frames}`, { hint: 'frames count from 0' });

function frameOf({ header, stored }: DicomImage, frame: number): StoredSamples {
  if (!(Number.isInteger(frame) && frame >= 0 && frame < header.frames)) {
    throw noFrame(frame, header.frames);
  }
  const size = header.rows * header.columns * header.samples;
  return stored.subarray(frame * size, (frame + 1) * size);
}

/** Lowest and highest number that BitsStored can hold. */
function storedRange({ bitsStored, signed }: DicomHeader): readonly [number, number] {
  return signed ? [-(2 ** (bitsStored - 1)), 2 ** (bitsStored - 1) - 1] : [0, 2 ** bitsStored - 1];
}

function rasterOf(header: DicomHeader, data: Float32Array, range: readonly [number, number]): Raster {
  const { rows, columns, samples, bitsStored, spacing } = header;
  const size =
    spacing === null ? {} : { spacing: { row: spacing.row, column: spacing.column, unit: 'mm' as const } };
  return { width: columns, height: rows, channels: samples, data, bits: bitsStored, range, ...size };
}

/**
 * One frame as stored: no rescale, no window, no inversion. `range` is that of BitsStored. This is the input of
 * networks that were trained on grey value / full scale; `invertMonochrome1` comes after it.
 */
export function storedRaster(image: DicomImage, frame = 0): Raster {
  return rasterOf(image.header, Float32Array.from(frameOf(image, frame)), storedRange(image.header));
}

/** Stored to modality value: the Modality LUT, or slope and intercept. Colour has neither. */
function toModality({ modalityLut, slope, intercept, samples }: DicomHeader): (stored: number) => number {
  if (samples === 3) return (stored) => stored;
  if (modalityLut !== null) return (stored) => lookUp(modalityLut, stored);
  return (stored) => stored * slope + intercept;
}

function modalityRange(header: DicomHeader): readonly [number, number] {
  if (header.modalityLut !== null) return [0, 2 ** header.modalityLut.bits - 1];
  const ends = storedRange(header).map(toModality(header));
  return [Math.min(...ends), Math.max(...ends)];
}

/** One frame in modality values (Hounsfield units in CT): after rescale, without window and inversion. */
export function rescaledRaster(image: DicomImage, frame = 0): Raster {
  const rescale = toModality(image.header);
  return rasterOf(
    image.header,
    Float32Array.from(frameOf(image, frame), rescale),
    modalityRange(image.header),
  );
}

/**
 * Mirrors the values of a MONOCHROME1 picture within its range (low + high - value), so that larger is brighter;
 * any other picture is returned as it is. The only place where this is done: call it once, after VOI where a VOI
 * is applied. `displayRaster` has called it already; `storedRaster` and `rescaledRaster` have not.
 */
export function invertMonochrome1(raster: Raster, photometric: string): Raster {
  if (photometric !== 'MONOCHROME1') return raster;
  const sum = raster.range[0] + raster.range[1];
  return { ...raster, data: raster.data.map((value) => sum - value) };
}

/** Which part of the modality values is shown: `file` is what the file asks for. */
export type DisplayWindow = VoiWindow | 'file' | 'full-range' | 'min-max';

function minMax(data: Float32Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of data) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** Straight line from the range's ends to 0 and 1; a flat picture is all 0. */
function ramp([low, high]: readonly [number, number]): (value: number) => number {
  const span = high - low;
  return (value) => (span > 0 ? Math.min(1, Math.max(0, (value - low) / span)) : 0);
}

function voi(header: DicomHeader, modality: Raster, choice: DisplayWindow): (value: number) => number {
  const through = (window: VoiWindow, shape: VoiFunction) => (value: number) =>
    windowed(value, window, shape);
  if (typeof choice === 'object') return through(choice, header.voiFunction);
  if (choice === 'full-range') return ramp(modality.range);
  if (choice === 'min-max') return ramp(minMax(modality.data));
  const { windows, voiLut, voiFunction, bitsStored, samples } = header;
  if (windows.length > 0 && samples === 1) return through(windows[0], voiFunction);
  if (voiLut !== null) return (value) => lookUp(voiLut, value) / (2 ** voiLut.bits - 1);
  return ramp(bitsStored <= 8 || samples === 3 ? modality.range : minMax(modality.data));
}

/**
 * One frame as it should look: 0 is black and 1 is white. Modality values go through the window: with `file` the
 * file's first window, else its VOI LUT, else the full range up to 8 bits and the picture's extremes above;
 * MONOCHROME1 is inverted once at the end.
 */
export function displayRaster(image: DicomImage, window: DisplayWindow = 'file', frame = 0): Raster {
  const modality = rescaledRaster(image, frame);
  const shown = voi(image.header, modality, window);
  const raster: Raster = { ...modality, data: modality.data.map(shown), range: [0, 1] };
  return invertMonochrome1(raster, image.header.photometric);
}
