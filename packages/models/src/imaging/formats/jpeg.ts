import type { Raster } from '../types.ts';
import { checkedCount, checkPresent, damaged, planar, unsupported } from './bytes.ts';
import { type Codecs, createCodecs } from './codecs/codecs.ts';
import { jpegInfo } from './codecs/codestream.ts';

/**
 * Decodes an 8-bit JPEG file (baseline, extended or progressive; grey, or colour as RGB) with libjpeg-turbo, to
 * the same values in Node and in a browser. Rows are as stored: an EXIF orientation is not applied. Throws
 * `format`, `memory`, or `unsupported` for lossless, 12-bit and CMYK files.
 */
export async function readJpeg(bytes: Uint8Array, codecs: Codecs = createCodecs()): Promise<Raster> {
  const info = jpegInfo(bytes);
  const { width, height, channels, bits, frame } = info;
  const refuse = (what: string) => unsupported(`JPEG: ${what}`, 'convert the picture to PNG');
  if (![0xc0, 0xc1, 0xc2].includes(frame)) throw refuse('a lossless, arithmetic or hierarchical file');
  if (bits !== 8) throw refuse(`${bits} bits per sample`);
  if (channels !== 1 && channels !== 3) throw refuse(`${channels} components (CMYK)`);
  const count = checkedCount('JPEG', [width, height, channels]);
  const decoded = await codecs.decode('jpeg', bytes);
  if (decoded.width !== width || decoded.height !== height || decoded.channels !== channels) {
    throw damaged(
      `JPEG: decodes to ${decoded.width} x ${decoded.height}, its header says ${width} x ${height}`,
    );
  }
  checkPresent('JPEG pixels', count, decoded.bytes.length);
  return {
    width,
    height,
    channels,
    bits: 8,
    range: [0, 255],
    data: planar(decoded.bytes, width * height, channels),
  };
}
