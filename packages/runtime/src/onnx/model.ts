import type { ForeignDType, OnnxDType, TensorArrays } from './dtypes.ts';
import type { Int } from './wire.ts';

/*
 * An ONNX model as plain data, after every check that needs neither shapes nor the meaning of operators
 * (ONNX IR specification, docs/IR.md of onnx/onnx). Everything named is in a Map: `__proto__` is a valid name.
 */

/** A tensor with its data, row-major. `data` may be a view into the model's file: never write to it. */
export type OnnxTensor = {
  readonly [D in OnnxDType]: {
    readonly name: string;
    readonly dtype: D;
    readonly dims: readonly number[];
    readonly data: TensorArrays[D];
  };
}[OnnxDType];

/** A size, a name for a size that the file leaves open, or null where it says nothing (or -1, as converters write). */
export type OnnxDim = number | string | null;

/**
 * What a file declares about a value. Two sizes of the same name may differ (PyTorch's exporter does that), and
 * all of it may be wrong: derive shapes, and compare.
 */
export type OnnxType =
  | {
      readonly kind: 'tensor';
      /** Null where the file leaves it open. */
      readonly dtype: OnnxDType | ForeignDType | null;
      /** Null where even the rank is open. */
      readonly shape: readonly OnnxDim[] | null;
    }
  | { readonly kind: 'sequence' | 'map' | 'optional' | 'sparse tensor' | 'opaque' | 'missing' };

export interface OnnxValueInfo {
  readonly name: string;
  readonly type: OnnxType;
}

/** An attribute's value. Integers beyond 2^53 stay `bigint`: Slice marks an open end by 2^63 - 1. */
export type OnnxAttribute =
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'int'; readonly value: Int }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'tensor'; readonly value: OnnxTensor }
  | { readonly kind: 'graph'; readonly value: OnnxGraph }
  | { readonly kind: 'floats'; readonly value: readonly number[] }
  | { readonly kind: 'ints'; readonly value: readonly Int[] }
  | { readonly kind: 'strings'; readonly value: readonly string[] }
  | { readonly kind: 'tensors'; readonly value: readonly OnnxTensor[] }
  | { readonly kind: 'graphs'; readonly value: readonly OnnxGraph[] }
  /** Within a function: the caller's attribute of this name and kind. */
  | { readonly kind: 'reference'; readonly value: string; readonly of: AttributeKind }
  /** Sparse tensors and types: known, and used by no operator that we have. */
  | { readonly kind: 'sparse tensor' | 'sparse tensors' | 'type' | 'types' };

export type AttributeKind = Exclude<OnnxAttribute['kind'], 'reference'>;

export interface OnnxNode {
  readonly name: string;
  readonly op: string;
  /** Empty for the standard operators, which files may also call `ai.onnx`. */
  readonly domain: string;
  /** Version of the domain's operator set that this node means. */
  readonly opset: number;
  readonly overload: string;
  /** An empty name is an optional input that is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
  /** Its place in the file, for messages. */
  readonly index: number;
}

export interface OnnxGraph {
  readonly name: string;
  /** In an order that runs. */
  readonly nodes: readonly OnnxNode[];
  readonly initializers: ReadonlyMap<string, OnnxTensor>;
  /** As the file lists them; up to IR version 3 that includes every initializer. */
  readonly inputs: readonly OnnxValueInfo[];
  readonly outputs: readonly OnnxValueInfo[];
  readonly valueInfo: ReadonlyMap<string, OnnxValueInfo>;
}

/** An operator that the model itself defines. */
export interface OnnxFunction {
  readonly name: string;
  readonly domain: string;
  readonly overload: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Names of attributes without a default. */
  readonly parameters: readonly string[];
  readonly defaults: ReadonlyMap<string, OnnxAttribute>;
  readonly nodes: readonly OnnxNode[];
}

export interface OnnxModel {
  readonly irVersion: number;
  /** Version by domain; the standard operators' domain is the empty string. */
  readonly opsets: ReadonlyMap<string, number>;
  readonly producerName: string;
  readonly producerVersion: string;
  readonly metadata: ReadonlyMap<string, string>;
  readonly graph: OnnxGraph;
  readonly functions: readonly OnnxFunction[];
}
