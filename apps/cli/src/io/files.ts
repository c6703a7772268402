import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import {
  access,
  constants,
  type FileHandle,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import { fileError } from './failure.ts';

/** One file to be written, whole or not at all. */
export interface OutputFile {
  readonly path: string;
  /** What comes in pieces is asked for as the disk takes it, and never held whole. */
  readonly bytes: Uint8Array | string | AsyncIterable<Uint8Array>;
}

/** A file that is not whole yet. */
export interface GrowingFile {
  append(bytes: Uint8Array | string): Promise<void>;
  /** Gives it its name. Where this is not reached, nothing is left of it. */
  finish(): Promise<void>;
}

/** Where bytes go; `special` is what is no plain file. */
interface Target {
  readonly path: string;
  readonly special: boolean;
}

/** Reads a file, or throws RoentgenError 'file' ('memory' beyond 2 GiB) that names it. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw fileError(path, error);
  }
}

/** Whether a path is a folder; throws 'file' when there is nothing. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * What a command writes. Files come into being under temporary names in their own folders and get their real
 * ones together, once all of them are complete: a stop, a fault or a full disk leaves the disk as it was.
 */
export class Outputs {
  readonly #temporary = new Set<string>();
  readonly #folders: string[] = [];
  readonly #open = new Set<FileHandle>();

  /** Fails now rather than after the work where a file could not be written later. */
  async checkFile(path: string): Promise<void> {
    const target = await this.#target(path);
    try {
      await access(target.special ? target.path : dirname(target.path), constants.W_OK);
    } catch (error) {
      throw inFolder(path, error);
    }
  }

  /** Throws 'usage' where two outputs are one file, or an output is an input and would replace it. */
  async keepApart(outputs: readonly string[], inputs: readonly (string | undefined)[]): Promise<void> {
    const taken = new Set<string>();
    for (const path of inputs) if (path !== undefined) taken.add((await this.#target(path, 'any')).path);
    for (const path of outputs) {
      const target = await this.#target(path);
      if (!target.special && taken.has(target.path)) {
        throw new RoentgenError('usage', `'${path}' would replace another file of this command`, {
          hint: 'give the output a name of its own',
        });
      }
      taken.add(target.path);
    }
  }

  /** Makes a folder and those above it; they go again if the command fails. */
  async folder(path: string): Promise<void> {
    try {
      const first = await mkdir(path, { recursive: true });
      if (first !== undefined) this.#folders.push(first);
      await access(path, constants.W_OK);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
      if (taken)
        throw new RoentgenError('file', `'${path}' is a file, not a folder`, { hint: 'name a folder' });
      throw fileError(path, await cause(path, error));
    }
  }

  /** Writes all of the files or none. */
  async write(files: readonly OutputFile[], signal: AbortSignal): Promise<void> {
    const moves: [from: string, to: string][] = [];
    for (const { path, bytes } of files) {
      signal.throwIfAborted();
      const target = await this.#target(path);
      try {
        const from = target.special ? target.path : this.#temporaryName(target.path);
        await store(from, bytes, target.special ? 'r+' : 'wx', signal);
        if (!target.special) moves.push([from, target.path]);
      } catch (error) {
        signal.throwIfAborted();
        throw inFolder(path, error);
      }
    }
    signal.throwIfAborted();
    for (const [from, to] of moves) {
      await rename(from, to);
      this.#temporary.delete(from);
    }
    this.#folders.length = 0;
  }

  /** Begins a file whose bytes come one after the other; like the others it gets its name once it is whole. */
  async grow(path: string, signal: AbortSignal): Promise<GrowingFile> {
    const target = await this.#target(path);
    const from = target.special ? target.path : this.#temporaryName(target.path);
    const tried = async <T>(step: () => Promise<T>): Promise<T> => {
      signal.throwIfAborted();
      try {
        return await step();
      } catch (error) {
        throw inFolder(path, error);
      }
    };
    const file = await tried(() => open(from, target.special ? 'r+' : 'wx'));
    this.#open.add(file);
    return {
      append: (bytes) => tried(() => writeFile(file, bytes)),
      finish: () =>
        tried(async () => {
          await synced(file);
          await file.close();
          this.#open.delete(file);
          if (!target.special) await rename(from, target.path);
          this.#temporary.delete(from);
          this.#folders.length = 0;
        }),
    };
  }

  /** Removes whatever is not finished. */
  async discard(): Promise<void> {
    for (const file of this.#open) await file.close();
    this.#open.clear();
    for (const path of this.#temporary) await rm(path, { force: true });
    for (const path of this.#folders) await rm(path, { recursive: true, force: true });
    this.#temporary.clear();
  }

  /** The same at once, for a process that is about to end. */
  discardNow(): void {
    for (const path of [...this.#temporary, ...this.#folders]) rmSync(path, { recursive: true, force: true });
  }

  /** Where bytes go: through links, and straight into what is no plain file (a pipe, /dev/full). */
  async #target(path: string, kind: 'file' | 'any' = 'file'): Promise<Target> {
    try {
      const real = await realpath(path);
      const found = await stat(real);
      if (kind === 'file' && found.isDirectory())
        throw fileError(path, Object.assign(new Error(), { code: 'EISDIR' }));
      return { path: real, special: !found.isFile() };
    } catch (error) {
      if (error instanceof RoentgenError) throw error;
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fileError(path, error);
      return { path: resolve(path), special: false };
    }
  }

  #temporaryName(path: string): string {
    const name = join(
      dirname(path),
      `.${basename(path).slice(0, 64)}.${randomBytes(4).toString('hex')}.part`,
    );
    this.#temporary.add(name);
    return name;
  }
}

/** Written and on the disk before it counts: a rename may not overtake the data. */
async function store(
  path: string,
  bytes: OutputFile['bytes'],
  flags: string,
  signal: AbortSignal,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await writeFile(file, bytes, { signal });
    await synced(file);
  } finally {
    await file.close();
  }
}

const synced = (file: FileHandle) =>
  file.sync().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EINVAL') throw error; // pipes and devices cannot be synchronised
  });

/** Node calls a folder that cannot be made "not there"; why it cannot be made is known where the nearest folder is. */
async function cause(path: string, error: unknown): Promise<unknown> {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return error;
  const parent = dirname(resolve(path));
  try {
    await access(parent, constants.W_OK);
    return error;
  } catch (found) {
    return parent === dirname(parent) ? error : cause(parent, found);
  }
}

/** A missing file that we are about to make means a missing folder. */
function inFolder(path: string, error: unknown): RoentgenError {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return fileError(path, error);
  return new RoentgenError('file', `the folder of '${path}' is not there`, {
    cause: error,
    hint: `make it first: mkdir -p '${dirname(path)}'`,
  });
}
