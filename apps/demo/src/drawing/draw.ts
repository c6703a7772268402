/**
 * The drawing worker: paints scenes, and gives the page pictures to show. It is none of the computing worker's business, so
 * that pictures move while a network runs, and stay when the GPU is lost.
 */
import { holdLock, type Live } from '../lifeline.ts';
import type { Size } from './geometry.ts';
import type { FromDrawing, ToDrawing } from './messages.ts';
import { createLayers, type Layers, paintScene, softCanvas } from './painter.ts';
import { decode, encode } from './refs.ts';
import type { Scene, Values } from './scene.ts';

interface Stage {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly layers: Layers;
  /** What was painted last: the canvas is empty as soon as the page has its picture. */
  scene: Scene | null;
}

type Paint = Extract<ToDrawing, { type: 'paint' }>;

/** The canvases of these stages side by side with a gap. */
function compose(stages: readonly Stage[]): OffscreenCanvas {
  if (stages.length === 1) return stages[0].canvas;
  const gap = 8;
  const width = stages.reduce((sum, { canvas }) => sum + canvas.width + gap, -gap);
  const height = Math.max(...stages.map(({ canvas }) => canvas.height));
  const [out, context] = softCanvas({ width, height });
  context.fillStyle = '#000';
  context.fillRect(0, 0, width, height);
  let left = 0;
  for (const { canvas } of stages) {
    context.drawImage(canvas, left, (height - canvas.height) / 2);
    left += canvas.width + gap;
  }
  return out;
}

function createStage(size: Size): Stage {
  const [canvas, context] = softCanvas(size, false);
  return { canvas, context, layers: createLayers(), scene: null };
}

/** Arrays that scenes name, and stages by number. */
function createStudio() {
  const stages = new Map<number, Stage>();
  const held = new Map<number, Values>();
  const refs = new Map<Values, number>();
  const keyOf = (thing: unknown) => JSON.stringify(encode(thing, (data) => refs.get(data)!));
  return {
    hold(ref: number, data: Values) {
      held.set(ref, data);
      refs.set(data, ref);
    },
    drop(ref: number) {
      refs.delete(held.get(ref)!);
      held.delete(ref);
    },
    close: (stage: number) => stages.delete(stage),
    paint({ stage, width, height, scene }: Paint) {
      const open = stages.get(stage) ?? createStage({ width, height });
      stages.set(stage, open);
      if (open.canvas.width !== width) open.canvas.width = width;
      if (open.canvas.height !== height) open.canvas.height = height;
      const decoded = decode(scene, held) as Scene;
      paintScene(open.context, decoded, open.layers, keyOf);
      open.scene = decoded;
      return open.canvas.transferToImageBitmap();
    },
    async png(wanted: readonly number[]) {
      const found = wanted.flatMap((stage) => stages.get(stage) ?? []).filter(({ scene }) => scene !== null);
      if (found.length === 0) throw new Error('There is no picture to save.');
      for (const { context, scene, layers } of found) paintScene(context, scene!, layers, keyOf);
      return compose(found).convertToBlob({ type: 'image/png' });
    },
  };
}

function start(scope: DedicatedWorkerGlobalScope): void {
  const studio = createStudio();
  const send = (message: FromDrawing, transfer: Transferable[] = []) => scope.postMessage(message, transfer);
  const paint = (wanted: Paint) => {
    const { stage, order } = wanted;
    const began = performance.now();
    try {
      const bitmap = studio.paint(wanted);
      send({ type: 'painted', stage, order, bitmap, ms: performance.now() - began }, [bitmap]);
    } catch (error) {
      send({ type: 'failed', stage, order, message: String(error) });
    }
  };
  const png = (id: number, stages: readonly number[]) =>
    studio.png(stages).then(
      (blob) => send({ type: 'png', id, blob }),
      (error: unknown) => send({ type: 'no-png', id, message: String(error) }),
    );
  scope.onmessage = ({ data }: MessageEvent<ToDrawing | Live>) => {
    if (data.type === 'live') holdLock(data.lock, (alive) => scope.postMessage(alive));
    else if (data.type === 'hold') studio.hold(data.ref, data.data);
    else if (data.type === 'drop') studio.drop(data.ref);
    else if (data.type === 'close') studio.close(data.stage);
    else if (data.type === 'paint') paint(data);
    else void png(data.id, data.stages);
  };
}

start(self as unknown as DedicatedWorkerGlobalScope);
