import { readNifti, readPng } from '@roentgen/models';
import type { Page } from 'puppeteer';
import { savedBy } from '../site.ts';

/* What is painted on stages, what the probe says of it, and pixels of a saved view. */

const patience = { timeout: 60_000 };

/** Stages of a page. */
export const stagesOf = (page: () => Page) => ({
  /** Waits until a stage says that it has painted something like this; returns what it said. */
  async painted(stage: string, pattern: RegExp): Promise<string> {
    const found = await page().waitForFunction(
      (id, source) => {
        const text = document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset.painted;
        return text !== undefined && new RegExp(source).test(text) ? text : false;
      },
      patience,
      stage,
      pattern.source,
    );
    return (await found.jsonValue()) as string;
  },
  async boxOf(stage: string) {
    const element = await page().$(`[data-testid="${stage}"]`);
    await element?.scrollIntoView();
    const box = await element?.boundingBox();
    if (!box) throw new Error(`There is no stage ${stage}.`);
    return box;
  },
  probe: () => page().$$eval('[data-testid=probe]', (lines) => lines.map((line) => line.textContent)),
  /** What the probe says once it says something else than this: no two places have the same millimetres. */
  async probeAfter(last: string): Promise<string> {
    const found = await page().waitForFunction(
      (before) => {
        const text = document.querySelector('[data-testid=probe]')?.textContent ?? '';
        return text !== before && text.endsWith('mm') ? text : false;
      },
      patience,
      last,
    );
    return (await found.jsonValue()) as string;
  },
  saved: async () => readPng(await savedBy(page(), 'save-png')),
  network: async () => (await readNifti(await savedBy(page(), 'save-nifti'))).volume,
});

type Picture = Awaited<ReturnType<typeof readPng>>;

/** Red, green and blue of a pixel. */
export const pixel = ({ width, height, data }: Picture, x: number, y: number) =>
  [0, 1, 2].map((channel) => data[channel * width * height + Math.round(y) * width + Math.round(x)]);

/** Values of a part of a picture, from and to fractions of its sides: away from letters, bar and divider. */
export function part(picture: Picture, [left, right]: readonly [number, number]): number[][] {
  const { width, height } = picture;
  const out: number[][] = [];
  for (let y = Math.ceil(0.15 * height); y < 0.42 * height; y += 3)
    for (let x = Math.ceil(left * width); x < right * width; x += 3) out.push(pixel(picture, x, y));
  return out;
}
