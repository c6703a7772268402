import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FileServer, serveFiles } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'roentgen-files-'));
let server: FileServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'a.mjs'), 'export {};');
  writeFileSync(join(folder, 'model.onnx'), 'bytes');
  server = await serveFiles({ page: join(folder, 'page'), model: join(folder, 'model.onnx') });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** The status of a path that is sent as it stands; `fetch` would tidy it up. */
const statusOf = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('serves folders and single files to a page that is isolated', async () => {
  const script = await fetch(`${server.url}page/a.mjs`);
  expect(await script.text()).toBe('export {};');
  expect(script.headers.get('content-type')).toBe('text/javascript');
  expect(script.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(await (await fetch(`${server.url}model/`)).text()).toBe('bytes');
});

test('serves nothing else', async () => {
  expect(await statusOf('/page/../model.onnx')).toBe(404);
  expect(await statusOf('/page/%2e%2e/model.onnx')).toBe(404);
  expect(await statusOf('/page/b.mjs')).toBe(404);
  expect(await statusOf('/toString/a')).toBe(404);
});
