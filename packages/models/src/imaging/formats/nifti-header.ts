import { type Affine, affineFrom, rotationOf, spacingOf, type Triple } from './affine.ts';
import { ascii, checkedCount, checkPresent, damaged, unsupported, viewOf } from './bytes.ts';

/** Scalar voxel types, by NIfTI's datatype code. */
export const NIFTI_TYPES = {
  2: { name: 'uint8', bytes: 1 },
  4: { name: 'int16', bytes: 2 },
  8: { name: 'int32', bytes: 4 },
  16: { name: 'float32', bytes: 4 },
  64: { name: 'float64', bytes: 8 },
  256: { name: 'int8', bytes: 1 },
  512: { name: 'uint16', bytes: 2 },
  768: { name: 'uint32', bytes: 4 },
  1024: { name: 'int64', bytes: 8 },
  1280: { name: 'uint64', bytes: 8 },
} as const;

/** A scalar voxel type that can be read. */
export type NiftiType = (typeof NIFTI_TYPES)[keyof typeof NIFTI_TYPES]['name'];

const REFUSED: Readonly<Record<number, string>> = {
  0: 'an unknown type',
  1: '1-bit voxels',
  32: 'complex64',
  128: 'RGB24 colour',
  1536: 'float128',
  1792: 'complex128',
  2048: 'complex256',
  2304: 'RGBA32 colour',
};

/** What a NIfTI header says, checked. */
export interface NiftiHeader {
  readonly version: 1 | 2;
  readonly littleEndian: boolean;
  /** Voxels along x, y, z. */
  readonly dims: Triple;
  /** Volumes in the file, one after another: time points, directions or components; 1 for most. */
  readonly volumes: number;
  readonly type: NiftiType;
  readonly bytesPerVoxel: number;
  /** Byte at which the voxels start. */
  readonly offset: number;
  /** Real value = slope * stored + intercept; 1 and 0 where the file states none. */
  readonly slope: number;
  readonly intercept: number;
  /** Voxel indices to RAS+ millimetres. */
  readonly affine: Affine;
  readonly spacing: Triple;
  /** Where the affine comes from. */
  readonly orientation: 'sform' | 'qform' | 'pixdim';
}

/** Reads fields of either version: the same fields in the same order, at other places and widths. */
interface Fields {
  readonly version: 1 | 2;
  readonly little: boolean;
  dim(i: number): number;
  datatype(): number;
  pixdim(i: number): number;
  voxOffset(): number;
  scale(i: 0 | 1): number;
  units(): number;
  code(form: 'q' | 's'): number;
  /** quatern_b, c, d and then qoffset_x, y, z. */
  quatern(i: number): number;
  /** The twelve numbers of srow_x, srow_y, srow_z. */
  srow(i: number): number;
}

function fields1(v: DataView, little: boolean): Fields {
  return {
    version: 1,
    little,
    dim: (i) => v.getInt16(40 + 2 * i, little),
    datatype: () => v.getInt16(70, little),
    pixdim: (i) => v.getFloat32(76 + 4 * i, little),
    voxOffset: () => v.getFloat32(108, little),
    scale: (i) => v.getFloat32(112 + 4 * i, little),
    units: () => v.getUint8(123),
    code: (form) => v.getInt16(form === 'q' ? 252 : 254, little),
    quatern: (i) => v.getFloat32(256 + 4 * i, little),
    srow: (i) => v.getFloat32(280 + 4 * i, little),
  };
}

function fields2(v: DataView, little: boolean): Fields {
  return {
    version: 2,
    little,
    dim: (i) => Number(v.getBigInt64(16 + 8 * i, little)),
    datatype: () => v.getInt16(12, little),
    pixdim: (i) => v.getFloat64(104 + 8 * i, little),
    voxOffset: () => Number(v.getBigInt64(168, little)),
    scale: (i) => v.getFloat64(176 + 8 * i, little),
    units: () => v.getInt32(500, little),
    code: (form) => v.getInt32(form === 'q' ? 344 : 348, little),
    quatern: (i) => v.getFloat64(352 + 8 * i, little),
    srow: (i) => v.getFloat64(400 + 8 * i, little),
  };
}

function fieldsOf(bytes: Uint8Array): Fields {
  checkPresent('NIfTI header', 348, bytes.length);
  const v = viewOf(bytes);
  const little = [348, 540].includes(v.getInt32(0, true));
  const size = v.getInt32(0, little);
  if (size !== 348 && size !== 540) throw damaged(`not NIfTI: the header claims a length of ${size}`);
  const magic = ascii(bytes, size === 348 ? 344 : 4, 3);
  if (magic.startsWith('ni')) {
    throw unsupported(
      'NIfTI: the header of a .hdr/.img pair',
      'convert the pair to one .nii or .nii.gz file',
    );
  }
  if (magic !== (size === 348 ? 'n+1' : 'n+2')) {
    throw unsupported('NIfTI: no magic word; probably an ANALYZE 7.5 file', 'convert it to NIfTI');
  }
  if (size === 348) return fields1(v, little);
  checkPresent('NIfTI-2 header', 540, bytes.length);
  return fields2(v, little);
}

