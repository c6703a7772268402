import type { Page } from 'puppeteer';
import { expect } from 'vitest';

/**
 * Starts something, and presses Esc as soon as the page shows progress like this; gives back what was shown then. The page
 * itself watches and presses: however long a test takes to hear of it, nothing goes on meanwhile.
 */
export async function stopAt(page: Page, pattern: RegExp, start: () => Promise<unknown>): Promise<string> {
  await page.evaluate((source) => {
    const seen = window as unknown as { seen: Promise<string> };
    seen.seen = new Promise((resolve) => {
      const look = () => {
        const text = document.querySelector('[data-testid=progress] span')?.textContent ?? '';
        if (!new RegExp(source).test(text)) return;
        observer.disconnect();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        resolve(text);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }, pattern.source);
  await start();
  const text = await page.evaluate(() => (window as unknown as { seen: Promise<string> }).seen);
  await page.waitForFunction(() => document.querySelector('[data-testid=progress]') === null, {
    timeout: 120_000,
  });
  expect(await page.$('[data-testid=failure]')).toBeNull();
  return text;
}
