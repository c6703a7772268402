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

const typeName = ({ type }: OnnxValueInfo) =>
  type.kind === 'tensor' ? (type.dtype ?? 'any type') : `a ${type.kind}`;

/** One line of a comparison: what a system wants of a network, and what the file has. */
export interface ContractRow {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly fits: boolean;
}

interface Ends {
  readonly inputs: readonly OnnxValueInfo[];
  readonly output: OnnxValueInfo | undefined;
}

/** Old files list weights as inputs; those do not count. */
function endsOf({ graph }: OnnxModel, { outputName }: NetworkContract): Ends {
  const inputs = graph.inputs.filter(({ name }) => !graph.initializers.has(name));
  return { inputs, output: graph.outputs.find(({ name }) => name === outputName) ?? graph.outputs[0] };
}

const floats = 'float32 or float16';

function rowsOf(what: string, value: OnnxValueInfo, wanted: readonly (number | null)[]): ContractRow[] {
  const shape = shapeOf(value);
  return [
    { what: `${what} type`, wanted: floats, found: typeName(value), fits: isFloat(value) },
    { what: `${what} shape`, wanted: dims(wanted), found: dims(shape), fits: fits(shape, wanted) },
  ];
}

/** Holds a model against what a system wants, line by line. A batch fixed by the file fits. */
export function compareContract(model: OnnxModel, contract: NetworkContract): readonly ContractRow[] {
  const { inputs, output } = endsOf(model, contract);
  const names = inputs.map(({ name }) => quote(name)).join(', ') || 'none';
  return [
    { what: 'Inputs', wanted: 'one', found: names, fits: inputs.length === 1 },
    ...(inputs.length === 1 ? rowsOf('Input', inputs[0], [null, ...contract.input]) : []),
    ...(output === undefined
      ? [{ what: 'Outputs', wanted: 'one', found: 'none', fits: false }]
      : rowsOf('Output', output, [null, ...contract.output])),
  ];
}

/**
 * Checks that a model takes and gives what a system needs, whatever it calls them. Throws `model`, naming what is
 * wanted and what the file has. A batch fixed by the file is no reason to refuse.
 */
export function checkContract(model: OnnxModel, contract: NetworkContract): NetworkNames {
  const { inputs, output } = endsOf(model, contract);
  const [input] = inputs;
  if (output !== undefined && compareContract(model, contract).every((row) => row.fits)) {
    const batch = shapeOf(input)?.[0];
    return {
      input: input.name,
      output: output.name,
      batch: typeof batch === 'number' ? batch : null,
    };
  }
  throw new RoentgenError('model', `this model is no ${contract.system} network`, {
    hint:
      `wanted: one float input ${dims([null, ...contract.input])} and an output ${dims([null, ...contract.output])}; ` +
      `the file has inputs ${describe(inputs)} and outputs ${describe(model.graph.outputs)}`,
  });
}
