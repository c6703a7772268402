import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import type { ModelFile } from '../models/model.ts';

/** The models of a folder whose name holds `filter`, in the order of their names. Throws 'file' where there is none. */
export async function modelsIn(folder: string, filter: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.onnx')).sort();
  const chosen = names.filter((name) => name.includes(filter)).map((name) => join(folder, name));
  if (chosen.length > 0) return chosen;
  throw new RoentgenError(
    'file',
    names.length === 0
      ? `no .onnx files in '${folder}'`
      : `no model in '${folder}' has '${filter}' in its name`,
    { hint: names.length === 0 ? 'name a folder with --models' : `there are ${names.join(', ')}` },
  );
}

/** Reads a model's file. */
export async function modelFile(path: string): Promise<ModelFile> {
  return { file: path.split(/[\\/]/).at(-1) ?? path, path, bytes: await readFile(path) };
}
