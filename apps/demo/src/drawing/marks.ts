/** Letters, scale bar, crosshair and divider, drawn into the picture so that a saved PNG has them. */
import {
  type Extent,
  lengthText,
  type Point,
  pointAt,
  type Rect,
  roundLength,
  type Size,
} from './geometry.ts';
import type { Comparison, Scene } from './scene.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** What marks are drawn on: sizes of the style sheet times `density` are pixels. */
interface Board {
  readonly context: Context;
  readonly size: Size;
  readonly density: number;
}

const family = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';

/** White words with a dark rim, legible on any picture. */
function write({ context, density }: Board, text: string, { x, y }: Point, align: CanvasTextAlign): void {
  context.font = `600 ${12 * density}px ${family}`;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3 * density;
  context.strokeStyle = 'rgb(0 0 0 / 75%)';
  context.strokeText(text, x, y);
  context.fillStyle = '#fff';
  context.fillText(text, x, y);
}

/** A line of white on black. */
function line({ context, density }: Board, points: readonly Point[]): void {
  for (const [width, colour] of [
    [3, 'rgb(0 0 0 / 70%)'],
    [1.25, '#fff'],
  ] as const) {
    context.beginPath();
    for (const { x, y } of points) context.lineTo(x, y);
    context.lineWidth = width * density;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/** Words in the upper left, below the letter at the top where they would reach it. */
function noteAt(board: Board, note: string): void {
  const { context, size, density } = board;
  context.font = `600 ${12 * density}px ${family}`;
  const reach = 10 * density + context.measureText(note).width;
  const row = reach > size.width / 2 - 14 * density ? 30 : 14;
  write(board, note, { x: 10 * density, y: row * density }, 'left');
}

function letters(board: Board, [left, right, top, bottom]: readonly string[]): void {
  const { size, density } = board;
  const [inset, middle] = [12 * density, { x: size.width / 2, y: size.height / 2 }];
  write(board, left, { x: inset, y: middle.y }, 'center');
  write(board, right, { x: size.width - inset, y: middle.y }, 'center');
  write(board, top, { x: middle.x, y: inset }, 'center');
  write(board, bottom, { x: middle.x, y: size.height - inset }, 'center');
}

/** A bar of a round length of at most a fifth of the stage, at the lower left. */
function scaleBar(board: Board, extent: Extent, rect: Rect): void {
  const { size, density } = board;
  const perUnit = rect.width / extent.width;
  const length = roundLength(size.width / 5 / perUnit);
  const [x, y, end] = [10 * density, size.height - 12 * density, 4 * density];
  const right = x + length * perUnit;
  line(board, [
    { x, y: y - end },
    { x, y },
    { x: right, y },
    { x: right, y: y - end },
  ]);
  write(board, lengthText(length, extent.unit), { x, y: y - 13 * density }, 'left');
}

/** Four arms that leave the place itself clear. */
function cross(board: Board, { x, y }: Point, reach: number): void {
  const gap = 6 * board.density;
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ])
    line(board, [
      { x: x + dx * gap, y: y + dy * gap },
      { x: x + dx * reach, y: y + dy * reach },
    ]);
}

/** A ring of a fixed size, however large the picture is shown. */
function ring({ context, density }: Board, { x, y }: Point): void {
  for (const [width, colour] of [
    [3, 'rgb(0 0 0 / 70%)'],
    [1.25, '#fff'],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 8 * density, 0, 2 * Math.PI);
    context.lineWidth = width * density;
    context.strokeStyle = colour;
    context.stroke();
  }
}

function divider(board: Board, { at, names }: Extract<Comparison, { kind: 'swipe' }>): void {
  const { size, density } = board;
  const x = at * size.width;
  line(board, [
    { x, y: 0 },
    { x, y: size.height },
  ]);
  const y = size.height - 34 * density;
  write(board, names[0], { x: x - 10 * density, y }, 'right');
  write(board, names[1], { x: x + 10 * density, y }, 'left');
  board.context.beginPath();
  board.context.arc(x, size.height / 2, 7 * density, 0, 2 * Math.PI);
  board.context.fillStyle = '#fff';
  board.context.fill();
}

/** Everything that is drawn over the picture. */
export function drawMarks(context: Context, scene: Scene, size: Size, extent: Extent, rect: Rect): void {
  const board: Board = { context, size, density: scene.density };
  const { edges, note, cross: fixed, target, rings = [] } = scene.marks ?? {};
  for (const place of rings) ring(board, pointAt(place, rect));
  if (fixed) cross(board, pointAt(fixed, rect), Math.max(size.width, size.height));
  if (target) cross(board, pointAt(target, rect), 14 * scene.density);
  if (scene.cursor !== null) cross(board, pointAt(scene.cursor, rect), 14 * scene.density);
  if (scene.compare?.kind === 'swipe') divider(board, scene.compare);
  if (edges !== undefined) letters(board, edges);
  if (note !== undefined) noteAt(board, note);
  if (size.width >= 120 * scene.density) scaleBar(board, extent, rect);
}
