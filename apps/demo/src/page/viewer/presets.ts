import type { Window } from '../../drawing/scene.ts';
import type { Reading } from '../../protocol.ts';

/** A window to choose by name or number key. */
export interface Preset {
  readonly name: string;
  readonly centre: number;
  readonly width: number;
}

export const windowOf = ({ centre, width }: Preset): Window => ({ centre, width, inverted: false });

/** Common windows of CT, in HU. */
const ct: readonly Preset[] = [
  { name: 'Brain', centre: 40, width: 80 },
  { name: 'Subdural', centre: 75, width: 215 },
  { name: 'Bone', centre: 480, width: 2500 },
  { name: 'Lung', centre: -600, width: 1500 },
  { name: 'Abdomen', centre: 60, width: 400 },
];

const between = (name: string, [low, high]: readonly [number, number]): Preset => ({
  name,
  centre: (low + high) / 2,
  width: high > low ? high - low : 1,
});

/** Windows for a volume: first one for its values, then the named ones of CT, and all values last. */
export function volumePresets({ modality, range, middle }: Reading): readonly Preset[] {
  const auto = between('Auto', middle);
  return [auto, ...(modality === 'CT' ? ct : []), between('All values', range)];
}
