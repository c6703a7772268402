import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { RoentgenError } from '@roentgen/kernels';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFolder, Outputs, readInput } from './files.ts';

let folder: string;
const going = new AbortController().signal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roentgen-files-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('reading', () => {
  test('what is not there, or is a folder, is named', async () => {
    await expect(readInput(join(folder, 'no.onnx'))).rejects.toMatchObject({
      code: 'file',
      message: expect.stringContaining('no.onnx'),
    });
    await expect(readInput(folder)).rejects.toMatchObject({
      code: 'file',
      message: expect.stringContaining('is a folder'),
    });
    await expect(isFolder(join(folder, 'no'))).rejects.toMatchObject({ code: 'file' });
  });
});

describe('growing', () => {
  test('a file gets its name once it is whole, and is gone where it never is', async () => {
    const outputs = new Outputs();
    const [path, other] = ['a.csv', 'b.csv'].map((name) => join(folder, name));
    await writeFile(path, 'before');
    const [file, left] = [await outputs.grow(path, going), await outputs.grow(other, going)];
    await file.append('one,');
    await left.append('half');
    await file.append(Uint8Array.of(50));
    expect(await readFile(path, 'utf8')).toBe('before');
    await file.finish();
    expect(await readFile(path, 'utf8')).toBe('one,2');
    await outputs.discard();
    expect(await readdir(folder)).toEqual(['a.csv']);
  });

  test('a stop is heard, and a folder that is not there is told', async () => {
    const outputs = new Outputs();
    const stop = new AbortController();
    const file = await outputs.grow(join(folder, 'a.csv'), stop.signal);
    stop.abort();
    await expect(file.append('x')).rejects.toThrow(/abort/i);
    await expect(outputs.grow(join(folder, 'no/b.csv'), going)).rejects.toMatchObject({ code: 'file' });
    await outputs.discard();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('writing', () => {
  const bytes = Uint8Array.of(1, 2, 3);

  test('replaces a file by a whole one and leaves nothing else', async () => {
    const path = join(folder, 'a.bin');
    await writeFile(path, 'before');
    await new Outputs().write([{ path, bytes }], going);
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toEqual(['a.bin']);
  });

  test('a link stays a link', async () => {
    await writeFile(join(folder, 'real'), '');
    await symlink('real', join(folder, 'link'));
    await new Outputs().write([{ path: join(folder, 'link'), bytes: 'x' }], going);
    expect(await readlink(join(folder, 'link'))).toBe('real');
    expect(await readFile(join(folder, 'real'), 'utf8')).toBe('x');
  });

  test('a missing folder is told before and after the work, and how to make it', async () => {
    const path = join(folder, 'no/where/a.bin');
    const outputs = new Outputs();
    const error = {
      code: 'file',
      message: expect.stringContaining('the folder of'),
      hint: expect.stringContaining('mkdir -p'),
    };
    await expect(outputs.checkFile(path)).rejects.toMatchObject(error);
    await expect(outputs.write([{ path, bytes }], going)).rejects.toMatchObject(error);
  });

  test('one file that cannot be written keeps all from appearing', async () => {
    const outputs = new Outputs();
    const made = join(folder, 'made/deep');
    await outputs.folder(made);
    const files = [
      { path: join(made, 'a.npy'), bytes },
      { path: join(folder, 'no/b.npy'), bytes },
    ];
    await expect(outputs.write(files, going)).rejects.toMatchObject({ code: 'file' });
    await outputs.discard();
    expect(await readdir(folder)).toEqual([]);
  });

  test('a stop leaves nothing, also at once', async () => {
    const controller = new AbortController();
    const outputs = new Outputs();
    const path = join(folder, 'a.bin');
    const writing = outputs.write([{ path, bytes: new Uint8Array(2 ** 24) }], controller.signal);
    controller.abort(new Error('stop'));
    await expect(writing).rejects.toThrow('stop');
    outputs.discardNow();
    expect(await readdir(folder)).toEqual([]);
  });

  test('what comes in pieces is written whole, or leaves nothing when it fails or is stopped', async () => {
    const path = join(folder, 'a.bin');
    async function* pieces(after: () => void) {
      yield bytes;
      await setImmediate();
      after();
      yield bytes;
    }
    await new Outputs().write([{ path, bytes: pieces(() => {}) }], going);
    expect([...(await readFile(path))]).toEqual([1, 2, 3, 1, 2, 3]);
    await rm(path);

    const outputs = new Outputs();
    const fault = new RoentgenError('value', 'the second piece is NaN');
    const failing = pieces(() => {
      throw fault;
    });
    await expect(outputs.write([{ path, bytes: failing }], going)).rejects.toBe(fault);
    const controller = new AbortController();
    const stopped = pieces(() => controller.abort(new Error('stop')));
    await expect(outputs.write([{ path, bytes: stopped }], controller.signal)).rejects.toThrow('stop');
    await outputs.discard();
    expect(await readdir(folder)).toEqual([]);
  });

  test('a folder that was there before stays when the command fails', async () => {
    const outputs = new Outputs();
    await mkdir(join(folder, 'old'));
    await outputs.folder(join(folder, 'old'));
    await outputs.discard();
    expect(await readdir(folder)).toEqual(['old']);
    await writeFile(join(folder, 'file'), '');
    await expect(outputs.folder(join(folder, 'file'))).rejects.toMatchObject({
      code: 'file',
      message: expect.stringContaining('not a folder'),
    });
  });

  // Linux's device that is always full: every write to it ends in ENOSPC.
  test.skipIf(!existsSync('/dev/full'))(
    'a full disk is told, and a device is not replaced by a file',
    async () => {
      await expect(new Outputs().write([{ path: '/dev/full', bytes }], going)).rejects.toMatchObject({
        code: 'file',
        message: expect.stringContaining('disk is full'),
      });
      await expect(
        readdir('/dev').then((names) => names.filter((name) => name.includes('.part'))),
      ).resolves.toEqual([]);
    },
  );

  test.skipIf(process.getuid?.() === 0)(
    'a folder that may not be written to is told before the work',
    async () => {
      await chmod(folder, 0o500);
      await expect(new Outputs().checkFile(join(folder, 'a.bin'))).rejects.toMatchObject({
        code: 'file',
        message: expect.stringContaining('may not'),
      });
      await chmod(folder, 0o700);
    },
  );
});

describe('keeping files apart', () => {
  test('an output is neither an input nor another output, whatever its path looks like', async () => {
    const path = join(folder, 'a.tif');
    await writeFile(path, 'picture');
    await symlink('a.tif', join(folder, 'link.tif'));
    const outputs = new Outputs();
    await expect(outputs.keepApart([join(folder, 'link.tif')], [path])).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(outputs.keepApart([join(folder, 'b'), `${folder}/./b`], [])).rejects.toMatchObject({
      code: 'usage',
    });
    await outputs.keepApart([join(folder, 'b'), join(folder, 'c')], [path, folder, undefined]);
    await outputs.keepApart(['/dev/null', '/dev/null'], []);
  });
});
