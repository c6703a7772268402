import axe from 'axe-core';
import type { Page } from 'puppeteer';

/* What the list of things to open says. */

/** Rows of the list of things to open. */
export const rows = (page: Page) =>
  page.$$eval('.things tbody tr', (all) =>
    // biome-ignore lint/performance/useDomNodeTextContent: cells and lines as they are rendered
    all.map((row) => (row as HTMLElement).innerText.split(/\s*[\n\t]\s*/)),
  );

export const shown = (page: Page, id: string, text: RegExp | string = '') =>
  page.waitForFunction(
    (testId, source) => {
      const element = document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
      // biome-ignore lint/performance/useDomNodeTextContent: lines as they are rendered
      return element !== null && new RegExp(source).test(element.innerText);
    },
    { timeout: 60_000 },
    id,
    typeof text === 'string' ? text : text.source,
  );

/** What axe finds serious or worse in a part of the page. */
export async function seriousIn(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (part) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(part);
    return violations.filter(({ impact }) => /serious|critical/.test(impact ?? '')).map(({ help }) => help);
  }, selector);
}
