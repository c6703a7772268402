import { checkPresent, damaged, viewOf } from '../bytes.ts';

/** Unpacks one PackBits segment into every `step`-th byte of `out`, from `start` on. */
function unpackSegment(
  segment: Uint8Array,
  out: Uint8Array,
  start: number,
  step: number,
  count: number,
): void {
  let at = 0;
  let done = 0;
  while (done < count) {
    if (at >= segment.length) throw damaged(`DICOM RLE: a segment ends after ${done} of ${count} bytes`);
    const control = segment[at++];
    if (control === 128) continue; // reserved: no operation
    const run = Math.min(control < 128 ? control + 1 : 257 - control, count - done);
    const last = control < 128 ? at + run : at + 1;
    if (last > segment.length) throw damaged(`DICOM RLE: a segment ends after ${done} of ${count} bytes`);
    for (let i = 0; i < run; i++) out[start + (done + i) * step] = segment[control < 128 ? at + i : at];
    at = control < 128 ? at + control + 1 : at + 1;
    done += run;
  }
}

/**
 * Decodes one frame of RLE Lossless (PS3.5 annex G): up to fifteen segments, each one byte plane of the samples,
 * the most significant first. Gives little-endian samples, plane by plane. Throws `format`.
 */
export function decodeRle(
  frame: Uint8Array,
  pixels: number,
  samples: number,
  bytesPerSample: number,
): Uint8Array {
  checkPresent('DICOM RLE header', 64, frame.length);
  const view = viewOf(frame);
  const count = view.getUint32(0, true);
  if (count !== samples * bytesPerSample) {
    throw damaged(`DICOM RLE: ${count} segments for ${samples} samples of ${bytesPerSample} bytes`);
  }
  const out = new Uint8Array(pixels * samples * bytesPerSample);
  for (let s = 0; s < count; s++) {
    const from = view.getUint32(4 + 4 * s, true);
    const to = s + 1 < count ? view.getUint32(8 + 4 * s, true) : frame.length;
    if (from < 64 || to < from || to > frame.length)
      throw damaged(`DICOM RLE: segment ${s} lies outside the frame`);
    const sample = Math.floor(s / bytesPerSample);
    const byte = bytesPerSample - 1 - (s % bytesPerSample);
    unpackSegment(
      frame.subarray(from, to),
      out,
      sample * pixels * bytesPerSample + byte,
      bytesPerSample,
      pixels,
    );
  }
  return out;
}
