/** A file of a field, by its number among those given, and what its name calls the channel. */
export interface FieldMember {
  readonly index: number;
  /** As the name has it, in small letters; empty where it has nothing of the kind. */
  readonly channel: string;
}

/** The files of one field of view, in the order of their channels. */
export interface FieldGroup {
  /** What the names of its files share. */
  readonly name: string;
  readonly members: readonly FieldMember[];
}

/**
 * How names say which channel a file is, the clearer ways first: by stain; by wavelength (MetaXpress's w1), channel
 * (ch00 of Leica and Opera, Channel1 of CellProfiler's examples) or c1 (Zeiss, NIS); by a dye's number at the end (d0,
 * d1); by one letter at the end (D, F, R).
 */
const ways: readonly RegExp[] = [
  /(?<![a-z])(nuclei|nucleus|nuc|dapi|hoechst\d*|dna|cytoplasm|cyto|actin|phalloidin|membrane|tubulin|gfp|rfp|yfp|cfp|fitc|tritc|cy[357]|txred|mcherry|dic|phase|brightfield|bf)(?![a-z])/i,
  /(?<![a-z0-9])(w\d)(?!\d)|(?<![a-z])(channel[ _]?\d+)(?!\d)|(?<![a-z])(ch\d{1,2})(?!\d)/i,
  /(?<![a-z])(c\d{1,2})(?![a-z0-9])/i,
  /(?<=\d)(d\d)(?![a-z0-9])/i,
  /(?<![a-z0-9])([a-z])$/i,
];

/** MetaXpress puts an identifier, different in every file, behind the wavelength. */
const identifier = /_?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

const folderOf = (name: string) => name.replace(/[^\\/]*$/, '');

const stemOf = (name: string) =>
  name
    .slice(folderOf(name).length)
    .replace(/(\.ome)?\.[a-z0-9]{2,5}$/i, '')
    .replace(identifier, '');

/** The last place where a name says its channel in this way. */
function channelIn(stem: string, way: RegExp): { readonly channel: string; readonly rest: string } | null {
  const found = [...stem.matchAll(new RegExp(way.source, 'gi'))].at(-1);
  if (found === undefined) return null;
  const rest = `${stem.slice(0, found.index)}*${stem.slice(found.index + found[0].length)}`;
  return { channel: found[0].toLowerCase(), rest };
}

/** A field has no more channels than this; more are wells or times that look like channels. */
const mostChannels = 8;

const order = new Intl.Collator('en', { numeric: true }).compare;

/** What is left of a name without its channel, for people. */
const readable = (rest: string) =>
  rest
    .replace(/[ _.-]*\*[ _.-]*/, (gap) => (gap.length > 1 ? (gap[0] === '*' ? gap[1] : gap[0]) : ''))
    .replace(/^[ _.-]+|[ _.-]+$/g, '') || 'field';

/** Groups by one way of naming; null where that makes no field of several files, or two files for one channel. */
function groupedBy(names: readonly string[], way: RegExp): FieldGroup[] | null {
  const stems = names.map(stemOf);
  const groups = new Map<string, FieldMember[]>();
  stems.forEach((stem, index) => {
    const { channel, rest } = channelIn(stem, way) ?? { channel: '', rest: stem };
    const key = `${folderOf(names[index])}${rest.toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), { index, channel }]);
  });
  const fields = [...groups.values()];
  const distinct = fields.every((list) => new Set(list.map(({ channel }) => channel)).size === list.length);
  const sizes = fields.map(({ length }) => length);
  if (!distinct || Math.max(...sizes) < 2 || Math.max(...sizes) > mostChannels) return null;
  return fields.map((list) => {
    const members = list.sort((a, b) => order(a.channel, b.channel));
    const { rest } = channelIn(stems[members[0].index], way) ?? { rest: stems[members[0].index] };
    return { name: readable(rest), members };
  });
}

const alone = (stems: readonly string[]): FieldGroup[] =>
  stems.map((name, index) => ({ name, members: [{ index, channel: '' }] }));

/** The folder that all of these lie in; empty where there is none. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...rest] = folders;
  const parts = first.split(/(?<=[\\/])/);
  const same = parts.findIndex((_, i) => {
    const head = parts.slice(0, i + 1).join('');
    return rest.some((folder) => !folder.startsWith(head));
  });
  return same < 0 ? first : parts.slice(0, same).join('');
}

/** Fields of one name in several folders bear what their folders do not share. */
function withFolders(groups: readonly FieldGroup[], names: readonly string[]): FieldGroup[] {
  const folders = groups.map(({ members }) => folderOf(names[members[0].index]));
  const common = commonFolder(folders);
  const times = new Map<string, number>();
  for (const { name } of groups) times.set(name, (times.get(name) ?? 0) + 1);
  return groups.map((group, i) =>
    times.get(group.name) === 1
      ? group
      : { ...group, name: `${folders[i].slice(common.length)}${group.name}` },
  );
}

/** Fields in the order of their names, each name once. */
function inOrder(unnamed: readonly FieldGroup[], names: readonly string[]): FieldGroup[] {
  const groups = withFolders(unnamed, names);
  const sorted = [...groups].sort((a, b) => order(a.name, b.name) || a.members[0].index - b.members[0].index);
  const seen = new Map<string, number>();
  return sorted.map((group) => {
    const times = (seen.get(group.name) ?? 0) + 1;
    seen.set(group.name, times);
    return times === 1 ? group : { ...group, name: `${group.name} (${times})` };
  });
}

/**
 * Puts files together into fields of view by their names: what differs only in how it says its channel is one field.
 * Names that all say the same stain are fields of one file each. Where names say nothing about channels, up to three
 * files are taken for the channels of one field, and more for one field each.
 */
export function groupFields(names: readonly string[]): FieldGroup[] {
  const stems = names.map(stemOf);
  if (names.length === 0) return [];
  for (const way of ways) {
    const groups = groupedBy(names, way);
    if (groups !== null) return inOrder(groups, names);
    if (stems.every((stem) => channelIn(stem, way) !== null)) return inOrder(alone(stems), names);
  }
  if (names.length > 3) return inOrder(alone(stems), names);
  const members = stems.map((channel, index) => ({ index, channel: channel.toLowerCase() }));
  return [{ name: stems[0], members: members.sort((a, b) => order(a.channel, b.channel)) }];
}
