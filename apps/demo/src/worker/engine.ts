import type { Answers, ExportFormat, Request, SystemId } from '../protocol.ts';
import { cardOf } from './card.ts';
import { cellsSystem } from './cells.ts';
import { createHost, type Host } from './host.ts';
import { inspectModel } from './opening/model.ts';
import { radiographSystem } from './radiograph.ts';
import { recognise } from './recognise.ts';
import { volumeSystem } from './volume.ts';
import type { Job } from './worker.ts';

type RunRequest = Extract<Request, { type: 'run' }>;
type ModelRequest = Extract<Request, { type: 'check-model' }>;

/** One of the three, as the engine sees it. It keeps its network and its last result, for the next run and for exports. */
export interface System {
  run(request: RunRequest, job: Job): Promise<Answers['run']>;
  /** Opens a model of the user's own and says what it is; throws where it does not fit. */
  checkModel(request: ModelRequest, job: Job): Promise<Answers['check-model']>;
  /** The last result as a file. Changes nothing; throws `aborted`. */
  save(format: ExportFormat, job: Job): Promise<Answers['export']>;
}

/** Everything past the probe. `lost` is told when the GPU goes away. */
export function createEngine(lost: (reason: string) => void) {
  const host: Host = createHost(lost);
  const cells = cellsSystem(host);
  const systems: Readonly<Record<SystemId, System>> = {
    radiograph: radiographSystem(host),
    volume: volumeSystem(host),
    cells,
  };
  return {
    answer(
      request: Exclude<Request, { type: 'probe' | 'bench' }>,
      job: Job,
    ): Promise<Answers[Request['type']]> {
      switch (request.type) {
        case 'warm':
          return request.device ? host.warm() : Promise.resolve(null);
        case 'recognise':
          return recognise(request.files, job);
        case 'card':
          return Promise.resolve(cardOf(request.system));
        case 'inspect-model':
          return inspectModel(request.model, request.system);
        case 'check-model':
          return systems[request.system].checkModel(request, job);
        case 'run':
          return systems[request.system].run(request, job);
        case 'cells-channels':
          return cells.channels(request, job);
        case 'cells-segment':
          return cells.segment(request, job);
        case 'cells-settings':
          return cells.settingsForAll(request, job);
        case 'export':
          return systems[request.system].save(request.format, job);
      }
    },
  };
}
