import { RoentgenError } from '@roentgen/kernels';
import type { ProtoTensor } from './proto.ts';
import { rawBytes } from './tensor.ts';
import { quote } from './text.ts';

/**
 * Fetches one file of weights that lies beside the model. `location` is a relative path with `/` between its parts,
 * already checked: no root, drive, scheme, backslash or part that climbs. What it still leaves to the host:
 * - a browser encodes each part (`encodeURIComponent`) before it resolves the path against the model's address;
 * - on disk, links may lead outside: resolve the real path and refuse one that leaves the model's folder.
 */
export type ExternalFiles = (location: string) => Promise<Uint8Array>;

/** A tensor whose data is elsewhere, with the name that messages call it by. */
export interface ExternalTensor {
  readonly proto: ProtoTensor;
  readonly what: string;
}

interface Extent {
  readonly location: string;
  readonly offset: number;
  readonly length: number;
}

const EXTERNAL = 1;

/** Whether a tensor says that its data is in another file. Throws 'model' for a place that the standard lacks. */
export function isExternal(proto: ProtoTensor, what: string): boolean {
  if (proto.location === EXTERNAL) return true;
  if (proto.location === 0) return false;
  throw broken(what, `has data location ${proto.location}, which ONNX does not define`);
}

/**
 * The bytes of every external tensor, each file fetched once (ONNX: docs/ExternalData.md; `checksum` is not
 * compared). Throws 'model' for a place outside the model's folder or the file, 'file' where no file can be had.
 */
export async function fetchExternal(
  tensors: readonly ExternalTensor[],
  files: ExternalFiles | undefined,
): Promise<ReadonlyMap<ProtoTensor, Uint8Array>> {
  const found = new Map<ProtoTensor, Uint8Array>();
  const fetched = new Map<string, Uint8Array>();
  // Every extent is checked before the first file is asked for.
  const extents = tensors.map(({ proto, what }) => ({ proto, what, extent: extentOf(proto, what) }));
  for (const { proto, what, extent } of extents) {
    const bytes = fetched.get(extent.location) ?? (await fetchOne(extent.location, what, files));
    fetched.set(extent.location, bytes);
    found.set(proto, cut(bytes, extent, what));
  }
  return found;
}

function extentOf(proto: ProtoTensor, what: string): Extent {
  const entries = new Map(proto.external);
  if (entries.size !== proto.external.length) throw broken(what, 'says twice where its data is');
  if (proto.raw !== null || proto.typed.size > 0) {
    throw broken(what, 'has its data both in the model and in another file');
  }
  const location = entries.get('location');
  if (location === undefined) throw broken(what, 'is stored in another file and does not say which');
  const needed = rawBytes(proto, what);
  const length = wholeNumber(entries.get('length'), 'length', what) ?? needed;
  if (length !== needed) throw broken(what, `takes ${needed} bytes, but its external data has ${length}`);
  return {
    location: checkLocation(location, what),
    offset: wholeNumber(entries.get('offset'), 'offset', what) ?? 0,
    length,
  };
}

function wholeNumber(text: string | undefined, key: string, what: string): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value))
    throw broken(what, `has the external ${key} ${quote(text)}, no whole number`);
  return value;
}

/** A path without `.` parts. Refuses everything that could name a file outside the model's folder. */
function checkLocation(location: string, what: string): string {
  const parts = location.split('/').filter((part) => part !== '.' && part !== '');
  // A browser reads %2e as a dot, so a part made of them climbs too.
  const climbs = parts.some((part) => part.replace(/%2e/gi, '.') === '..');
  const rooted = location.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(location);
  if (parts.length > 0 && !climbs && !rooted && !/[\\\p{Cc}]/u.test(location)) return parts.join('/');
  throw new RoentgenError(
    'model',
    `${what} wants its data from ${quote(location)}, outside the model’s folder.`,
    {
      hint: 'Weights are only read from files beside or below the model: save it again with relative locations.',
    },
  );
}

async function fetchOne(
  location: string,
  what: string,
  files: ExternalFiles | undefined,
): Promise<Uint8Array> {
  if (files === undefined) {
    throw new RoentgenError(
      'file',
      `${what} is stored in ${quote(location)}, and no way to read it was given.`,
      {
        hint: 'Hand over a function that reads files beside the model, or save the model as one file.',
      },
    );
  }
  try {
    return await files(location);
  } catch (cause) {
    if (cause instanceof RoentgenError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RoentgenError(
      'file',
      `${what} is stored in ${quote(location)}, which cannot be read: ${reason}.`,
      {
        hint: 'Put that file beside the model, under the name that it had when the model was saved.',
        cause,
      },
    );
  }
}

function cut(bytes: Uint8Array, { location, offset, length }: Extent, what: string): Uint8Array {
  if (offset + length <= bytes.length) return bytes.subarray(offset, offset + length);
  throw broken(what, `ends at byte ${offset + length} of ${quote(location)}, which has ${bytes.length}`);
}

function broken(what: string, fact: string): RoentgenError {
  return new RoentgenError('model', `${what} ${fact}.`, {
    hint: 'Model and weights may not belong together, or the exporter is at fault: save both again.',
  });
}
