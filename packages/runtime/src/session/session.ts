import { type DType, type HostArray, RoentgenError, sizeOf, type TensorType } from '@roentgen/kernels';
import { defaultShapes } from '../declared.ts';
import { type Device, openDevice } from '../device/device.ts';
import { type Executable, prepare } from '../device/executable.ts';
import { specialise } from '../import.ts';
import { type ExternalFiles, type OnnxDim, type OnnxModel, readModel } from '../onnx/index.ts';
import { allPasses, optimize } from '../passes/optimize.ts';
import { toHalf } from '../passes/to-half.ts';
import { makePlan, type Plan } from '../plan/plan.ts';
import { type RunOptions, runOnGpu, runToHost, throwIfAborted } from './execute.ts';
import { checkInputs, type Fed } from './inputs.ts';
import { download, filesBeside, type ModelSource } from './source.ts';
import type { GpuResult, GpuTensor, HostTensor, Tensor } from './tensors.ts';

/** What a model declares about an input or output; a size may be a name, or null where the file leaves it open. */
export interface ValueInfo {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: readonly OnnxDim[];
  /** The model holds a value for it, used when none is given. */
  readonly optional: boolean;
}

export interface LoadProgress {
  readonly stage: 'download' | 'read' | 'plan' | 'compile' | 'upload';
  readonly done: number;
  /** Undefined where it is not known. */
  readonly total: number | undefined;
}

export interface SessionOptions {
  /** `navigator.gpu`, or Dawn's in Node (`nodeGpu()` of @roentgen/runtime/node). */
  readonly gpu?: GPU;
  /** A device to share between sessions, instead of `gpu`; whoever opened it closes it. */
  readonly device?: Device;
  /** 'f16' holds weights and activations in half precision (sums stay in single); needs an adapter with shader-f16. */
  readonly dtype?: 'f32' | 'f16';
  /** Reads weights that the model keeps in files beside it; by default they are fetched where the model was fetched from. */
  readonly externalData?: ExternalFiles;
  /** Shapes of inputs to compile for while loading; otherwise models of fixed shape are compiled at once, others at their first run. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

interface Prepared {
  readonly executable: Executable;
  /** Inputs that shapes depend on, with the data that this plan was made for. */
  readonly fixed: ReadonlyMap<string, HostArray>;
}

const keptPlans = 4;

/**
 * A model on a GPU. Plans are made for the shapes of the inputs, and the last few kept. Runs of one session follow one another; when
 * the device is lost the runs in flight are rejected and the next one starts on a new device.
 */
