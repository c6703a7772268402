import { describe, expect, it } from 'vitest';
import type { Source } from '../../protocol.ts';
import type { Job } from '../worker.ts';
import { fieldsOf } from './batch.ts';
import { openField } from './field.ts';
import type { Loader, RunRequest } from './run.ts';
import { SeveralFields } from './several.ts';

const job: Job = { signal: new AbortController().signal, report: () => undefined, note: () => undefined };
const plate = (name: string): Source => ({
  kind: 'files',
  files: [1, 2, 3, 4].map((well) => new File([name], `${name}_${well}.tif`, { lastModified: 1 })),
});
const requestOf = (source: Source): RunRequest => ({
  ...{ type: 'run', system: 'cells', source, scale: 2, model: null, weights: {} },
  cells: { roles: ['only'], slice: 0, frame: 0 },
});

/** A network that finds the cells that there are, and fields that can be opened until `lost` says otherwise. */
function parts() {
  const lost = { files: '', network: false };
  const load: Loader = async () => {
    if (lost.network) throw new Error('no network');
    const probability = async () => {
      const { width, height, truth } = await openField({ kind: 'sample', name: 'nuclei' }, job);
      return { width, height, data: Float32Array.from(truth?.data ?? [], (label) => (label > 0 ? 1 : 0)) };
    };
    return { probability } as unknown as Awaited<ReturnType<Loader>>;
  };
  let runs = 0;
  const open = (source: Source) =>
    source.kind === 'files' && source.files[0].name === lost.files
      ? Promise.reject(new Error('deleted'))
      : openField({ kind: 'sample', name: 'nuclei' }, job);
  return { lost, several: new SeveralFields({ open, load, nextRun: () => ++runs }) };
}

describe('fields opened together', () => {
  it('stay those that are saved and changed where what comes next fails', async () => {
    const { lost, several } = parts();
    const [one, other] = [plate('one'), plate('other')];
    const run = (source: Source) => several.run(requestOf(source), fieldsOf(source), job);
    const { result, segmentation, found } = await run(one);
    expect(result.batch?.map(({ count }) => count)).toEqual(Array(4).fill(found.count));
    lost.network = true;
    await expect(run(other)).rejects.toThrow('no network');
    expect(several.batch?.fields[0].name).toBe('one_1');
    // A field whose file is gone is not shown, so what is changed is still the first.
    lost.files = 'one_3.tif';
    await expect(run({ ...one, show: 2 } as Source)).rejects.toThrow('deleted');
    several.update({ segmentation, found: { ...found, count: -1 } });
    const counts = several.batch?.entries.map((entry) => entry && 'kept' in entry && entry.kept.found.count);
    expect(counts).toEqual([-1, ...Array(3).fill(found.count)]);
  });
});
