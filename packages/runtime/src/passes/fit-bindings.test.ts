import {
  type Case,
  type DeviceCaps,
  type Draw,
  type DType,
  dense as denseTensor,
  families,
  type HostArray,
  hostArray,
  isFloat,
  recordedDevices,
  sizeOf,
  type Tensor,
  type Vocabulary,
} from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { GraphBuilder } from '../graph/builder.ts';
import { sameShape } from '../graph/edit.ts';
import type { Graph } from '../graph/graph.ts';
import { runOnHost } from '../graph/interpret.ts';
import { isRunnable, tensorOf } from '../graph/problem.ts';
import { randomGraph } from '../graph/testing/random-graph.ts';
import { generator, Sketch } from '../graph/testing/sketch.ts';
import { verify } from '../graph/verify.ts';
import { bufferBytes, heldOn, windowOf } from '../graph/window.ts';
import { specialise } from '../import.ts';
import { readModel } from '../onnx/index.ts';
import { bytesAt, describeShared, resizable } from '../onnx/testing/shared.ts';
import { fitBindings } from './fit-bindings.ts';
import { allPasses, optimizeByStep } from './optimize.ts';
import { same } from './testing/same.ts';

const { lavapipe } = recordedDevices;

/** A device that binds so little that almost everything has to be cut. */
function binding(bytes: number): DeviceCaps {
  return { ...lavapipe, limits: { ...lavapipe.limits, bindingBytes: bytes } };
}

/** Names of the values that some node binds more of than `caps` allow. */
function tooLarge(graph: Graph, caps: DeviceCaps): string[] {
  const ids = graph.nodes.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]);
  return ids.flatMap((id) => {
    if (id === null) return [];
    const value = graph.values.get(id)!;
    const root = tensorOf(graph.values.get(value.place?.root ?? id)!);
    return windowOf(tensorOf(value), root, caps).size > caps.limits.bindingBytes ? [value.name] : [];
  });
}

function dense(s: Sketch, transB: boolean, bias: readonly number[] | null) {
  const x = s.input('x', [3, 50]);
  const attributes = { transA: false, transB, alpha: 1, beta: 1, activation: [{ fn: 'relu', args: [] }] };
  const inputs = [x, s.weights(transB ? [70, 50] : [50, 70]), bias && s.weights(bias)];
  return s.build(s.builder.add('matmul', attributes, inputs, s.origin('Gemm'))[0]);
}

describe('weights above the binding limit', () => {
  it.each([
    [true, [70]],
    [false, [3, 70]],
    [false, [3, 1]],
    [true, null],
  ] as const)('are split by columns (transposed: %s, bias: %s)', (transB, bias) => {
    const s = new Sketch();
    const graph = dense(s, transB, bias);
    const split = fitBindings(binding(6656)).run(graph); // 14000 bytes of weights: three parts, of 32, 32 and 6 columns
    verify(split, 'fit-bindings');
    expect(split.nodes.map(({ family }) => family)).toEqual(['matmul', 'matmul', 'matmul']);
    for (const { inputs } of split.nodes)
      expect(split.constants.get(inputs[1]!)!.length * 4).toBeLessThanOrEqual(6656);
    const feeds = s.feeds(graph);
    expect(runOnHost(split, feeds)).toEqual(runOnHost(graph, feeds));
  });

  it('that fit are left alone', () => {
    const graph = dense(new Sketch(), true, [70]);
    expect(fitBindings(binding(14080)).run(graph).nodes).toEqual(graph.nodes);
  });
});

type Kind = keyof typeof families;

/** What `gather` does, of tensors that are worth cutting; those of its own cases are small. */
function gathers(): Case<unknown>[] {
  const made = (name: string, attributes: object, shape: readonly number[], indices: readonly number[]) => {
    const inputs = [tensor('float32', shape), tensor('int64', indices)];
    const [y] = families.gather.outputs(attributes as Vocabulary['gather'], inputs);
    return {
      name,
      problem: { attributes, inputs, outputs: [tensor('float32', y.shape)] },
      draw: [null, { below: 2 }],
    };
  };
  return [
    made('rows', { kind: 'axis', axis: 1, batchDims: 0 }, [6, 5, 40], [3]),
    made('many', { kind: 'axis', axis: 0, batchDims: 0 }, [2, 40], [9, 2]),
    made('elements', { kind: 'elements', axis: 1, batchDims: 0 }, [8, 4, 40], [7, 6, 40]),
    made('nd', { kind: 'nd', axis: 0, batchDims: 1 }, [6, 4, 60], [6, 3, 1]),
  ];
}

function tensor(dtype: DType, shape: readonly number[]): Tensor {
  return denseTensor({ dtype, shape });
}

function casesOf(kind: Kind): Case<unknown>[] {
  const own = families[kind].cases as readonly Case<unknown>[];
  const small = own.filter(({ problem: { inputs, outputs } }) =>
    [...inputs, ...outputs].every((each) => !each || sizeOf(each.shape) < 40_000),
  );
  return kind === 'gather' ? gathers() : small;
}

function range(draw: Draw | null | undefined, dtype: DType): readonly [low: number, high: number] {
  if (typeof draw === 'object' && draw) return 'below' in draw ? [0, draw.below] : [draw.from, draw.to];
  if (draw === 'truth' || dtype === 'bool' || dtype.startsWith('uint')) return [0, 2];
  if (draw === 'positive') return [0.1, 1];
  return isFloat(dtype) ? [-1, 1] : [-8, 8];
}

