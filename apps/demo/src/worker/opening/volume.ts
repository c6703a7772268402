import {
  type DicomSeries,
  imagesOf,
  planStack,
  type Region,
  readDicomHead,
  readNifti,
  readNiftiHead,
  readSeries,
  type SeriesImage,
  SNIFF_BYTES,
  sniff,
  stacksOf,
  unreadable,
  type Volume,
  volumeRegion,
} from '@roentgen/models';
import type { Source, Take } from '../../protocol.ts';
import { breather } from '../breathe.ts';
import type { Job } from '../worker.ts';
import { each } from './pool.ts';
import { readFile, readPart } from './read.ts';

/** A volume of the user's, and what there is to say about how it was read. */
export interface OpenedVolume {
  readonly title: string;
  readonly volume: Volume;
  /** As DICOM names it; null for NIfTI, which does not say. */
  readonly modality: string | null;
  readonly origin: string;
  /** The region that was asked for, in words; null where all of it was taken. */
  readonly part: string | null;
  readonly warnings: readonly string[];
  /** What the files call the series in them. */
  readonly named: readonly string[];
}

/** Files of the user's, and of a series in files of several frames which of them. */
type Files = Pick<Extract<Source, { kind: 'files' }>, 'files' | 'frames'>;

/** Slices of which a region needs only some. */
function within({ images }: Pick<DicomSeries, 'images'>, region: Region | undefined) {
  return { images: region === undefined ? images : planStack({ images }).images.slice(...region.z) };
}

/** The region of what is left once only its slices were read. */
function inPlane(volume: Volume, region: Region | undefined): Volume {
  return region === undefined ? volume : volumeRegion(volume, { ...region, z: [0, volume.depth] });
}

function regionWords({ x, y, z }: Region): string {
  const range = ([from, to]: readonly [number, number]) => `${from + 1} to ${to}`;
  return `columns ${range(x)}, rows ${range(y)} and slices ${range(z)}`;
}

/** The stacks in some files, the chosen one first: that of the frames that were chosen, else the largest. */
async function stacksIn({ files, frames }: Files, signal: AbortSignal): Promise<readonly DicomSeries[]> {
  const chosen = new Set<SeriesImage>();
  const images = await each(
    files,
    async (file) => {
      const headers = await readDicomHead(file.size, (bytes) => readPart(file, 0, bytes));
      return imagesOf(file.name, headers, { load: () => readFile(file) });
    },
    signal,
  );
  images.forEach((all, i) => {
    for (const frame of frames?.[i] ?? []) chosen.add(all[frame]);
  });
  const stacks = stacksOf(images.flat());
  const share = (stack: DicomSeries) => stack.images.filter((image) => chosen.has(image)).length;
  return frames === undefined ? stacks : stacks.toSorted((a, b) => share(b) - share(a));
}

async function openSeries(source: Files, take: Take, job: Job): Promise<Omit<OpenedVolume, 'part'>> {
  const [taken, ...others] = await stacksIn(source, job.signal);
  const left = others.map(
    ({ description, images: { length } }) =>
      `Left out: series ${description ?? 'without a name'} (${length} images)`,
  );
  const { volume, report } = await readSeries(within(taken, take.region), {
    signal: job.signal,
    allowGaps: take.allowGaps === true,
    onProgress: (done, total) => job.report({ stage: 'decode', done, total, what: 'slices' }),
  });
  const joined = report.gaps.map(
    ({ after, missing, millimetres }) =>
      `Joined across a gap of ${millimetres.toFixed(1)} mm after ${after} (${missing} missing): places beyond it are wrong`,
  );
  const twice = report.duplicates.map((name) => `Left out: ${name} (lies where another image does)`);
  return {
    title: taken.description ?? taken.images[0].name,
    volume: inPlane(volume, take.region),
    modality: taken.modality,
    origin: `DICOM series, ${volume.depth} images sorted by position`,
    warnings: [...report.warnings, ...joined, ...twice, ...left],
    named: [taken, ...others].flatMap(({ description }) => description ?? []),
  };
}

async function openNifti(
  file: File,
  description: string,
  { take, job }: { readonly take: Take; readonly job: Job },
): Promise<Omit<OpenedVolume, 'part'>> {
  const bytes = await readFile(file);
  const { volumes } = await readNiftiHead(bytes);
  const index = take.volume ?? 0;
  const pause = breather(job);
  let told = Number.NEGATIVE_INFINITY;
  const { volume } = await readNifti(bytes, {
    volume: index,
    onUnpacked: (done, total) => {
      if (done - told >= 2 ** 20) {
        job.report({ stage: 'decode', bytes: { done, total }, what: file.name });
        told = done;
      }
      return pause();
    },
  });
  const which = volumes > 1 ? `, volume ${index + 1} of ${volumes}` : '';
  return {
    title: file.name,
    volume: take.region === undefined ? volume : volumeRegion(volume, take.region),
    modality: null,
    origin: `${description}${which}`,
    warnings: [],
    named: [],
  };
}

/**
 * Reads a NIfTI file or the slices of one DICOM series, or the part of it that is asked for. Throws `unsupported` for
 * other files, and what the readers throw.
 */
export async function openVolume(source: Files, take: Take, job: Job): Promise<OpenedVolume> {
  const [file, ...more] = source.files;
  const sniffed = await sniff(await readPart(file, 0, SNIFF_BYTES));
  const isNifti = sniffed.kind.startsWith('nifti');
  if (!isNifti && sniffed.kind !== 'dicom')
    throw unreadable(file.name, sniffed, 'a NIfTI volume or a DICOM series');
  const opened = isNifti
    ? await openNifti(file, sniffed.description, { take, job })
    : await openSeries(source, take, job);
  const rest = isNifti ? more.map(({ name }) => `Left out: ${name} (one volume at a time)`) : [];
  const part = take.region === undefined ? null : regionWords(take.region);
  return { ...opened, part, warnings: [...opened.warnings, ...rest] };
}
