import { commit } from 'virtual:commit';
import { passNames } from '@roentgen/runtime';
import { probe } from './adapter.ts';
import { type EnvelopeParts, makeEnvelope } from './envelope.ts';
import { jsonBlob } from './files.ts';

/** A result in its envelope, as a JSON file: every system's `save('json')`. */
export async function envelopeBlob(parts: EnvelopeParts): Promise<Blob> {
  const found = await probe();
  const adapter = 'kind' in found ? null : found;
  return jsonBlob(await makeEnvelope(parts, { commit, date: new Date(), adapter, passes: passNames }));
}
