import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SystemId } from '../protocol.ts';
import { type Address, formatAddress, parseAddress, samePlace } from './address.ts';
import type { Store } from './store.ts';
import type { Written } from './written.ts';

/** How long settings have to rest before the address follows: browsers refuse to rewrite it at every frame. */
const REST = 300;

/** What the address should say now. */
function addressOf({ state, themes }: Store): Address {
  const system = state.active.value;
  return {
    route: state.route.value,
    system,
    sample: system === null ? null : state.samples.value[system],
    scale: state.scale.value,
    view: system === null ? {} : state.views.value[system],
    theme: themes.chosen.value,
  };
}

/** The address of the page as it stands, for someone else to open. It names a sample, and never holds a picture. */
export const linkOf = (store: Store): string =>
  location.origin + location.pathname + formatAddress(addressOf(store));

const here = () => parseAddress(location.search, location.hash);

/**
 * Brings the page to where an address says. A sample that it names is run, unless it is the one on screen; where it names
 * none, the user's last files are, if there were any: the page still has them.
 */
function follow({ state, actions }: Store, { route, system, sample, scale, view }: Address): void {
  state.route.value = route;
  state.active.value = system;
  if (system === null) return;
  state.scale.value = scale;
  state.views.value = { ...state.views.value, [system]: view };
  const shown = state.samples.value[system] === sample;
  if (!shown && state.obstacle.value === null) actions.revisit(system, sample);
}

/** A new sample or page is a new entry of the history, unless the history itself has led there; a turned knob is not. */
function write(store: Store, led: boolean): void {
  const next = addressOf(store);
  const text = formatAddress(next);
  if (text === location.search + location.hash) return;
  const same = led || samePlace(next, here());
  history[same ? 'replaceState' : 'pushState'](null, '', text === '' ? location.pathname : text);
}

/** Keeps the address and the page the same, from the moment that it is known what computes. */
export function useAddress(store: Store): void {
  useEffect(() => {
    const { state } = store;
    const read = () => follow(store, here());
    state.route.value = parseAddress('', location.hash).route;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [started, led] = [false, false];
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        write(store, led);
        led = false;
      }, REST);
    };
    const stop = effect(() => {
      const settled = state.adapter.value !== null || state.obstacle.value !== null;
      addressOf(store); // what the effect follows
      if (!settled) return;
      if (!started) {
        started = true;
        queueMicrotask(read);
      }
      later();
    });
    const pop = () => {
      led = true;
      read();
      later();
    };
    addEventListener('popstate', pop);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('popstate', pop);
    };
  }, [store]);
}

/** A value that can be read, followed and set: a signal, or what stands for a part of one. */
export interface Knob<T> {
  value: T;
  peek(): T;
}

/**
 * Makes a setting of a view part of the address: a link shows what its sender saw, and Back goes back to it. The default is
 * not written, and taken where the address has none or has nonsense.
 */
export function useLinked<T>(
  store: Store,
  system: SystemId,
  name: string,
  knob: Knob<T>,
  written: Written<T>,
  initial: T,
): void {
  const { views } = store.state;
  useEffect(() => {
    const plain = written.write(initial);
    const incoming = effect(() => {
      const text = views.value[system][name];
      const next = (text === undefined ? undefined : written.read(text)) ?? initial;
      if (written.write(knob.peek()) !== written.write(next)) knob.value = next;
    });
    const outgoing = effect(() => {
      const text = written.write(knob.value);
      const all = views.peek();
      const { [name]: before, ...others } = all[system];
      const next = text === plain ? undefined : text;
      if (before === next) return;
      views.value = { ...all, [system]: next === undefined ? others : { ...all[system], [name]: next } };
    });
    return () => {
      incoming();
      outgoing();
    };
  }, [views, system, name, knob]);
}
