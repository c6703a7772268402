import { bytesOf, isFloat } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { Cost, DeviceCaps, KernelDefinition, Param, Problem, Table } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Frame, frameOf } from './frame.ts';
import nearestText from './nearest.wgsl?raw';
import repeatText from './repeat.wgsl?raw';
import { repeatOf } from './taps.ts';
import tapsText from './taps.wgsl?raw';

type Resize = Vocabulary['resize'];
type ResizeProblem = Problem<Resize>;

function framed({ attributes, inputs: [x], outputs: [y] }: ResizeProblem): Frame | string {
  return frameOf(attributes, x!, y);
}

function costOf(problem: ResizeProblem, caps: DeviceCaps, slowdown: number): Cost {
  const { attributes, inputs, outputs } = problem;
  const frame = framed(problem) as Frame;
  const taps = frame.middle.reduce((product, axis) => product * axis.taps!.count, 1);
  const [x, y] = [sizeOf(inputs[0]!.shape), sizeOf(outputs[0].shape)];
  const flops = attributes.mode === 'nearest' ? 0 : 2 * y * taps;
  return { flops, bytes: (x + y) * bytesOf(elementOf(outputs[0].dtype, caps)), slowdown };
}

/** Planes of one thread: they share the taps, but a small picture needs its threads. */
function planesPerThread({ outer, middle, inner }: Frame): number {
  const place = middle.reduce((product, axis) => product * axis.size, inner.size * outer[0].size);
  return outer[1].size >= 4 && place * outer[1].size >= 1 << 16 ? 4 : 1;
}

function steps({ outer: [n, o], middle: [a, b, c] }: Frame, side: 'x' | 'y'): Param[] {
  const key = `${side}Step` as const;
  return Object.entries({ N: n, O: o, A: a, B: b, C: c }).map(([name, axis]) => [
    `${side}${name}`,
    'u32',
    axis[key],
  ]);
}

function gatherParams(
  problem: ResizeProblem,
  frame: Frame,
  planes: number,
): { threads: number; values: Param[] } {
  const { outer, middle, inner } = frame;
  const [a, b, c] = middle;
  const planeBlocks = Math.ceil(outer[1].size / planes);
  const threads = outer[0].size * planeBlocks * a.size * b.size * c.size * inner.size;
  const lengths = middle.map((axis) => axis.taps!.index.length);
  const counts = { count: threads, planes: outer[1].size, planeBlocks };
  const sizes = { sizeA: a.size, sizeB: b.size, sizeC: c.size, inner: inner.size };
  const tables = { tableB: lengths[0], tableC: lengths[0] + lengths[1] };
  const unsigned = Object.entries({ ...counts, ...sizes, ...tables });
  const values: Param[] = [
    ...unsigned.map(([name, value]): Param => [name, 'u32', value]),
    ['xOffset', 'u32', problem.inputs[0]!.offset],
    ...steps(frame, 'x'),
    ['yOffset', 'u32', problem.outputs[0].offset],
    ...steps(frame, 'y'),
    ['extrapolation', 'f32', problem.attributes.extrapolation],
  ];
  return { threads, values };
}

function tablesOf({ middle }: Frame): [Table, Table] {
  const index = middle.flatMap((axis) => [...axis.taps!.index]);
  const weight = middle.flatMap((axis) => [...axis.taps!.weight]);
  return [
    { index: 1, name: 'indices', data: Int32Array.from(index) },
    { index: 2, name: 'weights', data: Float32Array.from(weight) },
  ];
}

/** Every mode, as a sum over the taps of up to three axes. */
export const resizeByTaps: KernelDefinition<Resize> = {
  name: 'resize/taps',
  rejects(problem) {
    const { dtype } = problem.outputs[0];
    if (!isFloat(dtype)) return `${dtype} cannot be interpolated; cast it first`;
    const frame = framed(problem);
    return typeof frame === 'string' ? frame : null;
  },
  cost: (problem, caps) => costOf(problem, caps, 3),
  instantiate(problem, caps) {
    const frame = framed(problem) as Frame;
    const [TAPS_A, TAPS_B, TAPS_C] = frame.middle.map((axis) => axis.taps!.count);
    const PLANES = planesPerThread(frame);
    const { threads, values } = gatherParams(problem, frame, PLANES);
    const Elem = elementOf(problem.outputs[0].dtype, caps);
    const head = { Elem, PLANES, TAPS_A, TAPS_B, TAPS_C };
    return {
      name: 'resize/taps',
      source: specialise('resize/taps.wgsl', tapsText, head, extensionsOf(Elem)),
      bindings: [
        { index: 0, name: 'x', access: 'read', operand: 0 },
        { index: 3, name: 'y', access: 'read_write', operand: 1 },
      ],
      tables: tablesOf(frame),
      params: { index: 4, values },
      grid: grid1d(threads, 64, caps),
    };
  },
};