export class Session implements Disposable {
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  readonly #model: OnnxModel;
  readonly #options: SessionOptions;
  #device: Device;
  #prepared: Prepared[] = [];
  #lost = false;
  #disposed = false;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(model: OnnxModel, options: SessionOptions, device: Device) {
    this.#model = model;
    this.#options = options;
    this.#device = device;
    this.inputs = model.graph.inputs.map((info) => valueInfo(info, model.graph.initializers.has(info.name)));
    this.outputs = model.graph.outputs.map((info) => valueInfo(info, false));
    this.#watch(device);
  }

  /**
   * Loads a model and, where its shapes are known, compiles it. Throws RoentgenError: 'format', 'model' and 'unsupported' for
   * files that cannot run (every missing operator is listed), 'device' without WebGPU, 'memory', 'aborted'.
   */
  static async create(source: ModelSource | OnnxModel, options: SessionOptions): Promise<Session> {
    const model = await loaded(source, options);
    throwIfAborted(options.signal);
    const device = options.device ?? (await openDevice(options.gpu));
    const session = new Session(model, options, device);
    try {
      await session.#compileAhead();
      return session;
    } catch (error) {
      session.dispose();
      throw error;
    }
  }

  /** The device that runs the model; another one after the first was lost. */
  get device(): Device {
    return this.#device;
  }

  /** Runs the model; outputs come back to the host. */
  run(
    inputs: Readonly<Record<string, HostTensor | GpuTensor>>,
    options: RunOptions = {},
  ): Promise<Record<string, Tensor>> {
    return this.#next(inputs, options, runToHost);
  }

  /** Runs the model; outputs stay on the GPU, in buffers of the session that hold them until the next run. */
  runOnGpu(
    inputs: Readonly<Record<string, HostTensor | GpuTensor>>,
    options: RunOptions = {},
  ): Promise<Record<string, GpuResult>> {
    return this.#next(inputs, options, runOnGpu);
  }

  /** The plan for inputs of these shapes; open sizes that are not given are taken as `defaultShapes` says. */
  plan(shapes: Readonly<Record<string, readonly number[]>> = {}): Plan {
    return planOf(this.#model, this.#typesFor(shapes), this.#device, this.#options.dtype, () => undefined)
      .plan;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const { executable } of this.#prepared) executable[Symbol.dispose]();
    this.#prepared = [];
    if (!this.#options.device) this.#device[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #watch(device: Device): void {
    void device.lost.then(() => {
      if (device === this.#device) this.#lost = true;
    });
  }

  #typesFor(shapes: Readonly<Record<string, readonly number[]>>): Map<string, TensorType> {
    const assumed = defaultShapes(this.#model);
    return new Map(
      [...assumed].map(([name, { type }]) => [
        name,
        Object.hasOwn(shapes, name) ? { ...type, shape: shapes[name] } : type,
      ]),
    );
  }

  /** Compiles before the first run where all sizes are known; also the place where a model of fixed shape shows its faults. */
  async #compileAhead(): Promise<void> {
    const { shapes } = this.#options;
    const open = this.inputs.some(
      ({ shape, name }) =>
        !(shapes && Object.hasOwn(shapes, name)) && shape.some((dim) => typeof dim !== 'number'),
    );
    const types = this.#typesFor(shapes ?? {});
    try {
      if (open) planOf(this.#model, types, this.#device, this.#options.dtype, () => undefined);
      else await this.#preparedFor(types, () => undefined);
    } catch (error) {
      // Shapes that depend on the data of inputs, or on sizes that were only assumed, are settled by the first run.
      const deferred =
        error instanceof RoentgenError &&
        (error.code === 'usage' || (open && (error.code === 'shape' || error.code === 'memory')));
      if (!deferred) throw error;
    }
  }

  async #next<R>(
    inputs: Readonly<Record<string, HostTensor | GpuTensor>>,
    options: RunOptions,
    run: (executable: Executable, fed: ReadonlyMap<string, Fed>, options: RunOptions) => Promise<R>,
  ): Promise<R> {
    const result = this.#queue.then(async () => {
      if (this.#disposed)
        throw new RoentgenError('usage', 'this session was disposed', { hint: 'create another' });
      throwIfAborted(options.signal);
      const fed = checkInputs(this.inputs, inputs);
      await this.#recover();
      const { executable } = await this.#executableFor(fed);
      return this.#guard(run(executable, fed, options));
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Opens a new device where the last one was lost; what was compiled and uploaded is made again. */
  async #recover(): Promise<void> {
    if (!this.#lost) return;
    if (!this.#options.gpu)
      throw new RoentgenError('device', 'the GPU device was lost', {
        hint: 'open another device and create the session again',
      });
    this.#prepared = [];
    this.#device = await openDevice(this.#options.gpu);
    this.#lost = false;
    this.#watch(this.#device);
  }

  /** Rejects with a typed error when the device is lost before the work is done. */
  async #guard<R>(work: Promise<R>): Promise<R> {
    const lost = this.#device.lost.then((info): never => {
      throw lostDevice(info);
    });
    lost.catch(() => undefined);
    try {
      return await Promise.race([work, lost]);
    } catch (error) {
      if (error instanceof RoentgenError || !this.#lost) throw error;
      throw lostDevice(await this.#device.lost);
    }
  }

  #executableFor(fed: ReadonlyMap<string, Fed>): Promise<Prepared> {
    const types = new Map([...fed].map(([name, { type }]) => [name, type]));
    return this.#preparedFor(types, (name) => {
      const value = fed.get(name);
      return value && 'values' in value ? value.values : undefined;
    });
  }

  async #preparedFor(
    types: ReadonlyMap<string, TensorType>,
    dataOf: (name: string) => HostArray | undefined,
  ): Promise<Prepared> {
    const known = this.#prepared.find((each) => fits(each, types, dataOf));
    if (known) return known;
    const { onProgress, dtype } = this.#options;
    onProgress?.({ stage: 'plan', done: 0, total: 1 });
    const { plan, fixed } = planOf(this.#model, types, this.#device, dtype, dataOf);
    onProgress?.({ stage: 'plan', done: 1, total: 1 });
    const executable = await prepare(plan, this.#device, (stage, done, total) =>
      onProgress?.({ stage, done, total }),
    );
    const made = { executable, fixed };
    this.#prepared.unshift(made);
    for (const old of this.#prepared.splice(keptPlans)) old.executable[Symbol.dispose]();
    return made;
  }
}

async function loaded(source: ModelSource | OnnxModel, options: SessionOptions): Promise<OnnxModel> {
  if (typeof source === 'object' && 'graph' in source) return source;
  const { onProgress, externalData } = options;
  const address = typeof source === 'string' || source instanceof URL ? source : undefined;
  const bytes =
    address === undefined
      ? new Uint8Array(source as Uint8Array | ArrayBuffer)
      : await download(
          address,
          (done, total) => onProgress?.({ stage: 'download', done, total }),
          options.signal,
        );
  onProgress?.({ stage: 'read', done: 0, total: bytes.length });
  const external = externalData ?? (address === undefined ? undefined : filesBeside(address));
  const model = await readModel(bytes, {
    ...(external ? { external } : {}),
    ...(address === undefined ? {} : { name: String(address) }),
  });
  onProgress?.({ stage: 'read', done: bytes.length, total: bytes.length });
  return model;
}

function planOf(
  model: OnnxModel,
  types: ReadonlyMap<string, TensorType>,
  device: Device,
  dtype: 'f32' | 'f16' | undefined,
  dataOf: (name: string) => HostArray | undefined,
): { plan: Plan; fixed: ReadonlyMap<string, HostArray> } {
  if (dtype === 'f16' && !device.caps.features.has('f16')) {
    throw new RoentgenError('unsupported', 'half precision needs an adapter with shader-f16', {
      hint: "use dtype 'f32'",
    });
  }
  const { graph, hostInputs } = specialise(model, types, dataOf);
  const passes = allPasses(device.caps);
  const optimized = optimize(
    graph,
    dtype === 'f16' ? [...passes.slice(0, -1), toHalf, ...passes.slice(-1)] : passes,
  );
  return {
    plan: makePlan(optimized, device.caps),
    fixed: new Map(hostInputs.map((name) => [name, dataOf(name)!])),
  };
}

/** Whether a plan was made for these shapes and, where shapes depend on data, for this data. */
function fits(
  { executable, fixed }: Prepared,
  types: ReadonlyMap<string, TensorType>,
  dataOf: (name: string) => HostArray | undefined,
): boolean {
  const { inputs } = executable.plan;
  if (inputs.length + fixed.size !== types.size) return false;
  const sameShapes = inputs.every(({ name, type }) => {
    const given = types.get(name);
    return (
      given !== undefined &&
      given.shape.length === type.shape.length &&
      given.shape.every((extent, axis) => extent === type.shape[axis])
    );
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

function valueInfo(info: OnnxModel['graph']['inputs'][number], optional: boolean): ValueInfo {
  const { name, type } = info;
  const known = type.kind === 'tensor' ? type : { dtype: null, shape: null };
  return { name, dtype: (known.dtype ?? 'float32') as DType, shape: known.shape ?? [], optional };
}

function lostDevice(info: GPUDeviceLostInfo): RoentgenError {
  return new RoentgenError(
    'device',
    `the GPU device was lost (${info.reason || 'unknown'}: ${info.message || 'no reason given'})`,
    {
      hint: 'run again: the next run starts on a new device',
    },
  );
}
