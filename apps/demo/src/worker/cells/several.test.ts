import { describe, expect, it } from 'vitest';
import { fieldsToRun, plate } from './testing.ts';

describe('fields opened together', () => {
  it('stay those that are saved and changed where what comes next fails', async () => {
    const { lost, several, run } = fieldsToRun();
    const [one, other] = [plate('one'), plate('other')];
    const { result, segmentation, found } = await run(undefined, one);
    expect(result.batch?.map(({ count }) => count)).toEqual(Array(4).fill(found.count));
    lost.network = true;
    await expect(run(undefined, other)).rejects.toThrow('no network');
    expect(several.batch?.fields[0].name).toBe('one_1');
    // A field whose file is gone is not shown, so what is changed is still the first.
    lost.files = 'one_3.tif';
    await expect(run(undefined, { ...one, show: 2 } as typeof one)).rejects.toThrow('deleted');
    several.update({ segmentation, found: { ...found, count: -1 } });
    const counts = several.batch?.entries.map((entry) => entry && 'kept' in entry && entry.kept.found.count);
    expect(counts).toEqual([-1, ...Array(3).fill(found.count)]);
  });
});
