import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

/* A volume that the page saved beside the one that the command line makes of the same input. */

const roentgen = fileURLToPath(new URL('../../cli/bin/roentgen.mjs', import.meta.url));

/** Of a NIfTI-1 file what a reader of no more than its standard sees: nothing here is the library's. */
export interface PlainNifti {
  readonly size: readonly number[];
  readonly type: number;
  readonly affine: readonly number[];
  /** The value of voxel `i`, after the file's slope. */
  value(i: number): number;
}

/** Reads bytes, 16-bit integers and float32 in little-endian order. */
export function plainNifti(file: Uint8Array): PlainNifti {
  const bytes = file[0] === 0x1f ? gunzipSync(file) : file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const short = (at: number) => view.getInt16(at, true);
  const float = (at: number) => view.getFloat32(at, true);
  if (view.getInt32(0, true) !== 348) throw new Error('not NIfTI-1 in little-endian order');
  const [type, start] = [short(70), float(108)];
  const readers: Readonly<Record<number, (i: number) => number>> = {
    2: (i) => view.getUint8(start + i),
    4: (i) => view.getInt16(start + 2 * i, true),
    16: (i) => view.getFloat32(start + 4 * i, true),
    512: (i) => view.getUint16(start + 2 * i, true),
  };
  const read = readers[type];
  if (read === undefined) throw new Error(`no reader for values of type ${type}`);
  const [slope, intercept] = float(112) === 0 ? [1, 0] : [float(112), float(116)];
  return {
    size: [42, 44, 46].map(short),
    type,
    affine: Array.from({ length: 12 }, (_, i) => float(280 + 4 * i)),
    value: (i) => slope * read(i) + intercept,
  };
}

/** What `roentgen upscale` makes of a file, in a process of its own. */
export async function upscaledInNode(input: string): Promise<PlainNifti> {
  const folder = mkdtempSync(join(tmpdir(), 'roentgen-node-'));
  try {
    const output = join(folder, 'node.nii');
    const wanted = ['upscale', input, '-o', output, '--scale', '2', '--force'];
    await promisify(execFile)(process.execPath, [roentgen, ...wanted]);
    return plainNifti(new Uint8Array(readFileSync(output)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Largest difference of two boxes of one size, and the share of voxels that differ at all. */
export function apart(
  a: PlainNifti,
  b: PlainNifti,
  from: { readonly a: readonly number[]; readonly b: readonly number[]; readonly size: readonly number[] },
): { largest: number; share: number; voxels: number } {
  const at = (of: PlainNifti, [x, y, z]: readonly number[]) => x + of.size[0] * (y + of.size[1] * z);
  const [width, height, depth] = from.size;
  let [largest, differing] = [0, 0];
  for (let z = 0; z < depth; z++)
    for (let y = 0; y < height; y++) {
      const [first, second] = [at(a, from.a), at(b, from.b)];
      for (let x = 0; x < width; x++) {
        const rowA = first + x + a.size[0] * (y + a.size[1] * z);
        const rowB = second + x + b.size[0] * (y + b.size[1] * z);
        const difference = Math.abs(a.value(rowA) - b.value(rowB));
        if (difference > 0) differing++;
        largest = Math.max(largest, difference);
      }
    }
  const voxels = width * height * depth;
  return { largest, share: differing / voxels, voxels };
}
