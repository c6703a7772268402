/** What keys and buttons do to linked stages. */
import { type Extent, fitted, panBy, type Size, zoomAt } from '../../drawing/geometry.ts';
import type { Place, Window } from '../../drawing/scene.ts';
import type { Linked } from './linked.ts';
import { windowOf } from './presets.ts';

/** A stage as a command sees it: its sheet and its canvas, here in pixels of the style sheet. */
export interface Board {
  readonly extent: Extent;
  readonly size: Size;
}

/** Zooms about the middle of the stage. */
function zoomBy({ view }: Linked, { extent, size }: Board, factor: number): void {
  view.value = zoomAt(view.value, extent, size, { x: size.width / 2, y: size.height / 2 }, factor);
}

/** The whole picture again. */
export function fit({ view }: Linked): void {
  view.value = fitted;
}

/** A drag by these pixels, as viewers of radiographs do: right widens the window, down darkens; 200 pixels are its width. */
export function draggedWindow(from: Window, dx: number, dy: number): Window {
  const step = from.width / 200;
  return { ...from, width: Math.max(4 * step, from.width + dx * step), centre: from.centre + dy * step };
}

/** A window wider by a factor, its centre moved by a share of its width. */
export function adjustWindow({ window }: Linked, wider: number, moved: number): void {
  const { centre, width, inverted } = window.value;
  window.value = { centre: centre + moved * width, width: width * wider, inverted };
}

export function invert({ window }: Linked): void {
  window.value = { ...window.value, inverted: !window.value.inverted };
}

/** Chooses a window by its number from 0; an inverted picture stays inverted. */
export function usePreset({ window, presets }: Linked, number: number): void {
  const preset = presets[number];
  if (preset !== undefined) window.value = { ...windowOf(preset), inverted: window.value.inverted };
}

/** The place some pixels on, held to the sheet; the middle of the view where there was none. */
function steppedPlace({ view, cursor }: Linked, { columns, rows }: Extent, dx: number, dy: number): Place {
  const { u, v } = cursor.value ?? { u: view.value.x, v: view.value.y };
  const step = (at: number, count: number, by: number) =>
    (Math.min(count - 1, Math.max(0, Math.floor(at * count) + by)) + 0.5) / count;
  return { u: step(u, columns, dx), v: step(v, rows, dy) };
}

/** What an arrow key does with the tool in hand: moves the picture, the window or the probe. */
function arrow(linked: Linked, { extent, size }: Board, dx: number, dy: number): void {
  const { tool, view, cursor, window } = linked;
  if (tool.value === 'probe') cursor.value = steppedPlace(linked, extent, dx, dy);
  else if (tool.value === 'window') window.value = draggedWindow(window.value, 8 * dx, 8 * dy);
  else view.value = panBy(view.value, extent, size, { x: -40 * dx, y: -40 * dy });
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Obeys a key; false where it means nothing to a stage. */
export function obey(key: string, linked: Linked, board: Board): boolean {
  const { tool, smooth } = linked;
  const does: Readonly<Record<string, () => void>> = {
    '+': () => zoomBy(linked, board, 1.25),
    '=': () => zoomBy(linked, board, 1.25),
    '-': () => zoomBy(linked, board, 0.8),
    '0': () => fit(linked),
    '[': () => adjustWindow(linked, 0.9, 0),
    ']': () => adjustWindow(linked, 1 / 0.9, 0),
    '{': () => adjustWindow(linked, 1, -0.05),
    '}': () => adjustWindow(linked, 1, 0.05),
    i: () => invert(linked),
    s: () => {
      smooth.value = !smooth.value;
    },
    m: () => {
      tool.value = 'move';
    },
    w: () => {
      tool.value = 'window';
    },
    p: () => {
      tool.value = 'probe';
    },
  };
  const command =
    does[key] ??
    (key in arrows ? () => arrow(linked, board, ...arrows[key]) : undefined) ??
    (/^[1-9]$/.test(key) ? () => usePreset(linked, Number(key) - 1) : undefined);
  command?.();
  return command !== undefined;
}
