import type { Page } from 'puppeteer';
import { beforeEach, expect, it, vi } from 'vitest';
import { keepPictures, textOf, useSite, waitForResult } from './site.ts';
import { part, pixel, stagesOf } from './viewer/stages.ts';

/* The volume's stages in a real Chrome. What is painted is read from the PNG export, which is the canvas itself. */

let page: Page;
useSite(async ({ open }) => {
  page = await open();
  await page.keyboard.press('2');
  await waitForResult(page, 'volume', 400_000);
});

const { painted, boxOf, probe, probeAfter, saved, network } = stagesOf(() => page);

/** Chooses a mode by its key, and waits for its first picture. */
async function mode(key: string, stage: string, pattern: RegExp): Promise<string> {
  await page.keyboard.press(key as 'x');
  return painted(stage, pattern);
}

beforeEach(async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('0');
  await page.keyboard.press('f');
  await painted('pane-flip', /^network axial \d+ zoom 1.00 at 0.500,0.500/);
});

it('zooms at the pointer by wheel, and fits by a double click', async () => {
  const { x, y, width, height } = await boxOf('pane-flip');
  const [px, py] = [x + 0.6 * width, y + 0.35 * height];
  await page.mouse.move(px, py);
  await page.waitForFunction(() =>
    /mm$/.test(document.querySelector('[data-testid=probe]')?.textContent ?? ''),
  );
  const before = await probe();
  await page.mouse.wheel({ deltaY: -240 });
  await painted('pane-flip', /zoom 1.82/); // e^(240 / 400)
  await page.mouse.move(px + 1, py);
  await page.mouse.move(px, py);
  await vi.waitFor(async () => expect(await probe()).toEqual(before), { timeout: 60_000, interval: 50 });
  await page.mouse.click(px, py, { count: 2 });
  await painted('pane-flip', /zoom 1.00 at 0.500,0.500/);
});

it('moves by a drag with the hand', async () => {
  const { x, y, width, height } = await boxOf('pane-flip');
  await page.keyboard.press('+');
  await painted('pane-flip', /zoom 1.25/);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 4 });
  await page.mouse.up();
  // 92 voxels of one size fill the height, 76 the width of the picture.
  const expected = 0.5 - 40 / (1.25 * height * (76 / 92));
  const places = [-0.001, 0, 0.001].map((off) => (expected + off).toFixed(3));
  await painted('pane-flip', new RegExp(`zoom 1.25 at (${places.join('|')}),0.500`));
});

