import {
  type AlgorithmName,
  algorithms,
  type DeviceCaps,
  dense,
  families,
  type Tensor,
  type TensorType,
  type Vocabulary,
  winogradWeights,
} from '@roentgen/kernels';
import { GraphEdit } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { problemOf, tensorOf } from '../graph/problem.ts';
import { problemKey } from '../tune/key.ts';
import { expected, expectedOf } from './expected.ts';
import { isPlain3x3, isRepeat, upsampledTime } from './upsample.ts';

/** The three steps that stand for a convolution, and the microseconds that they should take. */
interface Rewrite {
  readonly algorithm: AlgorithmName;
  readonly x: ValueId;
  readonly before: Extract<Vocabulary['winograd'], { kind: 'input' }>;
  readonly middle: Vocabulary['conv'];
  readonly behind: Extract<Vocabulary['winograd'], { kind: 'output' }>;
  readonly transformed: TensorType;
  readonly products: TensorType;
  readonly time: number;
}

/** The steps that stand for a convolution of these types, wherever in the graph it stands. */
type Steps = Omit<Rewrite, 'x'>;

/** A rewrite of a convolution, the node that is not needed any more, and the microseconds that both save. */
interface Choice {
  readonly node: Node<'conv'>;
  readonly rewrite: Rewrite;
  readonly spare: Node | undefined;
  readonly saves: number;
}

const pointwise: Vocabulary['conv'] = {
  strides: [1],
  dilations: [1],
  pads: [0, 0],
  groups: 1,
  pre: [],
  activation: [],
  after: [],
};

/**
 * How many times as fast a rewrite should be to be taken: on software adapters, where the models of its cost are measured, enough to pay
 * for the compilation of its shaders; on hardware, where they are not, much more.
 */
function marginOf(caps: DeviceCaps): number {
  return caps.software ? 1.2 : 1.5;
}

/** What `make` gives for a key, made once. */
function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

class Rewriting {
  /** As it was: rewriting one convolution leaves the others' operands as they are. */
  readonly #graph: Graph;
  readonly #edit: GraphEdit;
  readonly #caps: DeviceCaps;
  readonly #upsampled: (node: Node) => number;
  /** What was weighed, by the problem: networks repeat their layers, DenseNet-121 has 58 of four kinds. */
  readonly #times = new Map<string, number>();
  readonly #steps = new Map<string, Steps>();

  constructor(graph: Graph, edit: GraphEdit, caps: DeviceCaps, upsampled: (node: Node) => number) {
    this.#graph = graph;
    this.#edit = edit;
    this.#caps = caps;
    this.#upsampled = upsampled;
  }

