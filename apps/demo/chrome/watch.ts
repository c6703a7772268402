import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { type Site, textOf } from './site.ts';

/* Watching a long run, and the file that the browser writes at its end. */

/** What was seen of a run, every two seconds. */
export interface Watched {
  readonly seconds: number;
  /** Pieces of work done, as the page counted them: each count once, in the order in which it was seen. */
  readonly counts: readonly number[];
  readonly total: number;
  /** Longest wait for the page's next frame, in ms. */
  readonly slowestFrame: number;
  /** Most memory of all of Chrome's processes at a time (shared pages once), in MiB; 0 where /proc does not say. */
  readonly memory: number;
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = all.flatMap((name) => {
    try {
      const [, , , parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/\(.*\)/s, '()')
        .split(' ');
      return [{ pid: Number(name), parent: Number(parent) }];
    } catch {
      return []; // It ended meanwhile.
    }
  });
  const within = new Set([pid]);
  for (let size = 0; size < within.size; ) {
    size = within.size;
    for (const each of parents) if (within.has(each.parent)) within.add(each.pid);
  }
  return [...within];
}

function memoryOf(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  const kib = childrenOf(pid).map((each) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return Math.round(kib.reduce((sum, each) => sum + each, 0) / 1024);
}

const frame = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      }),
  );

const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Waits until what runs has ended, or until it counted `until` pieces; throws what the page says went wrong. */
export async function watchRun(site: Site, page: Page, until = Number.POSITIVE_INFINITY): Promise<Watched> {
  const start = performance.now();
  const counts: number[] = [];
  let [total, slowestFrame, memory] = [0, 0, 0];
  await page.waitForSelector('[data-testid=progress]');
  for (;;) {
    slowestFrame = Math.max(slowestFrame, await frame(page));
    memory = Math.max(memory, memoryOf(site.browser.process()?.pid));
    const seen = await page.evaluate(() => ({
      text: document.querySelector('[data-testid=progress]')?.textContent ?? null,
      failed: document.querySelector('[data-testid=failure]') !== null,
    }));
    if (seen.failed) throw new Error(await textOf(page, 'failure'));
    const found = /Running: (\d+) of (\d+)/.exec(seen.text ?? '');
    if (found !== null) {
      if (counts.at(-1) !== Number(found[1])) counts.push(Number(found[1]));
      total = Number(found[2]);
    }
    if (seen.text === null || (counts.at(-1) ?? 0) >= until)
      return {
        seconds: Math.round((performance.now() - start) / 100) / 10,
        counts,
        total,
        slowestFrame: Math.round(slowestFrame),
        memory,
      };
    await pause(2000);
  }
}

/** Clicks a button that saves, and waits for the file as the browser writes it to the disk. */
export async function downloadedBy(
  site: Site,
  page: Page,
  id: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const folder = mkdtempSync(join(tmpdir(), 'roentgen-saved-'));
  const client = await site.browser.target().createCDPSession();
  try {
    await client.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    });
    const ended = new Promise<void>((resolve, reject) => {
      client.on('Browser.downloadProgress', ({ state }) => {
        if (state === 'completed') resolve();
        if (state === 'canceled') reject(new Error(`the browser gave up saving (${id})`));
      });
    });
    await page.click(`[data-testid=${id}]`);
    await ended;
    const [name] = readdirSync(folder);
    return { name, bytes: new Uint8Array(readFileSync(join(folder, name))) };
  } finally {
    await client.detach();
    rmSync(folder, { recursive: true });
  }
}