it('sets the window by drag, by fields, by name, and back', async () => {
  const { x, y, width, height } = await boxOf('pane-flip');
  const first = await painted('pane-flip', /window/);
  const [, centre, wide] = /window ([\d.]+)\/([\d.]+)/.exec(first)!.map(Number);
  await page.mouse.move(x + 0.5 * width, y + 0.5 * height);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(x + 0.5 * width + 50, y + 0.5 * height + 20, { steps: 5 });
  await page.mouse.up({ button: 'right' });
  // 200 pixels are the window's width.
  const dragged = `window ${Number((centre + 0.1 * wide).toPrecision(5))}/${Number((1.25 * wide).toPrecision(5))}`;
  await painted('pane-flip', new RegExp(dragged));
  for (const [field, value] of [
    ['window-centre', '100'],
    ['window-width', '50'],
  ]) {
    await page.click(`[data-testid=${field}]`, { count: 3 });
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await painted('pane-flip', /window 100\/50/);
  // Through this window 75 and less are black, 125 and more are white; a third of the way in between is a third grey.
  const picture = await saved();
  const levels = part(picture, [0.3, 0.7]).map(([red]) => red);
  expect(Math.min(...levels)).toBe(0);
  expect(Math.max(...levels)).toBe(255);
  await page.select('[data-testid=window-preset]', '0');
  await painted('pane-flip', new RegExp(`window ${centre}/${wide}`));
});

it('reads values that are those of the saved volume, at their place in the patient', async () => {
  const volume = await network();
  const said = await painted('pane-flip', /axial/);
  const z = Number(/axial (\d+)/.exec(said)?.[1]) - 1;
  const { x, y, width, height } = await boxOf('pane-flip');
  const size = height / volume.height; // a voxel in pixels: the picture is as high as its stage
  const left = (width - volume.width * size) / 2;
  for (const [column, row] of [
    [38, 46],
    [20, 30],
    [60, 71],
  ]) {
    await page.mouse.move(x + left + (column + 0.5) * size, y + (row + 0.5) * size);
    // The right of the patient hangs at the left, the front on top.
    const i = volume.affine[0] > 0 ? volume.width - 1 - column : column;
    const j = volume.affine[5] > 0 ? volume.height - 1 - row : row;
    const value = volume.data[i + volume.width * (j + volume.height * z)];
    const right = volume.affine[0] * i + volume.affine[3];
    // Millimetres to the right, within the rounding of a place that ends in 5.
    await page.waitForFunction(
      (expected) => {
        const text = document.querySelector('[data-testid=probe]')?.textContent ?? '';
        const [, side, mm] = /([LR]) ([\d.]+), [AP]/.exec(text) ?? [];
        return Math.abs((side === 'L' ? -1 : 1) * Number(mm) - expected) < 0.11;
      },
      { timeout: 60_000 },
      right,
    );
    const [text] = await probe();
    expect(Number.parseFloat(text)).toBeCloseTo(value, value < 10 ? 2 : 0);
    expect(text).toMatch(/ mm$/);
  }
});

it('flips to the interpolation while the bar is held', async () => {
  const right = await saved();
  await page.keyboard.down('Space');
  await painted('pane-flip', /^baseline/);
  const held = await saved();
  await page.keyboard.up('Space');
  await painted('pane-flip', /^network/);
  expect(part(held, [0.3, 0.7])).not.toEqual(part(right, [0.3, 0.7]));
  expect(part(await saved(), [0.3, 0.7])).toEqual(part(right, [0.3, 0.7]));
});

it('swipes: interpolation at the left of the divider, the network at its right', async () => {
  const networks = await saved();
  await page.keyboard.down('Space');
  await painted('pane-flip', /^baseline/);
  const interpolations = await saved();
  await page.keyboard.up('Space');
  await mode('x', 'pane-swipe', /^swipe 0.50 baseline network/);
  const { x, y, width, height } = await boxOf('pane-swipe');
  await page.mouse.move(x + 0.5 * width, y + 0.7 * height);
  await page.mouse.down();
  await page.mouse.move(x + 0.55 * width, y + 0.7 * height, { steps: 3 });
  await page.mouse.up();
  await painted('pane-swipe', /^swipe 0.55/);
  await page.mouse.move(0, 0);
  const both = await saved();
  const [left, right] = [[0.3, 0.53] as const, [0.57, 0.7] as const];
  expect(part(both, left)).toEqual(part(interpolations, left));
  expect(part(both, right)).toEqual(part(networks, right));
  expect(part(both, left)).not.toEqual(part(networks, left));
  await page.focus('[data-testid=pane-swipe]');
  await page.keyboard.press(',');
  await painted('pane-swipe', /^swipe 0.53/);
  await keepPictures(page, 'volume-swipe');
});

it('maps the difference in the data’s units: dark where equal, orange above, blue below', async () => {
  await page.keyboard.press('s');
  await page.keyboard.press('o'); // rings would lie on what is looked at
  const said = await mode('d', 'pane-difference', /^difference/);
  expect(said).not.toContain('rings');
  const range = Number(/^difference ([\d.]+)/.exec(said)?.[1]);
  expect(await textOf(page, 'difference-legend')).toContain(`+${range}`);
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => document.querySelector('[data-testid=probe]')?.textContent === '');
  const picture = await saved();
  const { x, y, width, height } = await boxOf('pane-difference');
  const seen = { dark: 0, orange: 0, blue: 0 };
  const size = height / 92;
  let last = '';
  for (let row = 10; row < 82; row += 6)
    for (const column of [12, 25, 31, 44, 57, 66]) {
      const at = { x: (width - 76 * size) / 2 + (column + 0.5) * size, y: (row + 0.5) * size };
      await page.mouse.move(x + at.x, y + at.y);
      const text = await probeAfter(last);
      last = text;
      const share = Number(/\((-?[\d.e-]+)\)/.exec(text)?.[1]) / range;
      const [red, , blue] = pixel(picture, at.x, at.y);
      const kind = Math.abs(share) < 0.02 ? 'dark' : share > 0.1 ? 'orange' : share < -0.1 ? 'blue' : null;
      if (kind === null) continue;
      seen[kind] += 1;
      if (kind === 'dark') expect(Math.max(red, blue), text).toBeLessThan(40);
      else expect(kind === 'orange' ? red - blue : blue - red, text).toBeGreaterThan(10);
    }
  expect(Math.min(seen.dark, seen.orange, seen.blue), JSON.stringify(seen)).toBeGreaterThan(0);
  await page.keyboard.press('s');
  await page.keyboard.press('o');
  await keepPictures(page, 'volume-difference');
});

