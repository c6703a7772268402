import type { GivenFile, Skipped } from '../../protocol.ts';

/** What a drop, a picker or the clipboard gave, folders opened. */
export interface Gathered {
  readonly files: readonly GivenFile[];
  /** What could not even be listed: folders that may not be read, and empty ones. */
  readonly skipped: readonly Skipped[];
}

/** Files of a picker or of the clipboard; those of a picked folder know where they lay in it. */
export function ofFiles(files: Iterable<File>): Gathered {
  const given = [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return { files: given, skipped: [] };
}

const joined = (parts: readonly Gathered[]): Gathered => ({
  files: parts.flatMap(({ files }) => files),
  skipped: parts.flatMap(({ skipped }) => skipped),
});

const pathOf = ({ fullPath }: FileSystemEntry) => fullPath.replace(/^\//, '');

function refused(entry: FileSystemEntry, error: DOMException): Gathered {
  const what = entry.isDirectory ? 'folder' : 'file';
  const reason = `the browser may not read this ${what} (${error.name})`;
  return { files: [], skipped: [{ path: pathOf(entry), bytes: 0, group: 'unreadable', reason }] };
}

function fileOf(entry: FileSystemFileEntry): Promise<Gathered> {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve({ files: [{ file, path: pathOf(entry) }], skipped: [] }),
      (error) => resolve(refused(entry, error)),
    );
  });
}

/** All entries of a folder; each call gives a hundred at most. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return found;
    found.push(...some);
  }
}

async function insideOf(entry: FileSystemEntry): Promise<Gathered> {
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry);
  try {
    const inside = await entriesOf(entry as FileSystemDirectoryEntry);
    if (inside.length > 0) return joined(await Promise.all(inside.map(insideOf)));
    const reason = 'a folder without files';
    return { files: [], skipped: [{ path: pathOf(entry), bytes: 0, group: 'empty', reason }] };
  } catch (error) {
    return refused(entry, error as DOMException);
  }
}

/** The files of a drop or a paste. What it holds is taken at once, since it is emptied after the event. */
export function gather(transfer: DataTransfer | null): Promise<Gathered> {
  if (transfer === null) return Promise.resolve(ofFiles([]));
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = ofFiles(transfer.files);
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(plain);
  const parts = entries.map((entry) => (entry === null ? ofFiles([]) : insideOf(entry)));
  return Promise.all(parts).then(joined);
}
