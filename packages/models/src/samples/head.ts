import type { Volume } from '../imaging/types.ts';
import { type Field, normal, rough, seeded, smoothField, step } from './random.ts';

export interface HeadOptions {
  /** Size of the head, of an adult's; default 0.5. */
  readonly size?: number;
  /** Side of a voxel in mm; default 1.1: twice that is what the shipped networks restore 1.1 mm from. */
  readonly voxel?: number;
  readonly seed?: number;
  /** Standard deviation of the noise in each of the two signal channels, of 255. */
  readonly noise?: number;
}

/** Millimetres from side to side, front to back, bottom to top, of an adult. */
const fieldOfView = [166, 204, 88] as const;

/** Voxels along an axis: a multiple of four, so that the volume can be reduced 2 or 4 times. */
const voxelsOf = (length: number, voxel: number): number => Math.max(4, 4 * Math.round(length / voxel / 4));

/** Brightness of each tissue as a T1-weighted image shows it, of 255. */
const tissue = { air: 3, scalp: 190, skull: 22, fluid: 38, grey: 112, white: 168, nuclei: 132, lesion: 212 };

/** Signed distance-like function of an ellipsoid: negative inside, about millimetres near the surface. */
function ellipsoid(
  x: number,
  y: number,
  z: number,
  centre: readonly number[],
  axes: readonly number[],
): number {
  const [u, v, w] = [(x - centre[0]!) / axes[0]!, (y - centre[1]!) / axes[1]!, (z - centre[2]!) / axes[2]!];
  return (Math.hypot(u, v, w) - 1) * Math.min(axes[0]!, axes[1]!, axes[2]!);
}

/** `inside` where the distance is negative and `outside` where positive, mixed over `width` mm in between. */
const over = (outside: number, inside: number, distance: number, width = 1.2): number =>
  outside + (inside - outside) * step(width / 2, -width / 2, distance);

/** Folds of the cortex: how far, in mm, its inner face is displaced at a point. */
function folds(field: Field, x: number, y: number, z: number): number {
  const wave =
    Math.sin(0.32 * x + 3.1 * field(x / 21, y / 21, z / 21)) *
    Math.sin(0.27 * y + 3 * field(y / 19, z / 23, x / 19));
  return 4.2 * wave + 3.6 * field(x / 9, y / 9, z / 9);
}

/** Ventricles: two horns that lean outwards, and the third ventricle between them. */
function ventricles(x: number, y: number, z: number): number {
  const side = Math.abs(x);
  const horn = ellipsoid(side - 0.0042 * (y - 4) ** 2, y, z, [11, 4, 8], [6.2, 34, 12]);
  const third = ellipsoid(x, y, z, [0, -2, -14], [2.4, 13, 13]);
  return Math.min(horn, third);
}

/** What shines where: from the air inwards, each tissue painted over the one around it. */
function signal(field: Field, x: number, y: number, z: number): number {
  const lift = 0.12 * (y + 10);
  const shape = ellipsoid(x, y, z + lift * 0.1, [0, 0, -22], [78, 95, 88]);
  if (shape > 2) return tissue.air;
  const thin = 1.4 * field(x / 30, y / 30, z / 30);
  let value = over(tissue.air, tissue.scalp, shape);
  value = over(value, tissue.skull, shape + 4.5 + thin);
  value = over(value, tissue.fluid, shape + 10.5 + thin);
  const fold = folds(field, x, y, z);
  const fissure = 2.2 - Math.abs(x) - 0.02 * Math.abs(y); // between the hemispheres
  const cortex = Math.max(shape + 13 + 0.55 * Math.max(0, fold), fissure);
  value = over(value, tissue.grey, cortex);
  const depth = shape + 21 + 1.5 * fold;
  const callosum = ellipsoid(x, y, z, [0, 4, 17], [26, 34, 8]);
  value = over(value, tissue.white, Math.min(Math.max(depth, 3 - Math.abs(x)), callosum));
  const deep = ellipsoid(Math.abs(x), y, z, [23, 4, 0], [8, 19, 13]);
  value = over(value, tissue.nuclei, deep, 2.5);
  value = over(value, tissue.fluid, ventricles(x, y, z));
  return over(value, tissue.lesion, ellipsoid(x, y, z, [34, -34, 12], [5, 4, 6]), 2);
}

const bias = (x: number, y: number, z: number): number => 1 + 0.0011 * x - 0.0007 * y + 0.0009 * z;

/** Volume coordinates to RAS+ millimetres, the middle of the volume at the origin. */
function centred(sizes: readonly number[], spacing: readonly number[]): number[] {
  const origin = sizes.map((size, axis) => (-(size - 1) / 2) * spacing[axis]!);
  return [0, 1, 2]
    .flatMap((row) =>
      [0, 1, 2, 3].map((column) => (column === 3 ? origin[row]! : row === column ? spacing[row]! : 0)),
    )
    .concat([0, 0, 0, 1]);
}

/**
 * A generated head, no patient: ellipsoids in the manner of Shepp and Logan (1974), with the contrast of a
 * T1-weighted image, folded cortex, texture, a smooth bias and Rician noise. 8-bit whole values (0..255) in RAS+
 * space, the middle at the origin; by default 76 x 92 x 40 voxels of 1.1 mm. Equal options give equal volumes.
 */
export function headPhantom(options: HeadOptions = {}): Volume {
  const { size = 0.5, voxel = 1.1, seed = 7, noise = 2.2 } = options;
  const [random, field] = [seeded(seed), smoothField(seed)];
  const texture = rough(smoothField(seed + 1));
  const [width, height, depth] = fieldOfView.map((length) => voxelsOf(length * size, voxel));
  const spacing = [voxel, voxel, voxel] as const;
  const affine = centred([width!, height!, depth!], spacing);
  const data = new Float32Array(width! * height! * depth!);
  for (let at = 0; at < data.length; at++) {
    const [i, j] = [at % width!, Math.floor(at / width!) % height!];
    const k = Math.floor(at / (width! * height!));
    const [x, y, z] = [affine[3]! + i * voxel, affine[7]! + j * voxel, affine[11]! + k * voxel];
    const grain = 1 + 0.07 * texture(x / 5, y / 5, z / 5);
    const clean = signal(field, x / size, y / size, z / size) * bias(x, y, z) * grain;
    const measured = Math.hypot(clean + noise * normal(random), noise * normal(random));
    data[at] = Math.min(255, Math.round(measured));
  }
  const stored = { type: 'uint8', slope: 1, intercept: 0 } as const;
  return { width: width!, height: height!, depth: depth!, data, affine, spacing, stored };
}
