import { labelAreas } from '@roentgen/models';
import { describe, expect, it } from 'vitest';
import type { Job } from '../worker.ts';
import { isKept } from './batch.ts';
import { type Fields, fieldsToRun } from './testing.ts';

const calm: Job = { signal: new AbortController().signal, report: () => undefined, note: () => undefined };

/** A job that is stopped as soon as it says something of this field. */
function stoppedAt(field: string): Job {
  const stop = new AbortController();
  return { ...calm, signal: stop.signal, report: ({ what }) => what?.includes(field) && stop.abort() };
}

const kept = ({ several }: Fields) =>
  (several.batch?.entries ?? []).map((entry) => (isKept(entry) ? entry.kept : undefined));
const areasOf = (fields: Fields) => kept(fields).map((each) => each?.found.settings.minimumArea);

/** How many cells have so many pixels. */
const largerThan = (last: Awaited<ReturnType<Fields['run']>>, area: number) =>
  labelAreas(last.segmentation.labels)
    .slice(1)
    .filter((pixels) => pixels >= area).length;

describe('the settings of one field, used for all', () => {
  it('tell the cells of every field apart, and what was deleted stays deleted', async () => {
    const fields = fieldsToRun();
    const last = await fields.run();
    const area = 300;
    const expected = largerThan(last, area);
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(last.found.count);
    const [{ x, y }] = kept(fields)[2]!.found.labels.data.reduce<{ x: number; y: number }[]>(
      (all, label, i) => {
        const [x, y] = [i % last.result.width, Math.floor(i / last.result.width)];
        if (all.length === 0 && label !== 0 && labelAreas(last.segmentation.labels)[label] >= area)
          all.push({ x, y });
        return all;
      },
      [],
    );
    fields.mark(2, [{ x, y }]);
    const settings = { ...last.defaults, minimumArea: area };
    const told = await fields.several.settingsForAll(last, settings, calm);
    expect(told.batch.map(({ count }) => count)).toEqual([expected, expected, expected - 1, expected]);
    expect(told).toMatchObject({ failed: [], stopped: false, revertible: true });
    expect(told.cells?.found.count).toBe(expected);
    expect(areasOf(fields)).toEqual(Array(4).fill(area));
  });

  it('give way to what each field had', async () => {
    const fields = fieldsToRun();
    const last = await fields.run();
    const mine = { ...last.defaults, threshold: 0.7 };
    await fields.several.settingsForAll(last, mine, calm);
    await fields.several.settingsForAll(last, { ...mine, minimumArea: 300 }, calm);
    const told = await fields.several.settingsForAll(last, null, calm);
    expect(kept(fields).map((each) => each?.found.settings)).toEqual(Array(4).fill(mine));
    expect(told.revertible).toBe(false);
    await expect(fields.several.settingsForAll(last, null, calm)).rejects.toThrow(/own settings/);
  });

  it('are those of fields that are run later', async () => {
    const fields = fieldsToRun();
    const last = await fields.run({ ...stoppedAt('field 3') });
    expect(areasOf(fields).filter((area) => area !== undefined)).toHaveLength(2);
    const told = await fields.several.settingsForAll(last, { ...last.defaults, minimumArea: 300 }, calm);
    expect(told.batch.map(({ settings }) => settings?.minimumArea)).toEqual(Array(4).fill(300));
    expect(told.batch.map(({ count }) => count === null)).toEqual([false, false, true, true]);
    await fields.run();
    expect(areasOf(fields)).toEqual(Array(4).fill(300));
  });

  it('leave a field alone whose files are gone, and name it', async () => {
    const fields = fieldsToRun();
    const last = await fields.run();
    fields.lost.files = 'plate_3.tif';
    const told = await fields.several.settingsForAll(last, { ...last.defaults, minimumArea: 300 }, calm);
    expect(told.failed).toEqual(['plate_3: deleted']);
    expect(areasOf(fields)).toEqual([300, 300, 20, 300]);
  });

  it('that are stopped stay where they are, and can be taken back', async () => {
    const fields = fieldsToRun();
    const last = await fields.run();
    const wanted = { ...last.defaults, minimumArea: 300 };
    const told = await fields.several.settingsForAll(last, wanted, stoppedAt('field 2'));
    expect(told.stopped).toBe(true);
    expect(areasOf(fields)).toEqual([300, 300, 20, 20]);
    await fields.several.settingsForAll(last, null, calm);
    expect(areasOf(fields)).toEqual(Array(4).fill(20));
  });
});
