import { availableParallelism, cpus, loadavg } from 'node:os';
import type { BenchMachine } from '../report/report.ts';

/** The processor of this machine, and how busy it is just now. */
export function thisMachine(): BenchMachine {
  // One minute's average; zero on Windows, which has none.
  const [load] = loadavg();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    load: Math.round(100 * load) / 100,
  };
}