/** A graph of one node, from a case of a family; what has other sizes than the first input is a constant. */
function graphOf(kind: Kind, { problem, draw }: Case<unknown>) {
  const builder = new GraphBuilder();
  const random = generator(3);
  const feeds = new Map<string, HostArray>();
  const ids = problem.inputs.map((each, i) => {
    if (!each) return null;
    const { dtype, shape } = each;
    const [low, high] = range(draw?.[i], dtype);
    const values = hostArray(dtype, sizeOf(shape));
    for (let j = 0; j < values.length; j++) {
      const value = low + random() * (high - low);
      values[j] = isFloat(dtype) ? value : Math.floor(value);
    }
    if (i > 0 && kind !== 'gather' && !sameShape(shape, problem.inputs[0]!.shape))
      return builder.constant(`c${i}`, { dtype, shape }, values);
    feeds.set(`x${i}`, values);
    return builder.input(`x${i}`, { dtype, shape });
  });
  const outputs = builder.add(kind, problem.attributes as never, ids, { node: 'n', op: kind });
  return { graph: builder.build(outputs.map((value, i) => ({ name: `y${i}`, value }))), feeds };
}

/** Bytes that force the largest operand into two parts at least. */
function halfOf(graph: Graph): number {
  const sizes = [...graph.values.values()].map((value) =>
    bufferBytes(tensorOf(value), heldOn(lavapipe, value.type.dtype)),
  );
  return Math.max(512, 256 * Math.ceil(Math.max(...sizes) / 512));
}

function expectEqual(
  graph: Graph,
  fitted: Graph,
  feeds: ReadonlyMap<string, HostArray>,
  share: number,
): void {
  const [expected, actual] = [runOnHost(graph, feeds), runOnHost(fitted, feeds)];
  for (const [name, values] of expected) {
    const largest = Math.max(1, ...values.map(Math.abs).filter(Number.isFinite));
    for (const [i, value] of values.entries()) {
      const other = actual.get(name)![i];
      if (!Object.is(value, other) && !(Math.abs(value - other) <= share * largest))
        expect.fail(`${name}[${i}] is ${other}, not ${value}`);
    }
  }
}

/**
 * Cases of which a single index of every axis that can be cut is more than the half that may be bound, or whose axes all mix. Convolutions with
 * a shortcut or only maxima are cut between items only, those with maxima beside their result not at all; their passes make none that does not bind.
 */
const uncut: Partial<Record<Kind, number>> = {
  conv: 8,
  pool: 3,
  resize: 4,
  subpixel: 6,
  reduce: 3,
  pad: 1,
  scan: 1,
};

describe('every family', () => {
  // Its pass makes no transform that does not bind.
  const cuttable = (Object.keys(families) as Kind[]).filter((kind) => kind !== 'winograd');
  it.each(cuttable)('%s: cut or not, the result is the same', (kind) => {
    const left: string[] = [];
    let cut = 0;
    for (const each of casesOf(kind)) {
      const { graph, feeds } = graphOf(kind, each);
      const caps = binding(halfOf(graph));
      const fitted = fitBindings(caps).run(graph);
      if (tooLarge(fitted, caps).length > 0) left.push(each.name);
      if (fitted.nodes.length === graph.nodes.length) continue;
      cut++;
      verify(fitted, 'fit-bindings');
      const half = graph.values.get(graph.outputs[0].value)!.type.dtype === 'float16';
      expectEqual(graph, fitted, feeds, half ? 2e-3 : 1e-5);
      const runnable = graph.nodes.every((node) => isRunnable(graph, node, caps));
      if (runnable) for (const node of fitted.nodes) expect(isRunnable(fitted, node, caps)).toBe(true);
    }
    expect(left).toHaveLength(uncut[kind] ?? 0);
    expect(cut).toBeGreaterThan(kind === 'gather' ? 3 : 2);
  });
});

describe('random graphs', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => 200 + seed))('seed %i', (seed) => {
    const s = new Sketch(seed);
    const graph = randomGraph(s);
    const caps = binding(512);
    expect(tooLarge(same(s, graph, allPasses(caps), 1e-4), caps)).toEqual([]);
    same(s, graph, allPasses(caps, 'f16'), 2e-2);
  });
});

/** Models at sizes that the host computes in seconds, and a limit below most of their tensors; the GPU's tests have all models. */
const networks = [
  ['rau-net', [1, 3, 16, 16], 16_384],
  ['meshnet', [1, 1, 12, 12, 12], 10_000],
] as const;

describeShared('models', 'the project’s models, bound by parts', (folder) => {
  it.each(networks)('%s', { timeout: 60_000 }, async (name, shape, bytes) => {
    const model = resizable(await readModel(bytesAt(new URL(`${name}.onnx`, folder))));
    const [input] = model.graph.inputs;
    const { graph } = specialise(
      model,
      new Map([[input.name, { dtype: 'float32', shape }]]),
      () => undefined,
    );
    const caps = binding(bytes);
    const whole = optimizeByStep(graph, allPasses(lavapipe));
    const fitted = optimizeByStep(graph, allPasses(caps));
    expect(fitted.nodes.length).toBeGreaterThan(whole.nodes.length);
    expect(tooLarge(fitted, caps)).toEqual([]);
    const random = generator(1);
    const data = Float32Array.from({ length: sizeOf(shape) }, () => random());
    expectEqual(whole, fitted, new Map([[input.name, data]]), 1e-4);
  });
});
