import { readFile } from 'node:fs/promises';
import { RoentgenError } from '@roentgen/kernels';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Session } from '../src/index.ts';
import { bytesAt, describeShared } from '../src/onnx/testing/shared.ts';
import { openTestGpu, type TestGpu } from './device.ts';

interface Case {
  readonly file: string;
  readonly expect: string;
}

let gpu: TestGpu;
beforeAll(async () => {
  gpu = await openTestGpu();
});
afterAll(() => gpu?.release());

/** The error of creating a session, and how many buffers were made before it. */
async function created(folder: URL, file: string): Promise<{ error: unknown; buffers: number }> {
  const externalData = (name: string) => readFile(new URL(encodeURI(name), folder));
  const before = gpu.made();
  const error = await Session.create(bytesAt(new URL(file, folder)), {
    device: gpu.device,
    externalData,
  }).then(
    (session) => session.dispose(),
    (reason: unknown) => reason,
  );
  return { error, buffers: gpu.made() - before };
}

describeShared('onnx-node-tests/malformed', 'sessions of malformed models', (folder) => {
  const cases = JSON.parse(new TextDecoder().decode(bytesAt(new URL('cases.json', folder)))) as Case[];

  test.each(cases)('$file: $expect', async ({ file, expect: expected }) => {
    const { error, buffers } = await created(folder, file);
    if (expected === 'refuse') expect(error).toBeDefined();
    if (expected === 'accept') expect(error).toBeUndefined();
    if (error !== undefined) {
      expect(error).toBeInstanceOf(RoentgenError);
      expect(buffers).toBe(0);
    }
    expect(gpu.errors.splice(0)).toEqual([]);
    expect(gpu.alive.size).toBe(0);
  });
});
