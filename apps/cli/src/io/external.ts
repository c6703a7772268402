import { realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import { fileError } from './failure.ts';
import { readInput } from './files.ts';

/**
 * Reads the files of weights beside a model (ONNX external data). Links are followed only within the model's folder:
 * a model that someone sent may not choose files elsewhere on the machine. Throws 'file'.
 */
export function besideModel(modelPath: string): (location: string) => Promise<Uint8Array> {
  return async (location) => {
    const folder = await real(dirname(modelPath));
    const path = await real(join(folder, ...location.split('/')));
    const way = relative(folder, path);
    if (way === '..' || way.startsWith(`..${sep}`)) {
      throw new RoentgenError(
        'file',
        `the model's weights '${location}' are a link that leaves the model's folder`,
        {
          hint: 'copy the file beside the model',
        },
      );
    }
    return readInput(path);
  };
}

async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw fileError(path, error);
  }
}
