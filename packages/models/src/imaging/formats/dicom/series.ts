import { RoentgenError } from '@roentgen/kernels';
import type { Volume } from '../../types.ts';
import { checkedCount } from '../bytes.ts';
import { type Codecs, createCodecs } from '../codecs/codecs.ts';
import { readDicomHeaders } from './head.ts';
import type { DicomHeader } from './header.ts';
import { openFrames, rescaledRaster } from './image.ts';
import {
  type DicomSeries,
  type ImageSource,
  imagesOf,
  planStack,
  type SeriesImage,
  type StackPlan,
  stacksOf,
} from './stack.ts';

/** A file as a folder or a drop gives it. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The stacks among some files, and the files that belong to none. */
export interface SeriesIndex {
  /** Largest first. */
  readonly series: readonly DicomSeries[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Sorts files into series by what their headers say; pixels are not decoded. Files that are no DICOM image are
 * reported in `skipped` and never thrown over.
 */
export function groupSeries(files: readonly NamedFile[]): SeriesIndex {
  const images: SeriesImage[] = [];
  const skipped: { name: string; reason: string }[] = [];
  for (const { name, bytes } of files) {
    try {
      images.push(...imagesOf(name, readDicomHeaders(bytes), { load: () => Promise.resolve(bytes) }));
    } catch (error) {
      if (!(error instanceof RoentgenError)) throw error;
      skipped.push({ name, reason: error.message });
    }
  }
  return { series: stacksOf(images), skipped };
}

/** What was found while a stack became a volume. */
export type StackReport = Pick<StackPlan, 'duplicates' | 'gaps' | 'warnings'>;

/** How to read a stack. */
export interface StackOptions {
  readonly codecs?: Codecs;
  /** Joins the images across a gap instead of refusing: the volume is then wrong there. */
  readonly allowGaps?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
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

/** What `work` throws, saying which image it is about. */
async function about<T>({ name }: SeriesImage, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RoentgenError)) throw error;
    const { code, message, hint } = error;
    throw new RoentgenError(code, `${name}: ${message}`, { ...(hint && { hint }), cause: error });
  }
}

/** Images with their places in the stack, by their files: each file is read once, whichever of its frames are wanted. */
function bySource(images: readonly SeriesImage[]) {
  const files = new Map<ImageSource, { readonly image: SeriesImage; readonly at: number }[]>();
  images.forEach((image, at) => {
    files.set(image.source, [...(files.get(image.source) ?? []), { image, at }]);
  });
  return files;
}

/** One image's modality values. */
async function slice({ header, frame }: SeriesImage, decode: ReturnType<typeof openFrames>) {
  return rescaledRaster({ header: { ...header, frames: 1 }, stored: await decode(frame) }).data;
}

async function decodeAll(images: readonly SeriesImage[], options: StackOptions): Promise<Float32Array> {
  const { rows, columns } = images[0].header;
  const out = new Float32Array(checkedCount('DICOM series', [columns, rows, images.length]));
  const codecs = options.codecs ?? createCodecs();
  const check = () => {
    if (options.signal?.aborted) throw new RoentgenError('aborted', 'reading the series was stopped');
  };
  let done = 0;
  for (const [source, members] of bySource(images)) {
    check();
    const decode = await about(members[0].image, async () => openFrames(await source.load(), codecs));
    for (const { image, at } of members) {
      check();
      out.set(await about(image, () => slice(image, decode)), at * rows * columns);
      options.onProgress?.(++done, images.length);
    }
  }
  return out;
}

/**
 * Reads a stack as a volume in modality values, sorted by position along the normal; the distance between images
 * comes from their positions and never from their thickness. Duplicates are left out and reported. Throws
 * `format` where images are missing (unless `allowGaps`), `unsupported` for images without a place in the patient or in
 * colour, `aborted`, and whatever `readDicom` throws.
 */
export async function readSeries(
  series: Pick<DicomSeries, 'images'>,
  options: StackOptions = {},
): Promise<{ readonly volume: Volume; readonly report: StackReport }> {
  const { images, affine, spacing, duplicates, gaps, warnings } = planStack(series);
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
  const headers = images.map(({ header }) => header);
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
  return { volume, report: { duplicates, gaps, warnings } };
}
