import { checkPresent, damaged, viewOf } from './bytes.ts';
import type { ByteSource } from './zip/directory.ts';

/** Pages that are looked at: a stack that was cut short lacks its last ones too, whose places the first ones chain to. */
const MOST_PAGES = 4096;

/** Bytes of a value by its type (TIFF 6.0 section 2, BigTIFF). */
const WIDTHS: Readonly<Record<number, number>> = {
  ...{ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4 },
  ...{ 16: 8, 17: 8, 18: 8 },
};

/** Strips' and tiles' places and lengths. */
const PLACES = new Set([273, 324]);
const LENGTHS = new Set([279, 325]);

/** How this file writes its numbers. */
interface Layout {
  readonly little: boolean;
  readonly big: boolean;
}

function unsigned(view: DataView, at: number, width: number, little: boolean): number {
  if (width === 2) return view.getUint16(at, little);
  return width === 4 ? view.getUint32(at, little) : Number(view.getBigUint64(at, little));
}

/** The bytes from `at`, all of which have to be there. */
async function present(source: ByteSource, what: string, at: number, length: number): Promise<DataView> {
  if (!Number.isSafeInteger(at + length)) throw damaged(`TIFF: ${what} at an impossible place (${at})`);
  checkPresent(`TIFF ${what}`, at + length, source.size);
  return viewOf(await source.read(at, at + length));
}

/** A field of a directory: where its values stand, and how many there are. */
interface Field {
  readonly tag: number;
  readonly width: number;
  readonly count: number;
  readonly at: number;
}

interface Directory {
  readonly fields: readonly Field[];
  /** Where the next one stands; 0 after the last. */
  readonly next: number;
}

async function directoryAt(source: ByteSource, at: number, { little, big }: Layout): Promise<Directory> {
  const [head, entry, place] = big ? [8, 20, 8] : [2, 12, 4];
  const count = unsigned(await present(source, 'directory', at, head), 0, head, little);
  const view = await present(source, 'directory', at + head, count * entry + place);
  const fields = Array.from({ length: count }, (_, i): Field => {
    const from = i * entry;
    const width = WIDTHS[view.getUint16(from + 2, little)] ?? 1;
    const values = unsigned(view, from + 4, place, little);
    const inside = from + 4 + place;
    const own = values * width <= place;
    const stands = own ? at + head + inside : unsigned(view, inside, place, little);
    return { tag: view.getUint16(from, little), width, count: values, at: stands };
  });
  return { fields, next: unsigned(view, count * entry, place, little) };
}

async function valuesOf(source: ByteSource, field: Field, { little }: Layout): Promise<readonly number[]> {
  const { width, count, at } = field;
  const view = await present(source, 'places of strips', at, count * width);
  return Array.from({ length: count }, (_, i) => unsigned(view, i * width, width, little));
}

async function checkStrips(source: ByteSource, { fields }: Directory, layout: Layout): Promise<void> {
  for (const { at, count, width } of fields) checkPresent('TIFF field', at + count * width, source.size);
  const find = (tags: ReadonlySet<number>) => fields.find(({ tag }) => tags.has(tag));
  const [places, lengths] = [find(PLACES), find(LENGTHS)];
  if (places === undefined || lengths === undefined) return;
  const starts = await valuesOf(source, places, layout);
  const sizes = await valuesOf(source, lengths, layout);
  const end = starts.reduce((most, start, i) => Math.max(most, start + (sizes[i] ?? 0)), 0);
  checkPresent('TIFF pixels', end, source.size);
}

/** Throws `format` where a TIFF's directories, their values or the pixels that they place lie beyond its end. */
export async function checkTiffWhole(source: ByteSource): Promise<void> {
  const head = await present(source, 'header', 0, 16);
  const little = head.getUint16(0) === 0x4949;
  const layout: Layout = { little, big: head.getUint16(2, little) === 43 };
  let at = layout.big ? unsigned(head, 8, 8, little) : head.getUint32(4, little);
  const seen = new Set<number>();
  while (at !== 0 && !seen.has(at) && seen.size < MOST_PAGES) {
    seen.add(at);
    const directory = await directoryAt(source, at, layout);
    await checkStrips(source, directory, layout);
    at = directory.next;
  }
}
