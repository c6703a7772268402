import type { DicomHeader, Repeat } from './header.ts';
import type { SeriesImage } from './stack.ts';

/** Some images of a series that are a stack of their own. */
export interface StackPart {
  readonly images: readonly SeriesImage[];
  /** What this part is of its series, for people; null where it is all of it. */
  readonly label: string | null;
}

/** Items that share a key, in the order of their first. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

const placeKey = ({ position }: DicomHeader) => position?.map((value) => value.toFixed(2)).join('|') ?? '';
const places = (images: readonly SeriesImage[]) => new Set(images.map(({ header }) => placeKey(header))).size;
const isUnique = (images: readonly SeriesImage[]) => places(images) === images.length;

/** What may tell repeats apart, the most telling first, and the words for it. */
const FIELDS: readonly (readonly [field: keyof Repeat, word: string])[] = [
  ['echo', 'echo'],
  ['timePoint', 'time point'],
  ['bValue', 'b-value'],
  ['acquisition', 'acquisition'],
  ['file', 'file'],
  ['dimensions', 'dimension'],
];

type Field = (typeof FIELDS)[number];

/** Each of them alone, then pairs, then threes. */
function choices(): readonly (readonly Field[])[] {
  const single = FIELDS.map((field) => [field]);
  const longer = (sets: readonly (readonly Field[])[]) =>
    sets.flatMap((set) =>
      FIELDS.slice(FIELDS.indexOf(set[set.length - 1]) + 1).map((field) => [...set, field]),
    );
  const pairs = longer(single);
  return [...single, ...pairs, ...longer(pairs)];
}

const labelOf = ({ repeat }: DicomHeader, fields: readonly Field[]) =>
  fields.map(([field, word]) => `${word} ${repeat[field] ?? 'unnamed'}`).join(', ');

/**
 * Echoes, time points and the like are stacks of their own where that makes every place unique, unless it makes a stack
 * of single images: a duplicate among them is no time point.
 */
function repeatsOf(images: readonly SeriesImage[]): readonly StackPart[] {
  const whole = [{ images, label: null }];
  if (images.every(({ header }) => header.position === null) || isUnique(images)) return whole;
  const onePlace = places(images) === 1;
  for (const fields of choices()) {
    const groups = groupBy(images, ({ header }) => labelOf(header, fields));
    const stacks = groups.length > 1 && groups.every((group) => onePlace || group.length > 1);
    if (stacks && groups.every(isUnique))
      return groups.map((group) => ({ images: group, label: labelOf(group[0].header, fields) }));
  }
  return whole;
}

/** Images of the same size and orientation, as the stacks that they name and the repeats of each. */
export function partsOf(images: readonly SeriesImage[]): readonly StackPart[] {
  const stacks = groupBy(images, ({ header }) => header.stack ?? '');
  if (stacks.length === 1 || stacks.every(({ length }) => length === 1)) return repeatsOf(images);
  return stacks.flatMap((stack) => {
    const name = `stack ${stack[0].header.stack ?? 'unnamed'}`;
    return repeatsOf(stack).map((part) => ({
      images: part.images,
      label: part.label === null ? name : `${name}, ${part.label}`,
    }));
  });
}
