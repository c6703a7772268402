/**
 * A GPU for Node: Dawn from the npm package `webgpu`, with the Vulkan driver that suits the caller. Never part
 * of a page's bundle (`@roentgen/runtime/node`); a page hands in `navigator.gpu` instead.
 */
import { readdirSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import { lavapipeManifest, type Machine, swiftshaderManifest } from './drivers.ts';

export { fileStore, tuningFile } from '../tune/file-store.ts';

/**
 * Which adapter to take. `auto`: a hardware GPU, else lavapipe, else the SwiftShader of an installed Chrome;
 * `hardware`: a hardware GPU or an error; the others: that software adapter or an error.
 */
export type AdapterChoice = 'auto' | 'hardware' | 'lavapipe' | 'swiftshader';

/** What {@link nodeGpu} takes. */
export interface NodeGpuOptions {
  /** Left out: the variable ROENTGEN_ADAPTER, else `auto`. */
  readonly adapter?: AdapterChoice;
  /**
   * Leaves out Dawn's validation, bounds checks and clearing of memory, for shaders and plans that tests have
   * been through with all of them on: benchmarks and the command line.
   */
  readonly trusted?: boolean;
  /** More of Dawn's toggles, by name. */
  readonly toggles?: readonly string[];
  /** Takes the one line that says a software adapter is in use. */
  readonly log?: (line: string) => void;
}

/** A GPU, what it is, and how to let go of it. */
export interface NodeGpu extends Disposable {
  readonly gpu: GPU;
  readonly info: GPUAdapterInfo;
  readonly software: boolean;
  /** Lets Dawn go. Destroy every device first: Dawn crashes when objects outlive it. The process ends by itself either way. */
  release(): void;
}

const CHOICES: readonly string[] = ['auto', 'hardware', 'lavapipe', 'swiftshader'] satisfies AdapterChoice[];
const HINT =
  'Install a Vulkan driver (Debian, Ubuntu: the package mesa-vulkan-drivers, Mesa 25 or newer) or any Chrome, ' +
  'whose SwiftShader is used: npx puppeteer browsers install chrome';

/** RTLD_LAZY | RTLD_NODELETE of glibc. */
const LAZY_AND_KEPT = 0x1001;

/**
 * Finds an adapter and returns the `GPU` that gives it, in the way `navigator.gpu` does in a page. The globals
 * of WebGPU (`GPUBufferUsage` and its like) are defined where they are missing.
 *
 * @throws RoentgenError 'device' when there is no such adapter; 'usage' for an unknown choice.
 */
export async function nodeGpu(options: NodeGpuOptions = {}): Promise<NodeGpu> {
  const choice = options.adapter ?? process.env.ROENTGEN_ADAPTER ?? 'auto';
  if (!CHOICES.includes(choice)) {
    throw new RoentgenError('usage', `There is no adapter called '${choice}'.`, {
      hint: `Choose one of ${CHOICES.join(', ')}.`,
    });
  }
  // Without it Mesa complains on every start; any folder of the user will do.
  process.env.XDG_RUNTIME_DIR ??= tmpdir();
  const { create, globals } = await loadDawn();
  for (const [name, value] of Object.entries(globals))
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
  const open = () => create(flags(options));
  const found = await find(choice as AdapterChoice, open);
  if (found === null)
    throw new RoentgenError('device', `Dawn found no ${choice === 'auto' ? 'GPU' : choice} adapter.`, {
      hint: HINT,
    });
  const software = found.info.isFallbackAdapter;
  if (software) options.log?.(`Computing on ${title(found.info)}, a software adapter: right, but slow.`);
  const release = hold(found.gpu);
  return { ...found, software, release, [Symbol.dispose]: release };
}

type Found = Pick<NodeGpu, 'gpu' | 'info'>;

/** Dawn, loaded on first use so that a command that needs no GPU does not wait for it. */
async function loadDawn(): Promise<typeof import('webgpu')> {
  try {
    return await import('webgpu');
  } catch (cause) {
    const message = `Dawn for Node (the package webgpu) cannot be loaded on ${process.platform}-${process.arch}: ${String(cause)}`;
    throw new RoentgenError('device', message, {
      cause,
      hint: 'Run npm ci; prebuilt are Linux, macOS and Windows on x64 and arm64.',
    });
  }
}

/** Dawn's flags. f16 and subgroup matrices of NVIDIA, and unrounded timestamps, are there only when asked for. */
function flags({ trusted = false, toggles = [] }: NodeGpuOptions): string[] {
  const on = ['allow_unsafe_apis', 'vulkan_enable_f16_on_nvidia', ...toggles];
  const off = ['timestamp_quantization'];
  if (trusted) {
    on.push('disable_robustness', 'skip_validation', 'disable_workgroup_init');
    off.push('lazy_clear_resource_on_first_use');
  }
  return [`enable-dawn-features=${on.join(',')}`, `disable-dawn-features=${off.join(',')}`];
}

async function find(choice: AdapterChoice, open: () => GPU): Promise<Found | null> {
  if (choice === 'swiftshader') return swiftshader(open);
  if (choice === 'lavapipe') {
    const manifest = lavapipeManifest(thisMachine());
    return manifest === null ? null : withDriver(manifest, open);
  }
  const best = await ask(open());
  if (choice === 'hardware') return best === null || best.info.isFallbackAdapter ? null : best;
  return best ?? swiftshader(open);
}

/** SwiftShader of a Chrome, with Chrome's own copy of the Vulkan loader where the machine has none. */
async function swiftshader(open: () => GPU): Promise<Found | null> {
  const manifest = swiftshaderManifest(thisMachine());
  if (manifest === null) return null;
  const found = await withDriver(manifest, open);
  if (found !== null || process.platform !== 'linux') return found;
  return preload(join(dirname(manifest), 'libvulkan.so.1')) ? withDriver(manifest, open) : null;
}

/**
 * Loads a shared library for good, so that Dawn's later dlopen of the same name finds it. Node throws because
 * it is no addon; by then it is loaded, and NODELETE keeps it. False when there is no such file.
 */
function preload(library: string): boolean {
  try {
    process.dlopen({ exports: {} }, library, LAZY_AND_KEPT);
  } catch (error) {
    return error instanceof Error && error.message.includes('self-register');
  }
  return true;
}

/** Asks for an adapter while the Vulkan loader may see this driver only; it reads the variables when Dawn first asks it. */
async function withDriver(manifest: string, open: () => GPU): Promise<Found | null> {
  const names = ['VK_DRIVER_FILES', 'VK_ICD_FILENAMES'] as const; // the second is the older loaders'
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = manifest;
  try {
    return await ask(open());
  } finally {
    names.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
  }
}

async function ask(gpu: GPU): Promise<Found | null> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  return adapter === null ? null : { gpu, info: adapter.info };
}

/**
 * Dawn crashes the process if its `GPU` is collected while a device or buffer of it is in use, and they do not
 * hold it. A timer that never fires does, and an unreferenced one does not keep the process running.
 */
function hold(gpu: GPU): () => void {
  const timer = setInterval(() => gpu, 2 ** 31 - 1).unref();
  return () => clearInterval(timer);
}

function title(info: GPUAdapterInfo): string {
  return info.vendor === 'mesa'
    ? `Mesa lavapipe (${info.description})`
    : `${info.vendor} ${info.architecture}`;
}

function thisMachine(): Machine {
  return {
    env: process.env,
    home: homedir(),
    list: (folder) => attempt(() => readdirSync(folder), []),
    resolve: (path) => attempt(() => realpathSync(path), path),
  };
}

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise; // a folder or link that is not there is an answer, not a fault
  }
}
