import { RoentgenError } from '@roentgen/kernels';
import { crc32 } from './crc32.ts';

/** An archive in pieces: what `add` and `end` return is to be written one after the other. */
export interface GrowingZip {
  /** The bytes of the next file, stored as it is. Throws `memory` where the archive would be larger than ZIP's 4 GiB. */
  add(name: string, bytes: Uint8Array): Uint8Array;
  /** The list of files at the end. */
  end(): Uint8Array;
}

interface Entry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly at: number;
}

const LARGEST = 2 ** 32 - 1;
const MOST = 2 ** 16 - 1;

/** A record of little-endian fields, each by its length in bytes, with bytes behind it. */
function record(fields: readonly (readonly [bytes: 2 | 4, value: number])[], ...more: readonly Uint8Array[]) {
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const out = new Uint8Array(more.reduce((sum, part) => sum + part.length, length));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  for (const part of more) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** From the version needed to the extra field, which both headers of a file share: UTF-8 names, stored, 1980-01-01. */
const shared = ({ name, crc, size }: Entry): (readonly [2 | 4, number])[] => [
  ...([
    [2, 20],
    [2, 0x800],
    [2, 0],
    [2, 0],
    [2, 0x21],
  ] as const),
  ...([
    [4, crc],
    [4, size],
    [4, size],
    [2, name.length],
    [2, 0],
  ] as const),
];

const local = (entry: Entry, bytes: Uint8Array) =>
  record([[4, 0x04034b50], ...shared(entry)], entry.name, bytes);

const central = (entry: Entry) =>
  record(
    [[4, 0x02014b50], [2, 20], ...shared(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.at]],
    entry.name,
  );

/**
 * A ZIP archive (PKWARE's APPNOTE 6.3) whose files come one after the other and need not be held: sizes and checksums
 * stand before each, so that readers of streams take it too.
 */
export function growingZip(): GrowingZip {
  const entries: Entry[] = [];
  let at = 0;
  return {
    add(name, bytes) {
      const entry = { name: new TextEncoder().encode(name), crc: crc32(bytes), size: bytes.length, at };
      const out = local(entry, bytes);
      if (at + out.length > LARGEST || entries.length === MOST)
        throw new RoentgenError('memory', `'${name}' does not fit into the archive`, {
          hint: 'a ZIP holds 4 GiB and 65,535 files: make it of fewer',
        });
      entries.push(entry);
      at += out.length;
      return out;
    },
    end() {
      const list = entries.map(central);
      const size = list.reduce((sum, { length }) => sum + length, 0);
      const { length } = entries;
      const fields = [
        [4, 0x06054b50],
        [2, 0],
        [2, 0],
        [2, length],
        [2, length],
        [4, size],
        [4, at],
        [2, 0],
      ] as const;
      return record([], ...list, record(fields));
    },
  };
}
