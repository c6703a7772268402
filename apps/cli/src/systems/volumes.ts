import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import {
  checkFinite,
  createCodecs,
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

/**
 * Reads a NIfTI file, or a folder that holds the files of one DICOM series. What the series lacks or has too much is noted.
 * Throws 'value' for voxels that are NaN or infinite.
 */
export async function readVolume(context: Context, path: string): Promise<Volume> {
  context.progress.stage('reading the volume');
  return about(path, async () => {
    const volume = (await isFolder(path)) ? await readFolder(context, path) : await readFile(path);
    checkFinite(volume);
    return volume;
  });
}

async function readFile(path: string): Promise<Volume> {
  const bytes = await readInput(path);
  const sniffed = await sniff(bytes);
  if (sniffed.kind === 'nifti' || sniffed.kind === 'nifti-gzip') return (await readNifti(bytes)).volume;
  throw unreadable(
    `'${basename(path)}'`,
    sniffed,
    'a NIfTI file (.nii, .nii.gz) or a folder with one DICOM series',
  );
}

async function readFolder(context: Context, path: string): Promise<Volume> {
  const entries = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
  const files: NamedFile[] = [];
  for (const { name } of entries) {
    context.signal.throwIfAborted();
    files.push({ name, bytes: await readInput(join(path, name)) });
  }
  const { series, skipped } = groupSeries(files);
  if (series.length === 0) {
    throw new RoentgenError('format', `no DICOM image among the ${files.length} files of '${path}'`, {
      hint: 'name a folder that holds the slices of one series',
    });
  }
  if (series.length > 1) {
    const list = series
      .map(({ images, description }) => `${images.length} of ${description ?? 'no description'}`)
      .join('; ');
    throw new RoentgenError('usage', `'${path}' holds ${series.length} series (images: ${list})`, {
      hint: 'move one series into a folder of its own',
    });
  }
  for (const { name, reason } of skipped) context.note(`skipped ${name}: ${reason}`);
  const { volume, report } = await readSeries(series[0], {
    codecs: createCodecs(),
    signal: context.signal,
    onProgress: (done, total) => context.progress.stage('decoding slices', done, total),
  });
  for (const warning of report.warnings) context.note(`warning: ${warning}`);
  if (report.duplicates.length > 0)
    context.note(`left out ${report.duplicates.length} slices that lie where another does`);
  return volume;
}
