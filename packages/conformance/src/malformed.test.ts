import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RoentgenError } from '@roentgen/kernels';
import { defaultShapes, readModel, specialise } from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';

interface Case {
  readonly file: string;
  readonly expect: string;
  readonly note: string;
}

const root = fileURLToPath(new URL('../../../../shared/onnx-node-tests/malformed', import.meta.url));
const list = path.join(root, 'cases.json');
const cases: Case[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];

if (cases.length === 0) console.warn(`SKIPPED: malformed models, for want of ${list}`);

/** All that happens to a model before it can run. */
async function load(file: string): Promise<void> {
  const model = await readModel(await readFile(path.join(root, file)), {
    name: file,
    external: (name) => readFile(path.join(root, name)),
  });
  const types = new Map([...defaultShapes(model)].map(([name, { type }]) => [name, type]));
  specialise(model, types, () => undefined);
}

describe.skipIf(cases.length === 0)('malformed models', () => {
  it.each(cases)('$file: $expect', async ({ file, expect: expected }) => {
    const error = await load(file).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error !== undefined) {
      expect(error).toBeInstanceOf(RoentgenError);
      expect((error as RoentgenError).message.length).toBeLessThan(1000);
    }
    if (expected === 'refuse') expect(error).toBeDefined();
    if (expected === 'accept') expect(error).toBeUndefined();
  });
});
