import { RoentgenError } from '@roentgen/kernels';
import type { OnnxModel, OnnxNode, OnnxTensor } from '@roentgen/runtime';
import { freshName, int64Constant, intsOf, newNode, readersOf, withGraph } from '../network/surgery.ts';

/** Where a network enlarges its last axis: three nodes from [n, r, h, w] to [n, 1, h, w * r]. */
export interface DepthShuffle {
  readonly nodes: readonly [split: OnnxNode, turn: OnnxNode, join: OnnxNode];
  readonly input: string;
  readonly output: string;
  readonly factor: number;
}

function constantInts(model: OnnxModel, name: string | undefined): readonly number[] | null {
  const tensor: OnnxTensor | undefined = model.graph.initializers.get(name ?? '');
  return tensor?.dtype === 'int64' ? Array.from(tensor.data, Number) : null;
}

function onlyReader(model: OnnxModel, value: string, op: string): OnnxNode | null {
  const readers = readersOf(model, value);
  return readers.length === 1 && readers[0].op === op ? readers[0] : null;
}

/** Reads one Reshape as the beginning of a shuffle with one channel: its target is [n, 1, r, h, w]. */
function shuffleFrom(model: OnnxModel, split: OnnxNode): DepthShuffle | null {
  const target = constantInts(model, split.inputs[1]);
  if (target?.length !== 5 || target[1] !== 1) return null;
  const turn = onlyReader(model, split.outputs[0], 'Transpose');
  if (turn === null || intsOf(turn, 'perm')?.join() !== '0,1,3,4,2') return null;
  const join = onlyReader(model, turn.outputs[0], 'Reshape');
  const joined = constantInts(model, join?.inputs[1]);
  const [, , factor, height, width] = target;
  if (join === null || joined?.length !== 4) return null;
  if (joined[1] !== 1 || joined[2] !== height || joined[3] !== width * factor) return null;
  return { nodes: [split, turn, join], input: split.inputs[0], output: join.outputs[0], factor };
}

/**
 * Finds a sub-pixel shuffle along the last axis, as PyTorch's dynamo exporter writes it with the example's sizes baked
 * in: Reshape [n, 1, r, h, w], Transpose [0, 1, 3, 4, 2], Reshape [n, 1, h, w * r]. Null where there is none.
 */
export function findDepthShuffle(model: OnnxModel): DepthShuffle | null {
  for (const node of model.graph.nodes) {
    const found = node.op === 'Reshape' ? shuffleFrom(model, node) : null;
    if (found) return found;
  }
  return null;
}

/**
 * Writes the shuffle of a depth network so that it takes any batch, height and width: Transpose to [n, h, w, r],
 * Reshape to [n, h, w * r] (zeros copy sizes, -1 is what is left), Unsqueeze to [n, 1, h, w * r]. The values stay what
 * they were. A model without a baked shuffle is returned as it is.
 */
export function rebuildDepthShuffle(model: OnnxModel): OnnxModel {
  const found = findDepthShuffle(model);
  if (found === null) return model;
  if ((model.opsets.get('') ?? 0) < 13)
    throw new RoentgenError('unsupported', 'the depth network has an opset below 13', {
      hint: 'export it with opset 13 or newer',
    });
  const name = (part: string) => freshName(model, `roentgen.shuffle.${part}`);
  const [last, flat] = [name('last'), name('flat')];
  const shape = int64Constant(name('shape'), [0, 0, -1]);
  const axes = int64Constant(name('axes'), [1]);
  const rebuilt = [
    newNode(model, 'Transpose', [found.input], last, { perm: [0, 2, 3, 1] }),
    newNode(model, 'Reshape', [last, shape.name], flat),
    newNode(model, 'Unsqueeze', [flat, axes.name], found.output),
  ];
  const nodes = model.graph.nodes.flatMap((node) => {
    if (node === found.nodes[0]) return rebuilt;
    return found.nodes.includes(node) ? [] : [node];
  });
  const initializers = new Map([
    ...model.graph.initializers,
    [shape.name, shape] as const,
    [axes.name, axes] as const,
  ]);
  return withGraph(model, { nodes, initializers });
}
