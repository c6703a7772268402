import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from './directory.ts';
import { readZip } from './zip.ts';

const text = (words: string) => new TextEncoder().encode(words);
const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.slice(from, to)),
});
const long = text('abcdefgh'.repeat(5000));
const archive = zipSync({
  'study/1.dcm': long,
  'study/über.txt': [text('stored'), { level: 0 }],
  'study/empty': new Uint8Array(0),
  '__MACOSX/study/._1.dcm': text('a fork'),
});

describe('an archive', () => {
  test('lists its files with their sizes, without folders and forks', async () => {
    const entries = await readZip(sourceOf(archive));
    expect(entries.map(({ name, size }) => [name, size])).toEqual([
      ['study/1.dcm', 40_000],
      ['study/über.txt', 6],
      ['study/empty', 0],
    ]);
  });

  test('gives packed and stored files, whole or their beginnings', async () => {
    const [packed, stored, empty] = await readZip(sourceOf(archive));
    expect(await packed.load()).toEqual(long);
    expect(await packed.load(100)).toEqual(long.subarray(0, 100));
    expect(await stored.load()).toEqual(text('stored'));
    expect(await empty.load()).toEqual(new Uint8Array(0));
  });

  test('is found behind a comment', async () => {
    const commented = Uint8Array.from([...archive, ...text('hello')]);
    commented[archive.length - 2] = 5;
    expect(await readZip(sourceOf(commented))).toHaveLength(3);
  });

  test('that is cut short or altered is refused', async () => {
    await expect(readZip(sourceOf(archive.subarray(0, 300)))).rejects.toMatchObject({ code: 'format' });
    const torn = archive.slice();
    torn.fill(0xff, 60, 90);
    const [packed] = await readZip(sourceOf(torn));
    await expect(packed.load()).rejects.toMatchObject({ code: 'format' });
  });

  test('names the packing that it cannot undo', async () => {
    const strange = archive.slice();
    const at = new DataView(strange.buffer).getUint32(strange.length - 6, true);
    strange[at + 10] = 14;
    const [entry] = await readZip(sourceOf(strange));
    await expect(entry.load()).rejects.toThrow(/method 14/);
    strange[at + 8] |= 1;
    await expect((await readZip(sourceOf(strange)))[0].load()).rejects.toThrow(/encrypted/);
  });
});
