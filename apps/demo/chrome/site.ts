import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChrome, type Served, serveBuilt } from '@roentgen/tooling/chrome';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect } from 'vitest';
import { expectFresh } from '../vite/built-from.ts';
import { type Watch, watchRequests } from './requests.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = fileURLToPath(new URL('../../../test-results/demo/', import.meta.url));

/** The built site in a Chrome of its own. */
export interface Site extends AsyncDisposable {
  readonly browser: Browser;
  readonly url: string;
  /** A new tab on the page, once it knows its adapter or why it has none. */
  open(url?: string): Promise<Page>;
}

const settled = '[data-testid=adapter], [data-testid=obstacle]';

/** A new tab in which all that is waited for may take long: a limit is there to end a test, not to measure a machine. */
export async function patientPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  return page;
}

/** Serves what `npm run build` made and starts Chrome, with these flags more, and with or without WebGPU's. */
export async function startSite(args: readonly string[] = [], webgpu = true): Promise<Site> {
  expectFresh(root);
  const [browser, served]: [Browser, Served] = await Promise.all([
    launchChrome(args, webgpu ? 'swiftshader' : 'as it comes'),
    serveBuilt(root),
  ]);
  return {
    browser,
    url: served.url,
    async open(url = served.url) {
      const page = await patientPage(browser);
      await page.setViewport({ width: 1360, height: 1000 });
      await page.goto(url);
      await page.waitForSelector(settled);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await served[Symbol.asyncDispose]();
    },
  };
}

/**
 * A site for the tests of a file, or of the block that calls this: it starts before them, `ready` prepares it, and it
 * ends after them. Whatever they did, nothing in that Chrome may have asked another origin than its own.
 */
export function useSite(
  ready: (site: Site) => Promise<void>,
  args: readonly string[] = [],
): Pick<Site, 'browser' | 'url'> & { readonly watch: Watch } {
  let started: Site | undefined;
  let watch: Watch | undefined;
  const running = () => {
    if (started === undefined) throw new Error('The site is not up before the tests are.');
    return started;
  };
  beforeAll(async () => {
    started = await startSite(args);
    watch = await watchRequests(started.browser);
    await ready(started);
  });
  afterAll(async () => {
    const foreign = watch?.foreign();
    await started?.[Symbol.asyncDispose]();
    expect(foreign).toEqual([]);
  });
  return {
    get browser() {
      return running().browser;
    },
    get url() {
      return running().url;
    },
    get watch() {
      return watch!;
    },
  };
}

/** Keeps the page as it looks in light and in dark: all of it, or, for what covers the window, the window. */
export async function keepPictures(page: Page, name: string, fullPage = true): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(() => scrollTo(0, 0));
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    // The drawing worker paints large volumes a moment after the page shows their frames.
    await page.waitForFunction(() => document.querySelector('.stage-box:not([data-painted])') === null);
    await page.screenshot({ path: `${pictures}${name}-${scheme}.png`, fullPage });
  }
}

/** The visible text of an element by its test id. */
export function textOf(page: Page, id: string): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: line breaks and cells of tables as they are rendered
  return page.$eval(`[data-testid="${id}"]`, (element) => (element as HTMLElement).innerText);
}

/** Waits for a result, or fails with what the page says went wrong. */
export async function waitForResult(page: Page, system: string, timeout: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('[data-testid=failure]') !== null ||
      (document.querySelector(`[data-testid=result-${wanted}]`) !== null &&
        document.querySelector('[data-testid=progress]') === null),
    { timeout },
    system,
  );
  if (await page.$('[data-testid=failure]')) throw new Error(await textOf(page, 'failure'));
}

/** A file made in the page and dropped on an element, as a hand would. */
export async function dropFile(
  page: Page,
  selector: string,
  name: string,
  bytes: readonly number[],
): Promise<void> {
  await page.$eval(
    selector,
    (element, fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], fileName));
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    [...bytes],
  );
}

/** Drops files and folders of this machine on an element, as the file manager would. */
export async function dropPaths(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  const element = await page.waitForSelector(selector);
  const box = await element?.boundingBox();
  if (!box) throw new Error(`nothing to drop on: ${selector}`);
  const client = await page.createCDPSession();
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, ...at, data });
  await client.detach();
}

/** What was handed to the browser to keep after a button that saves a file was clicked, or pressed in another way. */
export async function savedBy(
  page: Page,
  id: string,
  press = () => page.$eval(`[data-testid="${id}"]`, (button) => (button as HTMLElement).click()),
): Promise<Uint8Array> {
  await page.evaluate(() => {
    const real = URL.createObjectURL;
    const kept = new Promise<Blob>((resolve) => {
      URL.createObjectURL = (blob: Blob) => {
        URL.createObjectURL = real;
        resolve(blob);
        return real.call(URL, blob);
      };
    });
    Object.assign(globalThis, { kept });
  });
  await press();
  const content = await page.evaluate(async () => {
    const blob = await (globalThis as unknown as { kept: Promise<Blob> }).kept;
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Uint8Array.from(content);
}

/** Types a part of a volume into its settings, and waits until they tell its size at 2x or 4x. */
export async function setPart(page: Page, from: readonly number[], size: readonly number[]): Promise<void> {
  await page.waitForSelector('[data-testid=settings]');
  for (const [axis, name] of ['Columns', 'Rows', 'Slices'].entries())
    for (const [end, value] of [
      ['last', from[axis] + size[axis]],
      ['first', from[axis] + 1],
    ] as const)
      await page.$eval(
        `input[aria-label="${name}: ${end}"]`,
        (input, text) => {
          (input as HTMLInputElement).value = text;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        },
        String(value),
      );
  const sizes = [2, 4].map((scale) => size.map((side) => scale * side).join(' × '));
  await page.waitForFunction(
    (texts) =>
      texts.some((text) => document.querySelector('[data-testid=estimate]')?.textContent?.startsWith(text)),
    { timeout: 120_000 },
    sizes,
  );
}
