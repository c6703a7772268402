import { RoentgenError } from '@roentgen/kernels';

const side = 7;
const samples = side * side;

/** Running sums of the five products that SSIM needs, per column over `side` rows. */
interface Sums {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xx: Float64Array;
  readonly yy: Float64Array;
  readonly xy: Float64Array;
}

function addRow(
  sums: Sums,
  a: Float32Array,
  b: Float32Array,
  from: number,
  width: number,
  sign: 1 | -1,
): void {
  for (let i = 0; i < width; i++) {
    const x = a[from + i]!;
    const y = b[from + i]!;
    sums.x[i]! += sign * x;
    sums.y[i]! += sign * y;
    sums.xx[i]! += sign * x * x;
    sums.yy[i]! += sign * y * y;
    sums.xy[i]! += sign * x * y;
  }
}

/** SSIM of one window from its sums; variances are the unbiased (n - 1) ones. */
function windowSsim(
  x: number,
  y: number,
  xx: number,
  yy: number,
  xy: number,
  c1: number,
  c2: number,
): number {
  const mx = x / samples;
  const my = y / samples;
  const norm = samples / (samples - 1);
  const vx = norm * (xx / samples - mx * mx);
  const vy = norm * (yy / samples - my * my);
  const vxy = norm * (xy / samples - mx * my);
  return ((2 * mx * my + c1) * (2 * vxy + c2)) / ((mx * mx + my * my + c1) * (vx + vy + c2));
}

/** Slides the window along one row of column sums and adds up its SSIM. */
function rowSsim(s: Sums, width: number, c1: number, c2: number): number {
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  let total = 0;
  for (let i = 0; i < width; i++) {
    const old = i - side;
    x += s.x[i]! - (old < 0 ? 0 : s.x[old]!);
    y += s.y[i]! - (old < 0 ? 0 : s.y[old]!);
    xx += s.xx[i]! - (old < 0 ? 0 : s.xx[old]!);
    yy += s.yy[i]! - (old < 0 ? 0 : s.yy[old]!);
    xy += s.xy[i]! - (old < 0 ? 0 : s.xy[old]!);
    if (old >= -1) total += windowSsim(x, y, xx, yy, xy, c1, c2);
  }
  return total;
}

/**
 * Structural similarity (Wang et al. 2004) as scikit-image computes it by default: uniform 7 x 7 window, K1 = 0.01,
 * K2 = 0.03, sample covariance, mean over the windows that lie inside the picture. `range` is the range of the
 * values (255 for bytes, 1 for bytes / 255). Throws `shape` for pictures below 7 x 7 or of different size.
 */
export function ssim(a: Float32Array, b: Float32Array, width: number, height: number, range: number): number {
  if (a.length !== width * height || b.length !== a.length || width < side || height < side)
    throw new RoentgenError(
      'shape',
      `SSIM needs two pictures of the same size, at least ${side} x ${side}; got ${a.length} and ${b.length} values for ${width} x ${height}.`,
    );
  const c1 = (0.01 * range) ** 2;
  const c2 = (0.03 * range) ** 2;
  const zeros = () => new Float64Array(width);
  const sums = { x: zeros(), y: zeros(), xx: zeros(), yy: zeros(), xy: zeros() };
  let total = 0;
  for (let row = 0; row < height; row++) {
    addRow(sums, a, b, row * width, width, 1);
    if (row >= side) addRow(sums, a, b, (row - side) * width, width, -1);
    if (row >= side - 1) total += rowSsim(sums, width, c1, c2);
  }
  return total / ((width - side + 1) * (height - side + 1));
}
