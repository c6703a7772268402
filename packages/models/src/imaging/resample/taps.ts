import { RoentgenError } from '@roentgen/kernels';
import { mirrored } from '../analysis/mirror.ts';
import type { Filter } from './filters.ts';

/**
 * What stands beyond the first and the last sample. `renormalise`: nothing, the weights inside are scaled to sum
 * to one (Pillow; PyTorch with antialias). `clamp`: the end sample repeats (PyTorch without antialias). `reflect`:
 * the signal mirrored with its end sample doubled (MATLAB imresize).
 */
export type Edge = 'renormalise' | 'clamp' | 'reflect';

/** How one axis is resampled. `antialias` widens the filter by the factor of reduction; it does nothing when enlarging. */
export interface Method {
  readonly filter: Filter;
  readonly antialias: boolean;
  readonly edge: Edge;
}

/**
 * Weights of one axis, made once and used on every line: output `i` is the sum over k < width of
 * `weights[i * width + k] * input[first[i] + k]`. All indices lie inside the input; each row sums to one.
 */
export interface Taps {
  readonly inputLength: number;
  readonly outputLength: number;
  readonly width: number;
  readonly first: Int32Array;
  readonly weights: Float64Array;
}

function landing(index: number, length: number, edge: Edge): number {
  if (index >= 0 && index < length) return index;
  if (edge === 'renormalise') return -1;
  return edge === 'clamp' ? Math.min(Math.max(index, 0), length - 1) : mirrored(index, length);
}

/** Weights of one output sample, folded onto the input samples that exist; scaled to sum to one. */
function gather(centre: number, stretch: number, length: number, { filter, edge }: Method) {
  const reach = filter.support * stretch;
  const found = new Map<number, number>();
  let sum = 0;
  for (let j = Math.floor(centre - reach - 0.5); j <= Math.ceil(centre + reach - 0.5); j++) {
    const weight = filter.weight((j + 0.5 - centre) / stretch);
    const target = landing(j, length, edge);
    if (weight === 0 || target < 0) continue;
    found.set(target, (found.get(target) ?? 0) + weight);
    sum += weight;
  }
  return [...found].map(([index, weight]) => [index, weight / sum] as const);
}

/**
 * Plans the resampling of one axis from `inputLength` to `outputLength` samples with half-pixel centres: the middle
 * of output sample i lies at (i + 0.5) * inputLength / outputLength on the input, whose sample j spans [j, j + 1].
 * Throws `shape` for lengths that are not positive whole numbers.
 */
export function planTaps(inputLength: number, outputLength: number, method: Method): Taps {
  for (const length of [inputLength, outputLength])
    if (!Number.isInteger(length) || length < 1)
      throw new RoentgenError('shape', `Cannot resample ${inputLength} samples to ${outputLength}.`, {
        hint: 'Both lengths must be whole numbers of at least 1.',
      });
  const ratio = inputLength / outputLength;
  const stretch = method.antialias ? Math.max(ratio, 1) : 1;
  const rows = Array.from({ length: outputLength }, (_, i) =>
    gather((i + 0.5) * ratio, stretch, inputLength, method),
  );
  const low = rows.map((row) => Math.min(...row.map(([index]) => index)));
  const high = rows.map((row) => Math.max(...row.map(([index]) => index)));
  const width = Math.max(...rows.map((_, i) => high[i]! - low[i]! + 1));
  const first = Int32Array.from(low, (index) => Math.min(index, inputLength - width));
  const weights = new Float64Array(outputLength * width);
  rows.forEach((row, i) => {
    for (const [index, weight] of row) weights[i * width + index - first[i]!] = weight;
  });
  return { inputLength, outputLength, width, first, weights };
}
