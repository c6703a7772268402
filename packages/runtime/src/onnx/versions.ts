import { RoentgenError } from '@roentgen/kernels';
import type { ProtoModel, ProtoOpset } from './proto.ts';
import { quote } from './text.ts';

/** The newest file format and operator set that this reader was written for (ONNX 1.22). */
const NEWEST_IR = 14;
const NEWEST_OPSET = 28;

/** Refuses a model without IR version ('model') or newer than any known ('unsupported'). */
export function checkIrVersion(version: number, name: string): void {
  if (version >= 1 && version <= NEWEST_IR) return;
  if (version > NEWEST_IR) {
    throw new RoentgenError(
      'unsupported',
      `${name} has IR version ${version}; the newest known is ${NEWEST_IR}.`,
      {
        hint: 'Export it with an older opset, which also lowers the IR version.',
      },
    );
  }
  throw new RoentgenError('model', `${name} has no valid IR version (${version}).`, {
    hint: 'It may not be an ONNX model, or only a part of one.',
  });
}

/** Versions by domain, from a model's or function's imports; the standard domain is the empty string. */
export function buildOpsets(imports: readonly ProtoOpset[], owner: string): Map<string, number> {
  const opsets = new Map<string, number>();
  for (const { domain, version } of imports) {
    const key = plainDomain(domain);
    if (opsets.has(key)) {
      throw opsetError(owner, `imports two versions of the operator set ${quote(domain || 'ai.onnx')}`);
    }
    if (version < 1) throw opsetError(owner, `imports version ${version} of ${quote(domain || 'ai.onnx')}`);
    opsets.set(key, version);
  }
  refuseNewer(opsets.get(''), owner);
  return opsets;
}

/** A model's imports. Before IR version 3 there were none, and everything meant version 1. */
export function modelOpsets(model: ProtoModel, name: string): Map<string, number> {
  const opsets = buildOpsets(model.opsets, name);
  if (model.opsets.length > 0) return opsets;
  if (model.irVersion < 3) return opsets.set('', 1);
  throw opsetError(name, 'imports no operator set, so its operators have no version');
}

/** `ai.onnx` and the empty string are the same domain. */
export function plainDomain(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain;
}

function refuseNewer(version: number | undefined, owner: string): void {
  if (version === undefined || version <= NEWEST_OPSET) return;
  throw new RoentgenError(
    'unsupported',
    `${owner} uses opset ${version}; the newest known is ${NEWEST_OPSET}.`,
    {
      hint: `Export it with opset_version=${NEWEST_OPSET} or lower: 17 or 18 suits most networks.`,
    },
  );
}

function opsetError(owner: string, fact: string): RoentgenError {
  return new RoentgenError('model', `${owner} ${fact}.`, {
    hint: 'The exporter or the file is at fault: export the model again.',
  });
}
