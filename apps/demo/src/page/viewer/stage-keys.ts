import { fitted, zoomAt } from '../../drawing/geometry.ts';
import { type Command, type Commands, useCommands } from '../commands.ts';
import { adjustWindow, fit, invert } from './commands.ts';
import type { Linked, Tool } from './linked.ts';

/** Zooms about the middle of the view, where neither the size of the sheet nor of the stage matters. */
export function zoomMiddle({ view }: Linked, factor: number): void {
  const unit = { width: 1, height: 1 };
  view.value = zoomAt(view.value, unit, unit, { x: 0.5, y: 0.5 }, factor);
}

function stageCommands(linked: Linked): Command[] {
  const { tool, smooth, view } = linked;
  const command = (id: string, keys: readonly string[], title: string, run: () => void): Command => ({
    id: `picture.${id}`,
    keys,
    title,
    scope: 'Picture',
    run,
  });
  const take = (next: Tool, key: string, does: string) =>
    command(next, [key], does, () => {
      tool.value = next;
    });
  return [
    command('zoom-in', ['+', '='], 'Zoom in', () => zoomMiddle(linked, 1.25)),
    command('zoom-out', ['-'], 'Zoom out', () => zoomMiddle(linked, 0.8)),
    { ...command('fit', ['0'], 'Fit the picture', () => fit(linked)), enabled: () => view.value !== fitted },
    take('move', 'm', 'Drag moves the picture'),
    take('window', 'w', 'Drag sets the window: brightness and contrast'),
    take('probe', 'p', 'Drag reads values'),
    command('narrower', ['['], 'Narrower window: more contrast', () => adjustWindow(linked, 0.9, 0)),
    command('wider', [']'], 'Wider window: less contrast', () => adjustWindow(linked, 1 / 0.9, 0)),
    command('brighter', ['{'], 'Brighter', () => adjustWindow(linked, 1, -0.05)),
    command('darker', ['}'], 'Darker', () => adjustWindow(linked, 1, 0.05)),
    command('invert', ['i'], 'Black for white', () => invert(linked)),
    command('smooth', ['s'], 'Smooth or square pixels', () => {
      smooth.value = !smooth.value;
    }),
  ];
}

/** The keys of linked stages while their view is on the page, whatever has the focus; those that need one focused are its own. */
export function useStageKeys(commands: Commands, linked: Linked): void {
  useCommands(commands, stageCommands(linked));
}
