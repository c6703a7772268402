import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shared = join(root, '../shared');

/** A path in the shared folder; undefined, said aloud, where that folder is absent. */
export function inShared(path: string): string | undefined {
  const full = join(shared, path);
  if (existsSync(full)) return full;
  console.warn(`SKIPPED: there is no ../shared/${path}`);
  return undefined;
}

/** How a process ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Driven {
  /** Called with everything on stderr so far, each time there is more. */
  readonly onMessage?: (stderr: string, child: ReturnType<typeof spawn>) => void;
}

function finished(child: ReturnType<typeof spawn>, { onMessage }: Driven): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (part) => {
    stdout += part;
  });
  child.stderr?.on('data', (part) => {
    stderr += part;
    onMessage?.(stderr, child);
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** The command line as it is shipped, built from the present source into a folder of its own. */
export class Built {
  readonly #program: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#program = join(folder, 'roentgen.js');
  }

  static async create(): Promise<Built> {
    await mkdir(join(root, 'apps/cli/dist'), { recursive: true });
    const folder = await mkdtemp(join(root, 'apps/cli/dist/test-'));
    const build = join(root, 'tooling/build/program.mjs');
    const child = spawn(process.execPath, [build, 'src/main.ts', join(folder, 'roentgen.js')], {
      cwd: join(root, 'apps/cli'),
    });
    const { code, stderr } = await finished(child, {});
    if (code !== 0) throw new Error(`the build failed:\n${stderr}`);
    return new Built(folder);
  }

  run(args: readonly string[], driven: Driven = {}): Promise<Ended> {
    const env = { ...process.env, ROENTGEN_WEIGHTS: join(root, 'packages/models/weights') };
    return finished(
      spawn(process.execPath, [this.#program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
      driven,
    );
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}
