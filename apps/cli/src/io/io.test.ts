import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { RoentgenError } from '@roentgen/kernels';
import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { besideModel } from './external.ts';
import { exitCodeOf, failureText, reportOf } from './failure.ts';
import { progressOn } from './progress.ts';
import { watchStreams } from './streams.ts';

describe('failures', () => {
  test('carry the thing, the facts and the next step, and nothing undefined', () => {
    const report = reportOf(new RoentgenError('model', 'broken', { node: 'conv1', hint: 'mend it' }));
    expect(JSON.parse(JSON.stringify(report))).toEqual({
      error: { code: 'model', message: 'broken', node: 'conv1', hint: 'mend it' },
    });
    expect(Object.keys(reportOf(new RoentgenError('model', 'broken')).error)).toEqual(['code', 'message']);
    expect(failureText(report)).toBe('error: broken\n  mend it\n');
  });

  test('bad usage is 2, everything else 1', () => {
    expect(exitCodeOf(reportOf(new RoentgenError('usage', '')))).toBe(2);
    expect(exitCodeOf(reportOf(new RoentgenError('value', '')))).toBe(1);
    expect(exitCodeOf(reportOf(new TypeError('x')))).toBe(1);
  });

  test('whatever goes wrong after a stop is the stop', () => {
    const controller = new AbortController();
    controller.abort();
    expect(reportOf(new Error('device gone'), controller.signal).error.code).toBe('aborted');
  });

  test('errors of the file system and of memory are typed', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: 'a.npy' });
    expect(reportOf(full).error).toMatchObject({
      code: 'file',
      message: "'a.npy' does not fit: the disk is full",
    });
    expect(reportOf(new RangeError('Array buffer allocation failed')).error.code).toBe('memory');
    expect(reportOf(new TypeError('x is not a function')).error.code).toBe('internal');
  });
});

describe('progress', () => {
  function recorded(isTTY: boolean, quiet = false) {
    const written: string[] = [];
    const progress = progressOn({ isTTY, columns: 60, write: (text) => written.push(text) }, quiet, () => 0);
    return { progress, written };
  }

  test('is a line for each stage where no terminal is, and no colour codes', () => {
    const { progress, written } = recorded(false);
    progress.stage('reading');
    progress.stage('running', 1, 3);
    progress.stage('running', 2, 3);
    progress.clear();
    expect(written).toEqual(['reading\n', 'running\n']);
  });

  test('of a long stage is told every half minute where no terminal is', () => {
    const written: string[] = [];
    let time = 0;
    const progress = progressOn({ write: (text) => written.push(text) }, false, () => time);
    for (time = 0; time <= 70_000; time += 10_000) progress.stage('slices', time / 10_000, 8);
    progress.stage('depth');
    expect(written).toEqual(['slices\n', 'slices  3 of 8\n', 'slices  6 of 8\n', 'depth\n']);
  });

  test('is one line on a terminal, no wider than it, that goes in the end', () => {
    const { progress, written } = recorded(true);
    progress.stage('uploading', 1.5e6, 3e6, 'bytes');
    expect(written[0]).toBe('\r\x1b[2Kuploading  [############............]  1.5 MB of 3.0 MB');
    progress.stage('x'.repeat(200));
    expect(written[1].length).toBeLessThan(60 + '\r\x1b[2K'.length);
    progress.clear();
    expect(written.at(-1)).toBe('\r\x1b[2K');
  });

  test('is silent when asked to be', () => {
    const { progress, written } = recorded(true, true);
    progress.stage('reading');
    progress.clear();
    expect(written).toEqual([]);
  });
});

describe('CSV', () => {
  test('quotes hold commas, line ends and quotes; columns may come in any order', () => {
    const text = '\ufefffold,note,file\r\ntest,"a, ""b""\nc",x.png\r\n\r\ntrain,,y.png';
    expect(readCsv(text, 'labels.csv', ['file', 'fold', 'note'])).toEqual([
      { file: 'x.png', fold: 'test', note: 'a, "b"\nc' },
      { file: 'y.png', fold: 'train', note: '' },
    ]);
  });

  test('a missing column is named', () => {
    expect(() => readCsv('a,b\n1,2', 'labels.csv', ['a', 'view'])).toThrow(/lacks the column view/);
  });
});

test('weights beside a model are read, and no link leads out of its folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'roentgen-external-'));
  await mkdir(join(root, 'model'));
  await writeFile(join(root, 'secret'), 'secret');
  await writeFile(join(root, 'model/w.bin'), 'weights');
  await symlink('w.bin', join(root, 'model/inside'));
  await symlink('../secret', join(root, 'model/outside'));
  const read = besideModel(join(root, 'model/m.onnx'));
  expect(new TextDecoder().decode(await read('inside'))).toBe('weights');
  await expect(read('outside')).rejects.toMatchObject({
    code: 'file',
    message: expect.stringContaining('leaves'),
  });
  await expect(read('none.bin')).rejects.toMatchObject({ code: 'file' });
  await rm(root, { recursive: true });
});

test('a reader that left is forgiven, a full disk under stdout is told once, stderr never', () => {
  const [answers, messages] = [new PassThrough(), new PassThrough()];
  const told: unknown[] = [];
  watchStreams(answers, messages, (error) => told.push(error));
  const failure = (code: string) => Object.assign(new Error(code), { code });
  answers.emit('error', failure('EPIPE'));
  messages.emit('error', failure('ENOSPC'));
  expect(told).toEqual([]);
  for (const code of ['ENOSPC', 'EIO']) answers.emit('error', failure(code));
  expect(told).toMatchObject([{ code: 'ENOSPC' }]);
});
