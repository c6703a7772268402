import { basename } from 'node:path';
import { type DType, RoentgenError } from '@roentgen/kernels';
import { type OnnxDim, type OnnxModel, quote, readModel } from '@roentgen/runtime';
import { besideModel } from './io/external.ts';
import { readInput } from './io/files.ts';

/** A model file and what is in it. */
export interface ModelFile {
  readonly bytes: Uint8Array;
  readonly model: OnnxModel;
}

/** Reads a model with its weights. Throws RoentgenError as `readModel` does, and 'file' for files that cannot be read. */
export async function openModel(path: string): Promise<ModelFile> {
  const bytes = await readInput(path);
  const model = await readModel(bytes, { name: `'${basename(path)}'`, external: besideModel(path) });
  return { bytes, model };
}

/** What a model declares of one of its inputs. */
export interface DeclaredInput {
  readonly name: string;
  readonly dtype: DType;
  /** Null where even the rank is open. */
  readonly shape: readonly OnnxDim[] | null;
  /** The model holds a value for it, used when none is given. */
  readonly optional: boolean;
}

const OURS: ReadonlySet<string> = new Set([
  'float32',
  'float16',
  'float64',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint64',
  'uint32',
  'uint16',
  'uint8',
  'bool',
] satisfies DType[]);

/** The inputs of a model, before it is compiled. Throws 'unsupported' for one that is no tensor of a type we compute with. */
export function declaredInputs(model: OnnxModel): DeclaredInput[] {
  return model.graph.inputs.map(({ name, type }) => {
    const dtype = type.kind === 'tensor' ? type.dtype : type.kind;
    if (type.kind !== 'tensor' || dtype === null || !OURS.has(dtype)) {
      throw new RoentgenError(
        'unsupported',
        `the model's input ${quote(name)} holds ${dtype ?? 'no type that it states'}`,
        {
          hint: 'only dense tensors of numbers and truth values can be given',
        },
      );
    }
    return { name, dtype: dtype as DType, shape: type.shape, optional: model.graph.initializers.has(name) };
  });
}
