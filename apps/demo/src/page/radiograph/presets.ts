import type { Preset } from '../viewer/presets.ts';

/** Windows of a radiograph with values of 0..1; the first is what the network sees. */
export function presetsFor(data: Float32Array): readonly Preset[] {
  const [low, high] = ends(data);
  const auto = high > low ? { centre: (low + high) / 2, width: high - low } : { centre: 0.5, width: 1 };
  return [
    { name: 'As the network', centre: 0.5, width: 1 },
    { name: 'Auto, 1 to 99 %', ...auto },
    { name: 'Dark parts: lungs', centre: 0.3, width: 0.6 },
    { name: 'Bright parts: heart, bones', centre: 0.7, width: 0.6 },
  ];
}

/** The 1st and the 99th percentile, to a 1024th. */
function ends(data: Float32Array): readonly [number, number] {
  const bins = 1024;
  const counts = new Uint32Array(bins);
  for (const value of data) counts[Math.min(bins - 1, Math.floor(value * bins))] += 1;
  const at = (share: number) => {
    let below = 0;
    const bin = counts.findIndex((count) => {
      below += count;
      return below >= share * data.length;
    });
    return (bin + 0.5) / bins;
  };
  return [at(0.01), at(0.99)];
}
