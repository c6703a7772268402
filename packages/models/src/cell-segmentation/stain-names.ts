/** What a picture of cells shows, as far as the network and the watershed care. */
export type StainRole = 'nucleus' | 'cytoplasm' | 'dic';

/** Which channel shows what, by number; null: none does. */
export type StainGuess = Readonly<Record<StainRole, number | null>>;

const stainRoles: readonly StainRole[] = ['nucleus', 'cytoplasm', 'dic'];

/**
 * Words of channel names: dyes, proteins and structures that laboratories put there. Those of the second row are said
 * of other things as well, or are a letter only (D for DNA and F for F-actin, as CellProfiler's examples have it), and
 * count where no channel has one of the first.
 */
const words: readonly Readonly<Record<StainRole, RegExp>>[] = [
  {
    nucleus: /nuc|dapi|hoechst|h2b|histone|draq5|sytox|(^|[^a-z])dna/,
    cytoplasm: /cyto|actin|phalloidin|membrane|tubulin|cellmask|(^|[^a-z])(wga|cell ?body)/,
    dic: /(^|[^a-z])(dic|phase|bf|tl|tpmt|t-?pmt|pmt-?t)([^a-z]|$)|bright|trans|nomarski/,
  },
  {
    nucleus: /405|(^|[^a-z])d([^a-z]|$)|blue/,
    cytoplasm: /gfp|fitc|488|(^|[^a-z])f([^a-z]|$)|green/,
    dic: /(^|[^a-z])ph?([^a-z0-9]|$)|gr[ae]y/,
  },
];

/** What each of several names has that the others have not: the common beginning and end are cut off at whole words. */
export function ownParts(names: readonly string[]): string[] {
  if (names.length < 2) return [...names];
  const pieces = names.map((name) =>
    name.replace(/\.[a-z0-9]{2,5}$/i, '').split(/(?<=[ _.\-[\]()])|(?=[ _.\-[\]()])/),
  );
  const shortest = Math.min(...pieces.map(({ length }) => length));
  const same = (at: (list: readonly string[]) => string | undefined) =>
    pieces.every((list) => at(list) === at(pieces[0]));
  let [from, until] = [0, 0];
  while (from < shortest && same((list) => list[from])) from += 1;
  while (until < shortest - from && same((list) => list.at(-1 - until))) until += 1;
  return pieces.map((list) => list.slice(from, list.length - until).join(''));
}

/**
 * Guesses from the names of channels or files what each shows. A role goes to the first channel whose name says so, the
 * clearer words first; where no name says anything they are taken in the paper's order: nucleus, cytoplasm, DIC.
 */
export function guessStains(names: readonly string[]): StainGuess {
  const guess: Record<StainRole, number | null> = { nucleus: null, cytoplasm: null, dic: null };
  const taken = new Set<number>();
  const parts = ownParts(names).map((name) => name.toLowerCase());
  for (const row of words)
    for (const role of stainRoles) {
      const found = parts.findIndex((name, i) => !taken.has(i) && row[role].test(name));
      if (guess[role] !== null || found < 0) continue;
      guess[role] = found;
      taken.add(found);
    }
  if (taken.size > 0) return guess;
  const [nucleus = null, cytoplasm = null, dic = null] = names.length > 3 ? [0, 1] : names.map((_, i) => i);
  return { nucleus, cytoplasm, dic };
}
