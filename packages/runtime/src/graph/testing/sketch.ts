import { type HostArray, sizeOf, type Vocabulary } from '@roentgen/kernels';
import { GraphBuilder } from '../builder.ts';
import type { Graph, ValueId } from '../graph.ts';

/** Numbers in 0..1 that are the same on every run (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Small networks for tests, of random weights: the layers that the passes look for, by their usual names. */
export class Sketch {
  readonly builder = new GraphBuilder();
  readonly random: () => number;
  #made = 0;

  constructor(seed = 1) {
    this.random = generator(seed);
  }

  shape(x: ValueId): readonly number[] {
    return this.builder.typeOf(x).shape;
  }

  drawn(count: number): Float32Array {
    return Float32Array.from({ length: count }, () => this.random() * 2 - 1);
  }

  input(name: string, shape: readonly number[]): ValueId {
    return this.builder.input(name, { dtype: 'float32', shape });
  }

  weights(shape: readonly number[]): ValueId {
    return this.builder.constant(`w${this.#made++}`, { dtype: 'float32', shape }, this.drawn(sizeOf(shape)));
  }

  origin(op: string) {
    return { node: `${op}${this.#made++}`, op };
  }

  conv(x: ValueId, channels: number, size = 1, bias = true): ValueId {
    const [, cin, ...space] = this.shape(x);
    const of = (value: number) => space.map(() => value);
    const attributes = {
      strides: of(1),
      dilations: of(1),
      pads: [...of(size >> 1), ...of(size >> 1)],
      groups: 1,
      pre: [],
      activation: [],
      after: [],
    };
    const w = this.weights([channels, cin, ...of(size)]);
    const inputs = [x, w, bias ? this.weights([channels]) : null];
    return this.builder.add('conv', attributes, inputs, this.origin('Conv'))[0];
  }

  /** A 2 x 2 mean or maximum in steps of 2. */
  pool(kind: Vocabulary['pool']['kind'], x: ValueId, more: Partial<Vocabulary['pool']> = {}): ValueId {
    const [, , ...space] = this.shape(x);
    const of = (value: number) => space.map(() => value);
    const { kernel = of(2), strides = of(2), pads = [...of(0), ...of(0)] } = more;
    const room = space.map((extent, axis) => extent + pads[axis] + pads[axis + space.length] - kernel[axis]);
    const attributes: Vocabulary['pool'] = {
      kind,
      kernel,
      strides,
      dilations: of(1),
      pads,
      outputShape: room.map((left, axis) => Math.floor(left / strides[axis]) + 1),
      countIncludePad: false,
      p: 2,
      pre: [],
      ...more,
    };
    return this.builder.add('pool', attributes, [x], this.origin('Pool'))[0];
  }

  /** The mean over all of space. */
  mean(x: ValueId): ValueId {
    const axes = this.shape(x).flatMap((_, axis) => (axis < 2 ? [] : [axis]));
    const attributes: Vocabulary['reduce'] = { kind: 'mean', axes, keepDims: true, selectLast: false };
    return this.builder.add('reduce', attributes, [x], this.origin('GlobalAveragePool'))[0];
  }

  map(fn: string, ...inputs: readonly ValueId[]): ValueId {
    return this.builder.add('map', { fn, then: [], to: 'float32' }, inputs, this.origin(fn))[0];
  }

  /** Relu, Sigmoid and other functions of one operand, as the importer writes them. */
  apply(fn: string, x: ValueId): ValueId {
    const attributes: Vocabulary['map'] = { fn: 'identity', then: [{ fn, args: [] }], to: 'float32' };
    return this.builder.add('map', attributes, [x], this.origin(fn))[0];
  }

  norm(x: ValueId): ValueId {
    const [, channels, ...space] = this.shape(x);
    const shape = [channels, ...space.map(() => 1)];
    return this.map('scaleShift', x, this.weights(shape), this.weights(shape));
  }

  concat(pieces: readonly ValueId[], axis = 1): ValueId {
    return this.builder.concat(pieces, axis, this.origin('Concat'));
  }

  reshape(x: ValueId, shape: readonly number[]): ValueId {
    return this.builder.reshape(x, shape, this.origin('Reshape'));
  }

  /** The additive attention gate of U-Nets; `swapped` turns the operands of its sum, its product, or both. */
  gate(
    gate: ValueId,
    x: ValueId,
    middle: number,
    swapped: { sum?: boolean; product?: boolean } = {},
  ): ValueId {
    const sides = [this.conv(gate, middle), this.conv(x, middle)];
    const sum = this.apply('relu', this.map('add', ...(swapped.sum ? sides.reverse() : sides)));
    const scores = this.apply('sigmoid', this.conv(sum, 1));
    return swapped.product ? this.map('mul', scores, x) : this.map('mul', x, scores);
  }

  build(...outputs: readonly ValueId[]): Graph {
    return this.builder.build(outputs.map((value, i) => ({ name: `y${i}`, value })));
  }

  /** Values for a graph's inputs. */
  feeds(graph: Graph): Map<string, HostArray> {
    return new Map(
      graph.inputs.map((id) => {
        const { name, type } = graph.values.get(id)!;
        return [name, this.drawn(sizeOf(type.shape))];
      }),
    );
  }
}
