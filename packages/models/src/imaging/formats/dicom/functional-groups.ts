import type { DicomData } from './parse.ts';

/**
 * In which sequences of a functional group an element lies (PS3.3 C.7.6.16.2 and C.8), and, of nuclear medicine, in which
 * sequence of the file.
 */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  // Plane Position, and the detector's of nuclear medicine.
  x00200032: ['x00209113', 'x00540022'],
  // Plane Orientation, likewise.
  x00200037: ['x00209116', 'x00540022'],
  // Pixel Measures.
  x00280030: ['x00289110'],
  x00180050: ['x00289110'],
  x00180088: ['x00289110'],
  // Pixel Value Transformation.
  x00281052: ['x00289145'],
  x00281053: ['x00289145'],
  // Frame VOI LUT.
  x00281050: ['x00289132'],
  x00281051: ['x00289132'],
  x00281056: ['x00289132'],
  x00283010: ['x00289132'],
  // Frame Content.
  x00209056: ['x00209111'],
  x00209128: ['x00209111'],
  x00209156: ['x00209111'],
  x00209157: ['x00209111'],
  // MR Echo, MR Diffusion.
  x00189082: ['x00189114'],
  x00189087: ['x00189117'],
};

/** The elements that all frames share, where the file has such a group. */
export const sharedGroup = (data: DicomData): DicomData | null => data.item('x52009229');

/**
 * A file as one of its frames sees it: an element is the frame's own, else the shared one, else the file's. Elements that
 * are in no functional group are the file's.
 */
export function frameData(data: DicomData, own: DicomData | null, shared: DicomData | null): DicomData {
  const home = (tag: string): DicomData => {
    for (const group of [own, shared, data]) {
      for (const sequence of SEQUENCES[tag] ?? []) {
        const item = group?.item(sequence) ?? null;
        if (item !== null && item.element(tag) !== undefined) return item;
      }
    }
    return data;
  };
  return {
    ...data,
    text: (tag, index) => home(tag).text(tag, index),
    decimals: (tag) => home(tag).decimals(tag),
    uint16: (tag, index) => home(tag).uint16(tag, index),
    uint32: (tag, index) => home(tag).uint32(tag, index),
    float64: (tag) => home(tag).float64(tag),
    element: (tag) => home(tag).element(tag),
    item: (tag, index) => home(tag).item(tag, index),
  };
}
