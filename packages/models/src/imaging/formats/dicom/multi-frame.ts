import type { Triple } from '../affine.ts';
import { damaged, unsupported } from '../bytes.ts';
import { frameData, sharedGroup } from './functional-groups.ts';
import { normalOf } from './geometry.ts';
import { type DicomHeader, readHeader } from './header.ts';
import type { DicomData } from './parse.ts';

const PER_FRAME = 'x52009230';
const IN_STACK_POSITION = 0x00209057;
/** Dimensions that say where a frame lies, or which stack it is in, which frames say by themselves as well. */
const PLACES = new Set([IN_STACK_POSITION, 0x00209056, 0x00200032]);

/** A tag as a number, from an element of VR AT. */
function tagAt(data: DicomData, tag: string, index = 0): number | null {
  const [group, element] = [data.uint16(tag, 2 * index), data.uint16(tag, 2 * index + 1)];
  return group === null || element === null ? null : group * 65536 + element;
}

/** Which of a frame's dimension indices (PS3.3 C.7.6.17) are neither its place nor its stack. */
function otherDimensions(data: DicomData): readonly number[] {
  const count = data.element('x00209222')?.items?.length ?? 0;
  return Array.from({ length: count }, (_, i) => i).filter((i) => {
    const item = data.item('x00209222', i);
    const pointer = item === null ? null : tagAt(item, 'x00209165');
    return pointer === null || !PLACES.has(pointer);
  });
}

/** Frames of the enhanced kind: each has its own group of elements beside the shared ones (PS3.3 C.7.6.16). */
function enhancedHeaders(data: DicomData, { frames }: DicomHeader): readonly DicomHeader[] {
  const groups = data.element(PER_FRAME)?.items?.length ?? 0;
  if (groups < frames)
    throw damaged(
      `DICOM: ${frames} frames, and groups of elements for ${groups} of them`,
      'the file is damaged: export it again',
    );
  const shared = sharedGroup(data);
  const others = otherDimensions(data);
  return Array.from({ length: frames }, (_, i) => {
    const frame = frameData(data, data.item(PER_FRAME, i), shared);
    const header = readHeader(frame);
    const indices = others.map((index) => frame.uint32('x00209157', index));
    const dimensions = indices.length > 0 && !indices.includes(null) ? indices.join('.') : null;
    return numbered({ ...header, repeat: { ...header.repeat, dimensions } }, i);
  });
}

/** A frame's number takes the place of its file's, which tells files of one series apart. */
function numbered(header: DicomHeader, frame: number): DicomHeader {
  if (header.frames === 1) return header;
  const repeat = { ...header.repeat, file: header.instanceNumber };
  return { ...header, instanceNumber: frame + 1, repeat };
}

/** Vectors of nuclear medicine that count energy windows, detectors, phases, rotations, R-R intervals, time slots and time slices. */
const VECTORS = ['x00540010', 'x00540020', 'x00540030', 'x00540050', 'x00540060', 'x00540070', 'x00540100'];

function vectorAt(data: DicomData, tag: string, frame: number): number | null {
  return data.element(tag) === undefined ? null : data.uint16(tag, frame);
}

/**
 * How far each frame lies from the first along the normal, in millimetres: from the offsets of PS3.3 C.8.8.3.2 (relative,
 * or positions along the patient where the first is not 0), or from one distance that the file states. Words where
 * the file does not say.
 */
function frameOffsets(data: DicomData, header: DicomHeader, normal: Triple): readonly number[] | string {
  const { frames } = header;
  const vector = data.decimals('x3004000c');
  if (vector.length > 0) {
    if (vector.length !== frames || !vector.every(Number.isFinite))
      throw damaged(`DICOM: ${vector.length} frame offsets for ${frames} frames`);
    const sign = vector[0] !== 0 && Math.abs(normal[2]) > 0.999 ? Math.sign(normal[2]) : 1;
    return vector.map((offset) => sign * (offset - vector[0]));
  }
  const pointer = tagAt(data, 'x00280009');
  if (pointer === 0x00181063 || pointer === 0x00181065)
    return 'a distance between frames (they follow each other in time)';
  // Of nuclear medicine it may be negative: the slices then go against the normal (PS3.3 C.8.4.15).
  const [step] = data.decimals('x00180088');
  if (!Number.isFinite(step) || step === 0) return 'GridFrameOffsetVector or SpacingBetweenSlices';
  const slice = (i: number) => (vectorAt(data, 'x00540080', i) ?? i + 1) - 1;
  return Array.from({ length: frames }, (_, i) => slice(i) * step);
}

/** Frames without groups of their own: one place for all, and a distance from each to the next. */
function legacyHeaders(data: DicomData, file: DicomHeader): readonly DicomHeader[] {
  const { position, orientation } = file;
  const placed =
    orientation === null || position === null ? null : { position, normal: normalOf(orientation) };
  const offsets = placed === null ? [] : frameOffsets(data, file, placed.normal);
  const missing = typeof offsets === 'string' ? [...file.missing, offsets] : file.missing;
  return Array.from({ length: file.frames }, (_, i) => {
    const shift = typeof offsets === 'string' ? undefined : offsets[i];
    const counts = VECTORS.map((tag) => vectorAt(data, tag, i)).filter((count) => count !== null);
    const repeat = { ...file.repeat, dimensions: counts.length > 0 ? counts.join('.') : null };
    const frame = { ...file, missing, repeat, position: null };
    if (placed === null || shift === undefined) return numbered(frame, i);
    const along = (axis: 0 | 1 | 2) => placed.position[axis] + shift * placed.normal[axis];
    return numbered({ ...frame, position: [along(0), along(1), along(2)] }, i);
  });
}

/**
 * The facts of each frame of a file; a file of one image has one. Frames of the enhanced kind (Enhanced CT, MR and PET,
 * tomosynthesis) each say where they lie and how their values are meant; older kinds (dose, nuclear medicine) lie at
 * stated distances. Throws as `readHeader` does, and `unsupported` for segmentations, whose frames are no slices.
 */
export function frameHeaders(data: DicomData): readonly DicomHeader[] {
  const file = readHeader(frameData(data, null, sharedGroup(data)));
  if (file.modality === 'SEG')
    throw unsupported('DICOM: a segmentation, not an image', 'open the images that it was made from');
  if (data.element(PER_FRAME) !== undefined) return enhancedHeaders(data, file);
  return file.frames > 1 ? legacyHeaders(data, file) : [file];
}
