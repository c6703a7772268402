import { damaged, viewOf } from '../bytes.ts';
import type { DicomData } from './parse.ts';

/** A VOI window, in modality values. */
export interface VoiWindow {
  readonly center: number;
  readonly width: number;
}

/** VOI LUT Function (0028,1056). */
export type VoiFunction = 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID';

/** A look-up table: `first` and below give the first entry, and the last entry stands for all beyond. */
export interface Lut {
  readonly first: number;
  /** Bits of an entry. */
  readonly bits: number;
  readonly entries: Uint16Array;
}

/** Reads the table in an item of a Modality or VOI LUT Sequence (PS3.3 C.11.1.1); null where there is none. */
export function readLut(item: DicomData | null, signed: boolean): Lut | null {
  if (item === null) return null;
  const element = item.element('x00283006');
  const [length, first, bits] = [0, 1, 2].map((i) => item.uint16('x00283002', i));
  if (element === undefined || length === null || first === null || bits === null) return null;
  // A length of 0 stands for 2^16, which sixteen bits cannot say.
  const count = length === 0 ? 65536 : length;
  const perEntry = element.length >= 2 * count ? 2 : 1;
  const end = element.dataOffset + element.length;
  if (element.length < count * perEntry || end > item.bytes.length) {
    throw damaged(`DICOM: a look-up table of ${count} entries has ${element.length} bytes`);
  }
  const view = viewOf(item.bytes);
  const at = (i: number) => element.dataOffset + i * perEntry;
  const entry = (i: number) =>
    perEntry === 1 ? view.getUint8(at(i)) : view.getUint16(at(i), item.littleEndian);
  const entries = Uint16Array.from({ length: count }, (_, i) => entry(i));
  return { first: signed ? (first << 16) >> 16 : first, bits, entries };
}

/** One value through a table. */
export function lookUp({ first, entries }: Lut, value: number): number {
  return entries[Math.min(entries.length - 1, Math.max(0, Math.round(value) - first))];
}

/**
 * A modality value to display brightness, 0 (darkest) to 1, by PS3.3 C.11.2.1.2 and C.11.2.1.3. LINEAR's odd
 * half and one come from the standard: the window covers `width` integer values, the centre lying between two.
 */
export function windowed(value: number, { center, width }: VoiWindow, shape: VoiFunction = 'LINEAR'): number {
  if (shape === 'SIGMOID') return 1 / (1 + Math.exp((-4 * (value - center)) / width));
  const exact = shape === 'LINEAR_EXACT';
  const [middle, span] = exact ? [center, width] : [center - 0.5, width - 1];
  if (value <= middle - span / 2) return 0;
  if (value > middle + span / 2) return 1;
  return (value - middle) / span + 0.5;
}
