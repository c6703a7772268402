import type {
  Cost,
  DeviceCaps,
  HostArray,
  KernelInstance,
  Packing,
  Problem,
  Scalar,
  TensorType,
} from '@roentgen/kernels';
import { bytesOf, candidates, RoentgenError, sizeOf, storageOf } from '@roentgen/kernels';
import type { Graph, Node, Origin, ValueId } from '../graph/graph.ts';
import { familyOf, rootOf, tensorOf } from '../graph/problem.ts';
import { aligned, boundProblemOf, bufferBytes, windowOf } from '../graph/window.ts';
import { problemKey } from '../tune/key.ts';
import { noRankings, pick, type Rankings } from '../tune/rankings.ts';
import { checkFits } from './fits.ts';
import { assignBuffers, type Lifetime } from './memory.ts';

/** Bytes `offset`..`offset + size` of a buffer: 'constants', or an activation buffer by number. */
export interface Slot {
  readonly buffer: 'constants' | number;
  readonly offset: number;
  readonly size: number;
}

/** A constant on its way to the GPU: values as the model has them, and how one kernel wants them packed. */
export interface Upload {
  readonly slot: Slot;
  readonly name: string;
  readonly held: Scalar;
  readonly values: HostArray;
  readonly packing?: Packing;
}

/** One dispatch: a kernel, and the slots of its operands (inputs, then outputs; null where an operand is left out). */
export interface Step {
  readonly kernel: KernelInstance;
  readonly operands: readonly (Slot | null)[];
  readonly tables: readonly Slot[];
  readonly origin: Origin;
  readonly result: string;
  readonly type: TensorType;
  readonly cost: Cost;
}

/** An input or output of the model, and where it lies on the GPU. */
export interface Endpoint {
  readonly name: string;
  readonly type: TensorType;
  readonly held: Scalar;
  readonly slot: Slot;
}

/** Everything a run does, as plain data: what to allocate, what to upload once, what to dispatch in which order. */
export interface Plan {
  readonly buffers: readonly number[];
  readonly constantBytes: number;
  readonly uploads: readonly Upload[];
  readonly inputs: readonly Endpoint[];
  readonly outputs: readonly Endpoint[];
  readonly steps: readonly Step[];
}

class Planner {
  readonly #graph: Graph;
  readonly #caps: DeviceCaps;
  readonly #rankings: Rankings;
  readonly #uploads = new Map<string, Upload>();
  #constantBytes = 0;
  readonly #slots = new Map<ValueId, Slot>();

  constructor(graph: Graph, caps: DeviceCaps, rankings: Rankings) {
    this.#graph = graph;
    this.#caps = caps;
    this.#rankings = rankings;
  }

