import type { ProtoDim, ProtoType, ProtoValueInfo } from './proto.ts';
import type { WireReader } from './wire.ts';

/** The members of TypeProto that are not dense tensors: known by name only. */
const OTHER_KINDS = new Map([
  [4, 'sequence'],
  [5, 'map'],
  [7, 'opaque'],
  [8, 'sparse tensor'],
  [9, 'optional'],
] as const);

/** Reads a ValueInfoProto. */
export function readValueInfo(reader: WireReader): ProtoValueInfo {
  const info: ProtoValueInfo = { name: '', type: { kind: 'missing' } };
  while (reader.next()) {
    if (reader.field === 1) info.name = reader.string();
    else if (reader.field === 2) info.type = readType(reader.message('a type'));
    else reader.skip();
  }
  return info;
}

function readType(reader: WireReader): ProtoType {
  let type: ProtoType = { kind: 'missing' };
  while (reader.next()) {
    const other = OTHER_KINDS.get(reader.field as 4);
    if (reader.field === 1) type = readTensorType(reader.message('a tensor type'));
    else {
      if (other !== undefined) type = { kind: other };
      reader.skip();
    }
  }
  return type;
}

function readTensorType(reader: WireReader): ProtoType {
  let elemType = 0;
  let shape: ProtoDim[] | null = null;
  while (reader.next()) {
    if (reader.field === 1) elemType = reader.smallInt();
    else if (reader.field === 2) shape = readShape(reader.message('a shape'));
    else reader.skip();
  }
  return { kind: 'tensor', elemType, shape };
}

function readShape(reader: WireReader): ProtoDim[] {
  const shape: ProtoDim[] = [];
  while (reader.next()) {
    if (reader.field === 1) shape.push(readDim(reader.message('a dimension')));
    else reader.skip();
  }
  return shape;
}

function readDim(reader: WireReader): ProtoDim {
  let dim: ProtoDim = null;
  while (reader.next()) {
    if (reader.field === 1) dim = reader.int();
    else if (reader.field === 2) dim = reader.string() || null;
    else reader.skip();
  }
  return dim;
}
