import { type DType, type HostArray, hostArray, sizeOf, type TensorType } from '@roentgen/kernels';
import type { Graph, Node } from '../../graph/graph.ts';
import { importModel } from '../../import.ts';
import { readModel } from '../../onnx/index.ts';
import { type AttributeSpec, encodeModel } from '../../onnx/testing/encode.ts';

/** A tensor for one operand: numbers counted up from 0 where none are given. */
export interface Operand {
  readonly dtype?: DType;
  readonly shape: readonly number[];
  readonly data?: readonly number[];
}

export interface OneNode {
  readonly op: string;
  readonly opset?: number;
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** Null is an optional operand left out. */
  readonly inputs: readonly (Operand | null)[];
  readonly outputs?: number;
}

function valuesOf({ dtype, shape, data }: Operand): HostArray {
  const values = hostArray(dtype ?? 'float32', sizeOf(shape));
  for (let i = 0; i < values.length; i++) values[i] = data ? data[i] : i;
  return values;
}

/** A model of one node, imported; with `known`, the operands are constants and so is the result. */
async function importOne(
  { op, opset = 18, attributes = {}, inputs, outputs = 1 }: OneNode,
  known: boolean,
): Promise<Graph> {
  const named = inputs.flatMap((operand, i) => (operand ? [{ name: `x${i}`, operand }] : []));
  const results = Array.from({ length: outputs }, (_, i) => `y${i}`);
  const bytes = encodeModel({
    opsets: { '': opset },
    inputs: named.map(({ name, operand }) => ({
      name,
      dtype: operand.dtype ?? 'float32',
      shape: operand.shape,
    })),
    outputs: results.map((name) => ({ name, dtype: 0, kind: 'none' as const })),
    nodes: [
      { op, attributes, inputs: inputs.map((operand, i) => (operand ? `x${i}` : '')), outputs: results },
    ],
  });
  const values = named.map(({ name, operand }) => {
    const type: TensorType = { dtype: operand.dtype ?? 'float32', shape: operand.shape };
    return [name, known ? { type, data: valuesOf(operand) } : { type }] as const;
  });
  return importModel(await readModel(bytes), new Map(values));
}

/** The results of one node whose operands are known. */
export async function fold(node: OneNode): Promise<{ type: TensorType; data: number[] }[]> {
  const graph = await importOne(node, true);
  return graph.outputs.map(({ value }) => ({
    type: graph.values.get(value)!.type,
    data: Array.from(graph.constants.get(value)!),
  }));
}

/** The operations that one node becomes when its operands are not known. */
export async function nodesOf(node: OneNode): Promise<readonly Node[]> {
  return (await importOne(node, false)).nodes;
}
