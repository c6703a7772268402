import { RoentgenError } from '@roentgen/kernels';

/*
 * What people hand over in place of an ONNX file, recognised by its first bytes. A model begins with its IR version
 * (bytes 08 01 to 08 0E), so none of these can be one.
 */

interface Impostor {
  readonly what: string;
  readonly hint: string;
  matches(bytes: Uint8Array, head: string): boolean;
}

const EXPORT =
  'Export the network with torch.onnx.export (or its framework’s own converter) and load that file.';
const UNPACK = 'Unpack it and load the .onnx file inside.';
const FETCH =
  'A download went wrong or needs a login: fetch the file itself, and look at the address in a browser.';

const starts = (text: string) => (_: Uint8Array, head: string) => head.startsWith(text);
const at = (offset: number, text: string) => (_: Uint8Array, head: string) => head.startsWith(text, offset);

/** In the order in which they are tried: the particular before the general. */
const IMPOSTORS: readonly Impostor[] = [
  {
    what: 'a Git LFS pointer, three lines that stand for the file',
    hint: 'Run `git lfs pull` in the repository it came from, or download the file itself.',
    matches: starts('version https://git-lfs'),
  },
  { what: 'gzip-compressed', hint: UNPACK, matches: starts('\x1f\x8b') },
  { what: 'a PyTorch checkpoint', hint: EXPORT, matches: isTorchZip },
  { what: 'a zip archive', hint: UNPACK, matches: starts('PK\x03\x04') },
  { what: 'an empty zip archive', hint: FETCH, matches: starts('PK\x05\x06') },
  { what: 'bzip2-compressed', hint: UNPACK, matches: starts('BZh') },
  { what: 'xz-compressed', hint: UNPACK, matches: starts('\xfd7zXZ') },
  { what: 'zstd-compressed', hint: UNPACK, matches: starts('\x28\xb5\x2f\xfd') },
  { what: 'a 7-zip archive', hint: UNPACK, matches: starts('7z\xbc\xaf\x27\x1c') },
  { what: 'a tar archive', hint: UNPACK, matches: at(257, 'ustar') },
  {
    what: 'in ONNX Runtime’s own ORT format',
    hint: 'Load the .onnx file that it was converted from.',
    matches: at(4, 'ORTM'),
  },
  { what: 'a TensorFlow Lite model', hint: 'Convert it with tf2onnx.', matches: at(4, 'TFL3') },
  { what: 'an HDF5 file (Keras, MATLAB)', hint: EXPORT, matches: starts('\x89HDF\r\n') },
  {
    what: 'a NumPy array',
    hint: 'It is data, not a network: give it as an input.',
    matches: starts('\x93NUMPY'),
  },
  { what: 'a GGUF file', hint: EXPORT, matches: starts('GGUF') },
  { what: 'a safetensors file: weights without a network', hint: EXPORT, matches: isSafetensors },
  { what: 'a Python pickle, perhaps an old PyTorch checkpoint', hint: EXPORT, matches: isPickle },
  {
    what: 'a web page (HTML)',
    hint: FETCH,
    matches: (_, head) => /^\s*<(!doctype|html|head|body)/i.test(head),
  },
  { what: 'an XML file', hint: FETCH, matches: (_, head) => /^\s*<\?xml/i.test(head) },
  { what: 'a JSON file', hint: FETCH, matches: (bytes, head) => /^\s*[{[]/.test(head) && isText(bytes) },
  { what: 'a text file', hint: FETCH, matches: (bytes) => isText(bytes) },
];

/**
 * Refuses ('format') whatever is recognisably no ONNX model, by its name and with the next step. Says nothing about
 * bytes that it does not know; reading them does.
 */
export function refuseImpostors(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) {
    throw new RoentgenError('format', `${name} is empty: it has no bytes at all.`, { hint: FETCH });
  }
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  const found = IMPOSTORS.find((impostor) => impostor.matches(bytes, head));
  if (found !== undefined) {
    throw new RoentgenError('format', `${name} is not an ONNX model but ${found.what}.`, {
      hint: found.hint,
    });
  }
}

/** torch.save writes a zip whose first entry is `<name>/data.pkl` or lies in such a folder. */
function isTorchZip(_: Uint8Array, head: string): boolean {
  return (
    head.startsWith('PK\x03\x04') &&
    /^[^/]+\/(data\.pkl|version|byteorder|\.format_version)/.test(head.slice(30))
  );
}

/** Eight bytes of header length, then a JSON object. */
function isSafetensors(bytes: Uint8Array, head: string): boolean {
  if (bytes.length < 10 || !/^\{\s*["}]/.test(head.slice(8))) return false;
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true) <= BigInt(bytes.length - 8);
}

/** Protocol 2 and later begin with 80 and the protocol's number. */
function isPickle(bytes: Uint8Array): boolean {
  return bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5;
}

/** No control characters in the first half kilobyte; a model has them in its second byte. */
function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