  /** What stands for a convolution where that should be faster, and the microseconds that it saves. */
  best(node: Node<'conv'>): Choice | null {
    const repeat = this.#edit.producer(node.inputs[0]);
    const repeats = isRepeat(this.#edit, repeat);
    const alone = repeats && this.#edit.reads(node.inputs[0]!) === 1;
    const again = alone ? this.time(repeat) : 0;
    // What is repeated just before may also become one convolution with it; what that takes is set beside this one alone.
    const now = Math.min(this.time(node), this.#upsampled(node) - again);
    const rewrites = [
      this.#rewrite(node, 'f2', node.inputs[0]!),
      this.#rewrite(node, 'f4', node.inputs[0]!),
      ...(repeats && node.attributes.pads.every((pad) => pad === 1)
        ? [this.#rewrite(node, 'nearest2', repeat.inputs[0]!, again)]
        : []),
    ];
    const best = rewrites.reduce((a, b) => (b.time < a.time ? b : a));
    if (!(best.time * marginOf(this.#caps) < now)) return null;
    const spare = best.algorithm === 'nearest2' && alone ? repeat : undefined;
    return { node, rewrite: best, spare, saves: now - best.time };
  }

  /** Puts transforms and products in the place of a convolution. */
  take({ node, rewrite, spare }: Choice): void {
    this.#apply(node, rewrite);
    if (spare) this.#edit.remove(spare);
  }

  /** Microseconds that a node takes as it is. */
  time(node: Node): number {
    return remembered(this.#times, this.#key(node), () => expectedOf(this.#graph, node, this.#caps));
  }

  #key(node: Node): string {
    return problemKey(node.family, problemOf(this.#graph, node));
  }

  #rewrite(node: Node<'conv'>, algorithm: AlgorithmName, x: ValueId, saved = 0): Rewrite {
    const key = `${algorithm} of ${JSON.stringify(this.#tensor(x))} in ${this.#key(node)}`;
    const steps = remembered(this.#steps, key, () => this.#weighed(node, algorithm, x));
    return { ...steps, x, time: steps.time - saved };
  }

  #weighed(node: Node<'conv'>, algorithm: AlgorithmName, x: ValueId): Steps {
    const [, w, bias, residual, preScale, preShift] = node.inputs;
    const { pads, pre, activation, after } = node.attributes;
    const tensor = (id: ValueId | null | undefined) =>
      id === null || id === undefined ? null : this.#tensor(id);
    const y = this.#tensor(node.outputs[0]);
    const taps = algorithms[algorithm].products ** 2;
    const [outChannels, inChannels] = this.#edit.typeOf(w!).shape;
    const before = { kind: 'input', algorithm, pads, pre } as const;
    const behind = {
      kind: 'output',
      algorithm,
      extent: [y.shape[0], y.shape[2], y.shape[3]],
      activation,
      after,
    } as const;
    const middle = { ...pointwise, groups: taps };
    const first = [this.#tensor(x), tensor(preScale), tensor(preShift)];
    const [transformed] = families.winograd.outputs(before, first).map(dense);
    const weights = dense({ dtype: 'float32', shape: [taps * outChannels, inChannels, 1] });
    const second = [transformed, weights, null, null, null, null];
    const [products] = families.conv.outputs(middle, second).map(dense);
    const constant = (inputs: readonly (Tensor | null)[], ...which: readonly number[]) =>
      inputs.map((_, i) => which.includes(i));
    const third = [products, tensor(bias), tensor(residual)];
    const steps = [
      expected(
        families.winograd,
        { attributes: before, inputs: first, outputs: [transformed], constant: constant(first, 1, 2) },
        this.#caps,
      ),
      expected(
        families.conv,
        { attributes: middle, inputs: second, outputs: [products], constant: constant(second, 1) },
        this.#caps,
      ),
      expected(
        families.winograd,
        { attributes: behind, inputs: third, outputs: [y], constant: constant(third, 1) },
        this.#caps,
      ),
    ];
    const time = steps.reduce((sum, step) => sum + step);
    return { algorithm, before, middle, behind, transformed, products, time };
  }

  #tensor(id: ValueId): Tensor {
    return tensorOf(this.#edit.value(id));
  }

  #value(name: string, like: ValueId, { dtype, shape }: TensorType): ValueId {
    const id = this.#edit.own(like, name);
    this.#edit.retype(id, { dtype, shape });
    return id;
  }

  #apply(node: Node<'conv'>, { algorithm, x, before, middle, behind, transformed, products }: Rewrite): void {
    const [, w, bias = null, residual = null, preScale = null, preShift = null] = node.inputs;
    const { origin, outputs } = node;
    const { name } = this.#edit.value(outputs[0]);
    const { shape } = this.#edit.typeOf(w!);
    const taps = algorithms[algorithm].products ** 2;
    const data = winogradWeights(algorithm, this.#edit.data(w)!, shape[0], shape[1]);
    const type: TensorType = { dtype: 'float32', shape: [taps * shape[0], shape[1], 1] };
    const weights = this.#edit.constant(`${this.#edit.value(w!).name} (${algorithm})`, type, data);
    const v = this.#value(`${name} (tiles)`, outputs[0], transformed);
    const m = this.#value(`${name} (products)`, outputs[0], products);
    this.#edit.insertBefore(
      node,
      { family: 'winograd', attributes: before, inputs: [x, preScale, preShift], outputs: [v], origin },
      {
        family: 'conv',
        attributes: middle,
        inputs: [v, weights, null, null, null, null],
        outputs: [m],
        origin,
      },
    );
    this.#edit.replace(node, {
      family: 'winograd',
      attributes: behind,
      inputs: [m, bias, residual],
      outputs,
      origin,
    });
  }
}

/**
 * Microseconds that rewriting has to save of a run for a session to take it. On lavapipe it makes a start longer, by 35 ms for shaders and
 * by more for weights: the small super-resolution networks at 64 x 64 save 2 and 4 ms, DenseNet-121 starts 70 ms later and saves 8
 * (19 by the models). On hardware, where nothing was measured, it always may.
 */
export function paybackOn(caps: DeviceCaps): number {
  return caps.software ? 20_000 : 0;
}

/**
 * 3 x 3 convolutions as two transforms and many small matrix products between them, a quarter as much arithmetic (Winograd's minimal
 * filtering; Lavin and Gray 2016), where the cost models say that it is faster, and that it saves `payback` microseconds in all. An image
 * that is repeated twice along both axes just before is not written out; with `upsamples` it is left to `fuseUpsample` where that is near as
 * fast. Rounding errors are about twice those of the sum that it replaces, in root mean square (docs/numerics.md).
 */
export function winograd(caps: DeviceCaps, payback = 0, upsamples = true): Pass {
  return {
    name: 'winograd',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      const upsampled = (node: Node) =>
        upsamples ? upsampledTime(edit, node, caps) : Number.POSITIVE_INFINITY;
      const rewriting = new Rewriting(graph, edit, caps, upsampled);
      const candidates = graph.nodes.filter((node) => isPlain3x3(edit, node));
      // What takes less than that in all cannot save it, and three ways to rewrite each need not be weighed.
      if (candidates.reduce((sum, node) => sum + rewriting.time(node), 0) < payback) return graph;
      const choices = candidates.map((node) => rewriting.best(node)).filter((choice) => choice !== null);
      if (choices.reduce((sum, { saves }) => sum + saves, 0) < payback) return graph;
      for (const choice of choices) rewriting.take(choice);
      return edit.build();
    },
  };
}
