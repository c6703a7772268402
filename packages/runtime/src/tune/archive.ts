import { RoentgenError } from '@roentgen/kernels';
import { merged, type Ranking, type Rankings } from './rankings.ts';

/** Rankings of every adapter that was tuned, by the adapter's name. */
export type Archive = ReadonlyMap<string, Rankings>;

const format = 'roentgen tuning';
const version = 1;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function damaged(what: string): RoentgenError {
  return new RoentgenError('format', `kept tunings are not readable: ${what}`);
}

function rankingOf(value: unknown, key: string): Ranking {
  // Refused kernels are rare, so a list alone is the ranking.
  const { kernels, refused = [] } = isObject(value) ? value : { kernels: value };
  if (!isNames(kernels) || !isNames(refused)) throw damaged(`'${key}' has no list of kernels`);
  return { kernels, refused };
}

function rankingsOf(value: unknown, adapter: string): Rankings {
  if (!isObject(value)) throw damaged(`adapter '${adapter}' has no table`);
  return new Map(Object.entries(value).map(([key, entry]) => [key, rankingOf(entry, key)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads what `writeArchive` wrote. Throws 'format' for anything else, another version of it included. */
export function readArchive(text: string): Archive {
  const content = parsed(text);
  if (!isObject(content)) throw damaged('no JSON object');
  if (content.format !== format || !isObject(content.adapters)) throw damaged('some other file');
  if (content.version !== version)
    throw damaged(`version ${JSON.stringify(content.version)}, where ${version} is known`);
  return new Map(Object.entries(content.adapters).map(([name, table]) => [name, rankingsOf(table, name)]));
}

/** An archive as text (adapters of which nothing is known left out), a problem a line, in an order that depends on nothing else, so that two can be compared. */
export function writeArchive(archive: Archive): string {
  const sorted = <V>(map: ReadonlyMap<string, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const line = ([key, { kernels, refused }]: readonly [string, Ranking]) =>
    `      ${JSON.stringify(key)}: ${JSON.stringify(refused.length === 0 ? kernels : { kernels, refused })}`;
  const kept = sorted(archive).filter(([, table]) => table.size > 0);
  const tables = kept.map(
    ([name, table]) => `    ${JSON.stringify(name)}: {\n${sorted(table).map(line).join(',\n')}\n    }`,
  );
  const adapters = tables.length === 0 ? '{}' : `{\n${tables.join(',\n')}\n  }`;
  return `{\n  "format": ${JSON.stringify(format)},\n  "version": ${version},\n  "adapters": ${adapters}\n}\n`;
}

/** The archive with these rankings added to those of an adapter; what is new replaces what was there. */
export function withRankings(archive: Archive, adapter: string, table: Rankings): Archive {
  return new Map([...archive, [adapter, merged(archive.get(adapter) ?? new Map(), table)]]);
}
