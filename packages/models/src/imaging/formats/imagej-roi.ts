import { RoentgenError } from '@roentgen/kernels';
import { zipSync } from 'fflate';
import { type Outline, type Ring, traceOutlines } from '../analysis/outlines.ts';
import type { Labels } from '../types.ts';

/** A region of interest that ImageJ's ROI manager lists under its name. */
export interface NamedRoi {
  readonly name: string;
  readonly rings: readonly Ring[];
}

/** The layout is that of the comment in ImageJ's `RoiDecoder`: 64 bytes, coordinates, 64 bytes, the name. Big-endian. */
const HEADER = 64;
const HEADER_2 = 64;
const VERSION = 227;
const RECTANGLE = 1;
const TRACED = 8;
/** Segments of a composite, numbered as `java.awt.geom.PathIterator` does. */
const [MOVE, LINE, CLOSE] = [0, 1, 4];

/** ImageJ reads bounds as signed shorts, and values below -5000 as unsigned ones: 60,535 is the last it reads right. */
const LARGEST = 60_535;
/** Counts of corners are read as shorts in the same way; a composite counts in 32 bits. */
const MOST_CORNERS = 32_767;

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boundsOf(rings: readonly Ring[]): Bounds {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2) {
      left = Math.min(left, ring[i]);
      right = Math.max(right, ring[i]);
      top = Math.min(top, ring[i + 1]);
      bottom = Math.max(bottom, ring[i + 1]);
    }
  return { left, top, right, bottom };
}

/** The first header: what kind of region it is, where it lies, how many corners or path values follow. */
function writeHeader(view: DataView, type: number, { top, left, bottom, right }: Bounds): void {
  new Uint8Array(view.buffer).set([0x49, 0x6f, 0x75, 0x74]); // Iout
  view.setUint16(4, VERSION);
  view.setUint8(6, type);
  [top, left, bottom, right].forEach((value, i) => {
    view.setUint16(8 + 2 * i, value);
  });
}

/** The second header, which says where the name is, and the name in UTF-16. */
function writeName(view: DataView, at: number, name: string): void {
  view.setUint32(60, at);
  view.setUint32(at + 16, at + HEADER_2);
  view.setUint32(at + 20, name.length);
  for (let i = 0; i < name.length; i++) view.setUint16(at + HEADER_2 + 2 * i, name.charCodeAt(i));
}

/** One ring: all x from the left of the bounds, then all y from their top. */
function writeTraced(ring: Ring, name: string): Uint8Array {
  const count = ring.length / 2;
  const end = HEADER + 4 * count;
  const view = new DataView(new ArrayBuffer(end + HEADER_2 + 2 * name.length));
  const bounds = boundsOf([ring]);
  writeHeader(view, TRACED, bounds);
  view.setUint16(16, count);
  for (let i = 0; i < count; i++) {
    view.setUint16(HEADER + 2 * i, ring[2 * i] - bounds.left);
    view.setUint16(HEADER + 2 * (count + i), ring[2 * i + 1] - bounds.top);
  }
  writeName(view, end, name);
  return new Uint8Array(view.buffer);
}

/** Several rings: a rectangle with a path of 32-bit floats, each segment's kind before its point. */
function writeComposite(rings: readonly Ring[], name: string): Uint8Array {
  const values = rings.flatMap((ring) => {
    const path: number[] = [];
    for (let i = 0; i < ring.length; i += 2) path.push(i === 0 ? MOVE : LINE, ring[i], ring[i + 1]);
    return [...path, CLOSE];
  });
  const end = HEADER + 4 * values.length;
  const view = new DataView(new ArrayBuffer(end + HEADER_2 + 2 * name.length));
  writeHeader(view, RECTANGLE, boundsOf(rings));
  view.setUint32(36, values.length);
  values.forEach((value, i) => {
    view.setFloat32(HEADER + 4 * i, value);
  });
  writeName(view, end, name);
  return new Uint8Array(view.buffer);
}

/**
 * One .roi file with corners at the edges of pixels, where ImageJ has its own traced regions: a traced polygon for one
 * ring, a composite for several (holes, parts that lie apart). Throws `unsupported` past 60,535 pixels.
 */
export function writeRoi({ name, rings }: NamedRoi): Uint8Array {
  const { right, bottom } = boundsOf(rings);
  if (Math.max(right, bottom) > LARGEST)
    throw new RoentgenError('unsupported', `ImageJ ROI ${name}: it reaches to ${right}, ${bottom}`, {
      hint: `ImageJ's format ends at ${LARGEST} pixels: save the labels as TIFF`,
    });
  return rings.length === 1 && rings[0].length / 2 <= MOST_CORNERS
    ? writeTraced(rings[0], name)
    : writeComposite(rings, name);
}

/** `cell-0001`, with as many digits as the largest label needs, so that names sort like numbers. */
const nameOf = ({ label }: Outline, digits: number) => `cell-${String(label).padStart(digits, '0')}`;

/**
 * Labels as the zip of regions that ImageJ's ROI manager opens, one a label, in order. Filled, the regions are the
 * labels pixel by pixel: cells that touch share their edge, and none shrinks. Throws `value` where there is no label,
 * since ImageJ refuses an empty zip.
 */
export function writeRoiZip(labels: Labels): Uint8Array {
  const outlines = traceOutlines(labels);
  if (outlines.length === 0)
    throw new RoentgenError('value', 'There is no cell to save as an ImageJ region.', {
      hint: 'lower the threshold or the smallest area',
    });
  const digits = Math.max(4, String(outlines[outlines.length - 1].label).length);
  const files = outlines.map((outline) => {
    const name = nameOf(outline, digits);
    return [`${name}.roi`, writeRoi({ name, rings: outline.rings })] as const;
  });
  return zipSync(Object.fromEntries(files));
}
