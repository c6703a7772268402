/*
 * A picture that one can zoom, pan, window and probe. To put one on a view:
 *
 *   const linked = useMemo(() => createLinked([{ name: 'Full range', centre: 127.5, width: 255 }]), [result]);
 *   const content = useMemo((): Content => ({
 *     shows: 'nuclei',                                   // a few words; data-painted begins with them
 *     sheet: { kind: 'flat', width, height, channels: [{ data, name: 'DNA' }], pixel: { x: 0.5, y: 0.5, unit: 'µm' } },
 *     overlays: [{ kind: 'labels', width, height, data: labels, opacity: 0.7, fill: 0.35, chosen }],
 *   }), [result, chosen, opacity]);
 *   <Stage drawing={store.drawing} linked={linked} content={content} name="Nuclei" unit="" caption="…"
 *          onHover={(spot) => {…}} onPick={(spot) => {…}} />
 *   <StageBar linked={linked} />                         // tools, zoom, window fields, presets
 *   useStageKeys(store.commands, linked);                // their keys, for the help and the palette too
 *   savePng(store.drawing, linked, 'cells.png')          // linked stages as painted, side by side
 *
 * Stages with the same `linked` share view, window, tool and cursor. `Content` (drawing/scene.ts) is plain data: a sheet
 * (a picture of one or more channels, or a slice of a volume) in measured values, overlays `heat`, `labels` and `box`, a
 * comparison `swipe` or `difference`, and marks. Keep the arrays in it the same objects: each crosses to the drawing worker
 * once. One channel without `range`: the window is in its units. With `range` (several channels): the window is 0..1.
 * `onHover` gets the spot under the pointer (null outside), `onPick` a click or Enter: `spot.column`, `spot.row`,
 * `spot.values`. Tests: wait until `data-painted` of `[data-testid=NAME]` holds what they expect; it is written when the
 * worker has painted, as `SHOWS zoom Z at U,V window C/W size WxH`.
 */
