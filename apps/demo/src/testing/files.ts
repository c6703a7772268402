/* Small files as scanners and archivers write them, for tests. */

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Numbers of `width` bytes each, little-endian. */
function numbers(width: 2 | 4, ...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(width * values.length));
  values.forEach((value, i) => {
    if (width === 2) view.setUint16(2 * i, value, true);
    else view.setUint32(4 * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** An element of Explicit VR Little Endian. */
function element(tag: string, vr: string, value: string | Uint8Array): Uint8Array {
  const raw = typeof value === 'string' ? latin(value) : value;
  const even = raw.length % 2 === 0 ? raw : joined([raw, latin(vr === 'UI' ? '\0' : ' ')]);
  const group = Number.parseInt(tag.slice(0, 4), 16);
  const head = joined([numbers(2, group, Number.parseInt(tag.slice(4), 16)), latin(vr)]);
  const long = vr === 'OW' || vr === 'OB';
  const length = long ? joined([numbers(2, 0), numbers(4, even.length)]) : numbers(2, even.length);
  return joined([head, length, even]);
}

/** What a slice is. */
export interface SliceFacts {
  readonly series: string;
  readonly description?: string;
  readonly modality?: string;
  readonly number: number;
  /** Millimetres along the patient. */
  readonly z: number;
  readonly side?: number;
  readonly imageType?: string;
  /** An object of this class, without an image. */
  readonly object?: string;
  readonly orientation?: string;
}

/** A DICOM file, Explicit VR Little Endian, 16 bits, 0.5 mm pixels: a disc that grows with `number`. */
export function dicomSlice(facts: SliceFacts): Uint8Array {
  const { series, description = 'T1', modality = 'MR', number, z, side = 32, object } = facts;
  const pixels = Uint16Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [(i % side) - side / 2, Math.floor(i / side) - side / 2];
    return Math.hypot(x, y) < side / 4 + number / 4 ? 900 + 10 * number : 40;
  });
  const syntax = element('00020010', 'UI', '1.2.840.10008.1.2.1');
  const image = [
    element('00200013', 'IS', String(number)),
    element('00200032', 'DS', `-8\\-8\\${z}`),
    element('00200037', 'DS', facts.orientation ?? '1\\0\\0\\0\\1\\0'),
    element('00280002', 'US', numbers(2, 1)),
    element('00280004', 'CS', 'MONOCHROME2'),
    element('00280010', 'US', numbers(2, side)),
    element('00280011', 'US', numbers(2, side)),
    element('00280030', 'DS', '0.5\\0.5'),
    element('00280100', 'US', numbers(2, 16)),
    element('00280101', 'US', numbers(2, 12)),
    element('00280102', 'US', numbers(2, 11)),
    element('00280103', 'US', numbers(2, 0)),
    element('7FE00010', 'OW', new Uint8Array(pixels.buffer)),
  ];
  return joined([
    new Uint8Array(128),
    latin('DICM'),
    element('00020000', 'UL', numbers(4, syntax.length)),
    syntax,
    element('00080008', 'CS', facts.imageType ?? 'ORIGINAL\\PRIMARY'),
    element('00080016', 'UI', object ?? '1.2.840.10008.5.1.4.1.1.4'),
    element('00080018', 'UI', `${series}.${number}`),
    element('00080060', 'CS', modality),
    element('0008103E', 'LO', description),
    element('0020000E', 'UI', series),
    ...(object === undefined ? image : []),
  ]);
}

/** The checksum of ZIP and PNG (ISO 3309), a bit at a time. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A ZIP archive whose files are stored as they are. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const bodies: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const path = latin(name);
    const sizes = numbers(4, crc32(bytes), bytes.length, bytes.length);
    const body = joined([
      numbers(4, 0x04034b50),
      numbers(2, 20, 0, 0, 0, 0),
      sizes,
      numbers(2, path.length, 0),
      path,
      bytes,
    ]);
    const entry = [
      numbers(4, 0x02014b50),
      numbers(2, 20, 20, 0, 0, 0, 0),
      sizes,
      numbers(2, path.length, 0, 0, 0, 0),
    ];
    entries.push(joined([...entry, numbers(4, 0, at), path]));
    bodies.push(body);
    at += body.length;
  }
  const directory = joined(entries);
  const count = entries.length;
  const end = [
    numbers(4, 0x06054b50),
    numbers(2, 0, 0, count, count),
    numbers(4, directory.length, at),
    numbers(2, 0),
  ];
  return joined([...bodies, directory, ...end]);
}

/** Numbers of four bytes, big-endian. */
function bigEndian(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, i) => {
    view.setUint32(4 * i, value);
  });
  return new Uint8Array(view.buffer);
}

/** A PNG of 16 x 16 grey pixels, all its chunks whole, whose pixels are not packed as they should be. */
export function hollowPng(): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const body = joined([latin(name), data]);
    return joined([bigEndian(data.length), body, bigEndian(crc32(body))]);
  };
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const header = joined([bigEndian(16, 16), Uint8Array.of(8, 0, 0, 0, 0)]);
  const pixels = Uint8Array.of(1, 2, 3, 4);
  return joined([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', new Uint8Array(0))]);
}

/** A study as a scanner leaves it: two series, one with a gap of two slices, a scout, a report, and what lies around. */
export function study(): Readonly<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (let i = 0; i < 12; i++)
    files[`T1/${String(i).padStart(3, '0')}`] = dicomSlice({
      series: '1.2.1',
      description: 'T1 axial',
      number: 12 - i,
      z: 1.5 * (11 - i),
    });
  for (const i of [0, 1, 2, 5, 6, 7])
    files[`FLAIR/IM${i}.dcm`] = dicomSlice({ series: '1.2.2', description: 'FLAIR', number: i, z: 3 * i });
  files['scout.dcm'] = dicomSlice({
    series: '1.2.3',
    description: 'Scout',
    number: 1,
    z: 0,
    imageType: 'ORIGINAL\\PRIMARY\\LOCALIZER',
    orientation: '1\\0\\0\\0\\0\\-1',
  });
  files['SR/report'] = dicomSlice({
    series: '1.2.4',
    number: 1,
    z: 0,
    object: '1.2.840.10008.5.1.4.1.1.88.33',
  });
  files['T1/cut'] = files['T1/003'].subarray(0, 1500);
  files['readme.txt'] = latin('Exported by nobody');
  files['empty.dcm'] = new Uint8Array(0);
  return files;
}
