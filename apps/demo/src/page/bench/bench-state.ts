import { type Signal, signal } from '@preact/signals';
import type { BenchReport, BenchRow } from '@roentgen/bench';
import type { BenchWish, PlainError, Progress } from '../../protocol.ts';
import type { Asked } from '../link.ts';
import { plain } from '../runner.ts';
import type { Store } from '../store.ts';

/** A benchmark that is going on. */
export interface BenchRunning {
  readonly startedAt: number;
  readonly progress: Progress;
  readonly stopping: boolean;
  /** What has been timed so far. */
  readonly rows: readonly BenchRow[];
}

/** What the bench page shows. */
export interface Bench {
  readonly wish: Signal<BenchWish>;
  readonly running: Signal<BenchRunning | null>;
  /** The last one that came to its end. */
  readonly report: Signal<BenchReport | null>;
  readonly failure: Signal<PlainError | null>;
  start(): void;
  stop(): void;
}

/** The weights files that the three systems start from, where this build has them. */
const SYSTEMS = ['densenet121.onnx', 'sr-hw-x2.onnx', 'rau-net.onnx'];

/** The bench of a page; nothing is timed until `start`. */
export function createBench({ actions, weights, state }: Store): Bench {
  const wish = signal<BenchWish>({
    suite: 'models',
    dtype: 'f32',
    rounds: 20,
    models: SYSTEMS.filter((file) => weights[file] !== undefined),
    size: null,
    filter: '',
  });
  const running = signal<BenchRunning | null>(null);
  const report = signal<BenchReport | null>(null);
  const failure = signal<PlainError | null>(null);
  let current: Asked<'bench'> | null = null;
  const track = ({ rows = [], ...progress }: Progress) => {
    const { value } = running;
    // Rows come by themselves, between two words on where the work is.
    if (value !== null)
      running.value = rows.length > 0 ? { ...value, rows: [...value.rows, ...rows] } : { ...value, progress };
  };
  const follow = async (asked: Asked<'bench'>) => {
    try {
      report.value = await asked.answer;
      state.spoken.value = `Timed: ${report.value.rows.length} rows.`;
    } catch (error) {
      const told = plain(error);
      state.spoken.value = told.message;
      if (told.code !== 'aborted') failure.value = told;
    } finally {
      running.value = null;
      current = null;
    }
  };
  return {
    wish,
    running,
    report,
    failure,
    start() {
      if (current !== null) return;
      failure.value = null;
      report.value = null;
      running.value = {
        startedAt: performance.now(),
        progress: { stage: 'measure' },
        stopping: false,
        rows: [],
      };
      state.spoken.value = 'Timing has begun';
      current = actions.bench(wish.value, track);
      void follow(current);
    },
    stop() {
      if (running.value === null) return;
      running.value = { ...running.value, stopping: true };
      current?.cancel();
    },
  };
}
