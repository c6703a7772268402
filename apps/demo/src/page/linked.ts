import { effect, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SystemId } from '../protocol.ts';
import { type Address, formatAddress, parseAddress } from './address.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** How long settings have to rest before the address follows: browsers refuse to rewrite it at every frame. */
const REST = 300;

/** What the address should say now. */
function addressOf(state: State): Address {
  const system = state.active.value;
  return {
    route: state.route.value,
    system,
    sample: system === null ? null : state.samples.value[system],
    scale: state.scale.value,
    view: system === null ? {} : state.views.value[system],
  };
}

/** The address of the page as it stands, for someone else to open. It names a sample, and never holds a picture. */
export const linkOf = (state: State): string =>
  location.origin + location.pathname + formatAddress(addressOf(state));

/** Brings the page to where an address says; a sample that it names is run, unless it is the one on screen. */
function follow({ state, actions }: Store, { route, system, sample, scale, view }: Address): void {
  state.route.value = route;
  if (system === null) return;
  state.active.value = system;
  state.scale.value = scale;
  state.views.value = { ...state.views.value, [system]: view };
  const shown = state.samples.value[system] === sample;
  if (sample !== null && !shown && state.obstacle.value === null) actions.trySample(system, sample);
}

/** A new sample or page is a new entry of the history; a turned knob is not. */
function write(state: State): void {
  const next = formatAddress(addressOf(state));
  if (next === location.search + location.hash) return;
  const strip = (text: string) => text.replace(/&?(view|scale)=[^&#]*/g, '');
  const same = strip(next) === strip(location.search + location.hash);
  history[same ? 'replaceState' : 'pushState'](null, '', next === '' ? location.pathname : next);
}

/** Keeps the address and the page the same, from the moment that it is known what computes. */
export function useAddress(store: Store): void {
  useEffect(() => {
    const { state } = store;
    const read = () => follow(store, parseAddress(location.search, location.hash));
    state.route.value = parseAddress('', location.hash).route;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let started = false;
    const stop = effect(() => {
      const settled = state.adapter.value !== null || state.obstacle.value !== null;
      addressOf(state); // what the effect follows
      if (!settled) return;
      if (!started) {
        started = true;
        queueMicrotask(read);
      }
      clearTimeout(timer);
      timer = setTimeout(() => write(state), REST);
    });
    addEventListener('popstate', read);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('popstate', read);
    };
  }, [store]);
}

/** How a setting is written in an address, and read: undefined where it is none. */
export interface Written<T> {
  write(value: T): string;
  read(text: string): T | undefined;
}

/** One of a few words. */
export const oneOf = <T extends string>(words: readonly T[]): Written<T> => ({
  write: (value) => value,
  read: (text) => words.find((word) => word === text),
});

/** Makes a view's signal part of the address: a link shows what its sender saw, and Back goes back to it. */
export function useLinked<T>(
  store: Store,
  system: SystemId,
  name: string,
  value: Signal<T>,
  written: Written<T>,
): void {
  const { views } = store.state;
  useEffect(() => {
    const incoming = effect(() => {
      const text = views.value[system][name];
      const next = text === undefined ? undefined : written.read(text);
      if (next !== undefined && written.write(value.peek()) !== text) value.value = next;
    });
    const outgoing = effect(() => {
      const text = written.write(value.value);
      const all = views.peek();
      if (all[system][name] !== text) views.value = { ...all, [system]: { ...all[system], [name]: text } };
    });
    return () => {
      incoming();
      outgoing();
    };
  }, [views, system, name, value]);
}
