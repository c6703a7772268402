import { type SampleName, type SystemId, systemIds } from '../protocol.ts';
import { systems } from './systems.ts';

/** Small settings of a view by name: a plane, a slice. Never anything of a picture. */
export type ViewSettings = Readonly<Record<string, string>>;

/** What an address says: which page, which card, which generated sample, and how it is looked at. */
export interface Address {
  readonly route: 'systems' | 'bench';
  readonly system: SystemId | null;
  readonly sample: SampleName | null;
  readonly scale: 2 | 4;
  readonly view: ViewSettings;
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
  };
}

/** The part of an address after the path: what `parseAddress` reads back. */
export function formatAddress({ route, system, sample, scale, view }: Address): string {
  const hash = route === 'bench' ? '#bench' : '';
  if (system === null) return hash;
  const shown = formatView(view);
  const parts = [
    `system=${system}`,
    ...(sample === null ? [] : [`sample=${sample}`]),
    ...(system === 'volume' && scale === 4 ? ['scale=4'] : []),
    ...(shown === '' ? [] : [`view=${shown}`]),
  ];
  return `?${parts.join('&')}${hash}`;
}
