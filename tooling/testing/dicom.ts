/* DICOM files as scanners write them, for tests. */

const IMPLICIT_LITTLE = '1.2.840.10008.1.2';
const EXPLICIT_BIG = '1.2.840.10008.1.2.2';

/** The value of an element: text, 16-bit numbers, raw bytes, encapsulated fragments or the items of a sequence. */
export type Value =
  | string
  | readonly number[]
  | Uint8Array
  | { readonly fragments: readonly Uint8Array[]; readonly table?: readonly number[] }
  | { readonly items: readonly Elements[] };

/** Elements by 'ggggeeee VR', in ascending order. */
export type Elements = Readonly<Record<string, Value>>;

const LONG = new Set(['OB', 'OV', 'OW', 'SQ', 'UN', 'UT']);

class Writer {
  private readonly out: number[] = [];
  private readonly little: boolean;

  constructor(little: boolean) {
    this.little = little;
  }

  u16(value: number): void {
    const pair = [value & 255, (value >> 8) & 255];
    this.out.push(...(this.little ? pair : pair.reverse()));
  }

  u32(value: number): void {
    const low = value & 0xffff;
    const high = value >>> 16;
    for (const half of this.little ? [low, high] : [high, low]) this.u16(half);
  }

  raw(bytes: Iterable<number>): void {
    for (const byte of bytes) this.out.push(byte);
  }

  tag(text: string): void {
    this.u16(Number.parseInt(text.slice(0, 4), 16));
    this.u16(Number.parseInt(text.slice(4, 8), 16));
  }

  item(bytes: Uint8Array): void {
    this.tag('fffee000');
    this.u32(bytes.length);
    this.raw(bytes);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.out);
  }
}

function plainBytes(value: string | readonly number[] | Uint8Array, little: boolean): Uint8Array {
  const writer = new Writer(little);
  if (typeof value === 'string') writer.raw(new TextEncoder().encode(value.length % 2 ? `${value} ` : value));
  else if (value instanceof Uint8Array) writer.raw(value.length % 2 ? [...value, 0] : value);
  else for (const number of value) writer.u16(number);
  return writer.bytes();
}

function writeFragments(writer: Writer, fragments: readonly Uint8Array[], table: readonly number[]): void {
  const offsets = new Writer(true);
  for (const offset of table) offsets.u32(offset);
  writer.item(offsets.bytes());
  for (const fragment of fragments)
    writer.item(fragment.length % 2 ? Uint8Array.from([...fragment, 0]) : fragment);
  writer.tag('fffee0dd');
  writer.u32(0);
}

/** A data set without preamble. */
export function dataSet(elements: Elements, syntax: string): Uint8Array {
  const little = syntax !== EXPLICIT_BIG;
  const writer = new Writer(little);
  for (const [key, value] of Object.entries(elements)) {
    const [tag, vr] = key.split(' ');
    writer.tag(tag);
    const isBytes = typeof value === 'string' || Array.isArray(value) || value instanceof Uint8Array;
    const payload = isBytes ? plainBytes(value as string | number[] | Uint8Array, little) : null;
    const items = 'items' in Object(value) ? (value as { items: readonly Elements[] }).items : undefined;
    const inner = items?.map((item) => dataSet(item, syntax));
    const length = payload?.length ?? inner?.reduce((sum, item) => sum + 8 + item.length, 0) ?? 0xffffffff;
    if (syntax !== IMPLICIT_LITTLE) {
      writer.raw(new TextEncoder().encode(vr));
      if (LONG.has(vr)) writer.u16(0);
    }
    if (syntax !== IMPLICIT_LITTLE && !LONG.has(vr)) writer.u16(length);
    else writer.u32(length);
    if (payload) writer.raw(payload);
    else if (inner) for (const item of inner) writer.item(item);
    else {
      const { fragments, table = [] } = value as {
        fragments: readonly Uint8Array[];
        table?: readonly number[];
      };
      writeFragments(writer, fragments, table);
    }
  }
  return writer.bytes();
}

/** Preamble and file meta group, before an encoded data set. */
export function dicomFile(syntax: string, set: Uint8Array): Uint8Array {
  const meta = dataSet({ '00020010 UI': syntax.length % 2 ? `${syntax}\0` : syntax }, '1.2.840.10008.1.2.1');
  const length = dataSet({ '00020000 UL': Uint8Array.of(meta.length, 0, 0, 0) }, '1.2.840.10008.1.2.1');
  return Uint8Array.from([...new Array(128).fill(0), 68, 73, 67, 77, ...length, ...meta, ...set]);
}

/** A grey image of 12 bits in 16, 16 columns and 12 rows unless overridden; `pixels` are its pixel element. */
export function greyImage(pixels: Value, syntax: string, overrides: Elements = {}): Uint8Array {
  const elements: Elements = {
    '00080018 UI': '1.2.3.4',
    '00080060 CS': 'MR',
    '0020000e UI': '1.2.3',
    '00280002 US': [1],
    '00280004 CS': 'MONOCHROME2',
    '00280010 US': [12],
    '00280011 US': [16],
    '00280100 US': [16],
    '00280101 US': [12],
    '00280102 US': [11],
    '00280103 US': [0],
    ...overrides,
    '7fe00010 OW': pixels,
  };
  const ordered = Object.fromEntries(Object.entries(elements).sort(([a], [b]) => (a < b ? -1 : 1)));
  return dicomFile(syntax, dataSet(ordered, syntax));
}
