import { percentiles } from '../imaging/analysis/index.ts';
import type { Plane } from '../imaging/analysis/plane.ts';
import { checkLimits, type InputCheck, type Limits } from '../network/check.ts';
import type { Radiograph } from './radiograph.ts';

const infinite = Number.POSITIVE_INFINITY;

/** Below 224 the picture is enlarged; below 64 no lung texture is left. */
const shortSide: Limits = { warn: [224, infinite], refuse: [64, infinite] };
/** The centre crop loses what exceeds a square; film formats go up to 43:35. */
const aspect: Limits = { warn: [1, 1.4], refuse: [1, 2.5] };
/** Between the 1st and the 99th percentile; the least of 300 radiographs of NIH ChestX-ray14 was 0.50. */
const contrast: Limits = { warn: [0.25, infinite], refuse: [0.02, infinite] };
/** A grey picture saved as colour has none; burnt-in coloured text has a little. */
const coloured: Limits = { warn: [0, 0.01], refuse: [0, 0.2] };

/** Upper corners (air) over the whole picture; the largest of those 300 was 0.23, and -0.41 in the middle. */
const corners: Limits = { warn: [-1, 0.25], refuse: [-1, 1] };

/** Mean of the two upper corners, a tenth of each side, less the mean of all: above 0 where air is bright. */
function cornerExcess({ width, height, data }: Plane): number {
  const [w, h] = [Math.ceil(width / 10), Math.ceil(height / 10)];
  let corner = 0;
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) corner += data[y * width + x] + data[(y + 1) * width - 1 - x];
  const all = data.reduce((sum, value) => sum + value, 0);
  return corner / (2 * w * h) - all / data.length;
}

/** A property of the header that says, in words, that this is no frontal chest radiograph. */
function headerCheck(check: string, value: string | null, good: RegExp, wanted: string): InputCheck[] {
  if (value === null || value === '') return [];
  const level = good.test(value) ? 'ok' : 'warn';
  return [{ check, level, value, limit: wanted, message: `the ${check} is ${value}; expected ${wanted}` }];
}

/** What there is to say about a picture before the network sees it. */
export function checkRadiograph({ plane, facts }: Radiograph): InputCheck[] {
  const { width, height } = plane;
  const [low, high] = percentiles(plane.data, [1, 99]);
  const short = Math.min(width, height);
  return [
    checkLimits('size', 'the short side', short, ' px', shortSide),
    checkLimits('aspect', 'the long side over the short one', Math.max(width, height) / short, '', aspect),
    checkLimits('contrast', 'the range from dark to bright (1 is full)', high - low, '', contrast),
    checkLimits(
      'polarity',
      'the corners’ brightness over the whole (air is dark)',
      cornerExcess(plane),
      '',
      corners,
    ),
    checkLimits('colour', 'the fraction of coloured pixels', facts.coloured, '', coloured),
    ...headerCheck('modality', facts.modality, /^(CR|DX|DR|RF|RG)$/, 'a radiograph (CR, DX)'),
    ...headerCheck('view', facts.viewPosition, /^(PA|AP)/, 'frontal (PA, AP)'),
    ...headerCheck('body part', facts.bodyPart, /CHEST|THORAX|LUNG/i, 'CHEST'),
  ];
}
