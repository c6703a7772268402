import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds on the page as it is, in light and in dark, as "scheme impact rule: selector" lines: findings of every
 * severity, best practices too.
 */
export async function findings(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    // The policy lets no inline script into the page; the debugger is no page.
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations', 'passes'],
      }),
    );
    if (passes.length < 15) lines.push(`only ${passes.length} rules applied`);
    for (const { id, impact, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        lines.push(
          `${scheme} ${impact} ${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim()}`,
        );
  }
  return lines;
}
