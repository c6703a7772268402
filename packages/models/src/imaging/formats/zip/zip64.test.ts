import { deflateRawSync } from 'node:zlib';
import {
  archiveOf,
  directoryEntry,
  endRecords,
  joined,
  localFile,
  type ZipMember,
} from '@roentgen/tooling/zip';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from './directory.ts';
import { readZip } from './zip.ts';

const text = (words: string) => new TextEncoder().encode(words);
const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.slice(from, to)),
});
const long = text('abcdefgh'.repeat(5000));
const packed: ZipMember = { name: 'study/1.dcm', bytes: long, packed: deflateRawSync(long) };
const stored: ZipMember = { name: 'study/über.txt', bytes: text('stored') };

/** All bytes that a source gives, and how many were asked for in all. */
function counted(source: ByteSource) {
  let read = 0;
  const counting: ByteSource = {
    size: source.size,
    read: async (from, to) => {
      const bytes = await source.read(from, to);
      read += bytes.length;
      return bytes;
    },
  };
  return { source: counting, read: () => read };
}

/** A file of `size` bytes, most of which are holes. */
function sparse(size: number, parts: ReadonlyMap<number, Uint8Array>): ByteSource {
  return {
    size,
    read(from, to) {
      const out = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      for (const [at, bytes] of parts) {
        const start = Math.max(from, at);
        const piece = bytes.subarray(start - at, Math.max(start - at, to - at));
        if (piece.length > 0 && start < to) out.set(piece, start - from);
      }
      return Promise.resolve(out);
    },
  };
}

describe('an archive', () => {
  test.each([
    ['with ZIP64 records that it does not need', { zip64: true }],
    ['that was streamed', { streamed: true }],
    ['that was streamed, with ZIP64 records', { zip64: true, streamed: true }],
    ['without either', {}],
  ])('%s gives its files, packed and stored', async (_, style) => {
    const entries = await readZip(sourceOf(archiveOf([packed, stored], style)));
    expect(entries.map(({ name, size }) => [name, size])).toEqual([
      ['study/1.dcm', 40_000],
      ['study/über.txt', 6],
    ]);
    expect(await entries[0].load()).toEqual(long);
    expect(await entries[0].load(100)).toEqual(long.subarray(0, 100));
    expect(await entries[1].load()).toEqual(text('stored'));
    expect(await entries[0].range()).toBeNull();
    const [from, to] = (await entries[1].range()) ?? [0, 0];
    expect(archiveOf([packed, stored], style).subarray(from, to)).toEqual(text('stored'));
  });

  test('behind other bytes, as in one that unpacks itself, gives its files', async () => {
    for (const style of [{}, { zip64: true }]) {
      const moved = joined([text('#!/bin/sh, and so on'), archiveOf([packed, stored], style)]);
      const [one, other] = await readZip(sourceOf(moved));
      expect(await one.load(8)).toEqual(text('abcdefgh'));
      expect(await other.load()).toEqual(text('stored'));
    }
  });

  test('of 5 GiB is read without reading 5 GiB', async () => {
    const at = 5 * 2 ** 30;
    const member: ZipMember = { name: 'far.dcm', bytes: text('far away') };
    const far = localFile(member, { zip64: true });
    const directory = joined([
      directoryEntry(stored, 0, { zip64: true }),
      directoryEntry(member, at, { zip64: true }),
    ]);
    const start = at + far.length;
    const records = endRecords(2, directory.length, start, { zip64: true });
    const size = start + directory.length + records.length;
    const parts = new Map([
      [0, localFile(stored)],
      [at, far],
      [start, directory],
      [start + directory.length, records],
    ]);
    const { source, read } = counted(sparse(size, parts));
    const [near, beyond] = await readZip(source);
    expect(await near.load()).toEqual(text('stored'));
    expect(await beyond.load()).toEqual(text('far away'));
    expect(await beyond.range()).toEqual([start - 8, start]);
    expect(read()).toBeLessThan(2 ** 17);
  });

  test('of more than 65,535 files lists them all', async () => {
    const entries = Array.from({ length: 70_000 }, (_, i) =>
      directoryEntry({ name: `f${i}`, bytes: new Uint8Array(0) }, 0),
    );
    const directory = joined(entries);
    const records = endRecords(70_000, directory.length, 0, { zip64: true });
    const listed = await readZip(sourceOf(joined([directory, records])));
    expect([listed.length, listed[69_999].name]).toEqual([70_000, 'f69999']);
  });

  test('is read piece by piece, and no further than asked', async () => {
    // Four mebibytes that deflate cannot pack.
    let state = 1;
    const noise = Uint8Array.from({ length: 2 ** 22 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    });
    const archive = archiveOf([
      { name: 'stored', bytes: noise },
      { name: 'packed', bytes: noise, packed: deflateRawSync(noise) },
    ]);
    const { source, read } = counted(sourceOf(archive));
    const [plain, entry] = await readZip(source);
    expect(await plain.load(10)).toEqual(noise.subarray(0, 10));
    expect(read()).toBeLessThan(2 ** 20);
    let most = 0;
    let length = 0;
    for await (const piece of await entry.stream()) {
      most = Math.max(most, piece.length);
      length += piece.length;
    }
    expect(length).toBe(2 ** 22);
    expect(most).toBeLessThanOrEqual(2 ** 18);
  });
});

