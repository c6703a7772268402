import {
  type BlobOptions,
  labelAreas,
  labelComponents,
  nucleusMask,
  type Plane,
  paperNuclei,
} from '../imaging/analysis/index.ts';

/** Scales at which discs of a radius answer best (sigma = radius / sqrt 2), as far around it as the paper's reach. */
export function nucleusBlobs(radius: number): BlobOptions {
  const sigma = radius / Math.SQRT2;
  return { ...paperNuclei, minSigma: 0.8 * sigma, maxSigma: 1.2 * sigma };
}

/** Components below this area are dust, not nuclei. */
const dust = 20;

/**
 * Radius of the middle nucleus of a picture in pixels: of the disc that has the median area of the components of the
 * nucleus mask. Null where there are fewer than five. The paper's scales (15.6 to 22.6 pixels) fit its own microscope;
 * smaller nuclei give no seeds at those.
 */
export function measureNucleusRadius(nucleus: Plane, cytoplasm: Plane): number | null {
  const labels = labelComponents(nucleusMask(nucleus, cytoplasm), 8);
  const areas = [...labelAreas(labels).slice(1)].filter((area) => area >= dust).sort((a, b) => a - b);
  if (areas.length < 5) return null;
  return Math.sqrt(areas[Math.floor(areas.length / 2)] / Math.PI);
}