function dimsOf(fields: Fields): Pick<NiftiHeader, 'dims' | 'volumes'> {
  const rank = fields.dim(0);
  if (!(rank >= 1 && rank <= 7)) throw damaged(`NIfTI: dim[0] is ${rank}, must be 1 to 7`);
  const sizes = Array.from({ length: rank }, (_, i) => fields.dim(i + 1));
  const dims: Triple = [sizes[0], sizes[1] ?? 1, sizes[2] ?? 1];
  checkedCount('NIfTI', dims);
  // Some writers leave trailing sizes at 0.
  const rest = sizes.slice(3).map((size) => (size === 0 ? 1 : size));
  if (rest.some((size) => !Number.isSafeInteger(size) || size < 1))
    throw damaged(`NIfTI: impossible size ${sizes.join(' x ')}`);
  return { dims, volumes: rest.reduce((product, size) => product * size, 1) };
}

function typeOf(code: number): { readonly name: NiftiType; readonly bytes: number } {
  const known = NIFTI_TYPES[code as keyof typeof NIFTI_TYPES];
  if (known !== undefined) return known;
  const name = REFUSED[code];
  if (name === undefined) throw damaged(`NIfTI: datatype ${code} does not exist`);
  throw unsupported(
    `NIfTI: voxels are ${name} (datatype ${code})`,
    'convert the volume to a real scalar type',
  );
}

/** Millimetres per unit of xyzt_units; an unknown unit is taken as millimetres, as every reader does. */
function millimetres(units: number): number {
  return { 1: 1000, 3: 0.001 }[units & 7] ?? 1;
}

/** Method 2 of the NIfTI-1 standard. */
function qform(fields: Fields, pixdim: Triple): Affine {
  const r = rotationOf(fields.quatern(0), fields.quatern(1), fields.quatern(2));
  const flip = fields.pixdim(0) < 0 ? -1 : 1;
  const step = (i: number, size: number): Triple => [r[i] * size, r[3 + i] * size, r[6 + i] * size];
  const origin: Triple = [fields.quatern(3), fields.quatern(4), fields.quatern(5)];
  return affineFrom(step(0, pixdim[0]), step(1, pixdim[1]), step(2, pixdim[2] * flip), origin);
}

/** Method 1 of the standard: voxel sizes alone, voxel (0, 0, 0) at the origin. */
function pixdimOnly([x, y, z]: Triple): Affine {
  return affineFrom([x, 0, 0], [0, y, 0], [0, 0, z], [0, 0, 0]);
}

function orientationOf(fields: Fields): Pick<NiftiHeader, 'affine' | 'orientation'> {
  const size = (i: number) => Math.abs(fields.pixdim(i)) || 1;
  const pixdim: Triple = [size(1), size(2), size(3)];
  if (fields.code('s') > 0) {
    const rows = Array.from({ length: 12 }, (_, i) => fields.srow(i));
    return { affine: [...rows, 0, 0, 0, 1], orientation: 'sform' };
  }
  if (fields.code('q') > 0) return { affine: qform(fields, pixdim), orientation: 'qform' };
  return { affine: pixdimOnly(pixdim), orientation: 'pixdim' };
}

function inMillimetres(affine: Affine, scale: number): Affine {
  return affine.map((value, i) => (i < 12 ? value * scale : value));
}

function checkOrientation(affine: Affine, from: string): Triple {
  const spacing = spacingOf(affine);
  if (affine.some((value) => !Number.isFinite(value)) || spacing.some((step) => step === 0)) {
    throw damaged(`NIfTI: the ${from} has no volume or is not finite`, 'rewrite the header of this file');
  }
  return spacing;
}

/**
 * Parses a NIfTI-1 or NIfTI-2 header in either byte order. The orientation is the sform where it has a code,
 * else the qform, else voxel sizes (the order of nibabel, FSL and ITK; the library nifti-reader-js takes
 * whichever has the larger code). Throws `format` for damage and `unsupported`, by name, for colour, complex,
 * 128-bit and 1-bit voxels and .hdr/.img pairs.
 */
export function readNiftiHeader(bytes: Uint8Array): NiftiHeader {
  const fields = fieldsOf(bytes);
  const sizes = dimsOf(fields);
  const type = typeOf(fields.datatype());
  const { affine: raw, orientation } = orientationOf(fields);
  const affine = inMillimetres(raw, millimetres(fields.units()));
  const spacing = checkOrientation(affine, orientation);
  const offset = fields.voxOffset();
  const least = fields.version === 1 ? 348 : 540;
  if (!(Number.isSafeInteger(offset) && offset >= least)) throw damaged(`NIfTI: vox_offset is ${offset}`);
  const [slope, intercept] = [fields.scale(0), fields.scale(1)];
  // A slope of 0 or one that is not finite means that no scaling is stated.
  const scaled = Number.isFinite(slope) && slope !== 0;
  return {
    version: fields.version,
    littleEndian: fields.little,
    ...sizes,
    type: type.name,
    bytesPerVoxel: type.bytes,
    offset,
    slope: scaled ? slope : 1,
    intercept: scaled && Number.isFinite(intercept) ? intercept : 0,
    affine,
    spacing,
    orientation,
  };
}
