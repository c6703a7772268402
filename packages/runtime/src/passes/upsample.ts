import {
  type DeviceCaps,
  dense,
  families,
  type HostArray,
  type Problem,
  type TensorType,
  type Vocabulary,
} from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { tensorOf } from '../graph/problem.ts';
import { expected, expectedOf } from './expected.ts';

/** Whether a node repeats every element of an image twice along both axes. */
export function isRepeat(edit: GraphEdit, node: Node | undefined): node is Node<'resize'> {
  if (!isOf(node, 'resize') || edit.typeOf(node.outputs[0]).shape.length !== 4) return false;
  const { mode, coordinates, nearest, antialias, axes } = node.attributes;
  const { shape } = edit.typeOf(node.inputs[0]!);
  // Of half a pixel, coordinates end in a quarter or three, which rounding takes down and up.
  const floors =
    coordinates === 'asymmetric'
      ? nearest === 'floor'
      : coordinates.startsWith('half_pixel') && nearest.startsWith('round');
  return (
    mode === 'nearest' &&
    floors &&
    !antialias &&
    axes
      .map(({ axis }) => axis)
      .sort()
      .join() === '2,3' &&
    axes.every(({ axis, size, scale }) => size === 2 * shape[axis] && scale === 2)
  );
}

/** A 3 x 3 convolution of whole channels at stride 1 in float32, with weights that are known. */
export function isPlain3x3(edit: GraphEdit, node: Node | undefined): node is Node<'conv'> {
  if (!isOf(node, 'conv') || !edit.data(node.inputs[1])) return false;
  const { strides, dilations, groups, shuffle } = node.attributes;
  const { shape, dtype } = edit.typeOf(node.inputs[1]!);
  return (
    dtype === 'float32' &&
    edit.typeOf(node.outputs[0]).shape.every((extent) => extent > 0) &&
    groups === 1 &&
    !shuffle &&
    shape.length === 4 &&
    shape.slice(2).join() === '3,3' &&
    [...strides, ...dilations].every((step) => step === 1)
  );
}

/** A convolution of an image that is repeated twice just before, and that node. */
interface Upsampling {
  readonly conv: Node<'conv'>;
  readonly repeat: Node<'resize'>;
}

function matched(edit: GraphEdit, conv: Node | undefined): Upsampling | undefined {
  if (!isPlain3x3(edit, conv) || conv.inputs[4]) return undefined;
  const repeat = edit.producer(conv.inputs[0]);
  const bias = conv.inputs[2] ?? null;
  const known = bias === null || edit.data(bias) !== undefined;
  const padded = conv.attributes.pads.every((pad) => pad === 1);
  return known && padded && isRepeat(edit, repeat) ? { conv, repeat } : undefined;
}

/** Which taps of the 3 x 3 kernel fall on either tap of the 2 x 2 one, at the odd positions of the repeated image and at the even ones. */
const taps = [
  [[0, 1], [2]],
  [[0], [1, 2]],
];

/** [Cout, Cin, 3, 3] as [Cout x 2 x 2, Cin, 2, 2]: a kernel for each parity of a position, of sums of the taps that fall on one element. */
function folded(w: HostArray, outChannels: number, inChannels: number): Float32Array {
  const result = new Float32Array(16 * outChannels * inChannels);
  for (let at = 0; at < result.length; at++) {
    const channel = Math.floor(at / 4) % inChannels;
    const place = Math.floor(at / 4 / inChannels);
    const from = (Math.floor(place / 4) * inChannels + channel) * 9;
    const rows = taps[(place >> 1) % 2][(at >> 1) % 2];
    const columns = taps[place % 2][at % 2];
    result[at] = rows.reduce(
      (sum, row) => columns.reduce((total, column) => total + w[from + row * 3 + column], sum),
      0,
    );
  }
  return result;
}

function attributesOf({ conv }: Upsampling): Vocabulary['conv'] {
  return { ...conv.attributes, shuffle: { block: [2, 2], crop: [1, 1] } };
}

/** The type of an operand of which there are four for each output channel. */
function fourfold({ dtype, shape: [channels] }: TensorType, ...rest: readonly number[]): TensorType {
  return { dtype, shape: [4 * channels, ...rest] };
}

function problemOf(edit: GraphEdit, match: Upsampling): Problem<Vocabulary['conv']> {
  const [, w, bias, residual] = match.conv.inputs;
  const type = edit.typeOf(w!);
  return {
    attributes: attributesOf(match),
    inputs: [
      tensorOf(edit.value(match.repeat.inputs[0]!)),
      dense(fourfold(type, type.shape[1], 2, 2)),
      bias ? dense(fourfold(edit.typeOf(bias))) : null,
      residual ? tensorOf(edit.value(residual)) : null,
    ],
    outputs: [tensorOf(edit.value(match.conv.outputs[0]))],
    constant: [false, true, true, false],
  };
}

/** Microseconds that an image repeated and convolved should take when both are one convolution; infinite for what is not that. */
export function upsampledTime(edit: GraphEdit, node: Node, caps: DeviceCaps): number {
  const match = matched(edit, node);
  return match ? expected(families.conv, problemOf(edit, match), caps) : Number.POSITIVE_INFINITY;
}

function fuse(edit: GraphEdit, match: Upsampling): void {
  const { conv, repeat } = match;
  const [, w, bias = null, residual = null] = conv.inputs;
  const type = edit.typeOf(w!);
  const constant = (id: ValueId, as: TensorType, data: HostArray) =>
    edit.constant(`${edit.value(id).name} (upsampling)`, as, data);
  const weights = folded(edit.data(w)!, type.shape[0], type.shape[1]);
  const biases = bias === null ? null : edit.data(bias)!;
  const inputs = [
    repeat.inputs[0],
    constant(w!, fourfold(type, type.shape[1], 2, 2), weights),
    biases &&
      constant(
        bias!,
        fourfold(edit.typeOf(bias!)),
        Float32Array.from({ length: 4 * biases.length }, (_, i) => biases[i >> 2]),
      ),
    residual,
  ];
  const alone = edit.reads(conv.inputs[0]!) === 1;
  edit.replace(conv, { ...conv, attributes: attributesOf(match), inputs }, ...(alone ? [repeat] : []));
}

/**
 * An image repeated twice along both axes and convolved with 3 x 3 (the way up in a U-Net) becomes one convolution of the image with four
 * kernels of 2 x 2, whose results are stored as a sub-pixel image: of the nine products of a position, those of equal elements are one.
 * It takes four ninths of the arithmetic, and the repeated image is never written. Done where the cost models say that it is faster.
 */
export function fuseUpsample(caps: DeviceCaps): Pass {
  return {
    name: 'fuse-upsample',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const node of graph.nodes) {
        const match = matched(edit, node);
        if (!match) continue;
        const alone = edit.reads(match.conv.inputs[0]!) === 1;
        const now = expectedOf(graph, node, caps) + (alone ? expectedOf(graph, match.repeat, caps) : 0);
        if (upsampledTime(edit, node, caps) < now) fuse(edit, match);
      }
      return edit.build();
    },
  };
}
