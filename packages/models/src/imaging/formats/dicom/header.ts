import type { Triple } from '../affine.ts';
import { checkedCount, damaged, unsupported } from '../bytes.ts';
import { type Lut, readLut, type VoiFunction, type VoiWindow } from './lut.ts';
import { objectName } from './objects.ts';
import type { DicomData } from './parse.ts';

/** What tells repeats of a place apart, where the file says it. */
export interface Repeat {
  /** Echo number, or echo time in milliseconds. */
  readonly echo: number | null;
  readonly timePoint: number | null;
  /** Diffusion weighting, s/mm². */
  readonly bValue: number | null;
  readonly acquisition: number | null;
  /** Of a file of several frames: its number in its series. */
  readonly file: number | null;
  /** Of a frame: its other dimensions' indices, by dots. */
  readonly dimensions: string | null;
}

/** The facts of an image that reading and showing it need. Nothing in here names the patient. */
export interface DicomHeader {
  /** `decoded`: whether there is a decoder for its pixels. */
  readonly transferSyntax: { readonly uid: string; readonly name: string; readonly decoded: boolean };
  /** A scout or localizer, by its image type. */
  readonly localizer: boolean;
  readonly instanceUid: string | null;
  readonly seriesUid: string | null;
  readonly seriesDescription: string | null;
  readonly instanceNumber: number | null;
  /** The stack that a frame belongs to, where a file of several frames names it. */
  readonly stack: string | null;
  readonly repeat: Repeat;
  /** CR, DX, CT, MR … */
  readonly modality: string | null;
  /** PA, AP, LL …; a projection radiograph's. */
  readonly viewPosition: string | null;
  readonly bodyPart: string | null;
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly samples: 1 | 3;
  /** Three samples stored as whole planes rather than pixel by pixel. */
  readonly planes: boolean;
  /** MONOCHROME1 (0 is white), MONOCHROME2, RGB, YBR_FULL … as the file states it. */
  readonly photometric: string;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly signed: boolean;
  /** Modality value = slope * stored + intercept. */
  readonly slope: number;
  readonly intercept: number;
  readonly modalityLut: Lut | null;
  readonly windows: readonly VoiWindow[];
  readonly voiFunction: VoiFunction;
  readonly voiLut: Lut | null;
  /** Millimetres between pixels: in the patient, or for a radiograph without calibration at the detector. */
  readonly spacing: {
    readonly row: number;
    readonly column: number;
    readonly at: 'patient' | 'detector';
  } | null;
  /** Centre of the first pixel, LPS+ millimetres. */
  readonly position: Triple | null;
  /** Directions of increasing column and of increasing row, LPS+. */
  readonly orientation: readonly [Triple, Triple] | null;
  readonly sliceThickness: number | null;
  readonly spacingBetweenSlices: number | null;
  /** What it lacks to be placed in the patient, in DICOM's names; empty where it is placed. */
  readonly missing: readonly string[];
}

const PHOTOMETRIC = new Set([
  'MONOCHROME1',
  'MONOCHROME2',
  'RGB',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_RCT',
  'YBR_ICT',
]);

function needed(data: DicomData, tag: string, name: string): number {
  const value = data.uint16(tag);
  if (value !== null) return value;
  const object = objectName(data.text('x00080016') ?? data.text('x00020002'));
  throw damaged(
    object === null ? `DICOM: no ${name}: not an image` : `DICOM: ${object}, not an image`,
    'DICOMDIR, reports and structures have no pixels',
  );
}

function photometricOf(data: DicomData, samples: number): string {
  const photometric = data.text('x00280004') ?? (samples === 1 ? 'MONOCHROME2' : 'RGB');
  const isGrey = photometric.startsWith('MONOCHROME');
  if (!PHOTOMETRIC.has(photometric)) {
    throw unsupported(`DICOM: photometric interpretation ${photometric}`, 'convert the image to MONOCHROME2');
  }
  if (isGrey !== (samples === 1)) throw damaged(`DICOM: ${photometric} with ${samples} samples per pixel`);
  return photometric;
}

type Layout = Pick<
  DicomHeader,
  | 'rows'
  | 'columns'
  | 'frames'
  | 'samples'
  | 'planes'
  | 'photometric'
  | 'bitsAllocated'
  | 'bitsStored'
  | 'highBit'
  | 'signed'
>;

function layoutOf(data: DicomData): Layout {
  const [rows, columns] = [needed(data, 'x00280010', 'Rows'), needed(data, 'x00280011', 'Columns')];
  const samples = data.uint16('x00280002') ?? 1;
  if (samples !== 1 && samples !== 3)
    throw unsupported(`DICOM: ${samples} samples per pixel`, 'convert it to grey');
  const frames = data.decimals('x00280008')[0] ?? 1;
  checkedCount('DICOM', [columns, rows, samples, frames]);
  const photometric = photometricOf(data, samples);
  const bitsAllocated = needed(data, 'x00280100', 'BitsAllocated');
  const bitsStored = data.uint16('x00280101') ?? bitsAllocated;
  const highBit = data.uint16('x00280102') ?? bitsStored - 1;
  if (![1, 8, 16, 32].includes(bitsAllocated)) {
    throw unsupported(`DICOM: ${bitsAllocated} bits allocated per sample`, 'convert it to 8 or 16 bits');
  }
  if (bitsStored < 1 || bitsStored > bitsAllocated || highBit >= bitsAllocated || highBit < bitsStored - 1) {
    throw damaged(
      `DICOM: ${bitsStored} bits stored, high bit ${highBit}, in ${bitsAllocated} bits allocated`,
    );
  }
  const planes = data.uint16('x00280006') === 1;
  const signed = data.uint16('x00280103') === 1;
  return { rows, columns, frames, samples, planes, photometric, bitsAllocated, bitsStored, highBit, signed };
}

