import { type Affine, affineFrom, type Triple } from '../affine.ts';
import type { DicomHeader } from './header.ts';

/** A header that places its image in the patient. */
export type PlacedHeader = DicomHeader & {
  readonly position: Triple;
  readonly orientation: readonly [Triple, Triple];
  readonly spacing: NonNullable<DicomHeader['spacing']>;
};

/** Whether position, orientation and pixel spacing are all there. */
export function isPlaced(header: DicomHeader): header is PlacedHeader {
  return header.position !== null && header.orientation !== null && header.spacing !== null;
}

/** The unit normal of an image plane: columns' direction x rows' direction. */
export function normalOf([a, b]: readonly [Triple, Triple]): Triple {
  const cross: Triple = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  const length = Math.hypot(...cross);
  return [cross[0] / length, cross[1] / length, cross[2] / length];
}

/** Where an image lies along a normal, in millimetres. */
export function along({ position }: PlacedHeader, normal: Triple): number {
  return position[0] * normal[0] + position[1] * normal[1] + position[2] * normal[2];
}

const scaled = ([x, y, z]: Triple, by: number): Triple => [x * by, y * by, z * by];
/** DICOM's x runs to the patient's left and y to the back; NIfTI's to the right and the front. */
const lpsToRas = ([x, y, z]: Triple): Triple => [-x, -y, z];

/**
 * The affine of a stack (PS3.3 C.7.6.2.1.1): x along increasing columns, y along increasing rows, z by `step`
 * (LPS millimetres) from the first image to the next.
 */
export function stackAffine(first: PlacedHeader, step: Triple): Affine {
  const [alongRow, alongColumn] = first.orientation;
  const x = lpsToRas(scaled(alongRow, first.spacing.column));
  const y = lpsToRas(scaled(alongColumn, first.spacing.row));
  return affineFrom(x, y, lpsToRas(step), lpsToRas(first.position));
}

/** How far it is from one image to the next, and where that does not hold. */
export interface StackSpacing {
  /** Step from one image to the next, LPS millimetres. */
  readonly step: Triple;
  /** Largest deviation of a distance from the common one, in millimetres, gaps left out. */
  readonly irregularity: number;
  /** After which image (index) how many are missing. */
  readonly gaps: readonly { readonly after: number; readonly missing: number }[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A single image has only its own word for the distance to the next: spacing, else thickness, else 1 mm. */
function alone(header: PlacedHeader): StackSpacing {
  const distance = header.spacingBetweenSlices ?? header.sliceThickness ?? 1;
  return { step: scaled(normalOf(header.orientation), distance), irregularity: 0, gaps: [] };
}

/**
 * The spacing of images sorted along their normal, from their positions alone: SliceThickness is how much tissue
 * one image averages, which may overlap or leave gaps. The median distance is the common one, and a distance of
 * more than one and a half is a gap. A tilted gantry makes a step that is not parallel to the normal.
 */
export function stackSpacing(sorted: readonly PlacedHeader[]): StackSpacing {
  const [first] = sorted;
  if (sorted.length === 1) return alone(first);
  const normal = normalOf(first.orientation);
  const places = sorted.map((header) => along(header, normal));
  const distances = places.slice(1).map((place, i) => place - places[i]);
  const common = median(distances);
  const counts = distances.map((distance) => Math.max(1, Math.round(distance / common - 1e-3)));
  const gaps = counts.flatMap((count, after) => (count > 1 ? [{ after, missing: count - 1 }] : []));
  const irregularity = Math.max(...distances.map((distance, i) => Math.abs(distance - counts[i] * common)));
  const steps = counts.reduce((sum, count) => sum + count, 0);
  const last = sorted[sorted.length - 1].position;
  const [x, y, z] = last.map((end, axis) => (end - first.position[axis]) / steps);
  return { step: [x, y, z], irregularity, gaps };
}
