import { type HostArray, RoentgenError, sizeOf, type TensorType } from '@roentgen/kernels';
import type { Device } from '../device/device.ts';
import type { Executable } from '../device/executable.ts';
import { prepare } from '../device/prepare.ts';
import { sameShape } from '../graph/edit.ts';
import type { Graph } from '../graph/graph.ts';
import { specialise } from '../import.ts';
import type { OnnxModel } from '../onnx/index.ts';
import { allPasses, optimize } from '../passes/optimize.ts';
import { paybackOn } from '../passes/winograd.ts';
import { makePlan, type Plan } from '../plan/plan.ts';
import { browserStore } from '../tune/store.ts';
import { Tuner } from '../tune/tuner.ts';
import type { SessionOptions } from './options.ts';

/** Values of an input that are there before a plan is made, for shapes that depend on them. */
export type DataOf = (name: string) => HostArray | undefined;

/** A graph for certain shapes, and the inputs that these depend on with the data that it was made for. */
interface Specialised {
  readonly graph: Graph;
  readonly fixed: ReadonlyMap<string, HostArray>;
}

interface Prepared {
  readonly executable: Executable;
  readonly fixed: ReadonlyMap<string, HostArray>;
}

/** A model for inputs of these types on a device, imported and through the passes. */
function graphFor(
  model: OnnxModel,
  { caps }: Device,
  { dtype, without }: SessionOptions,
  types: ReadonlyMap<string, TensorType>,
  dataOf: DataOf,
): Specialised {
  const { graph, hostInputs } = specialise(model, types, dataOf);
  return {
    graph: optimize(graph, allPasses(caps, dtype, without, paybackOn(caps))),
    fixed: new Map(hostInputs.map((name) => [name, dataOf(name)!])),
  };
}

function tunerOf(device: Device, { tune = false }: SessionOptions): Tuner {
  if (tune === false) return new Tuner(device);
  return new Tuner(device, { store: browserStore(), ...(tune === true ? {} : tune) });
}

/** A model made ready to run on a device, for the last few shapes that it met. */
export class PreparedModel implements Disposable {
  readonly #model: OnnxModel;
  readonly #device: Device;
  readonly #options: SessionOptions;
  readonly #tuner: Tuner;
  readonly #disposal = new AbortController();
  /** Last used first. */
  #prepared: Prepared[] = [];
  #disposed = false;

  constructor(model: OnnxModel, device: Device, options: SessionOptions) {
    this.#model = model;
    this.#device = device;
    this.#options = options;
    this.#tuner = tunerOf(device, options);
  }

  /** The plan for inputs of these types, by what is known of kernels now; nothing is allocated on the GPU. */
  plan(types: ReadonlyMap<string, TensorType>, dataOf: DataOf): Plan {
    const { graph } = graphFor(this.#model, this.#device, this.#options, types, dataOf);
    return makePlan(graph, this.#device.caps, this.#tuner.rankings);
  }

  /** What runs inputs of these types, and this data where shapes depend on it; made now unless it is kept. */
  async executableFor(
    types: ReadonlyMap<string, TensorType>,
    dataOf: DataOf,
    signal?: AbortSignal,
  ): Promise<Executable> {
    const known = this.#prepared.find((each) => fits(each, types, dataOf));
    const used = known ?? (await this.#prepare(types, dataOf, signal));
    this.#prepared = [used, ...this.#prepared.filter((each) => each !== used)];
    for (const old of this.#prepared.splice(kept)) old.executable[Symbol.dispose]();
    return used.executable;
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    this.#disposal.abort();
    for (const { executable } of this.#prepared) executable[Symbol.dispose]();
    this.#prepared = [];
  }

  async #prepare(
    types: ReadonlyMap<string, TensorType>,
    dataOf: DataOf,
    signal: AbortSignal | undefined,
  ): Promise<Prepared> {
    const { onProgress } = this.#options;
    const { signal: disposal } = this.#disposal;
    onProgress?.({ stage: 'plan', done: 0, total: 1 });
    const { graph, fixed } = graphFor(this.#model, this.#device, this.#options, types, dataOf);
    const stop = signal ? AbortSignal.any([signal, disposal]) : disposal;
    await this.#tuner.tune(graph, stop, (done, total) => onProgress?.({ stage: 'tune', done, total }));
    const plan = makePlan(graph, this.#device.caps, this.#tuner.rankings);
    onProgress?.({ stage: 'plan', done: 1, total: 1 });
    const executable = await prepare(plan, this.#device, (stage, done, total) =>
      onProgress?.({ stage, done, total }),
    );
    if (!this.#disposed) return { executable, fixed };
    executable[Symbol.dispose]();
    throw new RoentgenError('aborted', 'the session was disposed while it was made ready');
  }
}

const kept = 4;

/** Whether a plan was made for these shapes and, where shapes depend on data, for this data. */
function fits(
  { executable, fixed }: Prepared,
  types: ReadonlyMap<string, TensorType>,
  dataOf: DataOf,
): boolean {
  const { inputs } = executable.plan;
  if (inputs.length + fixed.size !== types.size) return false;
  const sameShapes = inputs.every(({ name, type }) => {
    const given = types.get(name);
    return given !== undefined && sameShape(given.shape, type.shape);
  });
  return (
    sameShapes &&
    [...fixed].every(
      ([name, data]) => sameData(data, dataOf(name)) && sizeOf(types.get(name)?.shape ?? []) === data.length,
    )
  );
}

function sameData(a: HostArray, b: HostArray | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
