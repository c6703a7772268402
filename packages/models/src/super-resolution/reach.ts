import { RoentgenError } from '@roentgen/kernels';
import type { OnnxModel, OnnxNode } from '@roentgen/runtime';
import { intOf, intsOf } from '../network/surgery.ts';
import { findDepthShuffle } from './shuffle.ts';

/** How far an output sample looks, and how much finer its grid is, along rows and columns of the picture. */
export interface Reach {
  /** Input pixels that matter on either side, rounded up. */
  readonly halo: readonly [rows: number, columns: number];
  readonly scale: readonly [rows: number, columns: number];
}

interface Seen {
  readonly halo: readonly [number, number];
  readonly scale: readonly [number, number];
}

function refuse(node: OnnxNode, why: string): RoentgenError {
  return new RoentgenError('unsupported', `${node.op} '${node.name}': ${why}`, {
    node: node.name,
    hint: 'super-resolution networks are stride-1 convolutions, elementwise operators and sub-pixel shuffles',
  });
}

/** Elementwise operators: a sample looks as far as the operand that looks farthest. */
function widest(node: OnnxNode, inputs: readonly Seen[]): Seen {
  const [first] = inputs;
  if (inputs.some(({ scale }) => scale.join() !== first.scale.join()))
    throw refuse(node, 'joins grids of different scale');
  const along = (axis: 0 | 1) => Math.max(...inputs.map(({ halo }) => halo[axis]));
  return { halo: [along(0), along(1)], scale: first.scale };
}

/** A same-padded convolution looks (k - 1) / 2 samples farther, each 1 / scale of an input pixel. */
function afterConv(model: OnnxModel, node: OnnxNode, { halo, scale }: Seen): Seen {
  const kernel = intsOf(node, 'kernel_shape') ?? model.graph.initializers.get(node.inputs[1])?.dims.slice(2);
  if (kernel?.length !== 2) throw refuse(node, 'is not two-dimensional');
  if (intsOf(node, 'strides')?.some((stride) => stride !== 1)) throw refuse(node, 'has a stride');
  const dilations = intsOf(node, 'dilations') ?? [1, 1];
  const along = (axis: 0 | 1) => halo[axis] + (((kernel[axis] - 1) / 2) * dilations[axis]) / scale[axis];
  return { halo: [along(0), along(1)], scale };
}

const elementwise = new Set([
  'Relu',
  'Add',
  'Identity',
  'Mul',
  'Clip',
  'LeakyRelu',
  'PRelu',
  'Sigmoid',
  'Tanh',
]);

function afterNode(model: OnnxModel, node: OnnxNode, inputs: readonly Seen[]): Seen {
  if (node.op === 'Conv') return afterConv(model, node, inputs[0]);
  if (elementwise.has(node.op)) return widest(node, inputs);
  if (node.op !== 'DepthToSpace') throw refuse(node, 'is not known to keep pixels in their places');
  const block = intOf(node, 'blocksize', 1);
  const [{ halo, scale }] = inputs;
  return { halo, scale: [scale[0] * block, scale[1] * block] };
}

/**
 * What a fully convolutional super-resolution network looks at, from its nodes: the 10 convolutions of Georgescu et
 * al. give a halo of 6 + 4 / r pixels along an axis enlarged r times, and of 10 along one that is not. Tiles cut with
 * that halo give the very values of the whole picture. Throws `unsupported` for an operator that could look anywhere.
 */
export function reachOf(model: OnnxModel, input: string, output: string): Reach {
  const shuffle = findDepthShuffle(model);
  const seen = new Map<string, Seen>([[input, { halo: [0, 0], scale: [1, 1] }]]);
  for (const node of model.graph.nodes) {
    if (shuffle?.nodes.includes(node)) {
      const before = seen.get(shuffle.input);
      if (before && node === shuffle.nodes[2])
        seen.set(shuffle.output, {
          ...before,
          scale: [before.scale[0], before.scale[1] * shuffle.factor],
        });
      continue;
    }
    const inputs = node.inputs.flatMap((name) => seen.get(name) ?? []);
    if (inputs.length > 0) for (const name of node.outputs) seen.set(name, afterNode(model, node, inputs));
  }
  const found = seen.get(output);
  if (!found) throw new RoentgenError('model', `the output '${output}' does not follow from '${input}'`);
  return { halo: [Math.ceil(found.halo[0]), Math.ceil(found.halo[1])], scale: found.scale };
}
