import type { KeyInput, Page } from 'puppeteer';
import { expect } from 'vitest';
import { savedBy } from '../site.ts';

/* What hands do that have no pointer. */

const patience = { timeout: 60_000 };

/** Presses a key while others are held. */
export async function chord(page: Page, modifier: 'Control' | 'Shift', key: KeyInput): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What has the focus, and how thick its outline is: that of a hidden radio is its label's. */
function lookAtFocus(selector: string) {
  const element = document.activeElement;
  const there = element?.matches(selector) ?? false;
  if (element === null || element === document.body) return { there, name: '', outline: -1 };
  const shown = element.closest('.segmented') === null ? element : (element.nextElementSibling ?? element);
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
  const none = outlineStyle === 'none' || outlineColor === 'rgba(0, 0, 0, 0)';
  const { width, height } = shown.getBoundingClientRect();
  const seen = width > 0 && height > 0 && element.matches(':focus-visible') && !none;
  return {
    there,
    name: element.outerHTML.slice(0, 120),
    outline: seen ? Number.parseFloat(outlineWidth) : 0,
  };
}

/** Has the focus on what this finds, and an outline around it. */
export async function expectFocus(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted), patience, selector);
  const { name, outline } = await page.evaluate(lookAtFocus, selector);
  expect(outline, name).toBeGreaterThan(0);
}

/** Presses Tab until the focus is there; wherever it stops on the way, it is to be seen. */
export async function tabTo(page: Page, selector: string, most = 70): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < most; tabs++) {
    await page.keyboard.press('Tab');
    const { there, name, outline } = await page.evaluate(lookAtFocus, selector);
    if (outline !== -1) expect(outline, `the focus cannot be seen on ${name}`).toBeGreaterThan(0);
    if (there) return;
    passed.push(name);
  }
  throw new Error(`Tab does not reach ${selector}. It stopped at\n${passed.join('\n')}`);
}

/** The value that a slider says. */
export const valueText = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'));

/** Waits until a stage has painted something whose description passes this pattern; returns the description. */
export async function painted(page: Page, stage: string, pattern: RegExp): Promise<string> {
  const found = await page.waitForFunction(
    (id, source) => {
      const text = document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset.painted ?? '';
      return new RegExp(source).test(text) ? text : false;
    },
    patience,
    stage,
    pattern.source,
  );
  return (await found.jsonValue()) as string;
}

/** Waits until the probe's line is one that is read out and passes this pattern; returns it. */
export async function announced(page: Page, pattern: RegExp): Promise<string> {
  const found = await page.waitForFunction(
    (source) =>
      [...document.querySelectorAll('[data-testid=probe][aria-live=polite]')]
        .map((line) => line.textContent ?? '')
        .find((text) => new RegExp(source).test(text)) ?? false,
    patience,
    pattern.source,
  );
  return (await found.jsonValue()) as string;
}

/** Goes to what can be saved, on to one of the buttons there, and presses it: what the browser was given to keep. */
export async function savedByKeys(page: Page, format: string): Promise<Uint8Array> {
  await chord(page, 'Shift', 'E');
  await expectFocus(page, '[data-testid=exports] button');
  const button = `save-${format}`;
  if ((await page.$(`[data-testid="${button}"]:focus`)) === null)
    await tabTo(page, `[data-testid="${button}"]`);
  return savedBy(page, button, () => page.keyboard.press('Enter'));
}

/** Counts what only a pointer does in the page, from now on. */
export async function countPointers(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = Object.assign(globalThis, { pointed: 0 });
    for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dragstart'])
      addEventListener(type, () => counted.pointed++, { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { pointed: number }).pointed);
}
