import { RoentgenError, type TensorType } from '@roentgen/kernels';
import { defaultShapes } from '../declared.ts';
import { type Device, openDevice } from '../device/device.ts';
import type { Executable } from '../device/executable.ts';
import type { OnnxModel } from '../onnx/index.ts';
import { checkPassNames } from '../passes/optimize.ts';
import type { Plan } from '../plan/plan.ts';
import { type RunOptions, runOnGpu, runToHost } from './execute.ts';
import { checkInputs, checkNames, type Fed } from './inputs.ts';
import { type SessionOptions, type ValueInfo, valueInfo } from './options.ts';
import { PreparedModel } from './prepared.ts';
import { throwIfAborted, WorkQueue } from './queue.ts';
import { loadModel, type ModelSource } from './source.ts';
import type { GpuResult, GpuTensor, HostTensor, Tensor } from './tensors.ts';

type Shapes = Readonly<Record<string, readonly number[]>>;
type Inputs = Readonly<Record<string, HostTensor | GpuTensor>>;

const noData = () => undefined;

/**
 * A model on a GPU. Plans are made for the shapes of the inputs, and the last few kept. Runs of one session follow one another, in
 * the order of the calls; arrays and buffers are read when a run's turn comes, so leave them as they are until it resolves. When the
 * device is lost the run in progress is rejected and the next one starts on a new device.
 */
export class Session implements Disposable {
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  readonly #model: OnnxModel;
  readonly #options: SessionOptions;
  readonly #queue = new WorkQueue();
  #device: Device;
  #prepared: PreparedModel;
  #lost: GPUDeviceLostInfo | undefined;
  #unwatch: () => void;
  /** Whether the device was opened here, and is closed here. */
  #owned: boolean;
  #disposed = false;

  private constructor(model: OnnxModel, options: SessionOptions, device: Device) {
    this.#model = model;
    this.#options = options;
    this.#device = device;
    this.#owned = device !== options.device;
    this.#prepared = new PreparedModel(model, device, options);
    this.inputs = model.graph.inputs.map((info) => valueInfo(info, model.graph.initializers.has(info.name)));
    this.outputs = model.graph.outputs.map((info) => valueInfo(info, false));
    this.#unwatch = this.#watch();
  }

