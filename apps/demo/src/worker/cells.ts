import { RoentgenError } from '@roentgen/kernels';
import { type CellSegmenter, loadCellSegmenter } from '@roentgen/models';
import type { CellsFound, SettingsForAll } from '../cells-protocol.ts';
import type { Request } from '../protocol.ts';
import { breathe } from './breathe.ts';
import { createCache, modelKey } from './cache.ts';
import { fieldsOf } from './cells/batch.ts';
import { fieldCache } from './cells/field-cache.ts';
import { channelReport, chosen, firstPlane } from './cells/input.ts';
import { cellsBy, type Last, type Loader, type RunRequest, runCells } from './cells/run.ts';
import { saveCells, saveFields } from './cells/save.ts';
import { fieldsReport, SeveralFields } from './cells/several.ts';
import { createClock } from './clock.ts';
import type { System } from './engine.ts';
import { expectHeld } from './held.ts';
import type { Host } from './host.ts';
import type { Job } from './worker.ts';

/** The cells card, and what it can do beside running its network. */
export interface CellsSystem extends System {
  channels(request: Extract<Request, { type: 'cells-channels' }>, job: Job): ReturnType<typeof channelReport>;
  /** A field's settings for all of its batch, or back; throws `aborted` where that field is not on screen any more. */
  settingsForAll(request: Extract<Request, { type: 'cells-settings' }>, job: Job): Promise<SettingsForAll>;
  /** Throws `aborted` where a stop came in before or meanwhile: the cells stay those of before. */
  segment(request: Extract<Request, { type: 'cells-segment' }>, job: Job): Promise<CellsFound>;
}

/** A field with its channels: those that were chosen, else as their names suggest. */
async function read({ source, cells }: RunRequest, open: ReturnType<typeof fieldCache>, job: Job) {
  job.report({ stage: 'read', what: source.kind === 'files' ? source.files[0].name : 'the sample' });
  const field = await open(source, job);
  return chosen(field, cells ?? { roles: field.guess, ...firstPlane(field) }, job);
}

function expectShown(last: Last | undefined, run: number): Last {
  const held = expectHeld(last);
  if (held.result.run === run) return held;
  throw new RoentgenError('aborted', 'Another picture has taken the place of this one.');
}

/** The cells card. */
export function cellsSystem(host: Host): CellsSystem {
  const cache = createCache<CellSegmenter>(host);
  const open = fieldCache();
  let runs = 0;
  let last: Last | undefined;
  const segmenter: Loader = (model, weights, job) =>
    cache.get(modelKey(model), async () => {
      const own = model === null ? {} : { model: new Uint8Array(await model.arrayBuffer()) };
      return loadCellSegmenter(host.forJob(weights, job), own);
    });
  const several = new SeveralFields({ open, load: segmenter, nextRun: () => ++runs });
  return {
    async run(request, job) {
      const clock = createClock();
      await clock.time('open the GPU', () => host.begin(job));
      const fields = fieldsOf(request.source);
      if (fields.length > 1) {
        last = await several.run(request, fields, job);
        return last.result;
      }
      const from = await clock.time('read', () => read(request, open, job));
      last = await runCells({ request, from, clock, run: ++runs }, segmenter, job);
      several.leave();
      return last.result;
    },
    async channels({ source, plane }, job) {
      const fields = fieldsOf(source);
      return fields.length > 1
        ? fieldsReport(fields, open, job, plane)
        : channelReport(await open(source, job), job, plane);
    },
    async segment({ run, settings, marks }, job) {
      await breathe(job);
      const before = expectShown(last, run);
      const cells = cellsBy(before.from, before.splitter, settings, marks);
      await breathe(job);
      if (last !== before) return cells.found;
      last = { ...before, ...cells };
      several.update(cells);
      return cells.found;
    },
    async settingsForAll({ run, settings }, job) {
      const before = expectShown(last, run);
      const { cells, ...told } = await several.settingsForAll(before, settings, job);
      if (last === before && cells !== undefined) last = { ...before, ...cells };
      return { ...told, found: (last ?? before).found };
    },
    async checkModel({ model, weights }, job) {
      await host.begin(job);
      await segmenter(model, weights, job);
      return { description: `${model.name}: three channels in, one logit per pixel out` };
    },
    async save(format) {
      const held = expectHeld(last);
      const ofAll = several.batch !== undefined && ['csv', 'fields-labels', 'fields-rois'].includes(format);
      return several.batch !== undefined && ofAll
        ? saveFields(several.batch, format)
        : saveCells(held, format);
    },
  };
}