/** Nearest neighbour of any type, by tables of indices. */
export const resizeNearest: KernelDefinition<Resize> = {
  name: 'resize/nearest',
  rejects(problem) {
    if (problem.attributes.mode !== 'nearest') return 'for mode nearest';
    const frame = framed(problem);
    return typeof frame === 'string' ? frame : null;
  },
  cost: (problem, caps) => costOf(problem, caps, 2),
  instantiate(problem, caps) {
    const frame = framed(problem) as Frame;
    const PLANES = planesPerThread(frame);
    const { threads, values } = gatherParams(problem, frame, PLANES);
    const Elem = elementOf(problem.outputs[0].dtype, caps);
    return {
      name: 'resize/nearest',
      source: specialise('resize/nearest.wgsl', nearestText, { Elem, PLANES }, extensionsOf(Elem)),
      bindings: [
        { index: 0, name: 'x', access: 'read', operand: 0 },
        { index: 2, name: 'y', access: 'read_write', operand: 1 },
      ],
      tables: tablesOf(frame).slice(0, 1),
      params: { index: 3, values },
      grid: grid1d(threads, 64, caps),
    };
  },
};

interface Repeats {
  readonly frame: Frame;
  readonly factors: readonly number[];
}

function repeatsOf(problem: ResizeProblem): Repeats | string {
  if (problem.attributes.mode !== 'nearest') return 'for mode nearest';
  const frame = framed(problem);
  if (typeof frame === 'string') return frame;
  const factors = frame.middle.map((axis) => repeatOf(axis.taps!, axis.size, axis.extent));
  if (factors.includes(null)) return 'outputs are not whole-number repeats of inputs';
  if (frame.inner.size !== 1 || frame.middle[2].yStep > 1)
    return 'y does not run along the last resized axis';
  const whole = factors.map(Number);
  return sizeOf(whole) > 64 ? 'more than 64 copies of an element' : { frame, factors: whole };
}

/** Elements that one store can write: four or two where a run of copies and every step of y allow it. */
function storeWidth({ frame, factors }: Repeats, yOffset: number): number {
  const axes = [...frame.outer, frame.middle[0], frame.middle[1]];
  const all = [factors[2], yOffset, ...axes.map((axis) => axis.yStep)];
  return [4, 2].find((width) => all.every((value) => value % width === 0)) ?? 1;
}

/** Nearest neighbour enlarging by whole factors. */
export const resizeRepeat: KernelDefinition<Resize> = {
  name: 'resize/repeat',
  rejects(problem) {
    const repeats = repeatsOf(problem);
    return typeof repeats === 'string' ? repeats : null;
  },
  cost: (problem, caps) => costOf(problem, caps, 1),
  instantiate(problem, caps) {
    const repeats = repeatsOf(problem) as Repeats;
    const { frame, factors } = repeats;
    const [x, y] = [problem.inputs[0]!, problem.outputs[0]];
    const width = storeWidth(repeats, y.offset);
    const Elem = elementOf(y.dtype, caps);
    const Out = width === 1 ? Elem : `vec${width}<${Elem}>`;
    const head = { Elem, Out, FACTOR_A: factors[0], FACTOR_B: factors[1], STORES: factors[2] / width };
    const [a, b, c] = frame.middle;
    const count = frame.outer[0].size * frame.outer[1].size * a.extent * b.extent * c.extent;
    const sizes = {
      count,
      planes: frame.outer[1].size,
      extentA: a.extent,
      extentB: b.extent,
      extentC: c.extent,
    };
    return {
      name: 'resize/repeat',
      source: specialise('resize/repeat.wgsl', repeatText, head, extensionsOf(Elem)),
      bindings: [
        { index: 0, name: 'x', access: 'read', operand: 0 },
        { index: 1, name: 'y', access: 'read_write', operand: 1 },
      ],
      params: {
        index: 2,
        values: [
          ...Object.entries(sizes).map(([name, value]): Param => [name, 'u32', value]),
          ['xOffset', 'u32', x.offset],
          ...steps(frame, 'x'),
          ['yOffset', 'u32', y.offset / width],
          ...steps(frame, 'y')
            .slice(0, 4)
            .map(([name, type, value]): Param => [name, type, value / width]),
        ],
      },
      grid: grid1d(count, 64, caps),
    };
  },
};
