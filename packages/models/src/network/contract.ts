import { RoentgenError } from '@roentgen/kernels';
import { type OnnxModel, type OnnxValueInfo, quote } from '@roentgen/runtime';

/** What a system wants of a network with one picture as its input. */
export interface NetworkContract {
  /** The system, for messages. */
  readonly system: string;
  /** Channels, height and width of the input [n, channels, height, width]; null is any. */
  readonly input: readonly [channels: number, height: number | null, width: number | null];
  /** Shape of the output past the batch; null is any. */
  readonly output: readonly (number | null)[];
  /** Name of the output where the network has several; else the first is taken. */
  readonly outputName?: string;
}

/** The names that a network gives to what the contract is about. */
export interface NetworkNames {
  readonly input: string;
  readonly output: string;
  /** Pictures of a run where the file fixes their number. */
  readonly batch: number | null;
}

type Dim = number | string | null;

function shapeOf({ type }: OnnxValueInfo): readonly Dim[] | null {
  return type.kind === 'tensor' ? type.shape : null;
}

const dims = (shape: readonly Dim[] | null) =>
  shape === null ? '[any shape]' : `[${shape.map((dim) => dim ?? '?').join(', ')}]`;

const describe = (values: readonly OnnxValueInfo[]) =>
  values.map((value) => `${quote(value.name)} ${dims(shapeOf(value))}`).join(', ') || 'none';

/** An open size fits any, and so does a fixed one where anything is wanted. */
function fits(shape: readonly Dim[] | null, wanted: readonly (number | null)[]): boolean {
  if (shape === null) return true;
  const same = (dim: Dim, i: number) => typeof dim !== 'number' || wanted[i] === null || dim === wanted[i];
  return shape.length === wanted.length && shape.every(same);
}

const isFloat = ({ type }: OnnxValueInfo) =>
  type.kind === 'tensor' && (type.dtype === 'float32' || type.dtype === 'float16' || type.dtype === null);

/**
 * Checks that a model takes and gives what a system needs, whatever it calls them. Throws `model`, naming what is
 * wanted and what the file has. A batch fixed by the file is no reason to refuse.
 */
export function checkContract(model: OnnxModel, contract: NetworkContract): NetworkNames {
  const inputs = model.graph.inputs.filter(({ name }) => !model.graph.initializers.has(name));
  const { outputs } = model.graph;
  const wantedInput = [null, ...contract.input];
  const wantedOutput = [null, ...contract.output];
  const [input] = inputs;
  const output = outputs.find(({ name }) => name === contract.outputName) ?? outputs[0];
  const good =
    inputs.length === 1 &&
    output !== undefined &&
    isFloat(input) &&
    isFloat(output) &&
    fits(shapeOf(input), wantedInput) &&
    fits(shapeOf(output), wantedOutput);
  if (good) {
    const batch = shapeOf(input)?.[0];
    return {
      input: input.name,
      output: output.name,
      batch: typeof batch === 'number' ? batch : null,
    };
  }
  throw new RoentgenError('model', `this model is no ${contract.system} network`, {
    hint:
      `wanted: one float input ${dims(wantedInput)} and an output ${dims(wantedOutput)}; ` +
      `the file has inputs ${describe(inputs)} and outputs ${describe(outputs)}`,
  });
}
