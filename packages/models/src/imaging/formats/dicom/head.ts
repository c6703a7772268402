import { checkPixelBytes } from './frames.ts';
import type { DicomHeader } from './header.ts';
import { frameHeaders } from './multi-frame.ts';
import { type DicomData, PIXELS, parseDicom } from './parse.ts';
import { DEFLATED } from './transfer-syntax.ts';

/**
 * Reads what a DICOM file says of its image, once for each frame, without decoding pixels. Throws `format` and
 * `unsupported` as `readDicom` does.
 */
export function readDicomHeaders(bytes: Uint8Array): readonly DicomHeader[] {
  return frameHeaders(parseDicom(bytes));
}

/**
 * Sizes of a file's beginning to try: most headers end within the first, those with large private elements or with a
 * group of elements for each of hundreds of frames later.
 */
const HEADS = [16_384, 131_072, 1_048_576, 8_388_608];

/**
 * Reads what a DICOM file says of its image, once for each frame, from as little of it as will do. `load(n)` gives the
 * first `n` bytes, fewer where the file ends. Throws as `readDicomHeaders` does, and whatever `load` throws.
 */
export async function readDicomHead(
  size: number,
  load: (bytes: number) => Promise<Uint8Array>,
): Promise<readonly DicomHeader[]> {
  for (const head of HEADS) {
    if (head >= size) break;
    const bytes = await load(head);
    const data = parsed(bytes);
    if (data?.element(PIXELS) !== undefined) return checkedHeaders(data, size - bytes.length);
  }
  return checkedHeaders(parseDicom(await load(size), { headerOnly: true }), 0);
}

/** A beginning of a file may be cut too early, or the file damaged: more of it will tell. */
function parsed(head: Uint8Array): DicomData | null {
  try {
    return parseDicom(head, { headerOnly: true });
  } catch {
    return null;
  }
}

/** Pixels that cannot all be there are found out without reading any; `beyond` are the bytes of the file not given. */
function checkedHeaders(data: DicomData, beyond: number): readonly DicomHeader[] {
  const headers = frameHeaders(data);
  const at = data.element(PIXELS)?.dataOffset;
  const plain = data.syntax.encoding === 'native' && data.syntax.uid !== DEFLATED;
  if (at !== undefined && plain) checkPixelBytes(headers[0], data.bytes.length + beyond - at);
  return headers;
}
