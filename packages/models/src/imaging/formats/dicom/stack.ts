import { RoentgenError } from '@roentgen/kernels';
import { type Affine, spacingOf, type Triple } from '../affine.ts';
import { unsupported } from '../bytes.ts';
import { along, isPlaced, normalOf, type PlacedHeader, stackAffine, stackSpacing } from './geometry.ts';
import type { DicomHeader } from './header.ts';
import { groupBy, partsOf } from './parts.ts';

/** One image of a series: a file's only one, or a frame of it. */
export interface SeriesImage {
  /** The file's name, and which frame of it where it has several. */
  readonly name: string;
  readonly header: DicomHeader;
  /** Which frame of its file, from 0. */
  readonly frame: number;
  /** Where its bytes come from; frames of one file share one. */
  readonly source: ImageSource;
}

/** A file of one image or of several frames. */
export interface ImageSource {
  /** All bytes of the file. */
  load(): Promise<Uint8Array>;
}

/** The images of a file, of which `headers` holds the facts of each frame. */
export function imagesOf(
  name: string,
  headers: readonly DicomHeader[],
  source: ImageSource,
): readonly SeriesImage[] {
  return headers.map((header, frame) => ({
    name: headers.length === 1 ? name : `${name}, frame ${frame + 1}`,
    header,
    frame,
    source,
  }));
}

/**
 * Images of one SeriesInstanceUID that share size, pixel spacing and orientation, and that are one stack, echo, time point
 * and so on of it.
 */
export interface DicomSeries {
  readonly seriesUid: string;
  readonly description: string | null;
  readonly modality: string | null;
  /** In the order of the files given. */
  readonly images: readonly SeriesImage[];
}

/** Localizers share a series with the stack that they were planned for, but not its orientation. */
function stackKey({ seriesUid, rows, columns, spacing, orientation }: DicomHeader): string {
  const rounded = (orientation ?? []).flat().map((value) => (Math.round(value * 1e3) / 1e3 + 0).toFixed(3));
  const size = spacing === null ? [] : [spacing.row.toFixed(4), spacing.column.toFixed(4)];
  return [seriesUid ?? 'no series', rows, columns, ...size, ...rounded].join('|');
}

/** Sorts images into stacks by what their headers say, largest first. */
export function stacksOf(images: readonly SeriesImage[]): readonly DicomSeries[] {
  const stacks = groupBy(images, ({ header }) => stackKey(header)).flatMap(partsOf);
  const series = stacks.map(({ images: members, label }) => {
    const { seriesUid, seriesDescription, modality } = members[0].header;
    const description = [seriesDescription, label].filter((text) => text !== null).join(', ') || null;
    return { seriesUid: seriesUid ?? '', description, modality, images: members };
  });
  return series.sort((a, b) => b.images.length - a.images.length);
}

type PlacedImage = SeriesImage & { readonly header: PlacedHeader };

const isPlacedImage = (image: SeriesImage): image is PlacedImage => isPlaced(image.header);

function checkPlaced(images: readonly SeriesImage[]): readonly PlacedImage[] {
  if (images.length === 0) throw new RoentgenError('usage', 'DICOM series: no images');
  return images.map((image) => {
    const { header, name } = image;
    if (header.samples > 1) throw unsupported(`${name}: a colour image in a series`, 'choose a grey series');
    if (isPlacedImage(image)) return image;
    throw unsupported(
      `${name}: does not say where it lies in the patient: no ${header.missing.join(', no ')}`,
      'a volume needs the position and orientation of each image, and the size of its pixels',
    );
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

/** A place where images are missing. */
export interface StackGap {
  /** The image before it. */
  readonly after: string;
  readonly missing: number;
  /** From the image before it to the one after it, in millimetres. */
  readonly millimetres: number;
}

/** How a stack becomes a volume, from its headers alone. */
export interface StackPlan {
  /** Sorted by position along the normal. */
  readonly images: readonly PlacedImage[];
  readonly affine: Affine;
  readonly spacing: Triple;
  /** Files that lie where another one lies already; the lowest instance number is kept. */
  readonly duplicates: readonly string[];
  readonly gaps: readonly StackGap[];
  /** Largest deviation of a distance from the common one, gaps left out, in millimetres. */
  readonly irregularity: number;
  /** Sentences for people: irregular spacing, detector spacing, MONOCHROME1. */
  readonly warnings: readonly string[];
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

/**
 * Sorts a stack by position and measures it: the distance between images comes from their positions and never from
 * their thickness. Throws `unsupported` for images without a place in the patient or in colour.
 */
export function planStack({ images: given }: Pick<DicomSeries, 'images'>): StackPlan {
  const { images, duplicates } = sorted(checkPlaced(given));
  const headers = images.map(({ header }) => header);
  const stack = stackSpacing(headers);
  const affine = stackAffine(headers[0], stack.step);
  const spacing = spacingOf(affine);
  const gaps = stack.gaps.map(({ after, missing }) => ({
    after: images[after].name,
    missing,
    millimetres: (missing + 1) * spacing[2],
  }));
  const warnings = warningsOf(headers[0], stack.irregularity, spacing[2]);
  return { images, affine, spacing, duplicates, gaps, irregularity: stack.irregularity, warnings };
}
