import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileStore, tuningFile } from './file-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roentgen-tuning-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('fileStore', () => {
  it('gives back what was saved, in folders that it makes; nothing before', async () => {
    const store = fileStore(join(folder, 'a', 'b', 'tuning.json'));
    expect(await store.load()).toBeUndefined();
    await store.save('one');
    await store.save('two');
    expect(await store.load()).toBe('two');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['tuning.json']);
  });

  it('is whole whoever writes last', async () => {
    const path = join(folder, 'tuning.json');
    const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(50_000));
    await Promise.all(texts.map((text) => fileStore(path).save(text)));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['tuning.json']);
  });

  it('rejects where the file cannot be read or written, and leaves nothing behind', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(fileStore(folder).load()).rejects.toThrow('EISDIR');
    await expect(fileStore(folder).save('x')).rejects.toThrow();
    await expect(fileStore(join(folder, 'file', 'tuning.json')).save('x')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['file']);
  });
});

describe('tuningFile', () => {
  const own = join('users', 'someone');
  it.each([
    ['linux', {}, join(own, '.cache', 'roentgen', 'tuning.json')],
    ['linux', { XDG_CACHE_HOME: '/cache' }, join('/cache', 'roentgen', 'tuning.json')],
    ['linux', { XDG_CACHE_HOME: '' }, join(own, '.cache', 'roentgen', 'tuning.json')],
    ['darwin', {}, join(own, 'Library', 'Caches', 'roentgen', 'tuning.json')],
    ['win32', { LOCALAPPDATA: '/local' }, join('/local', 'roentgen', 'tuning.json')],
  ] as const)('on %s with %j', (platform, env, path) => {
    expect(tuningFile(env, platform, own)).toBe(path);
  });
});
