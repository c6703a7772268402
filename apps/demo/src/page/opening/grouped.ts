import type { Openable, SystemId } from '../../protocol.ts';

/** More things alike than this are folded to one line. */
const FEW = 8;

/** Things of one kind that lay in one folder, or a few each in many folders. */
export interface Group {
  readonly key: string;
  /** How many of what: `857 PNG pictures`. */
  readonly title: string;
  /** Their folder, or in how many folders below which one they lie; empty where they came without any. */
  readonly place: string;
  /** By name. */
  readonly things: readonly Openable[];
  /** Systems that all of them can be opened with at once; none for volumes, which are opened one at a time. */
  readonly together: readonly SystemId[];
  readonly bytes: number;
}

/** A part of the list: things that are few of their kind, each with its own line, or many in one. */
export type Block =
  | { readonly is: 'rows'; readonly things: readonly Openable[] }
  | { readonly is: 'group'; readonly group: Group };

const byName = new Intl.Collator('en', { numeric: true });
const folderOf = ({ folder = '' }: Openable) => folder;
const pathOf = ({ folder = '', title }: Openable) =>
  folder === '' || title.startsWith(`${folder}/`) ? title : `${folder}/${title}`;

/** Series, volumes, networks, pictures; what cannot be opened comes last. */
const rankOf = ({ kind, refusal }: Openable) =>
  refusal === null ? (['series', 'volume', 'model', 'picture'] as const).indexOf(kind) : 4;

/** The format, and for DICOM the modality, without the size of a picture or the order of its bytes. */
const formatOf = ({ what }: Openable) => what.split(',')[0];

const kindOf = (thing: Openable) =>
  [rankOf(thing), formatOf(thing), thing.kind, [...thing.possible].sort().join('+')].join('|');

const single = ({ kind }: Openable) => kind === 'series' || kind === 'model';

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** The folder that all of these lie below. */
function commonFolder(folders: readonly string[]): string {
  const [first, ...rest] = folders.map((folder) => folder.split('/'));
  const differs = first.findIndex((part, i) => rest.some((parts) => parts[i] !== part));
  return (differs < 0 ? first : first.slice(0, differs)).join('/');
}

function placeOf(folders: readonly string[]): string {
  if (folders.length === 1) return folders[0];
  const common = commonFolder(folders);
  return common === '' ? `${folders.length} folders` : `${folders.length} folders in ${common}`;
}

function groupOf(key: string, some: readonly Openable[]): Group {
  const folders = [...new Set(some.map(folderOf))];
  // Names are told apart by their folders where there is more than one.
  const named = folders.length > 1 ? some.map((thing) => ({ ...thing, title: pathOf(thing) })) : some;
  const things = named.toSorted((a, b) => byName.compare(a.title, b.title));
  const { kind, refusal, possible } = things[0];
  return {
    key,
    title: `${things.length} ${formatOf(things[0])} ${kind === 'picture' ? 'pictures' : 'volumes'}`,
    place: placeOf(folders),
    things,
    together: kind === 'picture' && refusal === null ? possible : [],
    bytes: things.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Many of a kind in one folder; what is left of the kind in all folders together, where that is many; and the rest. */
function split(kind: string, some: readonly Openable[]) {
  const folders = [...grouped(some, folderOf)].toSorted(([a], [b]) => byName.compare(a, b));
  const large = folders.filter(([, things]) => things.length > FEW);
  const rest = folders.flatMap(([, things]) => (things.length > FEW ? [] : things));
  const groups = large.map(([folder, things]) => groupOf(`${kind}|${folder}`, things));
  if (rest.length > FEW) return { groups: [...groups, groupOf(`${kind}|`, rest)], few: [] };
  return { groups, few: rest.toSorted((a, b) => byName.compare(a.title, b.title)) };
}

/**
 * Things as they are listed: series in the order in which they come, since the largest comes first; volumes, then
 * pictures, by name. Series have a line each. Of a kind of thing those with lines of their own come before those that are many in one. Everything that came in is in one block.
 */
export function blocksOf(offered: readonly Openable[]): readonly Block[] {
  const sorted = offered.toSorted((a, b) => rankOf(a) - rankOf(b));
  const blocks: Block[] = [];
  let rows: Openable[] = [];
  const flush = () => {
    if (rows.length > 0) blocks.push({ is: 'rows', things: rows });
    rows = [];
  };
  for (const ranked of grouped(sorted, (thing) => `${rankOf(thing)}`).values()) {
    const parts = [...grouped(ranked, (thing) => (single(thing) ? '' : kindOf(thing)))].map(
      ([kind, things]) => (single(things[0]) ? { groups: [], few: things } : split(kind, things)),
    );
    rows.push(...parts.flatMap(({ few }) => few));
    const groups = parts.flatMap((part) => part.groups);
    if (groups.length === 0) continue;
    flush();
    blocks.push(...groups.map((group) => ({ is: 'group', group }) as const));
  }
  flush();
  return blocks;
}
