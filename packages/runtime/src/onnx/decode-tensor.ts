import type { ProtoTensor, TypedField } from './proto.ts';
import { BYTES, FIXED32, FIXED64, VARINT, type WireReader } from './wire.ts';

/** The typed data fields of TensorProto: number, name and how one element is written when it is not packed. */
const TYPED: ReadonlyMap<number, readonly [TypedField, number]> = new Map([
  [4, ['float_data', FIXED32]],
  [5, ['int32_data', VARINT]],
  [6, ['string_data', BYTES]],
  [7, ['int64_data', VARINT]],
  [10, ['double_data', FIXED64]],
  [11, ['uint64_data', VARINT]],
]);

/** Reads a TensorProto. Its data stays encoded, as views into the file. */
export function readTensor(reader: WireReader): ProtoTensor {
  const tensor: ProtoTensor = {
    name: '',
    dataType: 0,
    dims: [],
    raw: null,
    typed: new Map(),
    location: 0,
    external: [],
    segmented: false,
  };
  while (reader.next()) readField(tensor, reader);
  return tensor;
}

function readField(tensor: ProtoTensor, reader: WireReader): unknown {
  switch (reader.field) {
    case 1:
      return reader.ints(tensor.dims);
    case 2:
      tensor.dataType = reader.smallInt();
      return;
    case 3:
      tensor.segmented = true;
      return reader.skip();
    case 8:
      tensor.name = reader.string();
      return;
    case 9:
      tensor.raw = reader.bytesField();
      return;
    case 13:
      return tensor.external.push(readEntry(reader.message('external data')));
    case 14:
      tensor.location = reader.smallInt();
      return;
    default:
      return readTyped(tensor, reader);
  }
}

function readTyped(tensor: ProtoTensor, reader: WireReader): void {
  const found = TYPED.get(reader.field);
  if (found === undefined) {
    reader.skip();
    return;
  }
  const [field, scalar] = found;
  const pieces = tensor.typed.get(field) ?? [];
  pieces.push(reader.chunk(scalar));
  tensor.typed.set(field, pieces);
}

/** Reads a StringStringEntryProto, one pair of a map. */
export function readEntry(reader: WireReader): [key: string, value: string] {
  let key = '';
  let value = '';
  while (reader.next()) {
    if (reader.field === 1) key = reader.string();
    else if (reader.field === 2) value = reader.string();
    else reader.skip();
  }
  return [key, value];
}
