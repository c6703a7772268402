import { expect, it } from 'vitest';
import type { ToDrawing } from '../../drawing/messages.ts';
import type { Scene, Values } from '../../drawing/scene.ts';
import { createSurface, type Order } from './surface.ts';

/** A stage whose worker and screen are played by the test. */
function stage() {
  const posted: ToDrawing[] = [];
  const shown: string[] = [];
  const told: string[] = [];
  const empty: (() => void)[] = [];
  let cleared = false;
  const names = new Map<Values, number>();
  const line = {
    post: (message: ToDrawing) => void posted.push(message),
    nameOf(data: Values) {
      names.set(data, names.get(data) ?? names.size + 1);
      return names.get(data)!;
    },
  };
  const screen = {
    show: (picture: ImageBitmap) => void shown.push((picture as unknown as { name: string }).name),
    clear() {
      cleared = true;
    },
  };
  const surface = createSurface(
    7,
    () => line,
    (emptied) => {
      empty.push(emptied);
      return screen;
    },
    {
      painted: ({ scene }, ms) => void told.push(`${scene.shows} in ${ms}`),
      failed: (message) => void told.push(message),
    },
  );
  const closed: string[] = [];
  const bitmap = (name: string) => ({ name, close: () => closed.push(name) }) as unknown as ImageBitmap;
  /** The worker has painted the order of this number. */
  const paints = (order: number, name: string) =>
    surface.heard({ type: 'painted', stage: 7, order, bitmap: bitmap(name), ms: 3 });
  const orders = () => posted.flatMap((each) => (each.type === 'paint' ? each.order : []));
  return {
    surface,
    posted,
    shown,
    told,
    closed,
    paints,
    orders,
    empties: () => empty[0](),
    cleared: () => cleared,
  };
}

const data = Uint8Array.of(1, 2);
const order = (shows: string): Order => ({
  scene: { shows, sheet: { kind: 'flat', channels: [{ data }] } } as unknown as Scene,
  size: { width: 2, height: 1 },
});

it('paints one order at a time and of those that wait only the newest', () => {
  const { surface, paints, orders, shown, told, posted } = stage();
  for (const name of ['a', 'b', 'c']) surface.paint(order(name));
  expect(orders()).toEqual([1]);
  paints(1, 'picture of a');
  expect(orders()).toEqual([1, 2]);
  paints(2, 'picture of c');
  expect(shown).toEqual(['picture of a', 'picture of c']);
  expect(told).toEqual(['a in 3', 'c in 3']);
  expect(posted[1]).toMatchObject({
    scene: { shows: 'c', sheet: { channels: [{ data: { ref: 1 } }] } },
    width: 2,
    height: 1,
  });
});

it('paints nothing where nothing has changed', () => {
  const { surface, paints, orders, told } = stage();
  surface.paint(order('a'));
  paints(1, 'picture of a');
  surface.paint(order('a'));
  expect(orders()).toEqual([1]);
  expect(told).toEqual(['a in 3', 'a in 0']);
});

it('paints again what it showed, unchanged as it is, when the browser has emptied its canvas', () => {
  const { surface, paints, orders, shown, empties } = stage();
  surface.paint(order('a'));
  paints(1, 'picture of a');
  empties();
  expect(orders()).toEqual([1, 2]);
  paints(2, 'again');
  expect(shown).toEqual(['picture of a', 'again']);
});

it('waits for what is being painted when its canvas is emptied, and has nothing to paint before the first', () => {
  const { surface, paints, orders, shown, empties } = stage();
  empties();
  expect(orders()).toEqual([]);
  surface.paint(order('a'));
  empties();
  expect(orders()).toEqual([1]);
  paints(1, 'picture of a');
  expect(shown).toEqual(['picture of a']);
});

it('asks a new worker for the newest of what waits, is being painted or is shown', () => {
  const { surface, paints, orders, posted, shown, closed } = stage();
  surface.paint(order('a'));
  paints(1, 'picture of a');
  surface.restart();
  expect(posted.at(-1)).toMatchObject({ order: 2, scene: { shows: 'a' } });
  surface.paint(order('b'));
  surface.restart();
  expect(posted.at(-1)).toMatchObject({ order: 3, scene: { shows: 'b' } });
  // A message of the worker before, which was on its way.
  paints(2, 'late');
  expect(closed).toEqual(['late']);
  paints(3, 'picture of b');
  expect(shown).toEqual(['picture of a', 'picture of b']);
  expect(orders()).toEqual([1, 2, 3]);
});

it('tells of a scene that cannot be painted, each time that it is asked for', () => {
  const { surface, told, orders } = stage();
  surface.paint(order('a'));
  surface.heard({ type: 'failed', stage: 7, order: 1, message: 'no memory' });
  surface.paint(order('a'));
  expect(orders()).toEqual([1, 2]);
  expect(told).toEqual(['no memory']);
});

it('starts a worker that was given up when something else is to be painted', () => {
  const { surface, told, orders, empties, cleared } = stage();
  surface.paint(order('a'));
  surface.failed('the drawing worker ended');
  empties();
  expect(orders()).toEqual([1]);
  surface.paint(order('b'));
  expect(orders()).toEqual([1, 2]);
  expect(told).toEqual(['the drawing worker ended']);
  surface.close();
  expect(cleared()).toBe(true);
});
