import type { Volume } from '../types.ts';

/** Row-major 4 x 4. */
export type Affine = readonly number[];
/** A point, direction or size along x, y, z. */
export type Triple = readonly [number, number, number];

/** The affine with these columns: steps along x, y, z and the position of voxel (0, 0, 0). */
export function affineFrom(x: Triple, y: Triple, z: Triple, origin: Triple): Affine {
  return [0, 1, 2].flatMap((row) => [x[row], y[row], z[row], origin[row]]).concat(0, 0, 0, 1);
}

/** Column `index` (0..3) of an affine without its last row. */
function column(affine: Affine, index: number): Triple {
  return [affine[index], affine[4 + index], affine[8 + index]];
}

/** The lengths of the affine's three steps: the distances between voxel centres. */
export function spacingOf(affine: Affine): Triple {
  const length = (index: number) => Math.hypot(...column(affine, index));
  return [length(0), length(1), length(2)];
}

/** The position of voxel (x, y, z). */
export function position(affine: Affine, [x, y, z]: Triple): Triple {
  const along = (row: number) =>
    affine[row * 4] * x + affine[row * 4 + 1] * y + affine[row * 4 + 2] * z + affine[row * 4 + 3];
  return [along(0), along(1), along(2)];
}

/**
 * The grid of a volume whose voxels were each cut into `factors` parts along x, y, z.
 *
 * Both grids fill the same box. A voxel of size s spans [c - s/2, c + s/2]; its first part has size s/f and so
 * its centre at c - s/2 + s/2f = c - s (f - 1)/2f. Hence the new voxel i sits at the old index (i + 1/2)/f - 1/2:
 * each column is divided by its factor, and the origin is the old position of index -(f - 1)/2f on each axis.
 * Factors below 1 reduce (1/2 joins two voxels), with the same formula.
 */
export function upsampledGrid(
  volume: Pick<Volume, 'affine'>,
  factors: Triple,
): Pick<Volume, 'affine' | 'spacing'> {
  const shift = (f: number) => (1 - f) / (2 * f);
  const origin = position(volume.affine, [shift(factors[0]), shift(factors[1]), shift(factors[2])]);
  const step = (axis: 0 | 1 | 2): Triple => {
    const [a, b, c] = column(volume.affine, axis);
    return [a / factors[axis], b / factors[axis], c / factors[axis]];
  };
  const affine = affineFrom(step(0), step(1), step(2), origin);
  return { affine, spacing: spacingOf(affine) };
}

/** A unit quaternion's rotation as a row-major 3 x 3, with a = sqrt(1 - b² - c² - d²) (NIfTI-1, method 2). */
export function rotationOf(b: number, c: number, d: number): readonly number[] {
  const rest = 1 - (b * b + c * c + d * d);
  // The file holds float32: a rest within three of its roundings of zero is a half turn, (b, c, d) of unit length.
  const isHalfTurn = rest < 3 * 2 ** -23;
  const scale = isHalfTurn ? 1 / Math.hypot(b, c, d) : 1;
  const a = isHalfTurn ? 0 : Math.sqrt(rest);
  const [p, q, r] = [b * scale, c * scale, d * scale];
  return [
    [a * a + p * p - q * q - r * r, 2 * (p * q - a * r), 2 * (p * r + a * q)],
    [2 * (p * q + a * r), a * a + q * q - p * p - r * r, 2 * (q * r - a * p)],
    [2 * (p * r - a * q), 2 * (q * r + a * p), a * a + r * r - p * p - q * q],
  ].flat();
}

/** A rotation and reflection as NIfTI writes them: b, c, d, and qfac -1 where the axes are left-handed. */
export interface Quaternion {
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly qfac: 1 | -1;
}

function determinant(m: readonly number[]): number {
  return (
    m[0] * (m[4] * m[8] - m[5] * m[7]) -
    m[1] * (m[3] * m[8] - m[5] * m[6]) +
    m[2] * (m[3] * m[7] - m[4] * m[6])
  );
}

/** The quaternion (a, b, c, d) of a proper rotation, taken from its largest component so as not to lose digits. */
function quaternionOfRotation(m: readonly number[]): readonly [number, number, number, number] {
  const squares = [
    1 + m[0] + m[4] + m[8],
    1 + m[0] - m[4] - m[8],
    1 - m[0] + m[4] - m[8],
    1 - m[0] - m[4] + m[8],
  ];
  const largest = squares.indexOf(Math.max(...squares));
  const s = 2 * Math.sqrt(squares[largest]);
  const [x, y, z] = [m[7] - m[5], m[2] - m[6], m[3] - m[1]];
  const [xy, xz, yz] = [m[1] + m[3], m[2] + m[6], m[5] + m[7]];
  const rows = [
    [squares[0], x, y, z],
    [x, squares[1], xy, xz],
    [y, xy, squares[2], yz],
    [z, xz, yz, squares[3]],
  ];
  const [a, b, c, d] = rows[largest].map((value) => value / s);
  return a < 0 ? [-a, -b, -c, -d] : [a, b, c, d];
}

/**
 * The quaternion of an affine, or null where its axes are not at right angles (a shear), which a NIfTI qform
 * cannot hold.
 */
export function quaternionOf(affine: Affine): Quaternion | null {
  const spacing = spacingOf(affine);
  if (spacing.some((step) => !(step > 0))) return null;
  const m = [0, 1, 2].flatMap((row) => [0, 1, 2].map((col) => affine[row * 4 + col] / spacing[col]));
  const cosine = (i: number, j: number) => m[i] * m[j] + m[3 + i] * m[3 + j] + m[6 + i] * m[6 + j];
  if (Math.max(...[cosine(0, 1), cosine(0, 2), cosine(1, 2)].map(Math.abs)) > 1e-4) return null;
  const qfac = determinant(m) < 0 ? -1 : 1;
  const [, b, c, d] = quaternionOfRotation(m.map((value, i) => (i % 3 === 2 ? value * qfac : value)));
  return { b, c, d, qfac };
}