/** PixelSpacing is row distance, then column distance. Detector spacing magnifies, but it is all some files have. */
function spacingOf(data: DicomData): DicomHeader['spacing'] {
  const pick = (tag: string, at: 'patient' | 'detector') => {
    const [row, column] = data.decimals(tag);
    return row > 0 && column > 0 ? { row, column, at } : null;
  };
  return pick('x00280030', 'patient') ?? pick('x00181164', 'detector');
}

function tripleOf(values: readonly number[], from: number): Triple | null {
  const [a, b, c] = values.slice(from, from + 3);
  return [a, b, c].every(Number.isFinite) ? [a, b, c] : null;
}

function geometryOf(data: DicomData): Pick<DicomHeader, 'position' | 'orientation'> {
  const directions = data.decimals('x00200037');
  const [along, down] = [tripleOf(directions, 0), tripleOf(directions, 3)];
  const position = tripleOf(data.decimals('x00200032'), 0);
  return { position, orientation: along !== null && down !== null ? [along, down] : null };
}

function positive(value: number | undefined): number | null {
  return value !== undefined && value > 0 ? value : null;
}

/** Names of what is not there. */
function missingOf(place: Pick<DicomHeader, 'position' | 'orientation' | 'spacing'>): readonly string[] {
  const names = {
    position: 'ImagePositionPatient',
    orientation: 'ImageOrientationPatient',
    spacing: 'PixelSpacing',
  };
  return (['position', 'orientation', 'spacing'] as const).flatMap((field) =>
    place[field] === null ? [names[field]] : [],
  );
}

/** Classic images number their echoes; frames of the enhanced kind state the echo time. */
function repeatOf(data: DicomData): Repeat {
  return {
    echo: data.decimals('x00180086')[0] ?? data.float64('x00189082'),
    timePoint: data.decimals('x00200100')[0] ?? data.uint32('x00209128'),
    bValue: data.float64('x00189087'),
    acquisition: data.decimals('x00200012')[0] ?? data.uint16('x00209156'),
    file: null,
    dimensions: null,
  };
}

type Values = Pick<DicomHeader, 'slope' | 'intercept' | 'modalityLut' | 'windows' | 'voiFunction' | 'voiLut'>;

function valuesOf(data: DicomData, signed: boolean): Values {
  const [centers, widths] = [data.decimals('x00281050'), data.decimals('x00281051')];
  const pairs = centers.map((center, i) => ({ center, width: widths[i] }));
  const windows = pairs.filter(({ center, width }) => Number.isFinite(center) && width > 0);
  const slope = data.decimals('x00281053')[0] ?? 1;
  const intercept = data.decimals('x00281052')[0] ?? 0;
  if (!Number.isFinite(slope) || slope === 0 || !Number.isFinite(intercept)) {
    throw damaged(`DICOM: rescale slope ${slope} and intercept ${intercept}`);
  }
  const named = data.text('x00281056');
  const voiFunction = named === 'LINEAR_EXACT' || named === 'SIGMOID' ? named : 'LINEAR';
  const modalityLut = readLut(data.item('x00283000'), signed);
  // The VOI table is looked up with modality values, which a rescale to negative numbers makes signed.
  const voiLut = readLut(data.item('x00283010'), signed || intercept < 0);
  return { slope, intercept, modalityLut, windows, voiFunction, voiLut };
}

/**
 * Reads the facts of an image. Throws `format` where the file is no image or contradicts itself, and
 * `unsupported`, by name, for palette colour and other photometric interpretations that are not grey or RGB.
 */
export function readHeader(data: DicomData): DicomHeader {
  const layout = layoutOf(data);
  const place = { ...geometryOf(data), spacing: spacingOf(data) };
  return {
    ...layout,
    ...valuesOf(data, layout.signed),
    ...place,
    missing: missingOf(place),
    transferSyntax: {
      uid: data.syntax.uid,
      name: data.syntax.name,
      decoded: data.syntax.encoding !== null,
    },
    localizer: /LOCALIZER|SCOUT/i.test(data.text('x00080008') ?? ''),
    instanceUid: data.text('x00080018'),
    seriesUid: data.text('x0020000e'),
    seriesDescription: data.text('x0008103e'),
    instanceNumber: data.decimals('x00200013')[0] ?? null,
    stack: data.text('x00209056'),
    repeat: repeatOf(data),
    modality: data.text('x00080060'),
    viewPosition: data.text('x00185101'),
    bodyPart: data.text('x00180015'),
    sliceThickness: positive(data.decimals('x00180050')[0]),
    spacingBetweenSlices: positive(data.decimals('x00180088')[0]),
  };
}
