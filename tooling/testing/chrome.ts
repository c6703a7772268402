/** Chrome for tests and for `bench --chrome`: starting it, and serving it a page. What only they need is loaded when they do. */
import type { Browser } from 'puppeteer';
import type { InlineConfig } from 'vite';
import { conditions } from '../build/resolve.mjs';
import { findChrome } from '../setup/chrome.mjs';
import { openArguments, plainArguments, testArguments } from '../setup/chrome-flags.mjs';

/** A page's address, until it is disposed. */
export interface Served extends AsyncDisposable {
  /** Ends in a slash. */
  readonly url: string;
}

/** With which GPU Chrome is started: a software one, the machine's, or what Chrome makes of it (without a screen none). */
export type ChromeGpu = 'swiftshader' | 'hardware' | 'as it comes';

const ARGUMENTS: Readonly<Record<ChromeGpu, () => string[]>> = {
  swiftshader: testArguments,
  hardware: openArguments,
  'as it comes': plainArguments,
};

/**
 * Starts a headless Chrome; on SwiftShader it is able to compute and to draw.
 *
 * @throws Error when the machine has no Chrome; `npm test` sees to one.
 */
export async function launchChrome(
  args: readonly string[] = [],
  gpu: ChromeGpu = 'swiftshader',
): Promise<Browser> {
  const executablePath = findChrome();
  if (executablePath === null)
    throw new Error('There is no Chrome here: run `npm test` once, which sees to one.');
  const { launch } = await import('puppeteer');
  return launch({
    executablePath,
    headless: true,
    args: [...ARGUMENTS[gpu](), ...args],
    protocolTimeout: 600_000,
  });
}

/** Serves the built site of a Vite project, `npm run build` having been run: what a user gets. `root`: its folder. */
export async function serveBuilt(root: string): Promise<Served> {
  const { preview } = await import('vite');
  const server = await preview({ root, logLevel: 'error', preview: { port: 0, host: 'localhost' } });
  return served(server.resolvedUrls?.local[0], () => server.close());
}

/** Serves a folder's pages from source, packages resolved to theirs; for tests of code in a page of its own. */
export async function serveSource(root: string, config: InlineConfig = {}): Promise<Served> {
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { conditions: [...conditions, 'browser'] },
    server: { port: 0, host: 'localhost', hmr: false, watch: null, headers: isolated },
    ...config,
  });
  await server.listen();
  return served(server.resolvedUrls?.local[0], () => server.close());
}

const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

function served(url: string | undefined, close: () => Promise<void>): Served {
  if (url === undefined) throw new Error('Vite names no address for its server.');
  return { url, [Symbol.asyncDispose]: close };
}
