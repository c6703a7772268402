import { percentiles } from '../imaging/analysis/index.ts';
import { checkLimits, type InputCheck, type Limits } from '../network/check.ts';
import { measureRadiograph } from './measures.ts';
import type { Radiograph } from './radiograph.ts';

/*
 * Limits were taken from the 857 frontal radiographs of NIH ChestX-ray14 at hand (training, validation and test folds):
 * those of warnings leave out the outermost one in a hundred or less, so that 33 of the 857 are warned of in all;
 * those of refusals lie far outside of all of them.
 */

const infinite = Number.POSITIVE_INFINITY;

/** Below 224 the picture is enlarged; below 64 no lung texture is left. */
const shortSide: Limits = { warn: [224, infinite], refuse: [64, infinite] };
/** The centre crop loses what exceeds a square; film formats go up to 43:35. */
const aspect: Limits = { warn: [1, 1.4], refuse: [1, 2.5] };
/** Between the 1st and the 99th percentile; the least of 300 was 0.50. */
const contrast: Limits = { warn: [0.25, infinite], refuse: [0.02, infinite] };
/** Mean brightness: 9 of the 857 lie outside; the extremes were 0.26 and 0.83. */
const exposure: Limits = { warn: [0.32, 0.78], refuse: [0.08, 0.97] };
/** Share of pixels at the black end: 7 have more; the largest was 0.46. */
const black: Limits = { warn: [0, 0.22], refuse: [0, 0.9] };
/** Share of pixels at the white end: 4 have more; the largest was 0.15. */
const white: Limits = { warn: [0, 0.017], refuse: [0, 0.9] };
/** Greys of 256 in use: the fewest were 156. A picture with few has been posterised, or is a drawing. */
const levels: Limits = { warn: [100, infinite], refuse: [8, infinite] };
/** A grey picture saved as colour has none; burnt-in coloured text has a little. */
const coloured: Limits = { warn: [0, 0.01], refuse: [0, 0.2] };
/** Upper corners (air) over the whole picture: 4 of the 857 have more, and 755 of their negatives. */
const corners: Limits = { warn: [-infinite, 0.21], refuse: [-infinite, infinite] };
/** The middle of the chest over the lungs: 5 have less, and 725 negatives; by one of the two 9 are suspected and 844. */
const mediastinum: Limits = { warn: [-0.074, infinite], refuse: [-infinite, infinite] };
/** Correlation with the mirror image: 9 frontal ones have less. How lateral ones do was not measured. */
const symmetry: Limits = { warn: [-0.036, infinite], refuse: [-infinite, infinite] };

/** What a header may say of one of its properties. */
interface Wanted {
  readonly good: RegExp;
  /** What makes an answer meaningless. */
  readonly refused: RegExp;
  readonly words: string;
}

const modality: Wanted = {
  good: /^(CR|DX|DR|RF|RG)$/,
  refused: /^(CT|MR|PT|NM|US|MG|OP|OPT|SM|ECG)$/,
  words: 'a radiograph (CR, DX)',
};
const view: Wanted = {
  good: /^(PA|AP)/,
  refused: /^(LL|RL|LAT|LATERAL|LEFT LATERAL|RIGHT LATERAL)$/,
  words: 'frontal (PA, AP)',
};
const bodyPart: Wanted = {
  good: /CHEST|THORAX|LUNG/,
  refused:
    /HAND|WRIST|FOOT|ANKLE|KNEE|LEG|HIP|PELVIS|ABDOMEN|SKULL|HEAD|SPINE|ELBOW|SHOULDER|ARM|BREAST|JAW|TOOTH/,
  words: 'CHEST',
};

/** A property of the header that says, in words, what the picture is of. A header that says nothing is no check. */
function headerCheck(check: string, value: string | null, { good, refused, words }: Wanted): InputCheck[] {
  if (value === null || value === '') return [];
  const said = value.toUpperCase();
  const level = good.test(said) ? 'ok' : refused.test(said) ? 'refuse' : 'warn';
  const parts = { what: `the ${check}`, found: value, limit: words };
  return [{ check, level, value, ...parts, message: `the ${check} is ${value}; expected ${words}` }];
}

/** What there is to say about a picture before the network sees it: each look names the value and the limit. */
export function checkRadiograph({ plane, facts }: Radiograph): InputCheck[] {
  const { width, height } = plane;
  const [low, high] = percentiles(plane.data, [1, 99]);
  const short = Math.min(width, height);
  const found = measureRadiograph(plane);
  return [
    checkLimits('size', 'the short side', short, ' px', shortSide),
    checkLimits('aspect', 'the long side over the short one', Math.max(width, height) / short, '', aspect),
    checkLimits('contrast', 'the range from dark to bright (1 is full)', high - low, '', contrast),
    checkLimits('exposure', 'the mean brightness (0 black, 1 white)', found.exposure, '', exposure),
    checkLimits('black', 'the share of black pixels', found.clipped.black, '', black),
    checkLimits('white', 'the share of white pixels', found.clipped.white, '', white),
    checkLimits('levels', 'the number of greys in use (of 256)', found.levels, '', levels),
    checkLimits(
      'polarity',
      'the corners’ brightness over the whole (air is dark; above, the picture may be a negative)',
      found.cornerExcess,
      '',
      corners,
    ),
    checkLimits(
      'mediastinum',
      'the middle’s brightness over the lungs’ (below, the picture may be a negative)',
      found.mediastinum,
      '',
      mediastinum,
    ),
    checkLimits(
      'symmetry',
      'the likeness to its mirror image (below, it may be a lateral view)',
      found.symmetry,
      '',
      symmetry,
    ),
    checkLimits('colour', 'the fraction of coloured pixels', facts.coloured, '', coloured),
    ...headerCheck('modality', facts.modality, modality),
    ...headerCheck('view', facts.viewPosition, view),
    ...headerCheck('body part', facts.bodyPart, bodyPart),
  ];
}
