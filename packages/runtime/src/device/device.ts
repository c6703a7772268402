import { type DeviceCaps, type KernelInstance, RoentgenError } from '@roentgen/kernels';

const wantedFeatures: readonly GPUFeatureName[] = ['shader-f16', 'subgroups', 'timestamp-query'];
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

  constructor(gpu: GPUDevice, info: GPUAdapterInfo) {
    this.gpu = gpu;
    this.info = info;
    this.caps = capsOf(gpu, info);
  }

  /** Resolves when the device is lost, with the reason. */
  get lost(): Promise<GPUDeviceLostInfo> {
    return this.gpu.lost;
  }

  compile(kernel: KernelInstance): Promise<Compiled> {
    const key = kernel.source.text;
    let compiled = this.#compiled.get(key);
    if (!compiled) {
      compiled = compile(this.gpu, kernel);
      this.#compiled.set(key, compiled);
    }
    return compiled;
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
  const device = await adapter.requestDevice({ requiredFeatures, requiredLimits, label: 'roentgen' });
  return new Device(device, adapter.info);
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
    limits: {
      invocations: gpu.limits.maxComputeInvocationsPerWorkgroup,
      workgroupBytes: gpu.limits.maxComputeWorkgroupStorageSize,
      gridSide: gpu.limits.maxComputeWorkgroupsPerDimension,
      bindingBytes: gpu.limits.maxStorageBufferBindingSize,
      uniformBytes: gpu.limits.maxUniformBufferBindingSize,
      storageBuffers: gpu.limits.maxStorageBuffersPerShaderStage,
    },
  };
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
  const layout = layoutOf(gpu, kernel);
  const module = gpu.createShaderModule({ label: file, code: text });
  try {
    const pipeline = await gpu.createComputePipelineAsync({
      label: kernel.name,
      layout: gpu.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module, entryPoint: 'main' },
    });
    return { pipeline, layout };
  } catch (cause) {
    const { messages } = await module.getCompilationInfo();
    const lines = messages
      .filter((m) => m.type === 'error')
      .map((m) => `${file}:${m.lineNum}:${m.linePos} ${m.message}`);
    const detail = lines.length > 0 ? lines.join('\n') : String(cause);
    throw new RoentgenError('device', `kernel ${kernel.name} does not compile:\n${detail}`, { cause });
  }
}