  /**
   * Loads a model and, where its shapes are known, compiles it. Throws RoentgenError: 'format', 'model' and 'unsupported' for
   * files that cannot run (every missing operator is listed), before anything is allocated on the GPU; 'usage' for shapes of
   * inputs that the model lacks and for passes that there are not, 'device' without WebGPU, 'memory', 'file', 'aborted'.
   */
  static async create(source: ModelSource | OnnxModel, options: SessionOptions = {}): Promise<Session> {
    checkPassNames(options.without ?? []);
    const model = await loadModel(source, options);
    throwIfAborted(options.signal);
    const device = options.device ?? (await openDevice(options.gpu ?? globalThis.navigator?.gpu));
    const session = new Session(model, options, device);
    try {
      await session.#work(() => session.#compileAhead(), options.signal);
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

  /**
   * Runs the model; outputs come back to the host. Throws RoentgenError: 'usage' for names and types that do not fit, 'shape',
   * 'value' for integers beyond 32 bits, 'memory' naming the tensor, 'device' when it was lost, 'aborted'.
   */
  run(inputs: Inputs, options: RunOptions = {}): Promise<Record<string, Tensor>> {
    return this.#run(inputs, options, runToHost);
  }

  /** Runs the model; outputs stay on the GPU, in buffers of the session that hold them until its next run. Throws as `run`. */
  runOnGpu(inputs: Inputs, options: RunOptions = {}): Promise<Record<string, GpuResult>> {
    return this.#run(inputs, options, runOnGpu);
  }

  /** The plan for inputs of these shapes; open sizes that are not given are taken as `defaultShapes` says. */
  plan(shapes: Shapes = {}): Plan {
    const types = this.#typesFor(shapes);
    return this.#prepared.plan(types, noData);
  }

  /** Gives everything back to the GPU now; runs that are not over are rejected ('aborted'), later ones too ('usage'). */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#queue.close(
      new RoentgenError('aborted', 'the session was disposed before the run was over'),
      new RoentgenError('usage', 'this session was disposed', { hint: 'create another' }),
    );
    this.#unwatch();
    this.#prepared[Symbol.dispose]();
    if (this.#owned) this.#device[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** Listens for the loss of the device; gives back how to stop. */
  #watch(): () => void {
    return this.#device.onLost((info) => {
      this.#lost = info;
      this.#queue.interrupt(lostDevice(info));
    });
  }

  #typesFor(shapes: Shapes): Map<string, TensorType> {
    checkNames(this.inputs, shapes);
    const assumed = defaultShapes(this.#model, { shapes });
    return new Map([...assumed].map(([name, { type }]) => [name, type]));
  }

  /** Compiles before the first run where all sizes are known; otherwise still plans, so that a model that cannot run shows it now. */
  async #compileAhead(): Promise<void> {
    const { shapes = {}, signal } = this.#options;
    checkNames(this.inputs, shapes);
    const open = this.inputs.some(
      ({ shape, name, optional }) =>
        !optional && !Object.hasOwn(shapes, name) && shape.some((dim) => typeof dim !== 'number'),
    );
    try {
      const types = this.#typesFor(shapes);
      if (open) this.#prepared.plan(types, noData);
      else await this.#prepared.executableFor(types, noData, signal);
    } catch (error) {
      // Shapes that depend on the data of inputs, or on sizes that were only assumed, are settled by the first run.
      const deferred =
        error instanceof RoentgenError &&
        (error.code === 'usage' || (open && (error.code === 'shape' || error.code === 'memory')));
      if (!deferred) throw error;
    }
  }

  async #run<R>(
    inputs: Inputs,
    options: RunOptions,
    run: (executable: Executable, fed: ReadonlyMap<string, Fed>, options: RunOptions) => Promise<R>,
  ): Promise<R> {
    const fed = checkInputs(this.inputs, inputs);
    const types = new Map([...fed].map(([name, { type }]) => [name, type]));
    const dataOf = (name: string) => {
      const value = fed.get(name);
      return value && 'values' in value ? value.values : undefined;
    };
    return this.#work(
      async () => run(await this.#prepared.executableFor(types, dataOf, options.signal), fed, options),
      options.signal,
    );
  }

  /** Does GPU work when its turn comes, on a device that is there; what fails because the device is lost says so. */
  #work<R>(work: () => Promise<R>, signal: AbortSignal | undefined): Promise<R> {
    return this.#queue.add(async () => {
      await this.#recover();
      try {
        return await work();
      } catch (error) {
        if (error instanceof RoentgenError && error.code !== 'device') throw error;
        // Promises of a lost device may reject a turn before it says that it is lost.
        await new Promise((resolve) => setTimeout(resolve));
        throw this.#lost ? lostDevice(this.#lost) : error;
      }
    }, signal);
  }

  /** Opens a new device where the last one was lost; what was compiled and uploaded is made again. */
  async #recover(): Promise<void> {
    if (!this.#lost) return;
    const gpu = this.#options.gpu ?? (this.#owned ? globalThis.navigator?.gpu : undefined);
    if (!gpu)
      throw new RoentgenError('device', 'the GPU device was lost', {
        hint: 'open another device and create the session again',
      });
    const device = await openDevice(gpu);
    if (this.#disposed) {
      device[Symbol.dispose]();
      throw new RoentgenError('aborted', 'the session was disposed before the run was over');
    }
    this.#prepared[Symbol.dispose]();
    this.#device = device;
    this.#owned = true;
    this.#lost = undefined;
    this.#prepared = new PreparedModel(this.#model, device, this.#options);
    this.#unwatch();
    this.#unwatch = this.#watch();
  }
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
