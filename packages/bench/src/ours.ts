import type { DType } from '@roentgen/kernels';
import { openDevice, Session, type SessionOptions } from '@roentgen/runtime';
import { benchInput } from './inputs.ts';
import type { Contender, Loaded } from './runner.ts';
import { timed } from './runner.ts';

/** A network to be timed: its bytes, and the shape of each input. */
export interface BenchModel {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly inputs: readonly {
    readonly name: string;
    readonly dtype: DType;
    readonly shape: readonly number[];
  }[];
}

/** How we run: in which precision, without which passes; the signal stops loading and runs. */
export interface OurOptions extends Pick<SessionOptions, 'dtype' | 'without'> {
  readonly signal: AbortSignal;
}

/** Ourselves: a device of our own for each load, so that no compiled shader is left from before. */
export function roentgen(model: BenchModel, gpu: GPU, options: OurOptions): Contender {
  return { peer: 'roentgen', load: () => load(model, gpu, options) };
}

async function load(model: BenchModel, gpu: GPU, options: OurOptions): Promise<Loaded> {
  const device = await openDevice(gpu);
  const shapes = Object.fromEntries(model.inputs.map(({ name, shape }) => [name, shape]));
  const feeds = Object.fromEntries(
    model.inputs.map(({ name, dtype: type, shape }) => [name, { data: benchInput(type, shape), shape }]),
  );
  const watch = stopwatch();
  const session = await Session.create(model.bytes, {
    ...options,
    device,
    shapes,
    onProgress: ({ stage }) => watch.enter(stage),
  });
  watch.enter('ready');
  const run = async () => {
    await session.run(feeds, { signal: options.signal });
  };
  const dispose = () => {
    session.dispose();
    device[Symbol.dispose]();
  };
  try {
    const firstRun = await timed(run);
    return {
      cold: { load: watch.total - watch.spent('compile'), compile: watch.spent('compile'), firstRun },
      run,
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** How long each stage took, when all that is told is which one has begun. */
function stopwatch() {
  const times = new Map<string, number>();
  let stage = 'start';
  let since = performance.now();
  return {
    enter(next: string): void {
      const now = performance.now();
      times.set(stage, (times.get(stage) ?? 0) + now - since);
      stage = next;
      since = now;
    },
    spent: (name: string): number => times.get(name) ?? 0,
    get total(): number {
      return [...times.values()].reduce((sum, time) => sum + time, 0);
    },
  };
}
