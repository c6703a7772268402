import { type DType, RoentgenError } from '@roentgen/kernels';
import { defaultShapes, quote, readModel } from '@roentgen/runtime';
import { quotedShape } from './inputs.ts';

/** A network to be timed: its bytes, and the shape of each input. */
export interface BenchModel {
  readonly name: string;
  /** Where the file lies, for peers that read it themselves; absent in a page. */
  readonly path?: string;
  readonly bytes: Uint8Array;
  readonly inputs: readonly {
    readonly name: string;
    readonly dtype: DType;
    readonly shape: readonly number[];
  }[];
}

/** A network's file, read. */
export interface ModelFile {
  /** The name of the file, without its folder. */
  readonly file: string;
  readonly path?: string;
  readonly bytes: Uint8Array;
}

/** Sizes to time a network at, for axes that it leaves open. */
export interface Sizes {
  readonly batch?: number;
  /** Of every open spatial axis. */
  readonly size?: number;
}

/**
 * Reads a model and settles the shapes that it is timed at: for open axes what `sizes` says, else what the network is quoted at, else
 * 1 for the batch and 64. Throws 'shape' where `sizes` asks for what the file fixes otherwise, and what `readModel` throws.
 */
export async function benchModel({ file, path, bytes }: ModelFile, sizes: Sizes = {}): Promise<BenchModel> {
  const model = await readModel(bytes, { name: file });
  const quoted = quotedShape(file);
  const inputs = [...defaultShapes(model)].map(([name, { type, assumed }]) => {
    const usual = quoted !== undefined && assumed.length > 0 ? quoted : type.shape;
    return { name, dtype: type.dtype, shape: sized(`${file}: ${quote(name)}`, usual, assumed, sizes) };
  });
  return { name: file.replace(/\.onnx$/, ''), bytes, inputs, ...(path === undefined ? {} : { path }) };
}

function sized(
  name: string,
  usual: readonly number[],
  open: readonly number[],
  { batch, size }: Sizes,
): readonly number[] {
  const asked = usual.map((_, axis) => (axis === 0 ? batch : axis > 1 ? size : undefined));
  const fixed = asked.findIndex(
    (extent, axis) => extent !== undefined && extent !== usual[axis] && !open.includes(axis),
  );
  if (fixed >= 0) {
    throw new RoentgenError(
      'shape',
      `${name} has axis ${fixed} fixed at ${usual[fixed]}, and ${asked[fixed]} is asked for`,
      { hint: `ask for another ${fixed === 0 ? 'batch' : 'size'} of networks only that leave it open` },
    );
  }
  return usual.map((extent, axis) => asked[axis] ?? extent);
}
