import { bytesOf, type HostArray } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { Binding, Cost, DeviceCaps, KernelDefinition, Param, Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { batched, refuseGaps } from '../layout/tensors.ts';
import { chainWgsl } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import blockedText from './blocked.wgsl?raw';
import { type Spread, spreadOf } from './frame.ts';
import plainText from './plain.wgsl?raw';

type ConvTranspose = Vocabulary['convTranspose'];
type SpreadProblem = Problem<ConvTranspose>;

function costOf(problem: SpreadProblem, caps: DeviceCaps, slowdown: number): Cost {
  const s = spreadOf(problem);
  const { inputs, outputs } = problem;
  const bytes = bytesOf(elementOf(outputs[0].dtype, caps));
  const flops = 2 * s.batches * s.groups * s.cin * s.cout * sizeOf(s.kernel) * sizeOf(s.input);
  const sizes = [inputs[0]!, inputs[1]!, outputs[0]].map((tensor) => sizeOf(tensor.shape));
  return { flops, bytes: bytes * sizes.reduce((a, b) => a + b), slowdown };
}

function refusal({ inputs: [x], outputs: [y] }: SpreadProblem): string | null {
  return refuseGaps({ x: x!, y });
}

function bindingsOf(problem: SpreadProblem): Binding[] {
  const bias: Binding = { index: 2, name: 'bias', access: 'read', operand: 2 };
  return [
    { index: 0, name: 'x', access: 'read', operand: 0 },
    { index: 1, name: 'w', access: 'read', operand: 1 },
    ...(problem.inputs[2] ? [bias] : []),
    { index: 3, name: 'y', access: 'read_write', operand: problem.inputs.length },
  ];
}

function headOf(problem: SpreadProblem, caps: DeviceCaps): Specialisation {
  const bias = problem.inputs[2] ? {} : { bias: null, biasAt: '0.0' };
  const Elem = elementOf(problem.outputs[0].dtype, caps);
  return { Elem, activate: chainWgsl(problem.attributes.activation, 'v'), ...bias };
}

function named(type: 'u32' | 'i32', values: Readonly<Record<string, number>>): Param[] {
  return Object.entries(values).map(([name, value]) => [name, type, value]);
}

function triple(name: string, type: 'u32' | 'i32', [depth, height, width]: readonly number[]): Param[] {
  return named(type, { [`${name}Depth`]: depth, [`${name}Height`]: height, [`${name}Width`]: width });
}

function geometry(s: Spread): Param[] {
  const [depth, height, width] = s.input;
  return [
    ...named('i32', { depth, height, width }),
    ...triple('out', 'u32', s.output),
    ...triple('kernel', 'i32', s.kernel),
    ...triple('stride', 'i32', s.strides),
    ...triple('dilation', 'i32', s.dilations),
    ...triple('begin', 'i32', s.begin),
  ];
}

/** Weights as they come, an output a thread. */
export const convTransposePlain: KernelDefinition<ConvTranspose> = {
  name: 'convTranspose/plain',
  rejects: (problem) => refusal(problem) ?? refuseGaps({ w: problem.inputs[1]! }),
  cost: (problem, caps) => costOf(problem, caps, 16),
  instantiate(problem, caps) {
    const [x, w, bias] = problem.inputs;
    const [y] = problem.outputs;
    const s = spreadOf(problem);
    const count = sizeOf(y.shape);
    const places = {
      xOffset: x!.offset,
      xBatch: batched(x!).batch,
      wOffset: w!.offset,
      wBatch: batched(w!).batch,
    };
    const ends = { biasOffset: bias?.offset ?? 0, yOffset: y.offset, yBatch: batched(y).batch };
    const counts = { count, groups: s.groups, cin: s.cin, cout: s.cout };
    const head = headOf(problem, caps);
    return {
      name: 'convTranspose/plain',
      source: specialise('convTranspose/plain.wgsl', plainText, head, extensionsOf(elementOf(y.dtype, caps))),
      bindings: bindingsOf(problem),
      params: {
        index: 4,
        values: [...named('u32', counts), ...geometry(s), ...named('u32', { ...places, ...ends })],
      },
      grid: grid1d(count, 64, caps),
    };
  },
};

function spreadElements(s: Spread, block: number): number {
  return s.groups * Math.ceil(s.cout / block) * sizeOf(s.kernel) * s.cin * block;
}

/** w [groups * cin][cout][taps] as [group][channel block][tap][ci][channel], blocks filled up with zeros. */
export function packSpread(
  s: Spread,
  block: number,
  values: HostArray,
  packed: Float32Array = new Float32Array(spreadElements(s, block)),
): Float32Array {
  const blocks = Math.ceil(s.cout / block);
  const taps = sizeOf(s.kernel);
  for (let g = 0; g < s.groups; g++)
    for (let co = 0; co < s.cout; co++)
      for (let ci = 0; ci < s.cin; ci++)
        for (let tap = 0; tap < taps; tap++) {
          const row = ((g * blocks + Math.floor(co / block)) * taps + tap) * s.cin + ci;
          packed[row * block + (co % block)] = values[((g * s.cin + ci) * s.cout + co) * taps + tap];
        }
  return packed;
}

interface Tile {
  readonly outputs: number;
  readonly vectors: number;
  readonly rowThreads: number;
  readonly threads: number;
}

// A GPU wants about this many threads before they may take on more work each (an H200 has 132 x 2048 places).
const enoughThreads = 1 << 15;

function tileOf(s: Spread, caps: DeviceCaps): Tile {
  const made = (outputs: number, vectors: number): Tile => {
    const inPhase = Math.ceil(s.output[2] / s.strides[2]);
    const rowThreads = Math.ceil(inPhase / outputs) * s.strides[2];
    const blocks = Math.ceil(s.cout / (4 * vectors));
    const rows = s.batches * s.groups * blocks * s.output[0] * s.output[1];
    return { outputs, vectors, rowThreads, threads: rowThreads * rows };
  };
  const vectors = s.cout > 4 ? 2 : 1;
  const tiles = [made(4, vectors), made(2, vectors), made(1, vectors), made(1, 1)];
  if (caps.software) return tiles[0];
  return tiles.find((tile) => tile.threads >= enoughThreads) ?? tiles[3];
}

/** Constant weights, packed: a block of outputs and channels a thread. */
export const convTransposeBlocked: KernelDefinition<ConvTranspose> = {
  name: 'convTranspose/blocked',
  rejects: (problem) => refusal(problem) ?? (problem.constant?.[1] ? null : 'the weights are not constant'),
  cost: (problem, caps) => costOf(problem, caps, 3),
  instantiate(problem, caps) {
    const [x, , bias] = problem.inputs;
    const [y] = problem.outputs;
    const s = spreadOf(problem);
    const { outputs, vectors, rowThreads, threads } = tileOf(s, caps);
    const blocks = Math.ceil(s.cout / (4 * vectors));
    const counts = { count: threads, groups: s.groups, cin: s.cin, cout: s.cout, blocks, rowThreads };
    const places = { xOffset: x!.offset, xBatch: batched(x!).batch, biasOffset: bias?.offset ?? 0 };
    const ends = { yOffset: y.offset, yBatch: batched(y).batch };
    const head = { ...headOf(problem, caps), OUTPUTS: outputs, VECTORS: vectors };
    return {
      name: 'convTranspose/blocked',
      source: specialise(
        'convTranspose/blocked.wgsl',
        blockedText,
        head,
        extensionsOf(elementOf(y.dtype, caps)),
      ),
      bindings: bindingsOf(problem),
      packings: [
        {
          operand: 1,
          layout: `convTranspose ${s.groups} groups, channels by ${4 * vectors}`,
          elements: () => spreadElements(s, 4 * vectors),
          pack: (values, packed) => packSpread(s, 4 * vectors, values, packed),
        },
      ],
      params: {
        index: 4,
        values: [...named('u32', counts), ...geometry(s), ...named('u32', { ...places, ...ends })],
      },
      grid: grid1d(threads, 64, caps),
    };
  },
};
