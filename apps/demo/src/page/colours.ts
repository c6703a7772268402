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

/** The heat colour of a value of 0..1. */
export function heat(value: number): Rgb {
  const at = Math.min(1, Math.max(0, value)) * (heatStops.length - 1);
  const [low, high] = [heatStops[Math.floor(at)], heatStops[Math.ceil(at)]];
  const rest = at - Math.floor(at);
  return [0, 1, 2].map((i) => Math.round(low[i] + (high[i] - low[i]) * rest)) as unknown as Rgb;
}

/** The heat scale as a CSS gradient. */
export const heatGradient = `linear-gradient(to right, ${heatStops.map((stop) => `rgb(${stop.join(' ')})`).join(', ')})`;

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
