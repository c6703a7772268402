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

/** A canvas that shows what the drawing worker paints. */
export interface Surface {
  readonly stage: number;
  /** Paints this next; of orders that come while one is painted only the last is kept. */
  paint(order: Order): void;
  close(): void;
}

/** A stage as the line to the worker sees it. */
export interface Listener {
  heard(message: Painting): void;
  /** Paints again what is shown: the worker is another one, and what it held went with the last. */
  restart(): void;
  failed(message: string): void;
}

/** What a stage needs of the line to the worker. */
export interface Posting {
  post(message: ToDrawing): void;
  /** The number of an array; the worker is given the array first if it does not hold it. */
  nameOf(data: Values): number;
}

export type Painting = Extract<FromDrawing, { stage: number }>;

/** Where a stage's pictures are shown. */
export interface Screen {
  show(picture: ImageBitmap): void;
  clear(): void;
}

/**
 * A canvas of the page that fills `box`. `emptied` is told when the browser has taken its picture, and it can be shown again.
 *
 * The worker does not paint into it by itself (`transferControlToOffscreen`): Chrome holds such a canvas on the GPU, gives it
 * back empty when the GPU was reset, and never shows one that was handed over while the GPU was away. A canvas of the page
 * that the processor holds keeps its picture through both (Chrome 156; `chrome/device-lost.test.ts`).
 */
export function createScreen(box: HTMLElement, emptied: () => void): Screen {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  // Browsers may keep even this one where a reset reaches it.
  canvas.addEventListener('contextrestored', emptied);
  box.append(canvas);
  return {
    show(picture) {
      if (canvas.width !== picture.width) canvas.width = picture.width;
      if (canvas.height !== picture.height) canvas.height = picture.height;
      context?.drawImage(picture, 0, 0);
      picture.close();
    },
    clear: () => canvas.remove(),
  };
}

/** A stage's orders, one at a time. `screen` is called once. */
export function createSurface(
  stage: number,
  line: () => Posting,
  screen: (emptied: () => void) => Screen,
  told: Told,
): Surface & Listener {
  let [order, sent, pending]: [number, Order | null, Order | null] = [0, null, null];
  let [shown, last, lost]: [Order | null, string, boolean] = [null, '', false];
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
    if (next !== null) send(next);
  };
  // What is being painted is shown when it comes, and that is soon.
  const emptied = () => {
    if (sent === null && !lost) restart();
  };
  const shows = screen(emptied);
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
      shows.clear();
    },
    heard(message) {
      if (message.order !== order || sent === null) {
        if (message.type === 'painted') message.bitmap.close();
        return;
      }
      const [done, next] = [sent, pending];
      [sent, pending] = [null, null];
      if (message.type === 'failed') {
        last = '';
        told.failed(message.message);
      } else {
        shown = done;
        shows.show(message.bitmap);
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
