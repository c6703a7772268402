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

/** The page's end of the line to the drawing worker, which starts with the first canvas. */
export interface Drawing {
  open(canvas: HTMLCanvasElement, told: Told): Surface;
  /** The stages as they are painted, side by side, as a PNG file. */
  png(stages: readonly number[]): Promise<Blob>;
}

interface Line {
  post(message: ToDrawing, transfer?: Transferable[]): void;
  /** The number of an array; the worker is given the array first if it does not hold it. */
  nameOf(data: Values): number;
  /** Hears what concerns a stage. */
  readonly stages: Map<number, { heard(message: Painting): void; failed(message: string): void }>;
  readonly pngs: Map<number, { resolve(blob: Blob): void; reject(error: Error): void }>;
}

type Painting = Extract<FromDrawing, { stage: number }>;

function connect(): Line {
  const worker = new Worker(new URL('../../drawing/draw.ts', import.meta.url), {
    type: 'module',
    name: 'drawing',
  });
  const stages: Line['stages'] = new Map();
  const pngs: Line['pngs'] = new Map();
  const names = new WeakMap<Values, number>();
  let next = 1;
  const post = (message: ToDrawing, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const gone = new FinalizationRegistry<number>((ref) => post({ type: 'drop', ref }));
  worker.onmessage = ({ data }: MessageEvent<FromDrawing>) => {
    if ('stage' in data) return stages.get(data.stage)?.heard(data);
    if (data.type === 'png') pngs.get(data.id)?.resolve(data.blob);
    else pngs.get(data.id)?.reject(new Error(data.message));
    pngs.delete(data.id);
  };
  worker.onerror = ({ message }) => {
    for (const { failed } of stages.values()) failed(message || 'the drawing worker did not start');
  };
  const nameOf = (data: Values) => {
    const known = names.get(data);
    if (known !== undefined) return known;
    const ref = next++;
    names.set(data, ref);
    gone.register(data, ref);
    post({ type: 'hold', ref, data });
    return ref;
  };
  return { post, nameOf, stages, pngs };
}

/** A stage's orders, one at a time. */
function surface(line: Line, stage: number, canvas: HTMLCanvasElement, told: Told): Surface {
  const off = canvas.transferControlToOffscreen();
  line.post({ type: 'open', stage, canvas: off }, [off]);
  let [order, sent, pending]: [number, Order | null, Order | null] = [0, null, null];
  let last = '';
  const send = (next: Order) => {
    const scene = encode(next.scene, line.nameOf);
    const text = JSON.stringify([scene, next.size]);
    if (text === last) return told.painted(next, 0);
    last = text;
    sent = next;
    order += 1;
    line.post({
      type: 'paint',
      stage,
      order,
      ...{ width: next.size.width, height: next.size.height },
      scene,
    });
  };
  const proceed = () => {
    sent = null;
    const next = pending;
    pending = null;
    if (next !== null) send(next);
  };
  line.stages.set(stage, {
    heard(message) {
      if (message.order !== order || sent === null) return;
      if (message.type === 'painted') told.painted(sent, message.ms);
      else told.failed(message.message);
      proceed();
    },
    failed: told.failed,
  });
  return {
    stage,
    paint(next) {
      if (sent === null) send(next);
      else pending = next;
    },
    close() {
      line.stages.delete(stage);
      line.post({ type: 'close', stage });
    },
  };
}

/** A drawing worker that is started when the first stage opens. */
export function createDrawing(): Drawing {
  let line: Line | undefined;
  let [stages, pngs] = [0, 0];
  const theLine = () => {
    line ??= connect();
    return line;
  };
  return {
    open: (canvas, told) => surface(theLine(), ++stages, canvas, told),
    png(wanted) {
      const id = ++pngs;
      return new Promise((resolve, reject) => {
        theLine().pngs.set(id, { resolve, reject });
        theLine().post({ type: 'png', id, stages: wanted });
      });
    },
  };
}
