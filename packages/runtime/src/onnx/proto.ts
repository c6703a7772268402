import type { Int } from './wire.ts';

/*
 * The messages of onnx.proto as they are written, with the fields that are read, before any check.
 */

/** The fields of TensorProto that hold numbers by type, as still encoded pieces. */
export type TypedField =
  | 'float_data'
  | 'int32_data'
  | 'string_data'
  | 'int64_data'
  | 'double_data'
  | 'uint64_data';

export interface ProtoTensor {
  name: string;
  dataType: number;
  dims: Int[];
  raw: Uint8Array | null;
  typed: Map<TypedField, Uint8Array[]>;
  location: number;
  external: [key: string, value: string][];
  segmented: boolean;
}

export type ProtoAttributeValue =
  | { readonly kind: 'float'; value: number }
  | { readonly kind: 'int'; value: Int }
  | { readonly kind: 'string'; value: string }
  | { readonly kind: 'tensor'; value: ProtoTensor }
  | { readonly kind: 'graph'; value: ProtoGraph }
  | { readonly kind: 'floats'; readonly value: number[] }
  | { readonly kind: 'ints'; readonly value: Int[] }
  | { readonly kind: 'strings'; readonly value: string[] }
  | { readonly kind: 'tensors'; readonly value: ProtoTensor[] }
  | { readonly kind: 'graphs'; readonly value: ProtoGraph[] }
  | { readonly kind: 'sparse tensor' | 'sparse tensors' | 'type' | 'types' };

export interface ProtoAttribute {
  name: string;
  type: number;
  reference: string;
  /** What is written, one entry a kind; a sane attribute has one entry or none. */
  readonly values: ProtoAttributeValue[];
}

export interface ProtoNode {
  readonly inputs: string[];
  readonly outputs: string[];
  name: string;
  op: string;
  domain: string;
  overload: string;
  readonly attributes: ProtoAttribute[];
}

export type ProtoDim = Int | string | null;

export type ProtoType =
  | { readonly kind: 'tensor'; elemType: number; shape: ProtoDim[] | null }
  | { readonly kind: 'sequence' | 'map' | 'optional' | 'sparse tensor' | 'opaque' | 'missing' };

export interface ProtoValueInfo {
  name: string;
  type: ProtoType;
}

export interface ProtoGraph {
  name: string;
  readonly nodes: ProtoNode[];
  readonly initializers: ProtoTensor[];
  /** Names of the tensors in sparse form. */
  readonly sparse: string[];
  readonly inputs: ProtoValueInfo[];
  readonly outputs: ProtoValueInfo[];
  readonly valueInfo: ProtoValueInfo[];
}

export interface ProtoOpset {
  domain: string;
  version: number;
}

export interface ProtoFunction {
  name: string;
  domain: string;
  overload: string;
  readonly inputs: string[];
  readonly outputs: string[];
  readonly parameters: string[];
  readonly defaults: ProtoAttribute[];
  readonly nodes: ProtoNode[];
  readonly opsets: ProtoOpset[];
}

export interface ProtoModel {
  irVersion: number;
  readonly opsets: ProtoOpset[];
  producerName: string;
  producerVersion: string;
  readonly metadata: [key: string, value: string][];
  graph: ProtoGraph | null;
  readonly functions: ProtoFunction[];
}
