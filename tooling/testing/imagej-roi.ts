/**
 * Reads ImageJ's .roi files as its `RoiDecoder` describes them and fills them as its mask does: a pixel belongs to a
 * region if the region's outline is crossed an odd number of times between the pixel's centre and infinity. It shares
 * nothing with the writer, so that tests can hold one against the other.
 */

export interface ReadRoi {
  readonly kind: 'traced' | 'composite';
  readonly name: string;
  readonly bounds: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
  /** Closed paths of points in pixels. */
  readonly paths: readonly (readonly (readonly [x: number, y: number])[])[];
}

/** A path of floats: 0 begins one at a point, 1 draws to a point, 4 closes. */
function compositePaths(view: DataView, count: number): ReadRoi['paths'] {
  const paths: [number, number][][] = [];
  for (let i = 0; i < count; ) {
    const kind = view.getFloat32(64 + 4 * i);
    if (kind === 4) {
      i += 1;
      continue;
    }
    if (kind !== 0 && kind !== 1) throw new Error(`segment of kind ${kind}`);
    if (kind === 0) paths.push([]);
    paths[paths.length - 1].push([view.getFloat32(64 + 4 * i + 4), view.getFloat32(64 + 4 * i + 8)]);
    i += 3;
  }
  return paths;
}

/** Shorts from the left and the top of the bounds: all x, then all y. */
function tracedPaths(view: DataView, count: number, left: number, top: number): ReadRoi['paths'] {
  const at = (i: number) => view.getInt16(64 + 2 * i);
  return [Array.from({ length: count }, (_, i) => [left + at(i), top + at(count + i)] as const)];
}

function nameOf(view: DataView): string {
  const second = view.getInt32(60);
  const [at, length] = [view.getInt32(second + 16), view.getInt32(second + 20)];
  return Array.from({ length }, (_, i) => String.fromCharCode(view.getUint16(at + 2 * i))).join('');
}

/** Reads one file. Throws where it is neither a traced region nor a composite. */
export function readRoi(bytes: Uint8Array): ReadRoi {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== 'Iout' || view.getInt16(4) < 217) throw new Error(`no ROI: ${magic}`);
  const [top, left, bottom, right] = [8, 10, 12, 14].map((at) => view.getInt16(at));
  const bounds = { top, left, bottom, right };
  const [type, values] = [view.getUint8(6), view.getInt32(36)];
  const head = { name: nameOf(view), bounds };
  if (values > 0 && type === 1) return { ...head, kind: 'composite', paths: compositePaths(view, values) };
  if (type !== 8) throw new Error(`ROI of type ${type}`);
  return { ...head, kind: 'traced', paths: tracedPaths(view, view.getInt16(16), left, top) };
}

/** Where the paths cross the horizontal through `y`, from left to right. */
function crossings({ paths }: ReadRoi, y: number): number[] {
  const found: number[] = [];
  for (const path of paths)
    path.forEach(([x0, y0], i) => {
      const [x1, y1] = path[(i + 1) % path.length];
      if (y0 > y !== y1 > y) found.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
    });
  return found.sort((a, b) => a - b);
}

/** Fills a region with a value, and says how many pixels of the picture it took from another one. */
export function paintRoi(
  roi: ReadRoi,
  value: number,
  picture: { readonly width: number; readonly height: number; readonly data: Uint32Array },
): number {
  const { width, height, data } = picture;
  let taken = 0;
  for (let y = 0; y < height; y++) {
    const at = crossings(roi, y + 0.5);
    for (let i = 0; i + 1 < at.length; i += 2)
      for (let x = Math.ceil(at[i] - 0.5); x + 0.5 < at[i + 1]; x++) {
        if (data[y * width + x] !== 0) taken += 1;
        data[y * width + x] = value;
      }
  }
  return taken;
}
