import { type SampleName, type SystemId, systemIds } from '../protocol.ts';
import { systems } from './systems.ts';

/** Small settings of a view by name: a plane, a slice. Never anything of a picture. */
export type ViewSettings = Readonly<Record<string, string>>;

export type Theme = 'light' | 'dark';

/** What an address says: which page, which card, which generated sample, how it is looked at, and in which colours. */
export interface Address {
  readonly route: 'systems' | 'bench';
  readonly system: SystemId | null;
  readonly sample: SampleName | null;
  readonly scale: 2 | 4;
  readonly view: ViewSettings;
  /** Colours that were chosen; null follows the system. */
  readonly theme: Theme | null;
}

const samplesOf = (system: SystemId): readonly SampleName[] => {
  const { sample, second } = systems[system];
  return [sample.name, ...(second === null ? [] : [second.name])];
};

/** Settings are short words and numbers; all else is dropped, since an address is anybody's writing. */
const setting = /^([a-z][a-z-]{0,20}):([\w.+-]{1,40})$/i;

function parseView(text: string): ViewSettings {
  const found = text.split(',').map((part) => setting.exec(part));
  return Object.fromEntries(found.flatMap((match) => (match === null ? [] : [[match[1], match[2]]])));
}

const formatView = (view: ViewSettings): string =>
  Object.entries(view)
    .map(([name, value]) => `${name}:${value}`)
    .filter((part) => setting.test(part))
    .join(',');

const themes: readonly Theme[] = ['light', 'dark'];

/** Reads `?system=volume&sample=head&scale=4&view=plane:coronal,slice:31` and `#bench`; what it does not know it drops. */
export function parseAddress(search: string, hash: string): Address {
  const query = new URLSearchParams(search);
  const [name, sampleName] = [query.get('system'), query.get('sample')];
  const system =
    systemIds.find((id) => id === name) ??
    systemIds.find((id) => name === null && samplesOf(id).some((each) => each === sampleName)) ??
    null;
  const sample = system === null ? null : samplesOf(system).find((each) => each === sampleName);
  return {
    route: hash === '#bench' ? 'bench' : 'systems',
    system,
    sample: sample ?? null,
    scale: query.get('scale') === '4' ? 4 : 2,
    view: parseView(query.get('view') ?? ''),
    theme: themes.find((theme) => theme === query.get('theme')) ?? null,
  };
}

/** The part of an address after the path: what `parseAddress` reads back. */
export function formatAddress({ route, system, sample, scale, view, theme }: Address): string {
  const hash = route === 'bench' ? '#bench' : '';
  const shown = formatView(view);
  const ofCard = [
    `system=${system}`,
    ...(sample === null ? [] : [`sample=${sample}`]),
    ...(system === 'volume' && scale === 4 ? ['scale=4'] : []),
    ...(shown === '' ? [] : [`view=${shown}`]),
  ];
  const parts = [...(system === null ? [] : ofCard), ...(theme === null ? [] : [`theme=${theme}`])];
  return parts.length === 0 ? hash : `?${parts.join('&')}${hash}`;
}

/** Whether two addresses are of the same page, card and sample, and so one entry of the history: a turned knob is no new one. */
export const samePlace = (one: Address, other: Address): boolean =>
  one.route === other.route && one.system === other.system && one.sample === other.sample;

/** Settings that a new picture keeps; the others (zoom, window, slice, seeds) were made for the one before. */
const lasting: ReadonlySet<string> = new Set(['plane', 'mode', 'map', 'labels', 'fill', 'pixels']);

/** What stays of a view when the next picture comes. */
export const lastingView = (view: ViewSettings): ViewSettings =>
  Object.fromEntries(Object.entries(view).filter(([name]) => lasting.has(name)));
