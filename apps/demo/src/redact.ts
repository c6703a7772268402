/** What stands where a file's name was. */
const NAME_TAKEN_OUT = '[file]';

/** A file as far as its names go. */
export interface Named {
  readonly name: string;
  readonly webkitRelativePath?: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names of a file and of the folders that it came in. */
const namesOf = ({ name, webkitRelativePath: path = '' }: Named) => [name, path, ...path.split('/')];

/** What is left of a name without its extension. */
const stemOf = (name: string) => name.replace(/(\.(?!\d)\w{1,5})?(\.gz)?$/i, '');

function replaced(text: string, names: readonly string[]): string {
  // Longest first, so that no part of a name stays behind after a shorter one was taken out of it.
  const worth = [...new Set(names)].filter(({ length }) => length > 2).sort((a, b) => b.length - a.length);
  if (worth.length === 0) return text;
  const words = worth.map(escaped).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu'), NAME_TAKEN_OUT);
}

/**
 * A sentence without the names of these files, nor their folders: names of medical pictures are often those of people.
 * Stems are taken out as well, since a saved file bears the stem of what it was made from; names of one or two letters
 * stay, as they would take parts of ordinary sentences with them.
 */
export function withoutNames(text: string, files: readonly Named[]): string {
  const names = files.flatMap(namesOf);
  return replaced(text, [...names, ...names.map(stemOf)]);
}

/** Words that names of pictures share with the page's own sentences. */
const ordinary = new Set(
  (
    'file files field fields channel channels picture pictures image images slice slices series volume volumes ' +
    'network model cell cells tiff dicom nifti jpeg onnx grey gray red green blue brightness ' +
    'nuc nuclei nucleus cyto cytoplasm dapi dic and are its not'
  ).split(' '),
);

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{3,}|\d{4,}/gu) ?? [];

/**
 * A sentence without these names and without any word or longer number of them, but for ordinary ones: what the page
 * calls fields and channels are parts of names, and a part of a name may be a person's.
 */
export function withoutPartsOfNames(text: string, files: readonly Named[]): string {
  const told = new Set(files.flatMap(namesOf).flatMap(wordsOf));
  const taken = withoutNames(text, files).replace(/\p{L}{3,}|\d{4,}/gu, (word) =>
    told.has(word.toLowerCase()) && !ordinary.has(word.toLowerCase()) ? NAME_TAKEN_OUT : word,
  );
  return taken.replace(/\[file\](?:[ ._-]?\[file\])+/g, NAME_TAKEN_OUT);
}

/** Any plain data, to any depth, without the names of these files; words that are only a stem stay as they are. */
export function scrubbed<T>(value: T, files: readonly Named[]): T {
  if (typeof value === 'string') return replaced(value, files.flatMap(namesOf)) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => scrubbed(each, files)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, scrubbed(each, files)])) as T;
}
