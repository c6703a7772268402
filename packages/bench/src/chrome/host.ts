import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import { type ChromeGpu, launchChrome } from '@roentgen/tooling/chrome';
import type { Browser } from 'puppeteer';
import type { Refusal } from '../contest/contest.ts';
import { findChromePeers, type InstalledPeers } from './installed.ts';
import {
  type ChromePeer,
  type PageAdapter,
  type PageAnswer,
  type PageProgress,
  type PageRequest,
  pageFunctions,
  progressFunction,
} from './protocol.ts';
import { type FileServer, serveFiles } from './server.ts';
import { type Limits, TooSlow, Watch } from './watch.ts';

/** What to time in Chrome, and for how long. */
export interface ChromeEffort
  extends Pick<PageRequest, 'dtype' | 'without' | 'sizes' | 'peers' | 'rounds' | 'budget'> {
  /** On which GPU Chrome is started. */
  readonly gpu: Exclude<ChromeGpu, 'as it comes'>;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: PageProgress) => void;
}

/**
 * Times a model in a headless Chrome against the peers there, all on its adapter. Each model has a Chrome of its own, with
 * an empty cache, so that cold starts are cold. A peer that takes longer than its limit is told as a refusal, and Chrome
 * begins anew without it: what it left running would slow the others.
 *
 * @throws RoentgenError 'file' where the page is not built or a peer is not installed, 'device' with what the page threw.
 */
export async function benchInChrome(
  path: string,
  effort: ChromeEffort,
  installed: InstalledPeers | undefined = effort.peers.length > 0 ? findChromePeers() : undefined,
): Promise<PageAnswer> {
  await using server = await serveFiles({ page: pageFolder(), model: path, ...installed });
  const refusals: Refusal[] = [];
  for (;;) {
    const peers = effort.peers.filter((name) => refusals.every(({ peer }) => peer !== name));
    const request = requestOf(server, basename(path), peers, effort);
    try {
      const answer = (await inChrome(server, pageFunctions.bench, request, effort)) as PageAnswer;
      return { ...answer, refusals: [...refusals, ...answer.refusals] };
    } catch (error) {
      if (!(error instanceof TooSlow) || !(peers as readonly string[]).includes(error.peer)) throw error;
      refusals.push({ peer: error.peer, reason: error.message });
    }
  }
}

/** Which adapter Chrome is to compute on; 'auto': the machine's GPU, and SwiftShader where Chrome offers none. */
export type WantedAdapter = 'auto' | 'hardware' | 'swiftshader';

/**
 * The adapter that Chrome has, its peaks, and how `benchInChrome` comes to the same one.
 *
 * @throws RoentgenError 'device' where there is no such adapter, and as `benchInChrome`.
 */
export async function chromeAdapter(
  wanted: WantedAdapter,
  effort: Pick<ChromeEffort, 'limits' | 'signal'>,
): Promise<PageAdapter & Pick<ChromeEffort, 'gpu'>> {
  await using server = await serveFiles({ page: pageFolder() });
  const choices = wanted === 'auto' ? (['hardware', 'swiftshader'] as const) : ([wanted] as const);
  for (const gpu of choices) {
    const argument = { hardware: gpu === 'hardware' };
    const found = await inChrome(server, pageFunctions.adapter, argument, { ...effort, gpu });
    if (found !== null) return { ...(found as PageAdapter), gpu };
  }
  throw new RoentgenError('device', `Chrome offers no ${wanted === 'hardware' ? 'GPU' : 'adapter'}`, {
    hint: 'chrome://gpu says why; --adapter swiftshader computes without one',
  });
}

/** The built page of this package, wherever this program was bundled to, and whether from sources or not. */
function pageFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@roentgen/bench');
  const folder = join(dirname(entry), '../dist/page');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new RoentgenError('file', 'the page on which Chrome benchmarks is not built', {
    hint: 'run npm run build',
  });
}

/** Calls one of the page's functions in a Chrome of its own. */
async function inChrome(
  { url }: FileServer,
  name: string,
  argument: unknown,
  { gpu, limits, signal, onProgress }: Pick<ChromeEffort, 'gpu' | 'limits' | 'signal' | 'onProgress'>,
): Promise<unknown> {
  signal.throwIfAborted();
  const browser = await launchChrome([], gpu);
  using watch = new Watch(limits);
  const stop = () => void kill(browser);
  signal.addEventListener('abort', stop);
  try {
    const page = await browser.newPage();
    await page.exposeFunction(progressFunction, (progress: PageProgress) => {
      watch.hear(progress);
      onProgress?.(progress);
    });
    const broken = new Promise<never>((_, reject) => page.on('pageerror', reject));
    await page.goto(`${url}page/index.html`);
    await Promise.race([page.waitForFunction(`globalThis.${name}`), broken, watch.overdue]);
    return await Promise.race([page.evaluate(`${name}(${JSON.stringify(argument)})`), watch.overdue]);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof TooSlow ? error : explained(error);
  } finally {
    signal.removeEventListener('abort', stop);
    await kill(browser);
  }
}

function requestOf(
  { url }: FileServer,
  file: string,
  peers: readonly ChromePeer[],
  { dtype, without, sizes, rounds, budget }: ChromeEffort,
): PageRequest {
  return {
    file,
    url: `${url}model/`,
    sizes,
    dtype,
    without,
    peers,
    ort: `${url}ort/`,
    tfjs: [`${url}tfjsCore/tf-core.min.js`, `${url}tfjsWebgpu/tf-backend-webgpu.min.js`],
    rounds,
    budget,
  };
}

function explained(error: unknown): RoentgenError {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new RoentgenError('device', `Chrome: ${message}`, { cause: error });
}

/** A Chrome whose GPU is busy for minutes does not close when asked. */
async function kill(browser: Browser): Promise<void> {
  browser.process()?.kill('SIGKILL');
  await browser.close().catch(() => {});
}