  plan(): Plan {
    const nodes = this.#graph.nodes.filter((node) =>
      node.outputs.some((id) => sizeOf(this.#type(id).shape) > 0),
    );
    const buffers = this.#assign(nodes);
    const steps = nodes.map((node) => this.#step(node));
    return {
      buffers,
      steps,
      inputs: this.#graph.inputs.map((value) => this.#endpoint(this.#graph.values.get(value)!.name, value)),
      outputs: this.#graph.outputs.map(({ name, value }) => this.#endpoint(name, value)),
      uploads: [...this.#uploads.values()],
      constantBytes: this.#constantBytes,
    };
  }

  #type(id: ValueId): TensorType {
    return this.#graph.values.get(id)!.type;
  }

  #held(id: ValueId): Scalar {
    const { dtype } = this.#type(id);
    if (dtype === 'float64') {
      throw new RoentgenError(
        'unsupported',
        `'${this.#graph.values.get(id)!.name}' is float64, which no GPU computes here`,
        {
          hint: 'export the model in float32',
        },
      );
    }
    return storageOf(dtype, this.#caps.features.has('f16'));
  }

  /** Bytes of the buffer of a value, or an error where no buffer can be that long. */
  #bytes(id: ValueId): number {
    const value = this.#graph.values.get(id)!;
    const bytes = bufferBytes(tensorOf(value), this.#held(id));
    const most = this.#caps.limits.bufferBytes;
    if (bytes <= most) return bytes;
    const what = `'${value.name}' [${value.type.shape}] takes ${mebibytes(bytes)}`;
    throw tooLarge(`${what}; a buffer of this adapter holds ${mebibytes(most)} at most`);
  }

  /** What a dispatch binds of a value, or an error where no binding can be that long. */
  #bindable(size: number, what: string): number {
    const most = this.#caps.limits.bindingBytes;
    if (size <= most) return size;
    throw tooLarge(`${what} takes ${mebibytes(size)}; this adapter binds ${mebibytes(most)} at most`);
  }

  /** Where a dispatch binds a value: all of its buffer, or as much as holds it of a buffer that is too large. */
  #window(id: ValueId): Slot {
    const { values } = this.#graph;
    const value = values.get(id)!;
    const root = rootOf(values, id);
    const { offset, size } = windowOf(tensorOf(value), tensorOf(values.get(root)!), this.#caps);
    this.#bindable(size, `'${value.name}' [${value.type.shape}]`);
    return { buffer: this.#slots.get(root)!.buffer, offset, size };
  }

  /** Gives every value that is computed, fed or read back its buffer; returns the buffers' sizes. */
  #assign(nodes: readonly Node[]): readonly number[] {
    const { values, constants, inputs, outputs } = this.#graph;
    const end = nodes.length;
    const spans = new Map<ValueId, { first: number; last: number }>();
    const touch = (id: ValueId, at: number) => {
      const root = rootOf(values, id);
      if (constants.has(root)) return;
      const span = spans.get(root) ?? { first: at, last: at };
      spans.set(root, { first: Math.min(span.first, at), last: Math.max(span.last, at) });
    };
    // What the caller feeds and reads keeps its buffer for good.
    for (const id of [...inputs, ...outputs.map(({ value }) => value)])
      for (const at of [-1, end]) touch(id, at);
    for (const [at, node] of nodes.entries())
      for (const id of [...node.inputs, ...node.outputs]) if (id !== null) touch(id, at);
    const roots = [...spans.keys()];
    const lifetimes = roots.map((id): Lifetime => ({ bytes: this.#bytes(id), ...spans.get(id)! }));
    const { buffers, of } = assignBuffers(lifetimes);
    for (const [index, id] of roots.entries()) {
      this.#slots.set(id, { buffer: of[index], offset: 0, size: lifetimes[index].bytes });
    }
    return buffers;
  }

  #step(node: Node): Step {
    const ids = [...node.inputs, ...node.outputs];
    const problem = boundProblemOf(this.#graph, node, this.#caps);
    const { definition, kernel } = this.#chosen(node, problem);
    const operands = ids.map((id, index) =>
      id === null
        ? null
        : this.#operand(
            id,
            kernel.packings?.find((p) => p.operand === index),
          ),
    );
    const tables = (kernel.tables ?? []).map((table) =>
      this.#upload(
        `${kernel.name} ${table.name} of ${node.origin.node}:${node.outputs[0]}`,
        table.data,
        heldAs(table.data),
      ),
    );
    const result = this.#graph.values.get(node.outputs[0])!;
    return {
      kernel,
      operands,
      tables,
      origin: node.origin,
      result: result.name,
      type: result.type,
      cost: definition.cost(problem, this.#caps),
    };
  }

  #chosen(node: Node, problem: Problem<unknown>) {
    try {
      const family = familyOf(node);
      const ranking =
        this.#rankings.size > 0 ? this.#rankings.get(problemKey(family.name, problem)) : undefined;
      const definition = pick(candidates(family, problem, this.#caps), ranking);
      return { definition, kernel: definition.instantiate(problem, this.#caps) };
    } catch (error) {
      if (!(error instanceof RoentgenError) || error.node !== undefined) throw error;
      throw new RoentgenError(error.code, `${node.origin.op} '${node.origin.node}': ${error.message}`, {
        node: node.origin.node,
        cause: error,
      });
    }
  }

  #operand(id: ValueId, packing: Packing | undefined): Slot {
    const values = this.#graph.constants.get(id);
    if (!values) return this.#window(id);
    return this.#upload(
      `${id} ${packing?.layout ?? ''}`,
      values,
      packing?.held ?? this.#held(id),
      packing,
      this.#graph.values.get(id)!.name,
    );
  }

  /** Uploads equal layouts of one constant once. They are packed when they are uploaded. */
  #upload(key: string, values: HostArray, held: Scalar, packing?: Packing, name = key): Slot {
    const known = this.#uploads.get(key);
    if (known) return known.slot;
    const elements = packing?.elements(values.length) ?? values.length;
    const size = this.#bindable(aligned(elements * bytesOf(held)), `'${name}'`);
    checkFits(values, held, name);
    const slot: Slot = { buffer: 'constants', offset: this.#constantBytes, size };
    this.#constantBytes += size;
    this.#uploads.set(key, { slot, name, held, values, ...(packing ? { packing } : {}) });
    return slot;
  }

  #endpoint(name: string, id: ValueId): Endpoint {
    return {
      name,
      type: this.#type(id),
      held: this.#held(id),
      slot: this.#slots.get(rootOf(this.#graph.values, id))!,
    };
  }
}

function heldAs(data: Float32Array | Int32Array | Uint32Array): Scalar {
  if (data instanceof Float32Array) return 'f32';
  return data instanceof Int32Array ? 'i32' : 'u32';
}

function tooLarge(message: string): RoentgenError {
  return new RoentgenError('memory', message, { hint: 'use a smaller input or smaller tiles' });
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}

/**
 * Lays out a graph for a device: chooses a kernel for each node and a buffer for each value. Kernels are those that the rankings have
 * found fastest; where they know nothing of a problem, those of least expected time.
 */
export function makePlan(graph: Graph, caps: DeviceCaps, rankings: Rankings = noRankings): Plan {
  return new Planner(graph, caps, rankings).plan();
}
