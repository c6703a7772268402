import { RoentgenError } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { type Batch, expectChannels, fieldsOf, isBatchOf, progressOf, rowsOf, runBatch } from './batch.ts';

const files = [
  'p_2_cyto.tif',
  'p_1_nuc.tif',
  'p_1_cyto.tif',
  'p_2_nuc.tif',
  'p_3_nuc.tif',
  'p_3_cyto.tif',
].map((name) => new File([name], name, { lastModified: 1 }));
const fields = fieldsOf({ kind: 'files', files });
const fresh = (): Batch<string> => ({ how: '', fields, entries: [] });
const { signal } = new AbortController();

describe('fields of cells', () => {
  it('are made of names, channels in one order', () => {
    expect(fields.map(({ name, files: own }) => [name, ...own.map((file) => file.name)])).toEqual([
      ['p_1', 'p_1_cyto.tif', 'p_1_nuc.tif'],
      ['p_2', 'p_2_cyto.tif', 'p_2_nuc.tif'],
      ['p_3', 'p_3_cyto.tif', 'p_3_nuc.tif'],
    ]);
    expect(fieldsOf({ kind: 'sample', name: 'nuclei' })).toEqual([]);
  });

  it('of one name in two folders are two, and a batch is known by its files and what is done to them', async () => {
    const named = ['x_nuc.tif', 'x_cyto.tif', 'x_nuc.tif', 'x_cyto.tif'].map(
      (name, i) => new File([`${i}`], name, { lastModified: 1 }),
    );
    const paths = ['a/x_nuc.tif', 'a/x_cyto.tif', 'b/x_nuc.tif', 'b/x_cyto.tif'];
    const own = fieldsOf({ kind: 'files', files: named, paths });
    expect(own.map(({ name, paths: each }) => [name, ...(each ?? [])])).toEqual([
      ['a/x', 'a/x_cyto.tif', 'a/x_nuc.tif'],
      ['b/x', 'b/x_cyto.tif', 'b/x_nuc.tif'],
    ]);
    const batch = { fields: own, how: 'a' };
    expect(await isBatchOf(batch, own, 'a')).toBe(true);
    expect(await isBatchOf(batch, own, 'b')).toBe(false);
    expect(await isBatchOf(batch, own.slice(1), 'a')).toBe(false);
    const edited = named.map((file, i) => (i === 3 ? new File(['!'], file.name, { lastModified: 1 }) : file));
    expect(await isBatchOf(batch, fieldsOf({ kind: 'files', files: edited, paths }), 'a')).toBe(false);
  });

  it('are run one after the other; a bad one does not stop the others', async () => {
    const batch = fresh();
    const run = (index: number) =>
      index === 1
        ? Promise.reject(new RoentgenError('format', 'p_2 is torn'))
        : Promise.resolve(`field ${index}`);
    await runBatch(batch, run, signal);
    const rows = rowsOf(batch, (kept) => ({ count: kept.length, warnings: [], settings: null }));
    expect(rows.map(({ count, error }) => count ?? error?.message)).toEqual([7, 'p_2 is torn', 7]);
    expect(rows[1].files).toEqual(['p_2_cyto.tif', 'p_2_nuc.tif']);
  });

  it('that are finished stay when the user stops, and the rest can be run later', async () => {
    const batch = fresh();
    const stop = new AbortController();
    const seen: number[] = [];
    const run = (index: number) => {
      seen.push(index);
      if (index === 1) stop.abort();
      stop.signal.throwIfAborted();
      return Promise.resolve(`field ${index}`);
    };
    await runBatch(batch, run, stop.signal);
    expect(
      rowsOf(batch, () => ({ count: 1, warnings: [], settings: null })).map(({ count }) => count),
    ).toEqual([1, null, null]);
    const later = (index: number) => {
      seen.push(index);
      return Promise.resolve('later');
    };
    await runBatch(batch, later, signal, 2);
    await runBatch(batch, later, signal);
    expect(seen).toEqual([0, 1, 2, 1]);
    expect(batch.entries).toEqual([{ kept: 'field 0' }, { kept: 'later' }, { kept: 'later' }]);
  });

  it('give nothing where the stop comes before the first is finished, or the GPU goes away', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(runBatch(fresh(), () => Promise.resolve(''), stop.signal)).rejects.toThrow(/abort/i);
    const batch = fresh();
    const lost = (index: number) =>
      index === 0 ? Promise.resolve('kept') : Promise.reject(new RoentgenError('device', 'the GPU was lost'));
    await expect(runBatch(batch, lost, signal)).rejects.toMatchObject({ code: 'device' });
    expect(batch.entries).toEqual([{ kept: 'kept' }]);
  });

  it('say which of how many is at work', () => {
    const told: unknown[] = [];
    const report = progressOf((progress) => told.push(progress), 1, { fields });
    report({ stage: 'read' });
    report({ stage: 'run', done: 1, total: 4, what: 'tiles' });
    expect(told).toEqual([
      { stage: 'read', what: 'field 2 of 3: p_2' },
      { stage: 'run', done: 1, total: 4, what: 'tiles, field 2 of 3: p_2' },
    ]);
  });

  it('have the channels that were asked about', () => {
    expect(() => expectChannels('p_1', ['Cyto', 'nuc'], ['cyto', 'nuc'])).not.toThrow();
    expect(() => expectChannels('p_1', ['nuc'], ['cyto', 'nuc'])).toThrow(
      /p_1: its channels are 1 \(nuc\), not 2 \(cyto, nuc\)/,
    );
  });
});
