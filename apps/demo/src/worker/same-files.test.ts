import { describe, expect, it } from 'vitest';
import { namesFor, type OpenedFiles, pathAt, sameFiles } from './same-files.ts';

const file = (text: string, name = 'A1.tif', lastModified = 1) => new File([text], name, { lastModified });
const opened = (files: readonly File[], more: Partial<OpenedFiles> = {}): OpenedFiles => ({ files, ...more });

describe('files that are opened twice', () => {
  it('are the same where path, size, date and content are', async () => {
    expect(await sameFiles(opened([file('one')]), opened([file('one')]))).toBe(true);
    expect(await sameFiles(opened([file('one')]), opened([file('one'), file('two')]))).toBe(false);
    expect(await sameFiles(opened([file('one')]), opened([file('one', 'A1.tif', 2)]))).toBe(false);
  });

  it('are others where a byte differs that name, size and date do not tell, wherever it is', async () => {
    const long = 'x'.repeat(2 ** 22 + 10);
    const edited = `${long.slice(0, -1)}y`;
    expect(await sameFiles(opened([file(long)]), opened([file(long)]))).toBe(true);
    expect(await sameFiles(opened([file(long)]), opened([file(edited)]))).toBe(false);
  });

  it('are others in another folder, even with the same content', async () => {
    const [a, b] = [
      opened([file('one')], { paths: ['a/A1.tif'] }),
      opened([file('one')], { paths: ['b/A1.tif'] }),
    ];
    expect(await sameFiles(a, b)).toBe(false);
    expect(await sameFiles(a, { ...a })).toBe(true);
  });

  it('are not read again within one opening', async () => {
    const gone = file('one');
    Object.defineProperty(gone, 'slice', {
      value: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    });
    expect(await sameFiles(opened([gone], { opening: 7 }), opened([gone], { opening: 7 }))).toBe(true);
    // Another opening, and the file cannot be read: nobody knows whether it is the same.
    expect(await sameFiles(opened([gone], { opening: 7 }), opened([gone], { opening: 8 }))).toBe(false);
  });
});

it('names files by their folders where their names alone would be two of one', () => {
  const files = [file('a'), file('b'), file('c', 'B2.tif')];
  const paths = ['p/A1.tif', 'q/A1.tif', 'q/B2.tif'];
  expect(namesFor({ files, paths })).toEqual(['p/A1.tif', 'q/A1.tif', 'B2.tif']);
  expect(pathAt({ files }, 2)).toBe('B2.tif');
});
