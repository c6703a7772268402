import { type DeviceCaps, type KernelFamily, type Problem, RoentgenError, sizeOf } from '@roentgen/kernels';
import type { Device } from '../device/device.ts';
import type { Graph } from '../graph/graph.ts';
import { familyOf } from '../graph/problem.ts';
import { boundProblemOf } from '../graph/window.ts';
import { adapterKind, adapterName } from './adapter.ts';
import { type Archive, readArchive, withRankings, writeArchive } from './archive.ts';
import { problemKey } from './key.ts';
import { contenders, type RankReport, rank } from './rank.ts';
import { covers, merged, noRankings, type Ranking, type Rankings } from './rankings.ts';
import { shipped } from './shipped.ts';
import type { TuningStore } from './store.ts';

/** How kernels are timed before a plan is made. */
export interface TuneOptions {
  /** Keeps the answers; left out, the browser's storage, and in Node nothing outlives the session. */
  readonly store?: TuningStore | undefined;
  /** Times again what is known already. */
  readonly again?: boolean;
  /** Told of every problem that was timed. */
  readonly onReport?: (report: RankReport) => void;
  /** Told of kept tunings that cannot be read ('format', 'file') or written ('file'), and of kernels that compute something else ('device'). */
  readonly onWarning?: (warning: RoentgenError) => void;
}

interface Contested {
  readonly key: string;
  readonly family: KernelFamily<unknown>;
  readonly problem: Problem<unknown>;
  readonly names: readonly string[];
}

/** The distinct problems of a graph for which more than one kernel is worth timing. */
function contested(graph: Graph, caps: DeviceCaps): readonly Contested[] {
  const found = new Map<string, Contested>();
  for (const node of graph.nodes) {
    const family = familyOf(node);
    const problem = boundProblemOf(graph, node, caps);
    const key = problemKey(family.name, problem);
    if (found.has(key) || problem.outputs.every(({ shape }) => sizeOf(shape) === 0)) continue;
    const takers = family.kernels.filter((kernel) => kernel.rejects(problem, caps) === null);
    const names = takers.map(({ name }) => name);
    // What no kernel takes is told with its node when the plan is made.
    if (names.length > 1 && contenders(family, problem, caps).length > 1)
      found.set(key, { key, family, problem, names });
  }
  return [...found.values()];
}

/** What is known of the kernels on one adapter: shipped with the package, kept from earlier, and timed now. */
export class Tuner {
  readonly #device: Device;
  readonly #options: TuneOptions | undefined;
  #rankings: Rankings;
  #opened: Promise<void> | undefined;
  /** Whether what is kept may be replaced: not where it could not be read, since it may be someone else's. */
  #writable = true;

  /** Without options only what is shipped is known, and nothing is timed. */
  constructor(device: Device, options?: TuneOptions) {
    this.#device = device;
    this.#options = options;
    this.#rankings = shipped.get(adapterKind(device)) ?? noRankings;
  }

  /** What `makePlan` takes. */
  get rankings(): Rankings {
    return this.#rankings;
  }

  /** Times whatever is contested in a graph and not known. Throws 'aborted', and then keeps what was timed before. */
  async tune(
    graph: Graph,
    signal?: AbortSignal,
    progress?: (done: number, total: number) => void,
  ): Promise<void> {
    const options = this.#options;
    if (!options) return;
    this.#opened ??= this.#open(options);
    await this.#opened;
    const known = options.again ? noRankings : this.#rankings;
    const open = contested(graph, this.#device.caps).filter(
      ({ key, names }) => !covers(known.get(key), names),
    );
    const fresh = new Map<string, Ranking>();
    try {
      for (const [done, { family, problem, key }] of open.entries()) {
        progress?.(done, open.length);
        const report = await rank(this.#device, family, problem, signal);
        fresh.set(key, { kernels: report.kernels, refused: report.refused });
        this.#tell(options, report);
      }
    } finally {
      this.#rankings = merged(this.#rankings, fresh);
      if (fresh.size > 0) await this.#keep(options, fresh);
    }
    if (open.length > 0) progress?.(open.length, open.length);
  }

  async #open(options: TuneOptions): Promise<void> {
    const kept = await this.#read(options);
    this.#rankings = merged(this.#rankings, kept?.get(adapterName(this.#device)) ?? noRankings);
  }

  async #read({ store, onWarning }: TuneOptions): Promise<Archive | undefined> {
    try {
      const text = await store?.load();
      return text === undefined ? undefined : readArchive(text);
    } catch (cause) {
      this.#writable = false;
      const code = cause instanceof RoentgenError ? cause.code : 'file';
      const what = cause instanceof Error ? cause.message : String(cause);
      const hint = 'delete it, or name another place; until then nothing is kept';
      onWarning?.(new RoentgenError(code, `${store?.name}: ${what}; it is left as it is`, { cause, hint }));
      return undefined;
    }
  }

  /** Adds to what is there by now, which may be more than when it was opened. */
  async #keep(options: TuneOptions, fresh: Rankings): Promise<void> {
    const { store, onWarning } = options;
    if (!store || !this.#writable) return;
    const kept = (await this.#read(options)) ?? new Map();
    if (!this.#writable) return;
    try {
      await store.save(writeArchive(withRankings(kept, adapterName(this.#device), fresh)));
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      onWarning?.(new RoentgenError('file', `tunings cannot be kept in ${store.name}: ${what}`, { cause }));
    }
  }

  #tell({ onReport, onWarning }: TuneOptions, report: RankReport): void {
    onReport?.(report);
    for (const [kernel, why] of Object.entries(report.reasons)) {
      const hint = 'please report it: this adapter, the kernel and the problem';
      onWarning?.(
        new RoentgenError('device', `kernel ${kernel} is not used for ${report.key}: ${why}`, { hint }),
      );
    }
  }
}