import { effect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { extentOf } from '../../drawing/geometry.ts';
import { type Spot, spotAt } from '../../drawing/probe.ts';
import type { Content, Place } from '../../drawing/scene.ts';
import { type Board, obey } from './commands.ts';
import type { Drawing } from './drawing.ts';
import { type Ground, listen } from './gestures.ts';
import type { Linked } from './linked.ts';
import { ReadOut } from './readout.tsx';
import type { Order, Surface } from './surface.ts';

export interface StageProps {
  readonly drawing: Drawing;
  readonly linked: Linked;
  readonly content: Content;
  /** For those who do not see it. */
  readonly name: string;
  /** Of the values. */
  readonly unit?: string;
  readonly caption?: ComponentChildren;
  /** Width over height of the frame; the sheet's own where it is left out. */
  readonly ratio?: number;
  readonly testid?: string;
  readonly onHover?: (spot: Spot | null) => void;
  readonly onPick?: (spot: Spot) => void;
  /** Pressed or dragged with the probe, or moved by keys. */
  readonly onProbe?: (spot: Spot) => void;
  readonly onSlice?: (steps: number) => void;
  readonly onSwipe?: (at: number) => void;
  /** Keys move the divider by a share of the width: by, not to, since several may come before the next paint. */
  readonly onSwipeBy?: (share: number) => void;
}

interface CanvasSize {
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

/** What `data-painted` says. */
function words({ scene, size }: Order): string {
  const { view, window } = scene;
  const at = `${view.zoom.toFixed(2)} at ${view.x.toFixed(3)},${view.y.toFixed(3)}`;
  const through = `${Number(window.centre.toPrecision(5))}/${Number(window.width.toPrecision(5))}`;
  const turned = window.inverted ? ' inverted' : '';
  return `${scene.shows} zoom ${at} window ${through}${turned} size ${size.width}x${size.height}`;
}

/** Hears of a window that is moved to a screen of other pixels, which changes no size in pixels of the style sheet. */
function watchDensity(changed: () => void): () => void {
  const ended = new AbortController();
  const watch = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const heard = () => {
      changed();
      watch();
    };
    query.addEventListener('change', heard, { once: true, signal: ended.signal });
  };
  watch();
  // A window that is moved is often resized too, and then the query is not always told.
  addEventListener('resize', changed, { signal: ended.signal });
  return () => ended.abort();
}

/** The size of an element in the screen's own pixels, from the first layout on. */
function useCanvasSize(element: { readonly current: HTMLElement | null }): CanvasSize | null {
  const [size, set] = useState<CanvasSize | null>(null);
  useLayoutEffect(() => {
    const box = element.current!;
    const measure = () => {
      const density = devicePixelRatio;
      const [width, height] = [box.clientWidth, box.clientHeight].map((each) => Math.round(each * density));
      if (width > 0 && height > 0) set({ width, height, density });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    const forget = watchDensity(measure);
    return () => {
      observer.disconnect();
      forget();
    };
  }, [element]);
  return size;
}

interface Painting {
  readonly surface: Surface | null;
  readonly trouble: string | null;
}

/** Has the drawing worker paint into an element. */
function useSurface(
  box: { readonly current: HTMLElement | null },
  { drawing, linked }: StageProps,
): Painting {
  const [surface, set] = useState<Surface | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useLayoutEffect(() => {
    const element = box.current!;
    const opened = drawing.open(element, {
      painted(order, ms) {
        setTrouble(null);
        element.dataset.painted = words(order);
        if (ms > 0) element.dataset.ms = ms.toFixed(1);
      },
      failed: setTrouble,
    });
    linked.stages.add(opened.stage);
    set(opened);
    return () => {
      linked.stages.delete(opened.stage);
      opened.close();
    };
  }, [box, drawing, linked]);
  return { surface, trouble };
}

const inside = (place: Place) => place.u >= 0 && place.u < 1 && place.v >= 0 && place.v < 1;

/** What pointers do, by the newest props. */
function groundOf(
  box: { readonly current: HTMLElement | null },
  latest: { readonly current: StageProps },
  byKey: (now: boolean) => void,
): Ground {
  const props = () => latest.current;
  const spot = (place: Place) => spotAt(props().content.sheet, place);
  const pass = (to: ((spot: Spot) => void) | undefined, place: Place) => {
    const found = spot(place);
    if (found !== null) to?.(found);
  };
  return {
    get linked() {
      return props().linked;
    },
    board: () => boardOf(box.current!, props()),
    divider() {
      const { compare } = props().content;
      return compare?.kind === 'swipe' ? compare.at : null;
    },
    hover(place) {
      byKey(false);
      props().linked.cursor.value = place !== null && inside(place) ? place : null;
      props().onHover?.(place === null ? null : spot(place));
    },
    pick: (place) => pass(props().onPick, place),
    probe(place) {
      if (inside(place)) props().linked.cursor.value = place;
      pass(props().onProbe, place);
    },
    swipe: (at) => props().onSwipe?.(at),
    slice: (steps) => props().onSlice?.(steps),
  };
}

const boardOf = (element: HTMLElement, { content }: StageProps): Board => ({
  extent: extentOf(content.sheet),
  size: { width: element.clientWidth, height: element.clientHeight },
});

/** Keys of a stage that has the focus. What is obeyed goes no further, so that keys of the page do not act on it too. */
function pressed(event: KeyboardEvent, props: StageProps, board: Board, byKey: (now: boolean) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { linked, content, onSlice, onPick, onProbe, onSwipeBy } = props;
  const { compare, sheet } = content;
  const spot = linked.cursor.value === null ? null : spotAt(sheet, linked.cursor.value);
  const step = { PageUp: 1, PageDown: -1 }[event.key];
  const swipe = { ',': -0.02, '.': 0.02 }[event.key];
  if (step !== undefined && onSlice !== undefined) onSlice(step);
  else if (swipe !== undefined && compare?.kind === 'swipe') onSwipeBy?.(swipe);
  else if (event.key === 'Enter' && spot !== null) onPick?.(spot);
  else if (!obey(event.key, linked, board)) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.key.startsWith('Arrow') || linked.tool.value !== 'probe') return;
  byKey(true);
  const probed = linked.cursor.value === null ? null : spotAt(sheet, linked.cursor.value);
  if (probed !== null) onProbe?.(probed);
}

/** Paints whenever something that is seen changes. */
function usePainting(surface: Surface | null, size: CanvasSize | null, props: StageProps, byKey: boolean) {
  const { content, linked } = props;
  const own = useRef(false);
  useEffect(() => {
    if (surface === null || size === null) return;
    return effect(() => {
      const [view, window, smooth] = [linked.view.value, linked.window.value, linked.smooth.value];
      const cursor = linked.cursor.value;
      const scene = { ...content, view, window, smooth, density: size.density };
      surface.paint({ scene: { ...scene, cursor: own.current && !byKey ? null : cursor }, size });
    });
  }, [surface, size, content, linked, byKey]);
  return own;
}

/** A stage; see the top of this file. */
export function Stage(props: StageProps) {
  const { linked, content, name, unit = '', caption, testid } = props;
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [byKey, setByKey] = useState(false);
  const { surface, trouble } = useSurface(box, props);
  const own = usePainting(surface, useCanvasSize(box), props, byKey);
  const ground = useMemo(() => groundOf(box, latest, setByKey), []);
  useEffect(() => listen(box.current!, ground), [ground]);
  const extent = extentOf(content.sheet);
  return (
    <figure class="stage">
      <div
        ref={box}
        class={`stage-box stage-${linked.tool.value}`}
        style={{ aspectRatio: String(props.ratio ?? extent.width / extent.height) }}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys
        tabIndex={0}
        aria-label={`${name}. Plus and minus zoom, arrows move; question mark lists the keys.`}
        data-testid={testid}
        onKeyDown={(event) => pressed(event, props, boardOf(box.current!, props), setByKey)}
        onPointerEnter={() => {
          own.current = true;
        }}
        onPointerLeave={() => {
          own.current = false;
        }}
      >
        {trouble !== null && <p class="stage-trouble">This picture could not be drawn: {trouble}</p>}
      </div>
      <figcaption>
        {caption}
        <ReadOut content={content} cursor={linked.cursor} unit={unit} spoken={byKey} />
      </figcaption>
    </figure>
  );
}
