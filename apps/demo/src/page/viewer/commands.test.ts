import { expect, it } from 'vitest';
import { extentOf } from '../../drawing/geometry.ts';
import { draggedWindow, obey } from './commands.ts';
import { createLinked } from './linked.ts';
import { volumePresets } from './presets.ts';

const reading = {
  modality: 'CT',
  guessed: false,
  unit: 'HU',
  range: [-1024, 3071],
  middle: [-1000, 800],
} as const;
const board = {
  extent: extentOf({
    kind: 'flat',
    width: 10,
    height: 10,
    channels: [{ data: new Uint8Array(100) }],
    pixel: { x: 1, y: 1, unit: 'px' },
  }),
  size: { width: 100, height: 100 },
};

it('offers the windows of CT only for CT, and starts with one made for the values', () => {
  expect(volumePresets(reading).map(({ name }) => name)).toEqual([
    'Auto',
    'Brain',
    'Subdural',
    'Bone',
    'Lung',
    'Abdomen',
    'All values',
  ]);
  expect(volumePresets({ ...reading, modality: 'MR' }).map(({ name }) => name)).toEqual([
    'Auto',
    'All values',
  ]);
  expect(createLinked(volumePresets(reading)).window.value).toEqual({
    centre: -100,
    width: 1800,
    inverted: false,
  });
});

it('widens a window by a drag to the right, darkens by a drag down, and never closes it', () => {
  const window = { centre: 40, width: 80, inverted: false };
  expect(draggedWindow(window, 100, 50)).toEqual({ centre: 60, width: 120, inverted: false });
  expect(draggedWindow(window, -9000, 0).width).toBeGreaterThan(0);
});

it('obeys keys, by the tool in hand', () => {
  const linked = createLinked(volumePresets(reading));
  const press = (...keys: string[]) => keys.map((key) => obey(key, linked, board));
  expect(press('+', 'ArrowRight', '?', 'r')).toEqual([true, true, false, false]);
  expect(linked.view.value).toEqual({ zoom: 1.25, x: 0.5 + 40 / 125, y: 0.5 });
  press('0', '2', 'i');
  expect(linked.view.value.zoom).toBe(1);
  expect(linked.window.value).toEqual({ centre: 40, width: 80, inverted: true }); // Brain
  press('p', 'ArrowLeft', 'ArrowDown');
  expect(linked.cursor.value).toEqual({ u: 0.45, v: 0.65 }); // from pixel (5, 5) to (4, 6)
  press('w', 'ArrowUp');
  expect(linked.window.value.centre).toBeLessThan(40);
});
