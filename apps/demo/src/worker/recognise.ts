import { RoentgenError } from '@roentgen/kernels';
import {
  checkWhole,
  imagesOf,
  readDicomHead,
  readNiftiHead,
  SNIFF_BYTES,
  type Sniffed,
  sniff,
} from '@roentgen/models';
import type { Extent, Found, GivenFile, Openable, Skipped, SystemId } from '../protocol.ts';
import { unpack } from './opening/archive.ts';
import { each } from './opening/pool.ts';
import { checkSize, readPart } from './opening/read.ts';
import { folderOf, type Slice, thingsOfSlices } from './opening/series.ts';
import { skippedBy } from './opening/skip.ts';
import { sameFiles } from './same-files.ts';
import type { Job } from './worker.ts';

/** What one file turned out to be. */
type Verdict =
  | { readonly is: 'thing'; readonly thing: Openable }
  | { readonly is: 'slices'; readonly slices: readonly Slice[] }
  | { readonly is: 'archive'; readonly given: GivenFile }
  | { readonly is: 'skipped'; readonly skipped: Skipped };

const pictures: readonly SystemId[] = ['radiograph', 'cells'];
const places: Readonly<Partial<Record<Sniffed['kind'], readonly SystemId[]>>> = {
  nifti: ['volume'],
  'nifti-gzip': ['volume'],
  tiff: ['cells', 'radiograph'],
  png: pictures,
  jpeg: pictures,
  onnx: [],
};

function thingOf({ file, path }: GivenFile, { kind, description }: Sniffed): Openable {
  return {
    id: path,
    kind: kind === 'onnx' ? 'model' : kind.startsWith('nifti') ? 'volume' : 'picture',
    title: file.name,
    ...folderOf(path),
    what: description,
    files: [file],
    bytes: file.size,
    possible: places[kind] ?? [],
    extent: null,
    notes: [],
    gap: null,
    refusal: null,
  };
}

/** A NIfTI file with its size and spacing, or with the reason why its header is refused. */
async function niftiThing(thing: Openable, head: Uint8Array): Promise<Openable> {
  try {
    const { dims, spacing, volumes } = await readNiftiHead(head);
    const extent: Extent = { size: dims, spacing, volumes };
    const notes = volumes > 1 ? [`${volumes} volumes (time points or components): one is taken`] : [];
    return { ...thing, extent, notes };
  } catch (error) {
    if (error instanceof RoentgenError) return { ...thing, refusal: error.message };
    throw error;
  }
}

/** The image of a DICOM file, or its frames. */
async function slicesOf({ file, path }: GivenFile, head: Uint8Array): Promise<readonly Slice[]> {
  const load = (bytes: number) =>
    bytes <= head.length ? Promise.resolve(head.subarray(0, bytes)) : readPart(file, 0, bytes);
  const headers = await readDicomHead(file.size, load);
  const images = imagesOf(path, headers, { load: () => readPart(file, 0, file.size) });
  return images.map((image) => ({ ...image, file, path }));
}

async function judge(given: GivenFile): Promise<Verdict> {
  const { file, path } = given;
  const head = await readPart(file, 0, SNIFF_BYTES);
  const sniffed = await sniff(head);
  const skipped = { path, bytes: file.size, reason: sniffed.description };
  if (file.size === 0)
    return { is: 'skipped', skipped: { ...skipped, group: 'empty', reason: 'an empty file' } };
  if (sniffed.kind === 'zip') return { is: 'archive', given };
  if (sniffed.kind === 'npy') {
    const reason = 'a NumPy array, which the command line takes (npx roentgen run)';
    return { is: 'skipped', skipped: { ...skipped, group: 'unknown', reason } };
  }
  if (sniffed.kind === 'unknown') return { is: 'skipped', skipped: { ...skipped, group: 'unknown' } };
  checkSize(file.name, file.size);
  if (sniffed.kind === 'dicom') return { is: 'slices', slices: await slicesOf(given, head) };
  const plain = thingOf(given, sniffed);
  const thing = plain.kind === 'volume' ? await niftiThing(plain, head) : plain;
  const source = { size: file.size, read: (from: number, to: number) => readPart(file, from, to) };
  if (thing.refusal === null) await checkWhole(sniffed.kind, source);
  return { is: 'thing', thing };
}

