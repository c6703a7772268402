import { percentiles } from '../imaging/analysis/index.ts';
import type { Plane } from '../imaging/analysis/plane.ts';
import { checkLimits, type InputCheck, type Limits } from '../network/check.ts';

const infinite = Number.POSITIVE_INFINITY;

const shortSide: Limits = { warn: [64, infinite], refuse: [16, infinite] };
/** Bright over typical value: a field of nothing but noise stays below 1.5. */
const contrast: Limits = { warn: [1.5, infinite], refuse: [1.0001, infinite] };
/** Pixels at the largest value of the picture, where it has more than a few. */
const saturated: Limits = { warn: [0, 0.02], refuse: [0, 0.9] };
/** Dark background: bright-field pictures of cells have a bright one. */
const background: Limits = { warn: [0, 0.6], refuse: [0, 1] };

function meanOf(data: Float32Array): number {
  let sum = 0;
  for (const value of data) sum += value;
  return sum / data.length;
}

/** What there is to say about a fluorescence picture before the network sees it. */
export function checkCells(picture: Plane): InputCheck[] {
  const [low, middle, high, top] = percentiles(picture.data, [1, 50, 99.8, 100]);
  const span = high - low;
  const atTop = picture.data.reduce((count, value) => count + (value === top ? 1 : 0), 0);
  const brightness = span > 0 ? (meanOf(picture.data) - low) / span : 0;
  const ratio = span > 0 ? (high - low + 1) / (middle - low + 1) : 1;
  return [
    checkLimits('size', 'the short side', Math.min(picture.width, picture.height), ' px', shortSide),
    checkLimits('contrast', 'bright pixels over the typical one', ratio, '', contrast),
    checkLimits('saturation', 'the fraction of saturated pixels', atTop / picture.data.length, '', saturated),
    checkLimits('background', 'the mean brightness (0 dark, 1 bright)', brightness, '', background),
  ];
}
