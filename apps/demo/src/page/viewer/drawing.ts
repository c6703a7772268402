import type { Size } from '../../drawing/geometry.ts';
import type { FromDrawing, ToDrawing } from '../../drawing/messages.ts';
import { encode } from '../../drawing/refs.ts';
import type { Scene, Values } from '../../drawing/scene.ts';

/** A scene and the size of its canvas in pixels. */
export interface Order {
  readonly scene: Scene;
  readonly size: Size;
}

/** What a stage hears of its paintings. */
export interface Told {
  painted(order: Order, ms: number): void;
  failed(message: string): void;
}

/** A canvas that the drawing worker paints. */
export interface Surface {
  readonly stage: number;
  /** Paints this next; of orders that come while one is painted only the last is kept. */
  paint(order: Order): void;
  close(): void;
}

/** The page's end of the line to the drawing worker, which starts with the first canvas, and anew when it has died. */
export interface Drawing {
  /** Paints into a canvas of its own that fills `box`. */
  open(box: HTMLElement, told: Told): Surface;
  /** The stages as they are painted, side by side, as a PNG file. */
  png(stages: readonly number[]): Promise<Blob>;
}

/** A stage as the line to the worker sees it. */
interface Listener {
  heard(message: Painting): void;
  /** The worker is another one: canvas and arrays went with the last. */
  restart(): void;
  failed(message: string): void;
}

interface Line {
  post(message: ToDrawing, transfer?: Transferable[]): void;
  /** The number of an array; the worker is given the array first if it does not hold it. */
  nameOf(data: Values): number;
  end(): void;
}

type Painting = Extract<FromDrawing, { stage: number }>;

const startWorker = () =>
  new Worker(new URL('../../drawing/draw.ts', import.meta.url), { type: 'module', name: 'drawing' });

/**
 * A worker and the arrays that it holds. `died` is told once when it throws or ends. No event tells of an end, so the
 * worker takes a lock for as long as it lives: whoever gets it next knows.
 */
function connect(heard: (message: FromDrawing) => void, died: (why: string) => void): Line {
  const worker = startWorker();
  const names = new WeakMap<Values, number>();
  const ended = new AbortController();
  let next = 1;
  const post = (message: ToDrawing, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const gone = new FinalizationRegistry<number>((ref) => post({ type: 'drop', ref }));
  const end = () => {
    ended.abort();
    worker.terminate();
  };
  const die = (why: string) => {
    if (ended.signal.aborted) return;
    end();
    died(why);
  };
  const lock = `roentgen-drawing-${crypto.randomUUID()}`;
  worker.onmessage = ({ data }: MessageEvent<FromDrawing>) => {
    if (data.type !== 'alive') return heard(data);
    navigator.locks
      .request(lock, { signal: ended.signal }, () => die('the drawing worker ended'))
      .catch(() => {});
  };
  worker.onerror = ({ message }) => die(message || 'the drawing worker did not start');
  post({ type: 'live', lock });
  const nameOf = (data: Values) => {
    const known = names.get(data);
    if (known !== undefined) return known;
    const ref = next++;
    names.set(data, ref);
    gone.register(data, ref);
    post({ type: 'hold', ref, data });
    return ref;
  };
  return { post, nameOf, end };
}

/** Canvases of a stage. Each can be handed over once; a new one lies over the last, which stays in sight until it is painted. */
function easel(box: HTMLElement) {
  let canvases: readonly HTMLCanvasElement[] = [];
  const keep = (count: number) => {
    for (const canvas of canvases.slice(0, canvases.length - count)) canvas.remove();
    canvases = canvases.slice(canvases.length - count);
  };
  return {
    next() {
      const canvas = document.createElement('canvas');
      box.append(canvas);
      canvases = [...canvases, canvas];
      return canvas.transferControlToOffscreen();
    },
    painted: () => keep(Math.min(1, canvases.length)),
    clear: () => keep(0),
  };
}

/** A stage's orders, one at a time. */
function surface(stage: number, box: HTMLElement, line: () => Line, told: Told): Surface & Listener {
  const canvases = easel(box);
  let [order, sent, pending]: [number, Order | null, Order | null] = [0, null, null];
  let [shown, last, lost]: [Order | null, string, boolean] = [null, '', false];
  const open = () => {
    const canvas = canvases.next();
    line().post({ type: 'open', stage, canvas }, [canvas]);
  };
  const send = (next: Order) => {
    const { post, nameOf } = line();
    const scene = encode(next.scene, nameOf);
    const { width, height } = next.size;
    const text = JSON.stringify([scene, next.size]);
    if (text === last) return told.painted(next, 0);
    last = text;
    sent = next;
    order += 1;
    post({ type: 'paint', stage, order, width, height, scene });
  };
  const restart = () => {
    const next = pending ?? sent ?? shown;
    [sent, pending, last, lost] = [null, null, '', false];
    open();
    if (next !== null) send(next);
  };
  open();
  return {
    stage,
    restart,
    paint(next) {
      if (sent === null && !lost) return send(next);
      pending = next;
      if (lost) restart();
    },
    close() {
      line().post({ type: 'close', stage });
      canvases.clear();
    },
    heard(message) {
      if (message.order !== order || sent === null) return;
      const [done, next] = [sent, pending];
      [sent, pending] = [null, null];
      if (message.type === 'failed') told.failed(message.message);
      else {
        shown = done;
        canvases.painted();
        told.painted(done, message.ms);
      }
      if (next !== null) send(next);
    },
    failed(message) {
      lost = true;
      told.failed(message);
    },
  };
}

/** Deaths without a painting between them after which a worker is not started again: it would die of the same. */
const most = 3;

/** A drawing worker that is started when the first stage opens, and again with what was on its stages when it dies. */
export function createDrawing(): Drawing {
  const stages = new Map<number, Listener>();
  const pngs = new Map<number, { resolve(blob: Blob): void; reject(error: Error): void }>();
  let line: Line | undefined;
  let [numbers, asked, deaths] = [0, 0, 0];
  const heard = (message: FromDrawing) => {
    if (message.type === 'painted') deaths = 0;
    if ('stage' in message) return stages.get(message.stage)?.heard(message);
    if (message.type === 'alive') return;
    if (message.type === 'png') pngs.get(message.id)?.resolve(message.blob);
    else pngs.get(message.id)?.reject(new Error(message.message));
    pngs.delete(message.id);
  };
  const died = (why: string) => {
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
      const opened = surface(stage, box, theLine, told);
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
