import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import {
  checkFinite,
  createCodecs,
  type DicomSeries,
  groupSeries,
  type NamedFile,
  readNifti,
  readSeries,
  sniff,
  unreadable,
  type Volume,
} from '@roentgen/models';
import type { Context } from '../context.ts';
import { about } from '../io/about.ts';
import { isFolder, readInput } from '../io/files.ts';

/** Which stack to read where there are several. */
export interface VolumeChoice {
  /** Its number in the list of them, from 1. */
  readonly stack?: number;
}

/**
 * Reads a NIfTI file, a DICOM file, or a folder that holds the files of one DICOM series. Of several series, stacks or time
 * points one has to be chosen. What is lacking or left out is noted. Throws 'value' for voxels that are NaN or infinite.
 */
export async function readVolume(context: Context, path: string, choice: VolumeChoice = {}): Promise<Volume> {
  context.progress.stage('reading the volume');
  return about(path, async () => {
    const volume = (await isFolder(path))
      ? await readStack(context, path, await filesIn(context, path), choice)
      : await readFile(context, path, choice);
    checkFinite(volume);
    return volume;
  });
}

async function readFile(context: Context, path: string, choice: VolumeChoice): Promise<Volume> {
  const bytes = await readInput(path);
  const sniffed = await sniff(bytes);
  if (sniffed.kind === 'nifti' || sniffed.kind === 'nifti-gzip') return (await readNifti(bytes)).volume;
  if (sniffed.kind === 'dicom') return readStack(context, path, [{ name: basename(path), bytes }], choice);
  throw unreadable(
    `'${basename(path)}'`,
    sniffed,
    'a NIfTI file (.nii, .nii.gz), a DICOM file of several frames or a folder with one DICOM series',
  );
}

async function filesIn(context: Context, path: string): Promise<readonly NamedFile[]> {
  const entries = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
  const files: NamedFile[] = [];
  for (const { name } of entries) {
    context.signal.throwIfAborted();
    files.push({ name, bytes: await readInput(join(path, name)) });
  }
  return files;
}

/** The stacks among some files, and notes on those that are in none. */
function stacksIn(context: Context, path: string, files: readonly NamedFile[]): readonly DicomSeries[] {
  const { series, skipped } = groupSeries(files);
  if (series.length === 0) {
    const only = files.length === 1 ? skipped[0]?.reason : undefined;
    throw new RoentgenError('format', only ?? `no DICOM image among the ${files.length} files of '${path}'`, {
      hint: 'name a folder that holds the slices of one series',
    });
  }
  for (const { name, reason } of skipped) context.note(`skipped ${name}: ${reason}`);
  return series;
}

function chosen(path: string, series: readonly DicomSeries[], { stack }: VolumeChoice): DicomSeries {
  if (series.length === 1 && (stack ?? 1) === 1) return series[0];
  const one = stack === undefined ? undefined : series[stack - 1];
  if (one !== undefined) return one;
  const list = series
    .map(({ images, description }, i) => `${i + 1}: ${images.length} of ${description ?? 'no description'}`)
    .join('; ');
  throw new RoentgenError('usage', `'${path}' holds ${series.length} stacks (images: ${list})`, {
    hint: `choose one with --stack 1 to --stack ${series.length}`,
  });
}

async function readStack(
  context: Context,
  path: string,
  files: readonly NamedFile[],
  choice: VolumeChoice,
): Promise<Volume> {
  const series = chosen(path, stacksIn(context, path, files), choice);
  const { volume, report } = await readSeries(series, {
    codecs: createCodecs(),
    signal: context.signal,
    onProgress: (done, total) => context.progress.stage('decoding slices', done, total),
  });
  for (const warning of report.warnings) context.note(`warning: ${warning}`);
  if (report.duplicates.length > 0)
    context.note(`left out ${report.duplicates.length} slices that lie where another does`);
  return volume;
}
