import type { Labels, Raster } from '../types.ts';
import { convexArea } from './hull.ts';
import { type Ellipse, ellipseOf, labelSums, type Sums } from './moments.ts';
import { perimeters } from './perimeter.ts';
import { expectSameSize, type Plane } from './plane.ts';

/** Size of a pixel; without it lengths are in pixels. */
export type Spacing = NonNullable<Raster['spacing']>;

/** Shape of one cell. Lengths and areas are in the unit of the spacing given, or in pixels. */
export interface CellFeatures extends Ellipse {
  readonly label: number;
  readonly area: number;
  /** Centre of mass, in pixels whatever the spacing, so that it can be found in the picture. */
  readonly centroidX: number;
  readonly centroidY: number;
  /** Bounding box in pixels: first column and row, and size. */
  readonly boxLeft: number;
  readonly boxTop: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** Area over the area of the convex hull's pixels. */
  readonly solidity: number;
  /** Area over the area of the bounding box. */
  readonly extent: number;
  /** Length of the outline; null where pixels are not square, since the estimator has no meaning there. */
  readonly perimeter: number | null;
  /** Diameter of the disc of the same area. */
  readonly equivalentDiameter: number;
  /** Mean of the intensity picture over the cell; null without one. */
  readonly meanIntensity: number | null;
}

export interface FeatureOptions {
  readonly spacing?: Spacing;
  readonly intensity?: Plane;
}

function featuresOf(label: number, sums: Sums, perimeter: number, options: FeatureOptions): CellFeatures {
  const { row, column } = options.spacing ?? { row: 1, column: 1 };
  const area = sums.area * row * column;
  return {
    label,
    area,
    centroidX: sums.left + sums.x / sums.area,
    centroidY: sums.top + sums.y / sums.area,
    boxLeft: sums.left,
    boxTop: sums.top,
    boxWidth: sums.width,
    boxHeight: sums.height,
    ...ellipseOf(sums, row, column),
    solidity: sums.area / convexArea(sums.extent),
    extent: sums.area / (sums.width * sums.height),
    perimeter: row === column ? perimeter * row : null,
    equivalentDiameter: Math.sqrt((4 * area) / Math.PI),
    meanIntensity: options.intensity === undefined ? null : sums.intensity / sums.area,
  };
}

/**
 * Shape features of every object, by scikit-image's definitions (`regionprops` 0.26), in order of label; labels
 * without pixels are left out. Throws `shape` where the intensity picture has another size.
 */
export function cellFeatures(labels: Labels, options: FeatureOptions = {}): CellFeatures[] {
  if (options.intensity) expectSameSize('The labels and the intensity picture', labels, options.intensity);
  const lengths = perimeters(labels);
  return labelSums(labels, options.intensity?.data).map(({ label, sums }) =>
    featuresOf(label, sums, lengths[label]!, options),
  );
}

/** A column of the table of features: the field, and what its numbers mean. */
export interface FeatureColumn {
  readonly key: keyof CellFeatures;
  readonly unit: string;
}

/** The columns in the order of a report, with units: lengths in that of the spacing ('um', 'mm') or 'px', angles in radians. */
export function featureColumns(spacing?: Spacing): FeatureColumn[] {
  const length = spacing?.unit ?? 'px';
  const columns = [
    ['label', ''],
    ['area', `${length}^2`],
    ['centroidX', 'px'],
    ['centroidY', 'px'],
    ['boxLeft', 'px'],
    ['boxTop', 'px'],
    ['boxWidth', 'px'],
    ['boxHeight', 'px'],
    ['eccentricity', ''],
    ['majorAxis', length],
    ['minorAxis', length],
    ['orientation', 'rad'],
    ['solidity', ''],
    ['extent', ''],
    ['perimeter', length],
    ['equivalentDiameter', length],
    ['meanIntensity', ''],
  ] as const;
  return columns.map(([key, unit]) => ({ key, unit }));
}
