import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeModel } from '../onnx/testing/encode.ts';
import { download, filesBeside, loadModel } from './source.ts';

const weights = Float32Array.of(1, 2, 3);
const external = { location: 'w 1#.bin' };
const model = encodeModel({
  nodes: [{ op: 'Add', inputs: ['x', 'w'], outputs: ['y'] }],
  initializers: [{ name: 'w', dims: [3], external }],
  inputs: [{ name: 'x', shape: [3] }],
  outputs: [{ name: 'y', shape: [3] }],
});

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const files: Record<string, Uint8Array> = {
      '/models/add.onnx': model,
      '/models/w%201%23.bin': new Uint8Array(weights.buffer),
    };
    const file = files[request.url!];
    if (file) response.writeHead(200, { 'content-length': file.length }).end(file);
    else if (request.url === '/broken') {
      response.writeHead(200, { 'content-length': 100 }).write('abc');
      setTimeout(() => response.destroy(), 20);
    } else if (request.url === '/slow') response.writeHead(200, { 'content-length': 9 }).write('abc');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('download', () => {
  it('tells how much has come, and of how much', async () => {
    const told: [number, number | undefined][] = [];
    const bytes = await download(`${base}/models/add.onnx`, (...progress) => told.push(progress));
    expect(bytes).toEqual(model);
    expect(told.at(-1)).toEqual([model.length, model.length]);
  });

  it('says what failed: a status, an address, a connection that broke', async () => {
    await expect(download(`${base}/none`)).rejects.toMatchObject({ code: 'file', message: /404 Not Found/ });
    await expect(download(`${base}/none`)).rejects.toThrow(`${base}/none answers 404`);
    await expect(download('http://127.0.0.1:1/x')).rejects.toMatchObject({ code: 'file' });
    await expect(download('no address')).rejects.toMatchObject({ code: 'file' });
    await expect(download(`${base}/broken`)).rejects.toMatchObject({ code: 'file' });
  });

  it('stops when told, also in the middle of the body', async () => {
    await expect(download(base, undefined, AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
    const controller = new AbortController();
    const slow = download(`${base}/slow`, () => controller.abort(), controller.signal);
    await expect(slow).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('loadModel', () => {
  it('fetches weights beside the model, whatever their name', async () => {
    const stages: string[] = [];
    const { graph } = await loadModel(new URL(`${base}/models/add.onnx`), {
      onProgress: ({ stage }) => stages.push(stage),
    });
    expect(new Float32Array(graph.initializers.get('w')!.data.slice().buffer)).toEqual(weights);
    expect(new Set(stages)).toEqual(new Set(['download', 'read']));
  });

  it('takes bytes, their buffer and a model that was read', async () => {
    const files = { externalData: async () => new Uint8Array(weights.buffer) };
    const read = await loadModel(model, files);
    expect((await loadModel(model.slice().buffer, files)).graph.nodes).toEqual(read.graph.nodes);
    expect(await loadModel(read, {})).toBe(read);
  });

  it('leaves no way up from the folder of the model', async () => {
    const files = filesBeside(`${base}/models/add.onnx`);
    await expect(files('../models/add.onnx')).rejects.toMatchObject({ code: 'file' });
  });
});
