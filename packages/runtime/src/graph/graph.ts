import type { FamilyName, HostArray, TensorType, Vocabulary } from '@roentgen/kernels';

export type ValueId = number & { readonly brand: 'ValueId' };

/** Where a view's elements lie in the buffer of another value; counted in elements. */
export interface Place {
  readonly root: ValueId;
  readonly offset: number;
  readonly strides: readonly number[];
}

/** A tensor in the graph. With a `place` it has no buffer of its own: it is a view of its root. */
export interface Value {
  readonly id: ValueId;
  /** The name in the model file, or one made from the node that writes it. */
  readonly name: string;
  readonly type: TensorType;
  readonly place?: Place;
}

/** Where a node came from in the model file; every message about it says so. */
export interface Origin {
  readonly node: string;
  readonly op: string;
}

/** One operation of the vocabulary; it becomes exactly one dispatch. */
export type Node<K extends FamilyName = FamilyName> = {
  [F in K]: {
    readonly family: F;
    readonly attributes: Vocabulary[F];
    readonly inputs: readonly (ValueId | null)[];
    readonly outputs: readonly ValueId[];
    readonly origin: Origin;
  };
}[K];

/**
 * A model specialised to the shapes of its inputs: static, in an order that runs, with every constant known.
 * Law (see verify.ts): each value is written once, before it is read; a view's root is written through views only or
 * by one node only; constants are never written.
 */
export interface Graph {
  readonly values: ReadonlyMap<ValueId, Value>;
  readonly constants: ReadonlyMap<ValueId, HostArray>;
  readonly inputs: readonly ValueId[];
  readonly outputs: readonly { readonly name: string; readonly value: ValueId }[];
  readonly nodes: readonly Node[];
}

export interface Pass {
  readonly name: string;
  run(graph: Graph): Graph;
}
