import { RoentgenError } from '@roentgen/kernels';
import { dtypeOf, isReadable } from './dtypes.ts';
import type { OnnxDim, OnnxType, OnnxValueInfo } from './model.ts';
import type { ProtoDim, ProtoType, ProtoValueInfo } from './proto.ts';
import { quote } from './text.ts';

/**
 * What the file declares about a value. An `input` of the model is taken at its word and must be a tensor of a type
 * that we compute with; other declarations are hints, and what makes no sense in them counts as left open.
 */
export function buildValueInfo(proto: ProtoValueInfo, role: 'input' | 'output' | 'value'): OnnxValueInfo {
  const what = `${role} ${quote(proto.name)}`;
  if (role === 'input') checkInput(proto.type, what);
  if (role !== 'value') refuseOtherKinds(proto.type, what);
  return { name: proto.name, type: buildType(proto.type) };
}

function buildType(type: ProtoType): OnnxType {
  if (type.kind !== 'tensor') return type;
  return {
    kind: 'tensor',
    dtype: dtypeOf(type.elemType) ?? null,
    shape: type.shape?.map(buildDim) ?? null,
  };
}

function buildDim(dim: ProtoDim): OnnxDim {
  if (typeof dim === 'bigint') return null;
  return typeof dim === 'number' && dim < 0 ? null : dim;
}

function checkInput(type: ProtoType, what: string): void {
  if (type.kind === 'missing') throw broken(what, 'has no type');
  if (type.kind !== 'tensor') return;
  const dtype = dtypeOf(type.elemType);
  if (dtype === undefined)
    throw broken(what, `has element type ${type.elemType}, which ONNX does not define`);
  if (!isReadable(dtype)) throw unsupported(what, `holds ${dtype}`);
  // -1 is how some converters write a size that is open; the standard has no negative sizes.
  const bad = type.shape?.find((dim) => typeof dim === 'bigint' || (typeof dim === 'number' && dim < -1));
  if (bad !== undefined) throw broken(what, `has a dimension of ${bad}`);
}

function refuseOtherKinds(type: ProtoType, what: string): void {
  if (type.kind !== 'tensor' && type.kind !== 'missing')
    throw unsupported(what, `is a ${type.kind}, not a tensor`);
}

function unsupported(what: string, fact: string): RoentgenError {
  return new RoentgenError(
    'unsupported',
    `${what} ${fact}; this runtime has tensors of numbers and truth values.`,
    {
      hint: 'Export the part of the network that works on tensors.',
    },
  );
}

function broken(what: string, fact: string): RoentgenError {
  return new RoentgenError('model', `${what} ${fact}.`, {
    hint: 'The exporter or the file is at fault: export the model again with typed inputs.',
  });
}