/** What one file is; trouble with it is its own. */
async function verdictOf(given: GivenFile): Promise<Verdict> {
  try {
    return await judge(given);
  } catch (error) {
    return { is: 'skipped', skipped: skippedBy(given, error) };
  }
}

/** Leaves out files that were given twice: of one path and date, and with the same in them. */
async function withoutRepeats(files: readonly GivenFile[]) {
  const seen = new Map<string, File[]>();
  const once: GivenFile[] = [];
  const skipped: Skipped[] = [];
  for (const given of files) {
    const { file, path } = given;
    const key = `${path}|${file.size}|${file.lastModified}`;
    const alike = seen.get(key) ?? [];
    const repeats = await Promise.all(alike.map((each) => sameFiles({ files: [each] }, { files: [file] })));
    if (repeats.includes(true))
      skipped.push({ path, bytes: file.size, group: 'twice', reason: 'the same file a second time' });
    else once.push(given);
    seen.set(key, [...alike, file]);
  }
  return { once, skipped };
}

/** Files are counted in as they are looked at, those of archives too. */
function counter(job: Job) {
  let [done, total, bytesDone, bytesTotal] = [0, 0, 0, 0];
  const report = () =>
    job.report({ stage: 'read', done, total, bytes: { done: bytesDone, total: bytesTotal }, what: 'files' });
  return {
    add(files: readonly GivenFile[]) {
      total += files.length;
      bytesTotal += files.reduce((sum, { file }) => sum + file.size, 0);
      report();
    },
    did({ file }: GivenFile) {
      done += 1;
      bytesDone += file.size;
      if (done % 8 === 0 || done === total) report();
    },
    get files() {
      return total;
    },
    get bytes() {
      return bytesTotal;
    },
  };
}

/**
 * Says what some files are, by their content and from their beginnings: things to open, with DICOM files joined to
 * series, and files that are left out, each with its reason. One bad file stops no other. Throws `aborted` only.
 */
export async function recognise(files: readonly GivenFile[], job: Job): Promise<Found> {
  const started = performance.now();
  const count = counter(job);
  const { once, skipped } = await withoutRepeats(files);
  const look = async (some: readonly GivenFile[]) => {
    count.add(some);
    const verdicts = await each(
      some,
      async (given) => {
        const verdict = await verdictOf(given);
        count.did(given);
        return verdict;
      },
      job.signal,
    );
    return verdicts;
  };
  const verdicts: Verdict[] = [];
  for (const verdict of await look(once)) {
    if (verdict.is !== 'archive') verdicts.push(verdict);
    else verdicts.push(...(await insideOf(verdict.given, look, job)));
  }
  const things = verdicts.flatMap((verdict) => (verdict.is === 'thing' ? [verdict.thing] : []));
  const slices = verdicts.flatMap((verdict) => (verdict.is === 'slices' ? verdict.slices : []));
  for (const verdict of verdicts) if (verdict.is === 'skipped') skipped.push(verdict.skipped);
  return {
    things: [...thingsOfSlices(slices), ...things],
    skipped,
    files: count.files,
    bytes: count.bytes,
    milliseconds: performance.now() - started,
  };
}

/** The verdicts on an archive's files. An archive within it is left alone. */
async function insideOf(
  given: GivenFile,
  look: (files: readonly GivenFile[]) => Promise<readonly Verdict[]>,
  job: Job,
): Promise<readonly Verdict[]> {
  try {
    const { files, skipped } = await unpack(given, job.signal);
    const verdicts = await look(files);
    const nested = (verdict: Verdict): Verdict =>
      verdict.is === 'archive'
        ? {
            is: 'skipped',
            skipped: {
              path: verdict.given.path,
              bytes: verdict.given.file.size,
              group: 'unknown',
              reason: 'an archive in an archive: unpack it first',
            },
          }
        : verdict;
    return [...verdicts.map(nested), ...skipped.map((one) => ({ is: 'skipped', skipped: one }) as const)];
  } catch (error) {
    if (job.signal.aborted) throw error;
    return [{ is: 'skipped', skipped: skippedBy(given, error) }];
  }
}
