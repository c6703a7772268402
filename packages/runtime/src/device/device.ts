import { type DeviceCaps, type KernelInstance, type MatrixUnit, RoentgenError } from '@roentgen/kernels';
import { napping } from './napping.ts';
import { watched } from './watched.ts';

/** Dawn's products of matrices by a subgroup: experimental, and there only where unsafe APIs are allowed. */
const matrixFeature = 'chromium-experimental-subgroup-matrix';
const wantedFeatures = ['shader-f16', 'subgroups', 'timestamp-query', matrixFeature] as GPUFeatureName[];
const wantedLimits = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxUniformBufferBindingSize',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBuffersPerShaderStage',
] as const;

/** A compiled kernel: one for every distinct shader text. */
export interface Compiled {
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

/**
 * A GPU device that compiles kernels. Pipelines are kept by the final text of their shader, so layers that
 * differ only in sizes share one.
 */
export class Device implements Disposable {
  readonly gpu: GPUDevice;
  readonly caps: DeviceCaps;
  readonly info: GPUAdapterInfo;
  readonly #compiled = new Map<string, Promise<Compiled>>();
  readonly #listeners = new Set<(info: GPUDeviceLostInfo) => void>();

  constructor(gpu: GPUDevice, info: GPUAdapterInfo) {
    this.gpu = gpu;
    this.info = info;
    this.caps = capsOf(gpu, info);
    void gpu.lost.then((why) => {
      for (const listener of this.#listeners) listener(why);
    });
  }

  /** Resolves when the device is lost, with the reason. */
  get lost(): Promise<GPUDeviceLostInfo> {
    return this.gpu.lost;
  }

  /** Calls `listener` when the device is lost; gives back how to stop listening, so that a shared device keeps no session alive. */
  onLost(listener: (info: GPUDeviceLostInfo) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The pipeline of a kernel, compiled once for each text; RoentgenError('device') with file and line of what is wrong. */
  compile(kernel: KernelInstance): Promise<Compiled> {
    const key = kernel.source.text;
    let compiled = this.#compiled.get(key);
    if (!compiled) {
      compiled = compile(this.gpu, kernel);
      this.#compiled.set(key, compiled);
      compiled.catch(() => this.#compiled.delete(key));
    }
    return compiled;
  }

  /** Waits for work of the GPU; on a software adapter, which works on the same cores, without taking one for it. */
  awaited<T>(work: Promise<T>): Promise<T> {
    return this.caps.software ? napping(work) : work;
  }

  /** How many distinct shaders were compiled. */
  get pipelines(): number {
    return this.#compiled.size;
  }

  [Symbol.dispose](): void {
    this.gpu.destroy();
  }
}

/** Asks `gpu` for an adapter and opens a device with every optional feature and the largest limits it has. */
export async function openDevice(
  gpu: GPU | undefined,
  powerPreference: GPUPowerPreference = 'high-performance',
): Promise<Device> {
  if (!gpu) {
    throw new RoentgenError('device', 'this environment has no WebGPU', {
      hint: 'use a current Chrome or Edge on a secure page (https or localhost); in Node hand in Dawn (`nodeGpu()` of @roentgen/runtime/node)',
    });
  }
  const adapter = await gpu.requestAdapter({ powerPreference });
  if (!adapter) {
    throw new RoentgenError('device', 'WebGPU is here, but no adapter', {
      hint: 'switch on graphics acceleration (chrome://gpu says why it is off); on Linux without a GPU install a Vulkan driver such as mesa-vulkan-drivers',
    });
  }
  const requiredLimits = Object.fromEntries(
    wantedLimits.map((name) => [name, adapter.limits[name] as number]),
  );
  const requiredFeatures = wantedFeatures.filter((name) => adapter.features.has(name));
  try {
    const device = await adapter.requestDevice({ requiredFeatures, requiredLimits, label: 'roentgen' });
    return new Device(device, adapter.info);
  } catch (cause) {
    throw new RoentgenError('device', `the adapter ${adapter.info.description} gives no device: ${cause}`, {
      cause,
      hint: 'close other pages that use the GPU, and try again',
    });
  }
}

function capsOf(gpu: GPUDevice, info: GPUAdapterInfo): DeviceCaps {
  const features = new Set<'f16' | 'subgroups' | 'timestamps'>();
  if (gpu.features.has('shader-f16')) features.add('f16');
  if (gpu.features.has('subgroups')) features.add('subgroups');
  if (gpu.features.has('timestamp-query')) features.add('timestamps');
  return {
    vendor: info.vendor,
    architecture: info.architecture,
    software: isSoftware(info),
    features,
    subgroupLanes: features.has('subgroups') ? (info.subgroupMinSize ?? 4) : 1,
    matrices: features.has('f16') && gpu.features.has(matrixFeature) ? matricesOf(info) : [],
    limits: {
      invocations: gpu.limits.maxComputeInvocationsPerWorkgroup,
      workgroupBytes: gpu.limits.maxComputeWorkgroupStorageSize,
      gridSide: gpu.limits.maxComputeWorkgroupsPerDimension,
      bindingBytes: gpu.limits.maxStorageBufferBindingSize,
      bufferBytes: gpu.limits.maxBufferSize,
      uniformBytes: gpu.limits.maxUniformBufferBindingSize,
      storageBuffers: gpu.limits.maxStorageBuffersPerShaderStage,
    },
  };
}

/** A configuration of Dawn's experimental extension, which the types of WebGPU do not have. */
interface MatrixConfig extends MatrixUnit {
  readonly componentType: string;
  readonly resultComponentType: string;
}

/** Units that take f16 and add up in f32, on adapters whose subgroups are all of one size: the kernels count on it. */
export function matricesOf(info: GPUAdapterInfo): readonly MatrixUnit[] {
  const { subgroupMatrixConfigs = [] } = info as { subgroupMatrixConfigs?: readonly MatrixConfig[] };
  if (info.subgroupMinSize !== info.subgroupMaxSize) return [];
  return [...subgroupMatrixConfigs]
    .filter((one) => one.componentType === 'f16' && one.resultComponentType === 'f32')
    .map(({ M, N, K }) => ({ M, N, K }));
}

/** Whether an adapter computes on the CPU (SwiftShader, lavapipe, WARP). */
export function isSoftware(info: GPUAdapterInfo): boolean {
  const names = `${info.vendor} ${info.architecture} ${info.device} ${info.description}`;
  return (
    info.isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe|softpipe|warp|basic render/i.test(names)
  );
}

function layoutOf(gpu: GPUDevice, kernel: KernelInstance): GPUBindGroupLayout {
  const entry = (binding: number, type: GPUBufferBindingType): GPUBindGroupLayoutEntry => ({
    binding,
    visibility: 4, // GPUShaderStage.COMPUTE, a global that Node lacks
    buffer: { type },
  });
  const buffers = kernel.bindings.map((b) =>
    entry(b.index, b.access === 'read' ? 'read-only-storage' : 'storage'),
  );
  const tables = (kernel.tables ?? []).map((t) => entry(t.index, 'read-only-storage'));
  return gpu.createBindGroupLayout({
    label: kernel.name,
    entries: [...buffers, ...tables, entry(kernel.params.index, 'uniform')],
  });
}

async function compile(gpu: GPUDevice, kernel: KernelInstance): Promise<Compiled> {
  const { text, file } = kernel.source;
  const made = watched(gpu, ['validation'], () => {
    const layout = layoutOf(gpu, kernel);
    const module = gpu.createShaderModule({ label: file, code: text });
    return { layout, module, pipelineLayout: gpu.createPipelineLayout({ bindGroupLayouts: [layout] }) };
  });
  const { layout, module, pipelineLayout } = made.value;
  try {
    const compute = { module, entryPoint: 'main' };
    const pipeline = await gpu.createComputePipelineAsync({
      label: kernel.name,
      layout: pipelineLayout,
      compute,
    });
    return { pipeline, layout };
  } catch (cause) {
    const { messages } = await module.getCompilationInfo();
    const lines = messages
      .filter((m) => m.type === 'error')
      .map((m) => `${file}:${m.lineNum}:${m.linePos} ${m.message}`);
    const detail = lines.length > 0 ? lines.join('\n') : ((await made.fault)?.message ?? String(cause));
    throw new RoentgenError('device', `kernel ${kernel.name} (${file}) does not compile:\n${detail}`, {
      cause,
    });
  }
}
