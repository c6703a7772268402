import { RoentgenError } from '@roentgen/kernels';
import type { AttributeKind, OnnxAttribute, OnnxGraph, OnnxTensor } from './model.ts';
import type { ProtoAttribute, ProtoAttributeValue, ProtoGraph, ProtoTensor } from './proto.ts';
import { quote } from './text.ts';

/** AttributeProto.AttributeType. */
const KINDS: readonly (AttributeKind | undefined)[] = [
  undefined,
  'float',
  'int',
  'string',
  'tensor',
  'graph',
  'floats',
  'ints',
  'strings',
  'tensors',
  'graphs',
  'sparse tensor',
  'sparse tensors',
  'type',
  'types',
];

/** How the parts of an attribute that are messages of their own become data. */
export interface PartBuilder {
  tensor(proto: ProtoTensor, what: string): OnnxTensor;
  graph(proto: ProtoGraph): OnnxGraph;
}

/** The attributes of one node, or the defaults of one function; `owner` is what messages call it. */
export function buildAttributes(
  protos: readonly ProtoAttribute[],
  owner: string,
  parts: PartBuilder,
): ReadonlyMap<string, OnnxAttribute> {
  const attributes = new Map<string, OnnxAttribute>();
  for (const proto of protos) {
    const what = `attribute ${quote(proto.name)} of ${owner}`;
    if (proto.name === '') throw wrong(what, 'has no name');
    if (attributes.has(proto.name)) throw wrong(what, 'is there twice');
    attributes.set(proto.name, buildAttribute(proto, what, parts));
  }
  return attributes;
}

function buildAttribute(proto: ProtoAttribute, what: string, parts: PartBuilder): OnnxAttribute {
  const kind = kindOf(proto, what);
  if (proto.reference !== '') {
    if (proto.values.length > 0) throw wrong(what, 'has a value and also refers to another attribute');
    return { kind: 'reference', value: proto.reference, of: kind };
  }
  const stranger = proto.values.find((value) => value.kind !== kind);
  if (stranger !== undefined) throw wrong(what, `is declared as ${kind} but holds ${stranger.kind}`);
  return finish(proto.values[0] ?? absent(kind, what), what, parts);
}

/** The declared kind. IR version 1 had no declaration; then the only value decides. */
function kindOf(proto: ProtoAttribute, what: string): AttributeKind {
  const kind = KINDS[proto.type];
  if (kind !== undefined) return kind;
  const [only, ...more] = proto.values;
  if (proto.type === 0 && only !== undefined && more.length === 0) return only.kind;
  throw wrong(what, `has type ${proto.type}, which ONNX does not define`);
}

/** A value that is not written: writers of proto3 leave out zeros, empty texts and empty lists. */
function absent(kind: AttributeKind, what: string): ProtoAttributeValue {
  if (kind === 'float' || kind === 'int') return { kind, value: 0 };
  if (kind === 'string') return { kind, value: '' };
  if (kind.endsWith('s')) return { kind, value: [] } as unknown as ProtoAttributeValue;
  throw wrong(what, `is declared as ${kind} but holds nothing`);
}

function finish(value: ProtoAttributeValue, what: string, parts: PartBuilder): OnnxAttribute {
  switch (value.kind) {
    case 'tensor':
      return { kind: 'tensor', value: parts.tensor(value.value, what) };
    case 'tensors':
      return {
        kind: 'tensors',
        value: value.value.map((it, at) => parts.tensor(it, `tensor ${at} of ${what}`)),
      };
    case 'graph':
      return { kind: 'graph', value: parts.graph(value.value) };
    case 'graphs':
      return { kind: 'graphs', value: value.value.map((it) => parts.graph(it)) };
    default:
      return value;
  }
}

function wrong(what: string, fact: string): RoentgenError {
  return new RoentgenError('model', `${what} ${fact}.`, {
    hint: 'The exporter or the file is at fault: export the model again; onnx.checker may say more.',
  });
}
