import { RoentgenError } from '@roentgen/kernels';
import type { Volume } from '../../types.ts';
import { spacingOf } from '../affine.ts';
import { checkedCount, unsupported } from '../bytes.ts';
import { type Codecs, createCodecs } from '../codecs/codecs.ts';
import { along, isPlaced, normalOf, type PlacedHeader, stackAffine, stackSpacing } from './geometry.ts';
import type { DicomHeader } from './header.ts';
import { readDicom, readDicomHeader, rescaledRaster } from './image.ts';

/** A file as a folder or a drop gives it. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One image of a series. */
export interface SeriesImage extends NamedFile {
  readonly header: DicomHeader;
}

/** Images of one SeriesInstanceUID that share size, pixel spacing and orientation: one stack. */
export interface DicomSeries {
  readonly seriesUid: string;
  readonly description: string | null;
  readonly modality: string | null;
  /** In the order of the files given. */
  readonly images: readonly SeriesImage[];
}

/** The stacks among some files, and the files that belong to none. */
export interface SeriesIndex {
  /** Largest first. */
  readonly series: readonly DicomSeries[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** Localizers share a series with the stack that they were planned for, but not its orientation. */
function stackKey({ seriesUid, rows, columns, spacing, orientation }: DicomHeader): string {
  const rounded = (orientation ?? []).flat().map((value) => (Math.round(value * 1e3) / 1e3 + 0).toFixed(3));
  const size = spacing === null ? [] : [spacing.row.toFixed(4), spacing.column.toFixed(4)];
  return [seriesUid ?? 'no series', rows, columns, ...size, ...rounded].join('|');
}

/**
 * Sorts files into series by what their headers say; pixels are not decoded. Files that are no DICOM image are
 * reported in `skipped` and never thrown over.
 */
export function groupSeries(files: readonly NamedFile[]): SeriesIndex {
  const stacks = new Map<string, SeriesImage[]>();
  const skipped: { name: string; reason: string }[] = [];
  for (const file of files) {
    try {
      const header = readDicomHeader(file.bytes);
      const key = stackKey(header);
      stacks.set(key, [...(stacks.get(key) ?? []), { ...file, header }]);
    } catch (error) {
      if (!(error instanceof RoentgenError)) throw error;
      skipped.push({ name: file.name, reason: error.message });
    }
  }
  const series = [...stacks.values()].map((images) => {
    const { seriesUid, seriesDescription, modality } = images[0].header;
    return { seriesUid: seriesUid ?? '', description: seriesDescription, modality, images };
  });
  return { series: series.sort((a, b) => b.images.length - a.images.length), skipped };
}

/** What was found while a stack became a volume. */
export interface StackReport {
  /** Files that lie where another one lies already; the lowest instance number is kept. */
  readonly duplicates: readonly string[];
  readonly gaps: readonly { readonly after: string; readonly missing: number }[];
  /** Sentences for people: irregular spacing, detector spacing, MONOCHROME1. */
  readonly warnings: readonly string[];
}

/** How to read a stack. */
export interface StackOptions {
  readonly codecs?: Codecs;
  /** Joins the images across a gap instead of refusing: the volume is then wrong there. */
  readonly allowGaps?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

type PlacedImage = SeriesImage & { readonly header: PlacedHeader };

function checkPlaced(images: readonly SeriesImage[]): readonly PlacedImage[] {
  if (images.length === 0) throw new RoentgenError('usage', 'DICOM series: no images');
  return images.map((image) => {
    const { header, name } = image;
    if (header.frames > 1)
      throw unsupported(`${name}: ${header.frames} frames in one file`, 'convert it to NIfTI');
    if (header.samples > 1) throw unsupported(`${name}: a colour image in a series`, 'choose a grey series');
    if (!isPlaced(header)) {
      const hint = 'a volume needs ImagePositionPatient, ImageOrientationPatient and PixelSpacing';
      throw unsupported(`${name}: does not say where it lies in the patient`, hint);
    }
    return { ...image, header };
  });
}

interface Sorted {
  readonly images: readonly PlacedImage[];
  readonly duplicates: readonly string[];
}

/** Along the normal; images closer than a hundredth of a millimetre are the same place. */
function sorted(images: readonly PlacedImage[]): Sorted {
  const normal = normalOf(images[0].header.orientation);
  const number = ({ header }: PlacedImage) => header.instanceNumber ?? 0;
  const place = ({ header }: PlacedImage) => along(header, normal);
  const ordered = [...images].sort((a, b) => place(a) - place(b) || number(a) - number(b));
  const kept: PlacedImage[] = [];
  const duplicates: string[] = [];
  for (const image of ordered) {
    const previous = kept.at(-1);
    if (previous === undefined || place(image) - place(previous) > 0.01) kept.push(image);
    else if (number(image) < number(previous)) duplicates.push(kept.splice(-1, 1, image)[0].name);
    else duplicates.push(image.name);
  }
  return { images: kept, duplicates };
}

/** The stored type that holds all of them; where the rescale differs from image to image (PET), float32. */
function storedOf(headers: readonly DicomHeader[]): Volume['stored'] {
  const [{ slope, intercept, signed, bitsStored, modalityLut }] = headers;
  const uniform = headers.every(
    (header) => header.slope === slope && header.intercept === intercept && header.signed === signed,
  );
  if (!uniform || modalityLut !== null) return { type: 'float32', slope: 1, intercept: 0 };
  const widest = headers.reduce((most, header) => Math.max(most, header.bitsStored), bitsStored);
  const width = widest <= 8 ? 8 : widest <= 16 ? 16 : 32;
  return { type: `${signed ? '' : 'u'}int${width}` as Volume['stored']['type'], slope, intercept };
}

function warningsOf(first: PlacedHeader, irregularity: number, distance: number): readonly string[] {
  const warnings: string[] = [];
  if (irregularity > 0.01 * distance) {
    warnings.push(
      `distances between images vary by up to ${irregularity.toFixed(3)} mm around ${distance.toFixed(3)} mm`,
    );
  }
  if (first.spacing.at === 'detector')
    warnings.push('pixel spacing is that of the detector, not of the patient');
  if (first.photometric === 'MONOCHROME1')
    warnings.push('MONOCHROME1: larger values are darker; they are kept as stored');
  return warnings;
}

async function decodeAll(images: readonly PlacedImage[], options: StackOptions): Promise<Float32Array> {
  const { rows, columns } = images[0].header;
  const out = new Float32Array(checkedCount('DICOM series', [columns, rows, images.length]));
  const codecs = options.codecs ?? createCodecs();
  for (const [i, { bytes }] of images.entries()) {
    if (options.signal?.aborted) throw new RoentgenError('aborted', 'reading the series was stopped');
    out.set(rescaledRaster(await readDicom(bytes, codecs)).data, i * rows * columns);
    options.onProgress?.(i + 1, images.length);
  }
  return out;
}

/**
 * Reads a stack as a volume in modality values, sorted by position along the normal; the distance between images
 * comes from their positions and never from their thickness. Duplicates are left out and reported. Throws
 * `format` where images are missing (unless `allowGaps`), `unsupported` for images without a place in the patient,
 * in colour or of several frames, `aborted`, and whatever `readDicom` throws.
 */
export async function readSeries(
  series: Pick<DicomSeries, 'images'>,
  options: StackOptions = {},
): Promise<{ readonly volume: Volume; readonly report: StackReport }> {
  const { images, duplicates } = sorted(checkPlaced(series.images));
  const headers = images.map(({ header }) => header);
  const stack = stackSpacing(headers);
  const gaps = stack.gaps.map(({ after, missing }) => ({ after: images[after].name, missing }));
  if (gaps.length > 0 && options.allowGaps !== true) {
    const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
    throw new RoentgenError(
      'format',
      `DICOM series: ${missing} of ${images.length + missing} images are missing`,
      {
        hint: `the first gap is after ${gaps[0].after}: copy the whole series`,
      },
    );
  }
  const affine = stackAffine(headers[0], stack.step);
  const spacing = spacingOf(affine);
  const { rows, columns } = headers[0];
  const data = await decodeAll(images, options);
  const volume: Volume = {
    width: columns,
    height: rows,
    depth: images.length,
    data,
    affine,
    spacing,
    stored: storedOf(headers),
  };
  return {
    volume,
    report: { duplicates, gaps, warnings: warningsOf(headers[0], stack.irregularity, spacing[2]) },
  };
}
