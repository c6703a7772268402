import { RoentgenError } from '@roentgen/kernels';

/** Weights as 8-bit codes: the value of a code is its channel's scale times the code. */
export interface Int8Weights {
  /** In the order of the weights; -127..127, so that the range is symmetric. */
  readonly codes: Int8Array;
  /** One for each slice along the axis. */
  readonly scales: Float32Array;
}

const highest = 127;
/** Scales that are tried for a channel, as parts of the one whose range ends at the channel's largest weight. */
const tried = Array.from({ length: 21 }, (_, i) => 1 - i / 50);

interface Fit {
  readonly scale: number;
  readonly error: number;
}

/**
 * Quantises a row-major tensor symmetrically with one scale per slice along `axis`, the scale that leaves the least
 * squared error among those tried: cutting off a few large weights may serve the many small ones. Throws 'value'
 * where a weight is no finite number.
 */
export function toInt8(weights: Float32Array, dims: readonly number[], axis: number): Int8Weights {
  const channels = dims[axis];
  const inner = dims.slice(axis + 1).reduce((product, dim) => product * dim, 1);
  const codes = new Int8Array(weights.length);
  const scales = new Float32Array(channels);
  const places = new Uint32Array(weights.length / channels);
  for (let channel = 0; channel < channels; channel++) {
    for (let i = 0; i < places.length; i++)
      places[i] = (Math.floor(i / inner) * channels + channel) * inner + (i % inner);
    const values = Float32Array.from(places, (place) => weights[place]);
    const { scale } = fitScale(values, channel);
    scales[channel] = scale;
    places.forEach((place, i) => {
      codes[place] = codeOf(values[i], scale);
    });
  }
  return { codes, scales };
}

/** The weights that codes stand for. */
export function fromInt8(
  { codes, scales }: Int8Weights,
  dims: readonly number[],
  axis: number,
): Float32Array {
  const inner = dims.slice(axis + 1).reduce((product, dim) => product * dim, 1);
  return Float32Array.from(codes, (code, i) => code * scales[Math.floor(i / inner) % dims[axis]]);
}

function codeOf(value: number, scale: number): number {
  return Math.max(-highest, Math.min(highest, Math.round(value / scale)));
}

function fitScale(values: Float32Array, channel: number): Fit {
  const top = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!Number.isFinite(top))
    throw new RoentgenError('value', `channel ${channel} of the weights holds infinity or NaN`, {
      hint: 'train again, or repair the file: such weights cannot be quantised',
    });
  if (top === 0) return { scale: 1, error: 0 };
  const fits = tried.flatMap((part) => {
    const scale = Math.fround((top / highest) * part);
    return scale === 0 ? [] : [fitOf(values, scale), fitOf(values, refined(values, scale))];
  });
  // Weights so small that no float32 scale is left for them are as good as zero.
  return fits.reduce((best, fit) => (fit.error < best.error ? fit : best), { scale: 1, error: Infinity });
}

function fitOf(values: Float32Array, scale: number): Fit {
  let error = 0;
  for (const value of values) error += (value - codeOf(value, scale) * scale) ** 2;
  return { scale, error };
}

/** The scale that fits the codes of another best: their least-squares slope. */
function refined(values: Float32Array, scale: number): number {
  let products = 0;
  let squares = 0;
  for (const value of values) {
    const code = codeOf(value, scale);
    products += value * code;
    squares += code * code;
  }
  return Math.fround(products / squares) || scale;
}
