import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import { PEERS_REMEDY } from '../peers/remedy.ts';

/** Where the packages of the peers lie that run in Chrome. */
export interface InstalledPeers {
  /** The folder of ONNX Runtime Web's bytes. */
  readonly ort: string;
  /** The folders of TF.js's core and of its WebGPU backend. */
  readonly tfjsCore: string;
  readonly tfjsWebgpu: string;
}

const ENTRIES = {
  ort: 'onnxruntime-web/webgpu',
  tfjsCore: '@tensorflow/tfjs-core',
  tfjsWebgpu: '@tensorflow/tfjs-backend-webgpu',
} as const;

/** Looks the packages up where Node finds them. Throws 'file', with the command that adds them, where one is missing. */
export function findChromePeers(): InstalledPeers {
  const { resolve } = createRequire(import.meta.url);
  const folder = (entry: string) => {
    try {
      return dirname(resolve(entry));
    } catch (cause) {
      throw new RoentgenError('file', `${entry} is not installed, and nothing here needs it but --peers`, {
        cause,
        hint: `add the peers with ${PEERS_REMEDY}`,
      });
    }
  };
  return {
    ort: folder(ENTRIES.ort),
    tfjsCore: folder(ENTRIES.tfjsCore),
    tfjsWebgpu: folder(ENTRIES.tfjsWebgpu),
  };
}
