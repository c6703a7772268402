/**
 * A picture as decoded: planar channels, rows from the top, values as stored in the file after the file's own
 * rescale (no windowing, no inversion, no scaling to 0..1).
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** `channels * height * width` values, channel-major. */
  readonly data: Float32Array;
  /** Bits per sample that the file stores (8, 12, 16, 32). */
  readonly bits: number;
  /** The format's own largest value range, for example [0, 255]; what "full scale" means for this file. */
  readonly range: readonly [number, number];
  /** Size of a pixel as [row, column] distance, with its unit, where the file states one. */
  readonly spacing?: { readonly row: number; readonly column: number; readonly unit: 'mm' | 'um' };
}

/**
 * A scalar volume. Index order of `data` is depth, height, width (width fastest): voxel (x, y, z) is
 * `data[(z * height + y) * width + x]`, the order in which NIfTI stores its first three dimensions.
 */
export interface Volume {
  readonly depth: number;
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
  /** Row-major 4 x 4: (x, y, z, 1) in voxels to RAS+ millimetres, as NIfTI's sform/qform define it. */
  readonly affine: readonly number[];
  /** Distance between voxel centres along x, y, z in millimetres. */
  readonly spacing: readonly [number, number, number];
  /** What the values were stored as, so that a result can be written the same way. */
  readonly stored: {
    readonly type: 'uint8' | 'int8' | 'uint16' | 'int16' | 'uint32' | 'int32' | 'float32' | 'float64';
    readonly slope: number;
    readonly intercept: number;
  };
}

/** Instance labels: 0 is background, 1..n are objects. */
export interface Labels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint32Array;
  readonly count: number;
}
