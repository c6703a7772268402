/** Pointers and wheels over a stage. */
import { type Point, panBy, placeAt, sheetRect, zoomAt } from '../../drawing/geometry.ts';
import type { Place, Window } from '../../drawing/scene.ts';
import { type Board, draggedWindow, fit } from './commands.ts';
import type { Linked, Tool } from './linked.ts';

/** What a stage does about pointers beyond its own view and window. */
export interface Heard {
  /** Pointed at without a button; null when the pointer leaves. */
  hover(place: Place | null): void;
  /** Clicked, or tapped. */
  pick(place: Place): void;
  /** Pressed or dragged with the probe. */
  probe(place: Place): void;
  /** The divider was taken to this fraction of the width. */
  swipe(at: number): void;
  slice(steps: number): void;
}

export interface Ground extends Heard {
  readonly linked: Linked;
  board(): Board;
  /** Where the divider is; null without one. */
  divider(): number | null;
}

type Drag =
  | { readonly kind: Tool; readonly from: Point; readonly window: Window; moved: boolean }
  | { readonly kind: 'divider'; readonly from: Point; moved: boolean };

const clickSlack = 4;
const dividerReach = 12;

function pointIn(element: HTMLElement, event: MouseEvent): Point {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** Follows a pinch from one pair of points to the next: zoom about their middle, and move with it. */
function pinch({ linked, board }: Ground, from: readonly Point[], to: readonly Point[]): void {
  const { extent, size } = board();
  const middle = ([a, b]: readonly Point[]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [before, after] = [middle(from), middle(to)];
  const factor = distance(to[0], to[1]) / Math.max(1, distance(from[0], from[1]));
  const moved = panBy(linked.view.value, extent, size, { x: after.x - before.x, y: after.y - before.y });
  linked.view.value = zoomAt(moved, extent, size, after, factor);
}

function place({ linked, board }: Ground, point: Point): Place {
  const { extent, size } = board();
  return placeAt(point, sheetRect(linked.view.value, extent, size));
}

/** What a press begins. */
function begin(ground: Ground, event: PointerEvent, from: Point): Drag {
  const { linked, divider, board } = ground;
  const at = divider();
  if (at !== null && event.button === 0 && Math.abs(from.x - at * board().size.width) <= dividerReach)
    return { kind: 'divider', from, moved: false };
  const kind = event.button === 2 ? 'window' : event.button === 1 ? 'move' : linked.tool.value;
  return { kind, from, window: linked.window.value, moved: false };
}

/** What a move of the pointer from `before` does. */
function follow(ground: Ground, drag: Drag, before: Point, now: Point): void {
  const { linked, board } = ground;
  const { extent, size } = board();
  if (drag.kind === 'divider') ground.swipe(Math.min(1, Math.max(0, now.x / size.width)));
  else if (drag.kind === 'probe') ground.probe(place(ground, now));
  else if (drag.kind === 'window')
    linked.window.value = draggedWindow(drag.window, now.x - drag.from.x, now.y - drag.from.y);
  else
    linked.view.value = panBy(linked.view.value, extent, size, { x: now.x - before.x, y: now.y - before.y });
}

/** Zooms at the pointer; with Shift or Alt goes through slices. A pinch on a touch pad comes as Ctrl and a wheel, and zooms. */
function wheel(element: HTMLElement, ground: Ground, event: WheelEvent): void {
  event.preventDefault();
  const turn = event.deltaY || event.deltaX;
  if (event.shiftKey || event.altKey) {
    ground.slice(Math.sign(turn));
    return;
  }
  const { linked, board } = ground;
  const { extent, size } = board();
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const factor = Math.exp(-Math.max(-240, Math.min(240, turn * lines)) / (event.ctrlKey ? 100 : 400));
  linked.view.value = zoomAt(linked.view.value, extent, size, pointIn(element, event), factor);
}

/** Presses, moves and releases. */
function pointerListeners(element: HTMLElement, ground: Ground) {
  const pointers = new Map<number, Point>();
  let drag: Drag | null = null;
  const move = (event: PointerEvent) => {
    const now = pointIn(element, event);
    const before = pointers.get(event.pointerId);
    if (before === undefined) return ground.hover(place(ground, now));
    const from = [...pointers.values()];
    pointers.set(event.pointerId, now);
    if (pointers.size === 2) return pinch(ground, from, [...pointers.values()]);
    if (drag === null || pointers.size > 2) return;
    drag.moved ||= distance(drag.from, now) > clickSlack;
    if (drag.moved || drag.kind === 'probe') follow(ground, drag, before, now);
    if (event.pointerType === 'mouse') ground.hover(place(ground, now));
  };
  const down = (event: PointerEvent) => {
    const now = pointIn(element, event);
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, now);
    drag = pointers.size === 1 ? begin(ground, event, now) : null;
    if (drag?.kind === 'probe') ground.probe(place(ground, now));
  };
  const up = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    if (drag !== null && !drag.moved && event.button === 0 && event.type === 'pointerup')
      ground.pick(place(ground, pointIn(element, event)));
    drag = null;
  };
  const leave = () => {
    if (pointers.size === 0) ground.hover(null);
  };
  return { pointermove: move, pointerdown: down, pointerup: up, pointercancel: up, pointerleave: leave };
}

/** Listens to pointers, wheel and double click on an element; returns what ends it. */
export function listen(element: HTMLElement, ground: Ground): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  for (const [type, heard] of Object.entries(pointerListeners(element, ground)))
    element.addEventListener(type, heard as EventListener, { signal });
  element.addEventListener('wheel', (event) => wheel(element, ground, event), { signal, passive: false });
  element.addEventListener('dblclick', () => fit(ground.linked), { signal });
  element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  return () => ended.abort();
}
