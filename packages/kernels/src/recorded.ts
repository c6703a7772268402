import type { DeviceCaps } from './core/kernel.ts';

const limits = {
  invocations: 1024,
  workgroupBytes: 32768,
  gridSide: 65535,
  bindingBytes: 2 ** 27,
  bufferBytes: 2 ** 32,
  uniformBytes: 65536,
  storageBuffers: 10,
};

/** Devices as they described themselves, so that the shaders each would get can be reviewed without it. */
export const recordedDevices: Readonly<Record<string, DeviceCaps>> = {
  lavapipe: {
    vendor: 'mesa',
    architecture: '',
    software: true,
    features: new Set(['f16', 'subgroups', 'timestamps']),
    subgroupLanes: 8,
    matrices: [],
    limits,
  },
  swiftshader: {
    vendor: 'google',
    architecture: 'swiftshader',
    software: true,
    features: new Set(['subgroups', 'timestamps']),
    subgroupLanes: 4,
    matrices: [],
    limits: { ...limits, workgroupBytes: 16384, invocations: 256, bufferBytes: 2 ** 30 },
  },
  nvidia: {
    vendor: 'nvidia',
    architecture: 'hopper',
    software: false,
    features: new Set(['f16', 'subgroups', 'timestamps']),
    subgroupLanes: 32,
    matrices: [
      { M: 16, N: 16, K: 16 },
      { M: 16, N: 8, K: 16 },
    ],
    limits: { ...limits, workgroupBytes: 49152, bindingBytes: 2 ** 31 - 4 },
  },
};
