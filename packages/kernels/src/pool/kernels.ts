import { bytesOf, computeOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { Binding, DeviceCaps, KernelDefinition, Param, Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { bitsOf, elementOf, extensionsOf } from '../layout/element.ts';
import { batched, refuseGaps } from '../layout/tensors.ts';
import { chainWgsl } from '../map/functions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import text from './pool.wgsl?raw';
import { leastOf } from './reference.ts';
import { type Window, windowOf } from './window.ts';

type Pool = Vocabulary['pool'];

// Beyond this many taps a window is a loop over params, so that global pools of every size share a pipeline.
const writtenTaps = 64;

function functionOf({ kind, p }: Pool): { take: string; finish: string } {
  if (kind === 'max') return { take: 'max(acc, v)', finish: 'acc' };
  if (kind === 'average') return { take: 'acc + v', finish: 'acc / f32(max(count, 1))' };
  if (p === 1) return { take: 'acc + abs(v)', finish: 'acc' };
  if (p === 2) return { take: 'fma(v, v, acc)', finish: 'sqrt(acc)' };
  // A power of zero goes through the logarithm of zero on some GPUs.
  const power = (base: string, exponent: string) => `select(pow(${base}, ${exponent}), 0.0, ${base} == 0.0)`;
  return { take: `acc + ${power('abs(v)', 'params.p')}`, finish: power('acc', '1.0 / params.p') };
}

function headOf({ attributes, inputs }: Problem<Pool>, window: Window, caps: DeviceCaps): Specialisation {
  const [kernelDepth, kernelHeight, kernelWidth] = window.kernel.map(String);
  // Text without end is compiled without end on a software adapter, where a branch a lane stands for every load: DenseNet-121's first
  // pool 575 ms, to run for 1.
  const small = sizeOf(window.kernel) <= writtenTaps && !caps.software;
  const pre = inputs[1]
    ? { pre: chainWgsl(attributes.pre, 'fma(v, own.x, own.y)') }
    : { preScale: null, preShift: null, preOf: 'vec2f()', pre: 'v' };
  return { ...functionOf(attributes), ...pre, ...(small ? { kernelDepth, kernelHeight, kernelWidth } : {}) };
}

const slots = { x: 0, y: 1, preScale: 3, preShift: 4 } as const;

function bindingsOf({ inputs }: Problem<Pool>): Binding[] {
  const read = (['x', 'preScale', 'preShift'] as const).flatMap((name, operand): Binding[] =>
    inputs[operand] ? [{ index: slots[name], name, access: 'read', operand }] : [],
  );
  return [...read, { index: slots.y, name: 'y', access: 'read_write', operand: inputs.length }];
}

function outputsPerThread(width: number, caps: DeviceCaps): number {
  return caps.software ? 1 : Math.min(4, width);
}

function triple(name: string, [depth, height, width]: readonly number[]): Param[] {
  return [
    [`${name}Depth`, 'i32', depth],
    [`${name}Height`, 'i32', height],
    [`${name}Width`, 'i32', width],
  ];
}

function paramsOf(problem: Problem<Pool>, window: Window, rowThreads: number): Param[] {
  const { attributes, inputs, outputs } = problem;
  const [x, y] = [inputs[0]!, outputs[0]];
  const [outDepth, outHeight, outWidth] = window.output;
  const padding = attributes.countIncludePad;
  const high = window.input.map((extent, axis) => extent + (padding ? window.end[axis] : 0));
  const counts = { rowThreads, outWidth, outHeight, outDepth, channels: x.shape[1] };
  const places = { xOffset: x.offset, xBatch: batched(x).batch, yOffset: y.offset, yBatch: batched(y).batch };
  const unsigned = (values: Record<string, number>): Param[] =>
    Object.entries(values).map(([name, value]) => [name, 'u32', value]);
  return [
    ['count', 'u32', window.planes * outDepth * outHeight * rowThreads],
    ...unsigned(counts),
    ['depth', 'i32', window.input[0]],
    ['height', 'i32', window.input[1]],
    ['width', 'i32', window.input[2]],
    ...triple('kernel', window.kernel),
    ...triple('stride', window.strides),
    ...triple('dilation', window.dilations),
    ...triple('begin', window.begin),
    ...triple('low', padding ? window.begin.map((begin) => -begin) : [0, 0, 0]),
    ...triple('high', high),
    ...unsigned(places),
    ['identityBits', 'u32', bitsOf(x.dtype, attributes.kind === 'max' ? leastOf(x.dtype) : 0)],
    ['p', 'f32', attributes.p],
  ];
}

/** Every kind of window over one to three spatial axes. */
export const poolWindows: KernelDefinition<Pool> = {
  name: 'pool/windows',
  rejects: ({ inputs: [x], outputs: [y] }) => refuseGaps({ x: x!, y }),
  cost(problem, caps) {
    const [x, y] = [problem.inputs[0]!, problem.outputs[0]];
    const bytes = bytesOf(elementOf(x.dtype, caps));
    const taps = sizeOf(problem.attributes.kernel);
    const moved = (sizeOf(x.shape) + sizeOf(y.shape)) * bytes;
    return { flops: sizeOf(y.shape) * taps, bytes: moved, slowdown: 2 };
  },
  instantiate(problem, caps) {
    const x = problem.inputs[0]!;
    const window = windowOf(problem);
    const outputs = outputsPerThread(window.output[2], caps);
    const rowThreads = Math.ceil(window.output[2] / outputs);
    const Elem = elementOf(x.dtype, caps);
    const head = { Elem, Acc: computeOf(x.dtype), OUTPUTS: outputs, ...headOf(problem, window, caps) };
    return {
      name: 'pool/windows',
      source: specialise('pool/pool.wgsl', text, head, extensionsOf(Elem)),
      bindings: bindingsOf(problem),
      params: { index: 2, values: paramsOf(problem, window, rowThreads) },
      grid: grid1d(window.planes * window.output[0] * window.output[1] * rowThreads, 64, caps),
    };
  },
};
