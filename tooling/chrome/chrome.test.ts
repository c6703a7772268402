import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChrome, type Served, serveSource } from '../testing/chrome.ts';

const script = `
const adapter = await navigator.gpu.requestAdapter();
const device = await adapter.requestDevice();
const context = document.querySelector('canvas').getContext('webgpu');
context.configure({ device, format: 'rgba8unorm', alphaMode: 'opaque' });
const encoder = device.createCommandEncoder();
const view = context.getCurrentTexture().createView();
encoder.beginRenderPass({ colorAttachments: [
  { view, loadOp: 'clear', storeOp: 'store', clearValue: { r: 1, g: 0, b: 0, a: 1 } },
] }).end();
device.queue.submit([encoder.finish()]);
const flat = document.createElement('canvas').getContext('2d');
flat.drawImage(document.querySelector('canvas'), 0, 0);
window.answer = {
  isolated: crossOriginIsolated,
  architecture: adapter.info.architecture,
  pixel: [...flat.getImageData(1, 1, 1, 1).data],
};`;

const folder = mkdtempSync(join(tmpdir(), 'roentgen-page-'));
let chrome: Browser;
let served: Served;
let page: Page;

beforeAll(async () => {
  writeFileSync(join(folder, 'page.js'), script);
  writeFileSync(
    join(folder, 'index.html'),
    '<canvas width="4" height="4"></canvas><script type="module" src="/page.js"></script>',
  );
  [chrome, served] = await Promise.all([launchChrome(), serveSource(folder)]);
  page = await chrome.newPage();
  await page.goto(served.url);
});

afterAll(async () => {
  await chrome.close();
  await served[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

it('gives a page that computes and draws on SwiftShader, isolated from other origins', async () => {
  const handle = await page.waitForFunction('window.answer', { timeout: 30_000 });
  expect(await handle.jsonValue()).toEqual({
    isolated: true,
    architecture: 'swiftshader',
    pixel: [255, 0, 0, 255],
  });
});
