/** Colours of overlays. */

export type Rgb = readonly [number, number, number];

/** Dark violet over red to pale yellow: rises evenly in brightness, so that it reads without colour vision too. */
const heatStops: readonly Rgb[] = [
  [24, 12, 60],
  [105, 22, 110],
  [188, 55, 84],
  [244, 120, 32],
  [250, 220, 110],
];

const along = (stops: readonly Rgb[], value: number): Rgb => {
  const at = Math.min(1, Math.max(0, value)) * (stops.length - 1);
  const [low, high] = [stops[Math.floor(at)], stops[Math.ceil(at)]];
  const rest = at - Math.floor(at);
  return [0, 1, 2].map((i) => Math.round(low[i] + (high[i] - low[i]) * rest)) as unknown as Rgb;
};

const gradient = (stops: readonly Rgb[]) =>
  `linear-gradient(to right, ${stops.map((stop) => `rgb(${stop.join(' ')})`).join(', ')})`;

/** The heat colour of a value of 0..1. */
export const heat = (value: number): Rgb => along(heatStops, value);

/** The heat scale as a CSS gradient. */
export const heatGradient = gradient(heatStops);

/** A colour for a label: hues a golden angle apart, so that neighbours in number differ. */
export function labelColour(label: number): Rgb {
  const hue = (label * 137.508) % 360;
  const [saturation, lightness] = [0.75, 0.6];
  const channel = (shift: number) => {
    const k = (shift + hue / 30) % 12;
    return (
      lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    );
  };
  return [channel(0), channel(8), channel(4)].map((value) => Math.round(value * 255)) as unknown as Rgb;
}

/** Blue where the first is lower, orange where it is higher, near black where both agree: apart without red and green. */
const differenceStops: readonly Rgb[] = [
  [120, 190, 255],
  [28, 104, 190],
  [14, 16, 20],
  [196, 98, 16],
  [255, 196, 120],
];

/** The colour of a signed difference of -1..1 of the range shown. */
export const differenceColour = (value: number): Rgb => along(differenceStops, (value + 1) / 2);

/** The difference scale as a CSS gradient, lower at the left. */
export const differenceGradient = gradient(differenceStops);
