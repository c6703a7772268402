import { RoentgenError, sizeOf, type TensorType } from '@roentgen/kernels';
import type { OnnxModel, OnnxValueInfo } from './onnx/model.ts';
import { quote } from './onnx/text.ts';
import { isOurs } from './ops/types.ts';

/*
 * What a model file declares about its inputs, outputs and values, against what is given and what follows.
 */

/** Checks the type that is given for an input. Throws 'usage', 'shape' or 'unsupported'. */
export function checkInput(declared: OnnxValueInfo, given: TensorType): void {
  const { name, type } = declared;
  const { dtype, shape } = tensorOf(declared);
  if (!isOurs(dtype))
    throw new RoentgenError('unsupported', `the model's input ${quote(name)} holds ${dtype}`);
  if (given.dtype !== dtype) {
    throw new RoentgenError(
      'usage',
      `the model's input ${quote(name)} is ${dtype}, and ${given.dtype} is given`,
    );
  }
  if (type.kind !== 'tensor' || shape === null) return;
  const fits =
    shape.length === given.shape.length &&
    shape.every((dim, axis) => typeof dim !== 'number' || dim === given.shape[axis]);
  if (!fits) {
    throw new RoentgenError(
      'shape',
      `the model's input ${quote(name)} is [${shape.map(dimText)}], and [${given.shape}] is given`,
      {
        hint: 'named and unknown sizes (?) may be any; the numbers are fixed by the model',
      },
    );
  }
}

function dimText(dim: number | string | null): string {
  return typeof dim === 'string' ? quote(dim).slice(1, -1) : String(dim ?? '?');
}

function tensorOf({ name, type }: OnnxValueInfo): {
  dtype: string;
  shape: readonly (number | string | null)[] | null;
} {
  if (type.kind !== 'tensor') {
    throw new RoentgenError('unsupported', `${quote(name)} is a ${type.kind}; only tensors are supported`);
  }
  if (type.dtype === null)
    throw new RoentgenError('model', `${quote(name)} has no element type`, {
      hint: 'the exporter is at fault: export the model again',
    });
  return { dtype: type.dtype, shape: type.shape };
}

/** Declarations are not trusted, but a number that contradicts what follows from the nodes is an error in the file. */
export function checkDeclared(
  { name, type }: OnnxValueInfo,
  derived: TensorType,
  role: 'output' | 'value',
): void {
  if (type.kind !== 'tensor') return;
  if (type.dtype !== null && type.dtype !== derived.dtype) {
    throw new RoentgenError(
      'model',
      `the model declares its ${role} ${quote(name)} as ${type.dtype}; its nodes make ${derived.dtype}`,
    );
  }
  const { shape } = derived;
  if (type.shape === null) return;
  const fits =
    type.shape.length === shape.length &&
    type.shape.every((dim, axis) => typeof dim !== 'number' || dim === shape[axis]);
  if (!fits) {
    throw new RoentgenError(
      'model',
      `the model declares its ${role} ${quote(name)} as [${type.shape.map(dimText)}]; its nodes make [${shape}]`,
      {
        hint: 'the exporter is at fault: onnx.shape_inference writes new declarations',
      },
    );
  }
}

/** An input's type with every open size settled, and the axes whose sizes were assumed. */
export interface AssumedInput {
  readonly type: TensorType;
  readonly assumed: readonly number[];
}

/** What sizes to assume where a model leaves them open. */
export interface Assumptions {
  /** Whole shapes, by the names of inputs; whether they fit what is declared, the import checks. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  /** By the names that the model gives to sizes. */
  readonly sizes?: ReadonlyMap<string, number>;
  /** For any other axis but the first, which is taken for the batch and is 1; 64 unless given. */
  readonly open?: number;
}

/** Shapes of a model's inputs for inspecting it before any data is there. Throws 'model' and 'unsupported' as `importModel`. */
export function defaultShapes(
  model: OnnxModel,
  { shapes = {}, sizes = new Map(), open = 64 }: Assumptions = {},
): ReadonlyMap<string, AssumedInput> {
  const found = new Map<string, AssumedInput>();
  for (const declared of model.graph.inputs) {
    const { name } = declared;
    if (model.graph.initializers.has(name)) continue;
    const { dtype, shape } = tensorOf(declared);
    if (!isOurs(dtype))
      throw new RoentgenError('unsupported', `the model's input ${quote(name)} holds ${dtype}`);
    if (Object.hasOwn(shapes, name)) {
      found.set(name, { type: { dtype, shape: shapes[name] }, assumed: [] });
      continue;
    }
    if (shape === null)
      throw new RoentgenError('usage', `the model leaves the rank of its input ${quote(name)} open`, {
        hint: 'give its shape',
      });
    const assumed = shape.flatMap((dim, axis) => (typeof dim === 'number' ? [] : [axis]));
    const settled = shape.map((dim, axis) =>
      typeof dim === 'number'
        ? dim
        : ((dim === null ? undefined : sizes.get(dim)) ?? (axis === 0 ? 1 : open)),
    );
    if (sizeOf(settled) > 2 ** 28)
      throw new RoentgenError('memory', `the model's input ${quote(name)} is [${settled}]`);
    found.set(name, { type: { dtype, shape: settled }, assumed });
  }
  return found;
}
