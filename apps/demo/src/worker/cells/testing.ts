import type { Point } from '../../cells-protocol.ts';
import type { Source } from '../../protocol.ts';
import type { Job } from '../worker.ts';
import { fieldsOf, isKept } from './batch.ts';
import { openField } from './field.ts';
import type { Last, Loader, RunRequest } from './run.ts';
import { SeveralFields } from './several.ts';

const calm: Job = { signal: new AbortController().signal, report: () => undefined, note: () => undefined };

/** Four files of one channel, by the name of their plate. */
export const plate = (name: string): Source => ({
  kind: 'files',
  files: [1, 2, 3, 4].map((well) => new File([name], `${name}_${well}.tif`, { lastModified: 1 })),
});

/** Fields of generated nuclei, for tests: each file is one, and the network finds what was drawn. */
export interface Fields {
  readonly several: SeveralFields;
  /** A file that cannot be opened, and whether the network can be had. */
  readonly lost: { files: string; network: boolean };
  run(job?: Job, source?: Source): Promise<Last>;
  /** Deletes cells of a field by hand. */
  mark(index: number, marks: readonly Point[]): void;
}

export function fieldsToRun(): Fields {
  const lost = { files: '', network: false };
  const sample = () => openField({ kind: 'sample', name: 'nuclei' }, calm);
  const load: Loader = async () => {
    if (lost.network) throw new Error('no network');
    const probability = async () => {
      const { width, height, truth } = await sample();
      return { width, height, data: Float32Array.from(truth?.data ?? [], (label) => (label > 0 ? 1 : 0)) };
    };
    return { probability } as unknown as Awaited<ReturnType<Loader>>;
  };
  let runs = 0;
  const open = (source: Source) =>
    source.kind === 'files' && source.files[0].name === lost.files
      ? Promise.reject(new Error('deleted'))
      : sample();
  const several = new SeveralFields({ open, load, nextRun: () => ++runs });
  const whole = plate('plate');
  return {
    several,
    lost,
    run(job = calm, source = whole) {
      const request: RunRequest = {
        ...{ type: 'run', system: 'cells', source, scale: 2, model: null, weights: {} },
        cells: { roles: ['only'], slice: 0, frame: 0 },
      };
      return several.run(request, fieldsOf(source), job);
    },
    mark(index, marks) {
      const entry = several.batch?.entries[index];
      if (several.batch === undefined || !isKept(entry)) throw new Error(`field ${index} has not been run`);
      several.batch.entries[index] = {
        kept: { ...entry.kept, found: { ...entry.kept.found, marks } },
      };
    },
  };
}
