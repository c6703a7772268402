/** What a stage shows, as plain data: the page describes it, the drawing worker paints it. */
import type { Rgb } from './colours.ts';

/** The planes of a patient. */
export type PlaneName = 'axial' | 'coronal' | 'sagittal';

/** Measured values; what is drawn is always computed from these, never from 8 bits that were made for a screen. */
export type Values =
  | Uint8Array
  | Uint8ClampedArray
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array;

/** A measure is `slope * value + intercept`. */
export interface Measured {
  readonly data: Values;
  readonly slope: number;
  readonly intercept: number;
}

/** A volume, x fastest. */
export interface MeasuredVolume extends Measured {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Millimetres between voxel centres. */
  readonly spacing: readonly [number, number, number];
  /** Row-major 4 x 4, voxels to RAS+ millimetres. */
  readonly affine: readonly number[];
}

/** One channel of a picture, row by row. */
export interface Channel {
  readonly data: Values;
  readonly name?: string;
  /** What full brightness looks like; white where it is left out. Channels add up. */
  readonly colour?: Rgb;
  /** Values that become 0 and 1 before the window; left out, the window is in the channel's own units. */
  readonly range?: readonly [low: number, high: number];
}

/** A picture with one or more channels. */
export interface FlatSheet {
  readonly kind: 'flat';
  readonly width: number;
  readonly height: number;
  readonly channels: readonly Channel[];
  /** Size of a pixel. Where it is not known: 1 x 1 of unit `px`. */
  readonly pixel: { readonly x: number; readonly y: number; readonly unit: 'mm' | 'µm' | 'px' };
}

/** A slice of a volume, turned as radiologists hang it. */
export interface SliceSheet {
  readonly kind: 'slice';
  readonly volume: MeasuredVolume;
  readonly plane: PlaneName;
  readonly index: number;
}

export type Sheet = FlatSheet | SliceSheet;

/** A map over the whole sheet, 0..1, on any grid; its alpha grows with the value, so that regions without a say stay clear. */
export interface HeatOverlay {
  readonly kind: 'heat';
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
  /** 0..1. */
  readonly opacity: number;
}

/** Instance labels over the whole sheet: 0 is background. */
export interface LabelOverlay {
  readonly kind: 'labels';
  readonly width: number;
  readonly height: number;
  readonly data: Uint32Array;
  readonly opacity: number;
  /** How solid the inside of an object is, 0..1; 0 leaves the outline. */
  readonly fill: number;
  /** Colours by label as 0xBBGGRR; hues a golden angle apart without it. */
  readonly palette?: Uint32Array;
  /** The object that is drawn in white; 0 is none. */
  readonly chosen: number;
}

/** A rectangle in pixels of the sheet, with a word at its corner: a crop, for one. */
export interface BoxOverlay {
  readonly kind: 'box';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
  readonly text?: string;
}

export type Overlay = HeatOverlay | LabelOverlay | BoxOverlay;

/** Which values become black and white: linear from `centre - width / 2` to `centre + width / 2` (DICOM's LINEAR_EXACT). */
export interface Window {
  readonly centre: number;
  readonly width: number;
  readonly inverted: boolean;
}

/** Which part is seen: 1 fits the sheet into the stage; `x` and `y` are the fractions of the sheet in the stage's middle. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** A place on a sheet as fractions of its width and height, so that stages of different grids share it. */
export interface Place {
  readonly u: number;
  readonly v: number;
}

/** How a second sheet is shown beside the first, which lies at the left of the divider. */
export type Comparison =
  | {
      readonly kind: 'swipe';
      readonly other: Sheet;
      /** The divider, a fraction of the stage's width. */
      readonly at: number;
      readonly names: readonly [left: string, right: string];
    }
  /** The first less the other, which has the same grid; `range` is the difference of full colour. */
  | { readonly kind: 'difference'; readonly other: Sheet; readonly range: number };

/** What is drawn over the picture for the reader. */
export interface Marks {
  /** Letters at the left, right, top and bottom. */
  readonly edges?: readonly [string, string, string, string];
  /** Words in the corner, also in a saved PNG. */
  readonly note?: string;
  /** Where the crosshair is. */
  readonly cross?: Place | null;
  /** The one place to look at: a small cross, as where one points. */
  readonly target?: Place | null;
  /** Places to look at, each in a ring. */
  readonly rings?: readonly Place[];
}

/** Everything but where one looks and through which window. */
export interface Content {
  /** What is shown, in a few words; a test can wait for it. */
  readonly shows: string;
  readonly sheet: Sheet;
  /** Pixels stay squares, whatever the reader chose for the others. */
  readonly crisp?: boolean;
  readonly compare?: Comparison | null;
  readonly overlays?: readonly Overlay[];
  readonly marks?: Marks;
}

/** All that a painting depends on, but for its size. */
export interface Scene extends Content {
  readonly window: Window;
  readonly view: View;
  /** Interpolated between pixels; else each pixel is a square. */
  readonly smooth: boolean;
  /** Pixels of the canvas to one of the style sheet. */
  readonly density: number;
  /** Where a linked stage is pointed at. */
  readonly cursor: Place | null;
}
