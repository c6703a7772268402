import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Names of the fields that the types in a source declare. */
const declared = (source: string) =>
  [...source.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name);

it('docs/bench.md has every field of the JSON, and no other', () => {
  const types = ['./report.ts', '../contest/statistics.ts', '../peaks/roofline.ts'].map(read);
  const fields = new Set(types.flatMap(declared));
  // Of the roofline's work, which is no part of a report.
  for (const name of ['flops', 'bytes']) fields.delete(name);
  const docs = read('../../../../docs/bench.md');
  const tables = docs
    .slice(docs.indexOf('### The JSON'))
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const told = new Set(tables.flatMap((line) => [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name)));
  const values = ['models', 'kernels', 'large', 'warm', 'whole', 'roentgen', 'null', 'webgpu'];
  expect([...told].filter((name) => !values.includes(name)).sort()).toEqual([...fields].sort());
});
