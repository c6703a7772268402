import type { FromDrawing, ToDrawing } from '../../drawing/messages.ts';
import type { Values } from '../../drawing/scene.ts';
import { watchWorker } from '../watch-worker.ts';
import {
  createScreen,
  createSurface,
  type Listener,
  type Posting,
  type Surface,
  type Told,
} from './surface.ts';

/** The page's end of the line to the drawing worker, which starts with the first painting, and anew when it has died. */
export interface Drawing {
  /** Shows paintings in a canvas of its own that fills `box`. */
  open(box: HTMLElement, told: Told): Surface;
  /** The stages as they are painted, side by side, as a PNG file. */
  png(stages: readonly number[]): Promise<Blob>;
}

const startWorker = () =>
  new Worker(new URL('../../drawing/draw.ts', import.meta.url), { type: 'module', name: 'drawing' });

/** A worker and the arrays that it holds. `died` is told once, when it throws or ends. */
function connect(heard: (message: FromDrawing) => void, died: (why: string) => void): Posting {
  const { post } = watchWorker<FromDrawing, ToDrawing>(startWorker(), heard, died);
  const names = new WeakMap<Values, number>();
  let next = 1;
  const gone = new FinalizationRegistry<number>((ref) => post({ type: 'drop', ref }));
  const nameOf = (data: Values) => {
    const known = names.get(data);
    if (known !== undefined) return known;
    const ref = next++;
    names.set(data, ref);
    gone.register(data, ref);
    post({ type: 'hold', ref, data });
    return ref;
  };
  return { post, nameOf };
}

/** Deaths without a painting between them after which a worker is not started again: it would die of the same. */
const most = 3;

/** A drawing worker that is started when the first stage opens, and again with what was on its stages when it dies. */
export function createDrawing(): Drawing {
  const stages = new Map<number, Listener>();
  const pngs = new Map<number, { resolve(blob: Blob): void; reject(error: Error): void }>();
  let line: Posting | undefined;
  let [numbers, asked, deaths] = [0, 0, 0];
  const heard = (message: FromDrawing) => {
    if (message.type === 'painted') deaths = 0;
    if ('stage' in message) return stages.get(message.stage)?.heard(message);
    if (message.type === 'png') pngs.get(message.id)?.resolve(message.blob);
    else pngs.get(message.id)?.reject(new Error(message.message));
    pngs.delete(message.id);
  };
  const died = (reason: string) => {
    const why = reason === '' ? 'the drawing worker ended' : `the drawing worker ended: ${reason}`;
    line = undefined;
    for (const { reject } of pngs.values()) reject(new Error(why));
    pngs.clear();
    deaths += 1;
    for (const stage of stages.values())
      if (deaths > most) stage.failed(why);
      else stage.restart();
  };
  const theLine = () => {
    line ??= connect(heard, died);
    return line;
  };
  return {
    open(box, told) {
      const stage = ++numbers;
      const opened = createSurface(stage, theLine, (emptied) => createScreen(box, emptied), told);
      stages.set(stage, opened);
      return {
        ...opened,
        close() {
          stages.delete(stage);
          opened.close();
        },
      };
    },
    png(wanted) {
      const id = ++asked;
      return new Promise((resolve, reject) => {
        pngs.set(id, { resolve, reject });
        theLine().post({ type: 'png', id, stages: wanted });
      });
    },
  };
}