it('moves linked panes together', async () => {
  await mode('b', 'pane-network', /^network/);
  const { x, y, width, height } = await boxOf('pane-given');
  await page.mouse.move(x + width / 4, y + height / 4);
  await page.mouse.wheel({ deltaY: -240 });
  const views = await Promise.all(
    ['pane-given', 'pane-baseline', 'pane-network'].map((stage) => painted(stage, /zoom 1.82/)),
  );
  const tails = views.map((view) => view.slice(view.indexOf('zoom'), view.indexOf(' size')));
  expect(new Set(tails).size).toBe(1);
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('[data-testid=probe]')].every((line) => line.textContent?.endsWith('mm')),
    { timeout: 60_000 },
  );
  await keepPictures(page, 'volume-beside');
});

it('goes to a place in all three planes', async () => {
  await mode('y', 'pane-coronal', /^network coronal/);
  const { x, y, width, height } = await boxOf('pane-axial');
  const before = await painted('pane-sagittal', /^network sagittal/);
  await page.mouse.click(x + 0.4 * width, y + 0.3 * height);
  // A square stage; 76 x 92 voxels of one size: column 27 of 76 as it hangs, row 27 of 92.
  const [column, row] = [Math.floor(38 - 0.1 * 92), Math.floor(0.3 * 92)];
  const { affine } = await network();
  const i = affine[0] > 0 ? 75 - column : column;
  const j = affine[5] > 0 ? 91 - row : row;
  await painted('pane-sagittal', new RegExp(`^network sagittal ${i + 1} `));
  await painted('pane-coronal', new RegExp(`^network coronal ${j + 1} `));
  expect(before).not.toMatch(new RegExp(`sagittal ${i + 1} `));
  await keepPictures(page, 'volume-planes');
});

it('does all of it by keyboard', async () => {
  const [, first] = /axial (\d+)/.exec(await painted('pane-flip', /axial/))!;
  const slice = String(Number(first) + 1);
  await page.keyboard.press('ArrowRight');
  await painted('pane-flip', new RegExp(`axial ${slice} `));
  await page.keyboard.press('c');
  await painted('pane-flip', /^network coronal/);
  await page.keyboard.press('a');
  await painted('pane-flip', new RegExp(`axial ${slice} `));
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
  for (let tabs = 0; tabs < 60 && (await focused()) !== 'pane-flip'; tabs++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('pane-flip');
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowDown');
  await painted('pane-flip', /zoom 1.25 at 0.500,0.5[1-9]/);
  await page.keyboard.press('i');
  await painted('pane-flip', /inverted/);
  await page.keyboard.press('i');
  await page.keyboard.press('p');
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(
    () => /mm$/.test(document.querySelector('[data-testid=probe][aria-live=polite]')?.textContent ?? ''),
    { timeout: 60_000 },
  );
  // The second window, not the second sample: the volume's values from lowest to highest.
  const [, window] = /window (\S+)/.exec(await painted('pane-flip', /window/))!;
  await page.keyboard.press('2');
  await painted('pane-flip', new RegExp(`window (?!${window} )`));
  await page.keyboard.press('1');
  await painted('pane-flip', new RegExp(`window ${window} `));
  await page.keyboard.press('PageUp');
  await painted('pane-flip', new RegExp(`axial ${Number(slice) + 1} `));
  await page.keyboard.press('m');
  await keepPictures(page, 'volume-flip');
});

it('shows the volume in 3D, without a foreign host and within the policy', async () => {
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.columnNumber}`,
      );
    });
  });
  await page.click('[data-testid=solid-open]');
  await page.waitForSelector('[data-testid=solid][data-state=shown]', { timeout: 60_000 });
  await keepPictures(page, 'volume-solid', false);
  const canvas = await page.$('.solid-turn');
  const front = await canvas!.screenshot();
  await canvas!.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(async () => Buffer.compare(Buffer.from(await canvas!.screenshot()), Buffer.from(front)), {
      timeout: 60_000,
    })
    .not.toBe(0);
  // A GPU that is reset takes WebGL along: the view says so, and can be opened again.
  await page.$eval('.solid-turn canvas', (element) =>
    (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
  );
  await page.waitForSelector('[data-testid=solid][data-state=failed]');
  expect(await textOf(page, 'solid')).toMatch(/The GPU was reset.*open it again/);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
  await page.click('[data-testid=solid-open]');
  await page.waitForSelector('[data-testid=solid][data-state=shown]');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
  expect(await page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused)).toEqual([]);
});