describe('refused', () => {
  const whole = archiveOf([packed, stored], { zip64: true });
  const altered = (from: number, ...bytes: readonly number[]) => {
    const copy = whole.slice();
    copy.set(bytes, from);
    return readZip(sourceOf(copy));
  };
  const locator = whole.length - 22 - 20;

  test('every prefix, with a typed error', async () => {
    for (let length = 0; length < whole.length; length += 7)
      await expect(readZip(sourceOf(whole.subarray(0, length)))).rejects.toMatchObject({ code: 'format' });
  });

  test('a directory that is too large to list, with the number and the limit', async () => {
    const count = locator - 56 + 32;
    await expect(altered(count, 0x80, 0x96, 0x98, 0)).rejects.toMatchObject({
      code: 'memory',
      message: /10,000,000 files .* up to 1,000,000/,
    });
  });

  test('a ZIP64 record or sizes that are not there, impossible places, and parts', async () => {
    const torn = archiveOf([packed]).slice();
    torn.fill(0xff, torn.length - 10, torn.length - 2);
    await expect(readZip(sourceOf(torn))).rejects.toThrow(/ZIP64 record is missing/);
    await expect(altered(locator - 56, 0)).rejects.toThrow(/not where it should be/);
    await expect(altered(locator - 56 + 47, 0xff)).rejects.toThrow(/impossible size or place/);
    await expect(altered(locator + 16, 2)).rejects.toMatchObject({ code: 'unsupported', message: /parts/ });
    const lacking = directoryEntry(stored, 0).slice();
    lacking.fill(0xff, 24, 28);
    const bare = joined([lacking, endRecords(1, lacking.length, 0)]);
    await expect(readZip(sourceOf(bare))).rejects.toThrow(
      /über\.txt: the archive's directory lacks its ZIP64/,
    );
  });

  test('files that unpack to more or less than they should', async () => {
    const more = { ...packed, bytes: long.subarray(0, 39_999) };
    const [entry] = await readZip(sourceOf(archiveOf([more])));
    await expect(entry.load()).rejects.toMatchObject({
      code: 'format',
      message: /study\/1\.dcm unpacks to more than the 39999 bytes/,
    });
    const less = { ...packed, bytes: joined([long, text('!')]) };
    const [short] = await readZip(sourceOf(archiveOf([less])));
    await expect(short.load()).rejects.toMatchObject({ code: 'format', message: /needs 40001 bytes/ });
  });

  test('files of the right length that are not those that were packed, once they are read to their end', async () => {
    const altered = [packed, stored].map((member) => ({ ...member, crc: 1 }));
    for (const entry of await readZip(sourceOf(archiveOf(altered)))) {
      const refusal = { code: 'format', message: expect.stringMatching(/: its checksum is wrong/) };
      await expect(entry.load()).rejects.toMatchObject(refusal);
      expect(await entry.load(3)).toHaveLength(3);
    }
  });
});
