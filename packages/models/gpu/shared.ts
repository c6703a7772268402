import { existsSync, readFileSync } from 'node:fs';
import { openDevice } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';
import { describe } from 'vitest';
import { type ModelHost, sessionHost } from '../src/index.ts';

/** The material that lies beside a checkout and is not part of it. */
const shared = new URL('../../../../shared/', import.meta.url);

export const dataAt = (path: string): URL => new URL(`data/${path}`, shared);
export const bytesAt = (file: URL): Uint8Array => new Uint8Array(readFileSync(file));

/** Rows of a comma-separated file without quotes, by column name. */
export function table(file: URL): Record<string, string>[] {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

/** A `describe` for tests over shared models and data; where they are absent, says so and skips. */
export function describeShared(title: string, body: () => void): void {
  if (existsSync(shared)) {
    describe(title, body);
    return;
  }
  console.warn(`SKIPPED: ${title}: ../shared is not beside this checkout`);
  describe.skip(title, () => {});
}

/** The shared float32 networks on the adapter that the tests were given. */
export async function sharedHost(): Promise<ModelHost & Disposable> {
  const node = await nodeGpu();
  const device = await openDevice(node.gpu);
  const read = (address: URL) => Promise.resolve(bytesAt(address));
  const host = sessionHost({ device, weights: new URL('models/', shared), read });
  const release = () => {
    device[Symbol.dispose]();
    node.release();
  };
  return { ...host, [Symbol.dispose]: release };
}
